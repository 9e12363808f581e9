"""Who holds a role on a day: who may act, and whom to tell."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from accounts.models import Membership


def holding(day: date, prefix: str = "") -> Q:
    """What holds on `day`, from `since` to `until`: both days count, and no `until` is no end."""
    until = Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gte": day})
    return Q(**{f"{prefix}since__lte": day}) & until


def holders(*conditions: Q, **lookups: Any) -> list[int]:
    """The people with such a membership today, each once, without those switched off."""
    held = Membership.objects.filter(
        holding(timezone.localdate()), *conditions, user__is_active=True, **lookups
    )
    return sorted(set(held.values_list("user_id", flat=True)))
