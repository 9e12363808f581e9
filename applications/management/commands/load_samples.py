"""manage.py load_samples: the demonstration's areas, offices, people, parks and cases."""

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from accounts.models import Organisation, User
from applications.samples.cases import load_cases
from applications.samples.parks import load_parks, load_recognitions
from applications.samples.people import load_offices
from applications.samples.places import load_areas
from applications.samples.sign_ins import sign_ins
from records.actor import job_actor
from records.acts import record
from records.errors import Refused
from records.models import AuditEntry

LOADED = "applications.load_samples"
WIPED = "The demonstration data were interrupted before their end; beginning anew."
HALF_LOADED = (
    "The demonstration data were interrupted before their end, and this database is not ours to "
    "empty: empty it, run `manage.py migrate`, then this command again."
)


class Command(BaseCommand):
    help = "Load the demonstration data once; what was loaded to the end stays as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        if is_half_loaded():
            if not may_be_wiped():
                raise CommandError(HALF_LOADED)
            self.stdout.write(WIPED)
            wipe()
        file = Path(settings.VAR_ROOT) / "keys" / "SAMPLE_PASSWORD"
        try:
            load_samples(sample_password(file))
        except Refused as refusal:
            raise CommandError(f"An act of the demonstration was refused: {refusal}") from refusal
        self.stdout.write(sign_ins(sample_password(file)))


def load_samples(password: str) -> None:
    """Load everything once. `password` is what every sample person signs in with.

    Not in one transaction: a refusal is recorded outside of the act refused, and could not be.
    The last entry says that all is there. Raises Refused for an act that the house refuses.
    """
    if AuditEntry.objects.filter(action=LOADED).exists():
        return
    secret = make_password(password)
    load_areas()
    load_offices(secret)
    load_parks(secret)
    load_recognitions()
    load_cases()
    with transaction.atomic():
        record(job_actor("load_samples"), LOADED)


def is_half_loaded() -> bool:
    """Whether a load began here and did not come to its end."""
    began = Organisation.objects.filter(is_sample=True).exists()
    return began and not AuditEntry.objects.filter(action=LOADED).exists()


def may_be_wiped() -> bool:
    """Whether the database is the embedded one and holds nobody but the demonstration's people."""
    return connection.vendor == "sqlite" and not (
        Organisation.objects.filter(is_sample=False).exists()
        or User.objects.filter(is_sample=False).exists()
    )


def wipe() -> None:
    """Delete the embedded database's files and make it anew."""
    file = str(connection.settings_dict["NAME"])
    connection.close()
    for suffix in ("", "-wal", "-shm"):
        Path(file + suffix).unlink(missing_ok=True)
    call_command("migrate", verbosity=0)


def sample_password(file: Path) -> str:
    """The demonstration's password, made once for this machine and kept beside its keys."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(f"{secrets.token_hex(3)}-{secrets.token_hex(3)}")
    return file.read_text().strip()
