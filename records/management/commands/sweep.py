from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from records.acts import sweep


class Command(BaseCommand):
    help = "Do what the day brought about: warnings, lapses, to-dos. Again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--day", help="the day in question, YYYY-MM-DD; today by default")

    def handle(self, *args: Any, **options: Any) -> None:
        for key, count in sweep(_day(options["day"])).items():
            self.stdout.write(f"{key}: {count}")


def _day(text: str | None) -> date:
    """Raises CommandError for what is no day."""
    if not text:
        return timezone.localdate()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"{text} is no day, write YYYY-MM-DD") from error
