"""The lists of this app, as files."""

from typing import Any, Final

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

import rules
from applications.queries import follow_ups as after
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
