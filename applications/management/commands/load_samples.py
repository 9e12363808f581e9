"""manage.py load_samples: the demonstration's areas, offices, people, parks and cases."""

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.management.base import BaseCommand
from django.db import transaction

from applications.samples.cases import load_cases
from applications.samples.parks import load_parks, load_recognitions
from applications.samples.people import OFFICES, load_offices
from applications.samples.places import load_areas


class Command(BaseCommand):
    help = "Load the demonstration data; what is there already stays as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        file = Path(settings.VAR_ROOT) / "keys" / "SAMPLE_PASSWORD"
        load_samples(sample_password(file))
        self.stdout.write(sign_ins(sample_password(file)))


@transaction.atomic
def load_samples(password: str) -> None:
    """Load everything, or nothing. `password` is what every sample person signs in with."""
    secret = make_password(password)
    load_areas()
    load_offices(secret)
    load_parks(secret)
    load_recognitions()
    load_cases()


def sample_password(file: Path) -> str:
    """The demonstration's password, made once for this machine and kept beside its keys."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(f"{secrets.token_hex(3)}-{secrets.token_hex(3)}")
    return file.read_text().strip()


def sign_ins(password: str) -> str:
    """What to type, for each kind of hand in Jinzhong's main job."""
    people = {name: role for office in OFFICES for name, _person, role in office.people}
    shown = ["draft-operator", "pingyao-officer", "pingyao-head", *sorted(people)]
    wanted = [name for name in shown if name.startswith(("jz-", "pingyao-", "draft-"))]
    names = "  ".join(dict.fromkeys(wanted))
    return f"Demonstration sign-ins (all with the password {password}):\n  {names}"
