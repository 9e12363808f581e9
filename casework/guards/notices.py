"""A public notice must have stood for its days, and no objection to it be open."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.roles import Role
from casework.kinds import Attempt
from casework.models import Case, NoticeCase, Objection, PublicNotice
from casework.rounds import standing_entry
from casework.seats import procedure_of
from casework.words import Reason, day_in_words
from records.actor import Actor
from records.templatetags.said import by_law


def notice_ended(attempt: Attempt) -> Reason:
    """A notice is open to 24:00 of its last day: the case goes on the day after."""
    entry = standing_entry(attempt.case)
    if entry is None:
        return _by_notice(attempt.case, _("Publish the notice first."))
    return open_on(entry, timezone.localdate())


def open_on(entry: NoticeCase, day: date) -> Reason:
    """Why nothing is decided on that day: the notice is still open."""
    if day > entry.notice.ends_on:
        return None
    last = day_in_words(entry.notice.ends_on)
    sentence = _("The notice is open until %(day)s, 24:00.") % {"day": last}
    return _by_notice(entry.case, sentence)


def objections_settled(attempt: Attempt) -> Reason:
    """While an objection is open nothing is decided, neither for the applicant nor against."""
    entries = attempt.case.notice_entries.all()
    states = {one.state for entry in entries for one in entry.objections.all()}
    if Objection.State.OPEN not in states:
        return None
    return _by_notice(attempt.case, _("An objection to this case is open; settle it first."))


def no_open_objection(attempt: Attempt) -> Reason:
    entry = standing_entry(attempt.case)
    states = {one.state for one in entry.objections.all()} if entry else set()
    if Objection.State.UPHELD in states:
        sentence = _("An objection was upheld; the case goes back to the evaluation.")
        return objections_settled(attempt) or _by_notice(attempt.case, sentence)
    return objections_settled(attempt)


def withdrawal_refusal(notice: PublicNotice, actor: Actor) -> str:
    """Why the actor may not withdraw the notice now; "" when they may."""
    if actor.role != Role.REVIEWER or actor.organisation_id != notice.bureau_id:
        return _("Only the bureau's reviewer withdraws the notice.")
    if notice.withdrawn_at:
        return _("This notice was withdrawn already.")
    if notice.ends_on < timezone.localdate():
        return _("This notice has ended; it cannot be withdrawn any more.")
    return ""


def _by_notice(case: Case, sentence: str) -> str:
    notice = procedure_of(case).notice
    return by_law(sentence, notice.clause) if notice else sentence
