"""Loading the demonstration: refusals come out, an interruption is not the end."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Area, Organisation
from applications.management.commands import load_samples as command
from applications.samples.catalogue import BY_KEY
from applications.samples.people import OFFICE_AT
from applications.samples.sign_ins import WALKS, hands, sign_ins
from records.actor import job_actor
from records.acts import record_refusal
from records.errors import Refused
from records.models import AuditEntry
from tests.factories import make_organisation

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("load_parks", "load_recognitions", "load_cases")


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> pytest.MonkeyPatch:
    """Loading areas and offices alone, which is quick."""
    settings.VAR_ROOT = tmp_path
    for part in PARTS:
        monkeypatch.setattr(command, part, lambda *_: None)
    return monkeypatch


def refused_act() -> None:
    refusal = Refused("样例：不符合第五条")
    record_refusal(job_actor("test"), "tests.refused", None, refusal)
    raise refusal


def interrupted() -> None:
    raise KeyboardInterrupt


@pytest.mark.django_db(transaction=True)
def test_the_reason_of_a_refusal_comes_out(parts: pytest.MonkeyPatch) -> None:
    parts.setattr(command, "load_cases", refused_act)
    with pytest.raises(CommandError, match="不符合第五条"):
        call_command("load_samples")
    assert AuditEntry.objects.filter(action="tests.refused").exists()


@pytest.mark.django_db(transaction=True)
def test_a_foreign_database_that_is_half_loaded_is_left_alone(parts: pytest.MonkeyPatch) -> None:
    make_organisation(is_sample=False)
    parts.setattr(command, "load_cases", interrupted)
    with pytest.raises(KeyboardInterrupt):
        call_command("load_samples")
    parts.setattr(command, "load_cases", lambda: None)
    with pytest.raises(CommandError, match="interrupted"):
        call_command("load_samples")
    assert Organisation.objects.filter(is_sample=False).exists()


@pytest.mark.django_db
def test_what_was_loaded_to_the_end_is_not_loaded_again(parts: pytest.MonkeyPatch) -> None:
    call_command("load_samples")
    Area.objects.filter(code="310106").update(name="改过的名字")
    parts.setattr(command, "load_areas", interrupted)
    call_command("load_samples")
    assert Area.objects.get(code="310106").name == "改过的名字"


#: An embedded database where a load had begun, and the command once more.
SCRIPT = """
import django
django.setup()
from django.core.management import call_command
from accounts.models import Organisation
from applications.management.commands import load_samples as command
from applications.samples.catalogue import BY_KEY
from applications.samples.people import OFFICE_AT
from applications.samples.sign_ins import WALKS, hands, sign_ins
for part in ("load_parks", "load_recognitions", "load_cases"):
    setattr(command, part, lambda *_: None)
call_command("migrate", verbosity=0)
command.load_areas()
Organisation.objects.create(area_id="140700", kind="bureau", name="left over", is_sample=True)
call_command("load_samples")
print("left over:", Organisation.objects.filter(name="left over").count())
print("half loaded:", command.is_half_loaded())
"""


def test_an_embedded_database_that_is_half_loaded_begins_anew(tmp_path: Path) -> None:
    environment = os.environ | {
        "VAR_ROOT": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "config.settings.embedded",
    }
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert command.WIPED in done.stdout
    assert "left over: 0" in done.stdout
    assert "half loaded: False" in done.stdout


@pytest.mark.parametrize("bureau", WALKS)
def test_the_sign_ins_of_a_bureau_walk_one_case_through(bureau: str) -> None:
    named = [name for _role, names in hands(bureau) for name in names]
    assert all(f"{park}-operator" in named for park in WALKS[bureau])
    for park in WALKS[bureau]:
        office = OFFICE_AT[BY_KEY[park].area]
        assert [name for name, _person, _role in office.people if name not in named] == []


def test_the_sign_ins_stand_in_the_order_of_the_procedure() -> None:
    lines = sign_ins("geheim").splitlines()
    assert lines[1].split() == ["Jinzhong", "operator", "draft-operator", "returned-operator"]
    assert lines[2].split() == ["officer", "yuci-officer", "qixian-officer"]
    assert "jz-expert1...7" in "\n".join(lines)
