"""The lists of this app, as files."""

from typing import Any, Final

from django.db.models import QuerySet
from django.http import QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from accounts.scope import scoped
from parks.models import Park
from records.actor import Actor
from records.fields import number_of
from records.listings import Column, Listing
from records.sheets import Serial
from records.templatetags.said import said
from returns import queries
from returns.models import Obligation
from returns.queries import Owed, Reached

READERS: Final = frozenset(
    {Role.OPERATOR, Role.OFFICER, Role.REVIEWER, Role.DIRECTOR, Role.AUDITOR}
)


def _obligations(actor: Actor, asked: QueryDict) -> QuerySet[Obligation]:
    return queries.obligations_asked(actor, asked).order_by("due_on", "pk")


def _owed(rows: Any, _actor: Actor, _asked: QueryDict) -> list[Owed]:
    today = timezone.localdate()
    return [queries.owed(row, today) for row in rows]


def _state(owed: Owed) -> Any:
    if owed.obligation.done_on:
        return _("Done late") if owed.late else _("Done")
    if owed.late:
        return _("Overdue")
    return owed.month.get_state_display() if owed.month else _("Open")


OBLIGATIONS: Final = Listing(
    _("Returns and duties"),
    (
        Column(_("Duty"), lambda owed: said(owed.duty)),
        Column(_("Park"), lambda owed: owed.obligation.park),
        Column(_("Area"), lambda owed: owed.obligation.park.area),
        Column(_("For the time to"), lambda owed: owed.obligation.period_end),
        Column(_("Due on"), lambda owed: owed.obligation.due_on),
        Column(_("State"), _state),
        Column(_("Done on"), lambda owed: owed.obligation.done_on),
    ),
    _obligations,
    READERS,
    _owed,
)


def _park(actor: Actor, asked: QueryDict) -> Park:
    """Raises Http404 where the address names no park that the actor sees."""
    return get_object_or_404(scoped(Park.objects.all(), actor), pk=number_of(asked.get("park", "")))


def _targets(actor: Actor, asked: QueryDict) -> list[Reached]:
    return queries.reached(actor, _park(actor, asked))


TARGETS: Final = Listing(
    _("Yearly targets"),
    (
        Column(_("Park"), lambda row: row.target.park),
        Column(_("Year"), lambda row: Serial(row.target.year)),
        Column(_("Figure"), lambda row: row.target.get_figure_display()),
        Column(_("Target"), lambda row: row.target.value),
        Column(_("Reached"), lambda row: row.value),
        Column(_("Months taken in"), lambda row: row.months),
        Column(_("Per cent of target"), lambda row: row.share),
        Column(_("Set by"), lambda row: row.target.set_by),
        Column(_("Document"), lambda row: row.target.document),
    ),
    _targets,
    READERS,
)


def _standing(actor: Actor, asked: QueryDict) -> list[Any]:
    """Each record with its duty; a duty without one is a line too."""
    kept = queries.standing(actor, _park(actor, asked))
    none: list[Any] = [None]
    return [(duty, record) for duty in kept for record in duty.records or none]


STANDING: Final = Listing(
    _("Standing duties"),
    (
        Column(_("Regulation"), lambda row: said(row[0].law)),
        Column(_("Duty"), lambda row: said(row[0].duty)),
        Column(_("Day"), lambda row: row[1] and row[1].on),
        Column(_("Kept by"), lambda row: row[1] and row[1].keeper),
        Column(_("Text"), lambda row: row[1] and row[1].text),
    ),
    _standing,
    READERS,
)
