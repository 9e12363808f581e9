"""The lists of this app, as files."""

from typing import Any, Final

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.scope import scoped
from parks import queries
from parks.acts.takeover import TAKERS
from parks.models import Park, Recognition, TakeOver
from records.actor import Actor
from records.fields import number_of
from records.listings import Column, Listing


def _parks(actor: Actor, asked: QueryDict) -> QuerySet[Park]:
    return queries.parks_seen(actor, asked).order_by("name", "pk")


def _standing(park: Any) -> str:
    return "；".join(each.name for each in park.standing)


PARKS: Final = Listing(
    _("Parks"),
    (
        Column(_("Park"), str),
        Column(_("Area"), lambda park: park.area),
        Column(_("Operator"), lambda park: park.operator),
        Column(_("Recognised as"), _standing),
    ),
    _parks,
)


def _recognitions(actor: Actor, asked: QueryDict) -> QuerySet[Recognition]:
    """Those of the park that the address names; without one, of all parks that the actor sees."""
    rows = scoped(Recognition.objects.select_related("park__area"), actor)
    park = number_of(asked.get("park", ""))
    return rows.filter(park=park) if park else rows


RECOGNITIONS: Final = Listing(
    _("Recognitions"),
    (
        Column(_("Park"), lambda row: row.park),
        Column(_("Area"), lambda row: row.park.area),
        Column(_("Recognised as"), str),
        Column(_("Level"), lambda row: row.get_level_display()),
        Column(_("Decided by"), lambda row: row.issuer),
        Column(_("Document"), lambda row: row.document_number),
        Column(_("Decided on"), lambda row: row.decided_on),
        Column(_("Plaque given on"), lambda row: row.plaque_on),
        Column(_("Revoked on"), lambda row: row.revoked_on),
    ),
    _recognitions,
)


def _take_overs(actor: Actor, _asked: QueryDict) -> QuerySet[TakeOver]:
    return scoped(TakeOver.objects.select_related("uploaded_by"), actor)


TAKE_OVERS: Final = Listing(
    _("Take over parks"),
    (
        Column(_("File"), str),
        Column(_("Uploaded"), lambda batch: batch.uploaded_at),
        Column(_("By"), lambda batch: batch.uploaded_by),
        Column(_("State"), lambda batch: batch.get_state_display()),
    ),
    _take_overs,
    frozenset(TAKERS),
)
