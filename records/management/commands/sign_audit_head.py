from typing import Any

from django.core.management.base import BaseCommand

from records import acts, heads
from records.actor import job_actor


class Command(BaseCommand):
    help = "Sign the end of the audit chain and keep the signature outside the database."

    def handle(self, *args: Any, **options: Any) -> None:
        entry = acts.sign_head(job_actor("manage.py sign_audit_head"))
        assert entry.after is not None
        self.stdout.write(f"Signed entry {entry.after['seq']} in {heads.path()}")
