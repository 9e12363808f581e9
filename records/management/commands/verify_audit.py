import sys
from typing import Any

from django.core.management.base import BaseCommand

from records import acts
from records.actor import job_actor


class Command(BaseCommand):
    help = "Read the whole audit chain; name every fault and end with status 1 if there is one."

    def handle(self, *args: Any, **options: Any) -> None:
        report = acts.verify_chain(job_actor("manage.py verify_audit"))
        for fault in report.faults:
            self.stdout.write(str(fault))
        if report.fault_count > len(report.faults):
            self.stdout.write(f"... {report.fault_count - len(report.faults)} more")
        self.stdout.write(
            f"{report.entries} entries, {report.signed} signed heads, {report.fault_count} faults"
        )
        if not report.sound:
            sys.exit(1)
