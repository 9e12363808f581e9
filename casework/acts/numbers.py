"""Numbers of cases, notices and objections: area code, year, running number."""

from django.utils import timezone

from casework.models import Case, CaseNumber


def count(series: str) -> str:
    """The next number of a series this year, like "140700-2026-0007"; counted under a lock."""
    year = timezone.localdate().year
    counter, _created = CaseNumber.objects.select_for_update().get_or_create(
        series=series, year=year
    )
    counter.last += 1
    counter.save(update_fields=("last",))
    return f"{series}-{year}-{counter.last:04d}"


def next_number(case: Case) -> str:
    return count(case.bureau.area_id)
