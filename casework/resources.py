"""The lists of this app, as files."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from django.db.models import Count, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import AREA_ROLES, Role
from casework import queries
from casework.forms import BoxFilter
from casework.models import Case, ExpertInterest, PublicNotice
from records.actor import Actor
from records.listings import Column, Listing

LABELS: Final = {
    "todo": _("To do"),
    "done": _("Handled"),
    "started": _("Begun by us"),
    "drafts": _("Drafts"),
}
#: What is most urgent comes first; of the rest, what moved last.
DEFAULT_SORT: Final[Mapping[str, str]] = {"todo": "due"}


def box_of(name: str, actor: Actor, form: BoxFilter) -> QuerySet[Case]:
    """The cases of a box that the filter leaves, unordered. Raises KeyError for an unknown name."""
    wanted = form.cleaned_data if form.is_valid() else {}
    return queries.with_senders(queries.narrowed(queries.box(actor, name), wanted))


def sort_of(name: str, asked: Mapping[str, str]) -> str:
    """What the address orders a box by, as a key of `SORTS`; a minus turns it round."""
    wanted = asked.get("sort", "")
    known = wanted.removeprefix("-") in queries.SORTS
    return wanted if known else DEFAULT_SORT.get(name, "-since")


def _box(name: str, actor: Actor, asked: QueryDict) -> QuerySet[Case]:
    form = BoxFilter(asked, areas=queries.areas(actor))
    return queries.in_order(box_of(name, actor, form), sort_of(name, asked))


def _rows(cases: Sequence[Any], actor: Actor, _asked: QueryDict) -> Iterable[Any]:
    return queries.rows(cases, actor)


def _days_left(row: queries.Row) -> str:
    return row.left.words if row.left else ""


_CASES: Final = (
    Column(_("Number"), lambda row: row.case.number),
    Column(_("Matter"), lambda row: row.case.called),
    Column(_("Regulation"), lambda row: row.law),
    Column(_("Applicant"), lambda row: row.case.applicant.name),
    Column(_("Area"), lambda row: row.case.area.name),
    Column(_("Stage"), lambda row: row.stage),
    Column(_("Since"), lambda row: timezone.localtime(row.case.stage_since).date()),
    Column(_("Status"), lambda row: row.case.get_status_display()),
    Column(_("Due on"), lambda row: row.case.due_on),
    Column(_("Time left"), _days_left),
    Column(_("Sent by"), lambda row: row.sender),
)
BOXES: Final = {
    f"casework.{name}": Listing(label, _CASES, partial(_box, name), dress=_rows)
    for name, label in LABELS.items()
}


def _notices(actor: Actor, _asked: QueryDict) -> QuerySet[PublicNotice]:
    return queries.notices_of(actor).annotate(cases=Count("entries"))


def _state(notice: PublicNotice) -> Any:
    today = timezone.localdate()
    if notice.withdrawn_at:
        return _("Withdrawn")
    if notice.published_on > today:
        return _("Not yet published")
    return _("Open to objections") if notice.ends_on >= today else _("Period over")


NOTICES: Final = Listing(
    _("Public notices"),
    (
        Column(_("Number"), lambda notice: notice.number),
        Column(_("Title"), lambda notice: notice.title),
        Column(_("Bureau"), lambda notice: notice.bureau.name),
        Column(_("Published on"), lambda notice: notice.published_on),
        Column(_("Open until"), lambda notice: notice.ends_on),
        Column(_("State"), _state),
        Column(_("Cases"), lambda notice: notice.cases),
    ),
    _notices,
    frozenset(AREA_ROLES),
)


def _pending(actor: Actor, _asked: QueryDict) -> list[queries.Pending]:
    return queries.pending(actor)


def _conditions(one: queries.Pending) -> str:
    return "；".join((one.digest.words, *one.digest.asked)) if one.digest else ""


PENDING: Final = Listing(
    _("To be decided"),
    (
        Column(_("Number"), lambda one: one.row.case.number),
        Column(_("Case"), lambda one: one.row.case.called),
        Column(_("Area"), lambda one: one.row.case.area.name),
        Column(_("Stage"), lambda one: one.row.stage),
        Column(_("Prepared by"), lambda one: one.prepared_by),
        Column(_("Proposal"), lambda one: one.proposal),
        Column(_("Conditions"), _conditions),
        Column(_("Due on"), lambda one: one.row.case.due_on),
        Column(_("Time left"), lambda one: _days_left(one.row)),
    ),
    _pending,
    frozenset({Role.DIRECTOR}),
)


def _interests(actor: Actor, _asked: QueryDict) -> QuerySet[ExpertInterest]:
    return queries.interests(actor)


INTERESTS: Final = Listing(
    _("Interests of experts"),
    (
        Column(_("Expert"), lambda row: row.expert.name),
        Column(_("Park or organisation"), lambda row: row.concern),
        Column(_("Interest"), lambda row: row.reason),
        Column(_("Since"), lambda row: row.since),
        Column(_("Until"), lambda row: row.until),
    ),
    _interests,
    frozenset({Role.REVIEWER, Role.EXPERT}),
)
