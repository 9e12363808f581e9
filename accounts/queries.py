"""Reads of accounts, for a person always from a scoped queryset."""

from datetime import datetime

from axes.helpers import get_cool_off
from axes.models import AccessAttempt


def locked_until(username: str, ip: str) -> datetime | None:
    """When this name may be tried again from this address."""
    last = (
        AccessAttempt.objects.filter(username=username, ip_address=ip)
        .order_by("-attempt_time")
        .first()
    )
    cool_off = get_cool_off()
    return last.attempt_time + cool_off if last and cool_off else None
