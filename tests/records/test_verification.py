"""What somebody who owns the database could do to the chain, and that it is found."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django import DjangoAssertNumQueries, Settings

from records import acts, heads
from records.actor import job_actor
from records.chain import START, entry_hash
from records.models import AuditEntry, AuditHead
from records.verification import verify
from tests.clean import guards_off
from tests.records.people import OPERATOR

pytestmark = [pytest.mark.django_db, pytest.mark.main_walk]

Tamper = Callable[..., None]


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.AUDIT_HEAD_DIR = tmp_path


@pytest.fixture
def chain() -> list[AuditEntry]:
    """Six entries, the fourth telling that the head was signed after the third."""
    for number in range(3):
        acts.record(OPERATOR, f"a.act{number}", after={"n": number})
    acts.sign_head(job_actor("test"))
    for number in range(3, 5):
        acts.record(OPERATOR, f"a.act{number}", after={"n": number})
    return list(AuditEntry.objects.order_by("seq"))


@pytest.fixture
def tamper() -> Tamper:
    def run(*statements: str) -> None:
        with connection.cursor() as cursor, guards_off(cursor):
            for statement in statements:
                cursor.execute(statement)

    return run


def faults() -> list[str]:
    return [fault.msgid % fault.params for fault in verify().faults]


def rewrite_from(seq: int) -> None:
    """Chain every entry from ``seq`` on anew, as a careful forger would, head included."""
    before = AuditEntry.objects.filter(seq__lt=seq).order_by("-seq").first()
    previous, last = (before.hash, before.seq) if before else (START, 0)
    with connection.cursor() as cursor, guards_off(cursor):
        for entry in AuditEntry.objects.filter(seq__gte=seq).order_by("seq"):
            entry.previous = previous
            previous, last = entry_hash(entry), entry.seq
            cursor.execute(
                "UPDATE records_auditentry SET previous = %s, hash = %s WHERE seq = %s",
                [entry.previous, previous, last],
            )
    AuditHead.objects.update(seq=last, hash=previous)


def test_an_untouched_chain_is_sound(chain: list[AuditEntry]):
    report = verify()
    assert (report.entries, report.signed, report.faults) == (6, 1, [])


def test_an_edited_entry_is_found(chain: list[AuditEntry], tamper: Tamper):
    tamper("UPDATE records_auditentry SET note = 'x' WHERE seq = 2")
    assert faults() == ["Entry 2 does not match its hash (edited or swapped)."]


def test_an_edited_value_is_found(chain: list[AuditEntry], tamper: Tamper):
    tamper("""UPDATE records_auditentry SET after = '{"n": 9}' WHERE seq = 3""")
    assert faults() == ["Entry 3 does not match its hash (edited or swapped)."]


def test_an_entry_edited_with_its_hash_is_found(chain: list[AuditEntry], tamper: Tamper):
    chain[1].note = "x"
    tamper(
        f"UPDATE records_auditentry SET note='x', hash='{entry_hash(chain[1])}' WHERE seq = 2",
    )
    assert faults() == [
        "Entry 3 does not follow from the one before it (edited, inserted or swapped)."
    ]


def test_a_deleted_entry_is_found(chain: list[AuditEntry], tamper: Tamper):
    tamper("DELETE FROM records_auditentry WHERE seq = 2")
    assert faults() == ["Entries 2 to 2 are missing (deleted)."]


def test_a_first_entry_deleted_is_found(chain: list[AuditEntry], tamper: Tamper):
    tamper("DELETE FROM records_auditentry WHERE seq = 1")
    assert faults() == ["Entries 1 to 1 are missing (deleted)."]


def test_an_entry_inserted_in_the_middle_is_found(chain: list[AuditEntry], tamper: Tamper):
    tamper(
        "UPDATE records_auditentry SET seq = seq + 100 WHERE seq > 2",
        "UPDATE records_auditentry SET seq = seq - 99 WHERE seq > 100",
    )
    forged = AuditEntry.objects.get(seq=2)
    forged.seq, forged.previous = 3, forged.hash
    forged.hash = entry_hash(forged)
    forged.save(force_insert=True)
    found = faults()
    assert "Entry 4 does not match its hash (edited or swapped)." in found
    assert "Entry 4 does not follow from the one before it (edited, inserted or swapped)." in found


def test_an_entry_inserted_at_the_end_is_found(chain: list[AuditEntry]):
    forged = chain[-1]
    forged.seq, forged.previous = 7, forged.hash
    forged.hash = entry_hash(forged)
    forged.save(force_insert=True)
    assert faults() == ["Entries after 6 do not belong to the chain (inserted)."]


def test_swapped_entries_are_found(chain: list[AuditEntry], tamper: Tamper):
    tamper(
        "UPDATE records_auditentry SET seq = 100 WHERE seq = 2",
        "UPDATE records_auditentry SET seq = 2 WHERE seq = 3",
        "UPDATE records_auditentry SET seq = 3 WHERE seq = 100",
    )
    found = faults()
    assert "Entry 2 does not match its hash (edited or swapped)." in found
    assert "Entry 3 does not match its hash (edited or swapped)." in found


def test_a_cut_end_is_found_by_the_head(chain: list[AuditEntry], tamper: Tamper):
    tamper("DELETE FROM records_auditentry WHERE seq > 4")
    assert faults() == ["The chain ends at entry 4, its head says 6 (cut)."]


def test_a_cut_with_the_head_put_back_is_found_by_the_signature(
    chain: list[AuditEntry], tamper: Tamper
):
    tamper("DELETE FROM records_auditentry WHERE seq > 2")
    AuditHead.objects.update(seq=2, hash=chain[1].hash)
    assert faults() == ["The chain was signed up to entry 3 but ends at 2 (cut)."]


def test_a_chain_rewritten_whole_is_found_by_the_signature(chain: list[AuditEntry], tamper: Tamper):
    tamper("UPDATE records_auditentry SET note = 'x' WHERE seq = 2")
    rewrite_from(2)
    assert faults() == ["Entry 3 is not the one that was signed (chain rewritten)."]


def test_a_forged_signature_is_found(chain: list[AuditEntry]):
    text = heads.path().read_text()
    heads.path().write_text(text.replace(chain[2].hash, chain[1].hash))
    assert "Line 1 of the signed heads is not ours or was altered." in faults()


def test_a_line_that_is_no_json_is_found(chain: list[AuditEntry]):
    with heads.path().open("a") as file:
        file.write("nonsense\n")
    assert faults() == ["Line 2 of the signed heads is not ours or was altered."]


def test_signed_heads_that_are_gone_are_found(chain: list[AuditEntry]):
    heads.path().unlink()
    assert faults() == ["Entry 3 was signed, but its line in the signed heads is gone."]


def test_a_head_that_points_elsewhere_is_found(chain: list[AuditEntry]):
    AuditHead.objects.update(hash=START)
    assert faults() == ["Entry 6 is not what the head of the chain says."]


def test_missing_guards_are_found(chain: list[AuditEntry]):
    name = "no_change ON records_auditentry" if connection.vendor == "postgresql" else "no_update"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER records_auditentry_{name}")
    assert faults() == ["The database no longer refuses changes to the audit trail."]


def test_the_command_names_the_fault_and_ends_with_status_1(
    chain: list[AuditEntry], tamper: Tamper, capsys: pytest.CaptureFixture[str]
):
    tamper("UPDATE records_auditentry SET name = 'x' WHERE seq = 5")
    with pytest.raises(SystemExit) as ended:
        call_command("verify_audit")
    assert ended.value.code == 1
    assert "6 entries, 1 signed heads, 1 faults" in capsys.readouterr().out


def test_the_command_ends_well_and_records_itself(
    chain: list[AuditEntry], capsys: pytest.CaptureFixture[str]
):
    call_command("sign_audit_head")
    call_command("verify_audit")
    assert "7 entries, 2 signed heads, 0 faults" in capsys.readouterr().out
    last = AuditEntry.objects.latest("seq")
    assert (last.action, last.job) == ("records.verify_chain", "manage.py verify_audit")


def test_verification_holds_one_entry_at_a_time(django_assert_num_queries: DjangoAssertNumQueries):
    for number in range(20):
        acts.record(OPERATOR, f"a.act{number}")
    with django_assert_num_queries(4):
        verify()
