"""What is owed and filed of entries and exits, and what is on record against agencies."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import AREA_ROLES, Role
from records.actor import Actor
from records.listings import Column, Listing
from tenants import queries
from tenants.models import AdverseRecord, Filing
from tenants.queries.conduct import adverse_seen, adverse_shown

READERS: Final = frozenset({*AREA_ROLES, Role.OPERATOR, Role.TENANT})


def _owed(actor: Actor, _asked: QueryDict) -> list[queries.Owed]:
    return queries.owed(actor, timezone.localdate())


OWED: Final = Listing(
    _("To be filed"),
    (
        Column(_("Agency"), lambda one: one.tenancy.agency),
        Column(_("Park"), lambda one: one.tenancy.park),
        Column(_("Event"), lambda one: one.event.label),
        Column(_("Day"), lambda one: one.on),
        Column(_("File by"), lambda one: one.deadline.due),
        Column(_("Time left"), lambda one: one.words),
    ),
    _owed,
    READERS,
)


def _filings(actor: Actor, asked: QueryDict) -> QuerySet[Filing]:
    return queries.filings_seen(actor, closed=asked.get("tab") == "closed")


def _lines(rows: Sequence[Any], _actor: Actor, _asked: QueryDict) -> Iterable[Any]:
    return queries.lines(list(rows))


def _state(line: Any) -> str:
    receipt = getattr(line.filing.case, "receipt", None)
    return str(receipt.number if receipt else line.filing.case.get_status_display())


def _in_time(line: Any) -> str:
    if line.filing.corrects_id:
        return str(_("Correction"))
    return str(_("Late by %(days)s days") % {"days": line.late} if line.late else _("In time"))


FILED: Final = Listing(
    _("Filings"),
    (
        Column(_("Number"), lambda line: line.filing.case.number),
        Column(_("Agency"), lambda line: line.filing.tenancy.agency),
        Column(_("Park"), lambda line: line.filing.tenancy.park),
        Column(_("Event"), lambda line: line.filing.get_event_display()),
        Column(_("Day"), lambda line: line.filing.event_on),
        Column(_("State"), _state),
        Column(_("Filed in time"), _in_time),
        Column(_("Reason"), lambda line: line.filing.late_reason),
    ),
    _filings,
    READERS,
    _lines,
)


def _adverse(actor: Actor, _asked: QueryDict) -> QuerySet[AdverseRecord]:
    return adverse_seen(actor).order_by("agency__name", "pk")


def _shown(rows: Sequence[Any], actor: Actor, _asked: QueryDict) -> Iterable[Any]:
    return adverse_shown(rows, actor, timezone.localdate())


ADVERSE: Final = Listing(
    _("On record against agencies"),
    (
        Column(_("Agency"), lambda one: one.row.agency),
        Column(_("Credit code"), lambda one: one.row.agency.credit_code),
        Column(_("On record"), lambda one: one.words),
        Column(_("Document"), lambda one: one.row.document),
        Column(_("Since"), lambda one: one.row.since),
        Column(_("Until"), lambda one: one.row.ended_on),
        Column(_("Office"), lambda one: one.row.office),
    ),
    _adverse,
    frozenset(AREA_ROLES),
    _shown,
)
