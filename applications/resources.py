"""The lists of this app, as files."""

from typing import Any, Final

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

import rules
from applications.models import NameFinding
from applications.queries import follow_ups as after
from applications.queries import names
from applications.queries.granted import DutyShown, duty_shown
from records.actor import Actor
from records.listings import Column, Listing
from records.templatetags.said import said
from rules.edition import Edition


def _follow_ups(actor: Actor, _asked: QueryDict) -> list[DutyShown]:
    rows, done = after.open_and_done(actor)
    return [duty_shown(each, actor) for each in [*rows, *done]]


def _duty_state(one: DutyShown) -> Any:
    if one.follow_up.done_on:
        return _("Confirmed")
    if one.follow_up.result:
        return _("Waits for the director")
    return one.left.words if one.left else ""


FOLLOW_UPS: Final = Listing(
    _("Duties after approval"),
    (
        Column(_("Case"), lambda one: one.follow_up.case),
        Column(_("What is to be done"), lambda one: said(one.duty)),
        Column(_("Due on"), lambda one: one.follow_up.due_on),
        Column(_("State"), _duty_state),
        Column(_("Confirmed on"), lambda one: one.follow_up.done_on),
    ),
    _follow_ups,
    frozenset(after.DOERS),
)

FORCES: Final = {
    "in_force": _("in force"),
    "not_yet": _("not in force yet"),
    "expired": _("ended"),
    "no_printed_term": _("in force, no end printed"),
}


def _rulebooks(_actor: Actor, _asked: QueryDict) -> list[Edition]:
    return list(rules.editions())


RULEBOOKS: Final = Listing(
    _("Rulebooks"),
    (
        Column(_("Regulation"), lambda law: law.instrument.title),
        Column(_("Area"), said),
        Column(_("Issuer"), lambda law: law.instrument.issuer),
        Column(_("In force from"), lambda law: law.instrument.effective),
        Column(_("In force until"), lambda law: law.instrument.until),
        Column(_("Today"), lambda law: FORCES[law.force_on(timezone.localdate())]),
    ),
    _rulebooks,
)

WATCHERS: Final = frozenset(names.WATCHERS)

NAME_USES: Final = Listing(
    _("Filed and authorised"),
    (
        Column(_("Activity"), lambda one: one.activity),
        Column(_("Park"), lambda one: one.case.park),
        Column(_("Name used"), lambda one: one.name),
        Column(_("Who uses it"), lambda one: one.user),
        Column(_("Begins on"), lambda one: one.begins_on),
        Column(_("Ends on"), lambda one: one.ends_on),
        Column(_("Place"), lambda one: one.place),
        Column(_("Basis"), lambda one: one.get_basis_display()),
        Column(_("Number"), lambda one: one.case.number),
    ),
    lambda actor, _asked: names.name_uses(actor),
    WATCHERS,
)


def _verdict(found: NameFinding | None) -> Any:
    if found is None:
        return _("Not looked into yet")
    return _("A violation") if found.is_violation else _("No violation")


NAME_BEARERS: Final = Listing(
    _("Names that bear a protected one"),
    (
        Column(_("Agency or organisation"), lambda one: one.row.name),
        Column(_("Protected name"), lambda one: one.protected),
        Column(_("What was found"), lambda one: _verdict(one.found)),
        Column(_("Note"), lambda one: one.found.note if one.found else ""),
    ),
    lambda actor, _asked: names.bearers(actor),
    WATCHERS,
)

NAME_FINDINGS: Final = Listing(
    _("Findings"),
    (
        Column(_("Who uses the name"), lambda one: one.subject),
        Column(_("Park"), lambda one: one.park),
        Column(_("Words used"), lambda one: one.name),
        Column(_("What was found"), lambda one: one.get_what_display()),
        Column(_("Is it a violation?"), _verdict),
        Column(_("Seen on"), lambda one: one.happened_on),
        Column(_("Note"), lambda one: one.note),
        Column(_("Recorded by"), lambda one: one.recorded_by.name),
        Column(_("Recorded on"), lambda one: one.recorded_at),
    ),
    lambda actor, _asked: names.findings(actor),
    WATCHERS,
)
