"""Checks that every kind of case shares, by the names that procedures use."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

import rules
from casework.kinds import Attempt, Guard, kind_of
from casework.models import Basis, Case, Decision, NoticeCase, Objection, Panel
from casework.seats import hand_of, procedure_of, sits, stage_of
from casework.words import PREPARING, day_in_words, moment_in_words
from records.actor import Actor
from records.templatetags.said import tongue

Reason = str | Promise | None


def four_eyes(attempt: Attempt) -> Reason:
    """Who prepared or sat on the panel does not decide, in person or for somebody else."""
    prepared: set[int | None] = {attempt.case.created_by_id}
    for step in attempt.case.steps.all():
        if step.action in PREPARING or step.action == "give_opinion":
            prepared |= {step.actor_id, step.represents_id}
    if attempt.actor.persons & prepared:
        return _("You prepared this case yourself; somebody else must sign it.")
    return None


def unopened(attempt: Attempt) -> Reason:
    """What another hand has looked at is not withdrawn; one's own draft or supplement is."""
    stage = stage_of(attempt.case)
    if hand_of(stage, attempt.move) == stage.hand:
        return None
    if attempt.case.opened_at:
        return _("The next office opened the case on %(when)s.") % {
            "when": moment_in_words(attempt.case.opened_at)
        }
    return None


def not_accepted(attempt: Attempt) -> Reason:
    holder = attempt.case.holder
    if holder is None:
        return None
    if holder.pk in attempt.actor.persons:
        return _("You accepted this case already.")
    return _("%(name)s accepted this case; it can be handed over.") % {"name": holder.name}


def defects_listed(attempt: Attempt) -> Reason:
    defects = attempt.data.get("defects")
    if not defects:
        return _("List every defect first: a return for supplement names all of them at once.")
    sections = {key for key, _label in kind_of(attempt.case).sections(attempt.case)}
    if any(one["section"] not in sections or not one["text"].strip() for one in defects):
        return _("Each defect names a section of the case and says what is missing.")
    return None


def second_return_reasoned(attempt: Attempt) -> Reason:
    returned = any(one.action == "return_for_supplement" for one in attempt.case.steps.all())
    if returned and not attempt.opinion:
        return _("The case was returned before; say why the defects were not all named then.")
    return None


def answer_by_ahead(attempt: Attempt) -> Reason:
    given = attempt.data.get("answer_by")
    if given and date.fromisoformat(str(given)) <= timezone.localdate():
        return _("The day for the supplement must lie ahead.")
    return None


def panel_of_round(case: Case) -> Panel | None:
    """The last panel convened since the case came to its stage; earlier ones heard another case."""
    came = convened = 0
    for step in case.steps.all():
        if step.action == "convene_panel":
            convened = step.number
        elif step.to_stage == case.stage and step.from_stage != step.to_stage:
            came = step.number
    if convened <= came:
        return None
    return case.panels.filter(stage=case.stage).order_by("-pk").first()


def panel_complete(attempt: Attempt) -> Reason:
    panel = panel_of_round(attempt.case)
    if panel is None or (panel.closed_at and not panel.seats.filter(given_at__isnull=False)):
        return _("Convene a panel of experts first.")
    if panel.closed_at is None:
        waiting = panel.seats.filter(given_at__isnull=True, recused_at__isnull=True).count()
        return _("%(count)s experts have not given their opinion yet.") % {"count": waiting}
    return None


def consultations_answered(attempt: Attempt) -> Reason:
    waiting = attempt.case.consultations.filter(answered_at__isnull=True)
    names = ", ".join(str(one.organisation) for one in waiting.select_related("organisation"))
    return _("Still waiting for: %(names)s.") % {"names": names} if names else None


def standing_entry(case: Case) -> NoticeCase | None:
    """The case's notice, unless it was withdrawn or the case came to the notice anew since."""
    came = published = 0
    for step in case.steps.all():
        if step.action == "publish_notice":
            published = step.number
        elif step.from_stage != step.to_stage and procedure_of(case).stage(step.to_stage).notice:
            came = step.number
    if published <= came:
        return None
    entry = max(case.notice_entries.all(), key=lambda one: one.pk)
    return None if entry.notice.withdrawn_at else entry


def notice_ended(attempt: Attempt) -> Reason:
    """A notice is open to 24:00 of its last day: the case goes on the day after."""
    entry = standing_entry(attempt.case)
    if entry is None:
        return _("Publish the notice first.")
    return _open_on(entry, timezone.localdate())


def _open_on(entry: NoticeCase, day: date) -> Reason:
    if day > entry.notice.ends_on:
        return None
    return _("The notice is open until %(day)s, 24:00.") % {
        "day": day_in_words(entry.notice.ends_on)
    }


def no_open_objection(attempt: Attempt) -> Reason:
    objections = Objection.objects.filter(entry__case=attempt.case)
    if objections.filter(state=Objection.State.OPEN).exists():
        return _("An objection to this case is open; settle it first.")
    entry = standing_entry(attempt.case)
    if entry and objections.filter(entry=entry, state=Objection.State.UPHELD).exists():
        return _("An objection was upheld; the case goes back to the evaluation.")
    return None


def proposed_approval(attempt: Attempt) -> Reason:
    if attempt.case.proposal != "approve":
        return _("The reviewer proposes to refuse; send the case back for another proposal.")
    return None


def proposed_refusal(attempt: Attempt) -> Reason:
    if attempt.case.proposal != "refuse":
        return _("The reviewer proposes to approve; send the case back for another proposal.")
    return None


def document_numbered(attempt: Attempt) -> Reason:
    """One document number is one decision: one outcome, one day, and that after the notice."""
    number = str(attempt.data.get("document_number", "")).strip()
    if not number:
        return _("Give the document number of the decision.")
    day = decided_on(attempt.data)
    if day > timezone.localdate():
        return _("The day of the decision must not lie ahead.")
    entry = standing_entry(attempt.case)
    if entry and (still_open := _open_on(entry, day)):
        return still_open
    other = Decision.objects.filter(bureau=attempt.case.bureau, document_number=number).first()
    if other is None:
        return None
    if other.corrects_id:
        return _("This document number stands on a correction.")
    if other.outcome != attempt.move.final:
        return _("This document number stands on a decision with another outcome.")
    if other.decided_on != day:
        return _("The decision under this document number was taken on %(day)s.") % {
            "day": day_in_words(other.decided_on)
        }
    return None


def decided_on(data: Mapping[str, Any]) -> date:
    """The day of the decision, today where none is given."""
    given = data.get("decided_on")
    return date.fromisoformat(str(given)) if given else timezone.localdate()


def basis_refusal(case: Case, actor: Actor) -> str:
    """Why the actor may not record a basis for going on now; "" when they may.

    The applicant's side records it for the submission, the bureau that decides for the approval.
    """
    if case.is_final:
        return _("This case is closed; nothing can be done in it any more.")
    stage = stage_of(case)
    if not sits(case, actor, stage.hand):
        return _("Only the hand whose turn it is records the basis.")
    if stage.hand.seat == "district" and not stage.move("approve"):
        return _("The basis for the approval is recorded by the bureau that decides.")
    return ""


def content_saved_in_place(_attempt: Attempt) -> Reason:
    """Saving is no move: an empty step would say that something was written."""
    return _("The content is saved on its own pages.")


def basis_recorded(attempt: Attempt) -> Reason:
    """An edition outside its printed life asks for a basis at submission and at approval."""
    edition = rules.edition(attempt.case.edition)
    instrument = edition.instrument
    if edition.force_on(timezone.localdate()) != "expired":
        return None
    phase = Basis.Phase.SUBMISSION if stage_of(attempt.case).hand.seat == "applicant" else None
    phase = phase or Basis.Phase.APPROVAL
    if any(basis.phase == phase for basis in attempt.case.bases.all()):
        return None
    return _("%(title)s ended on %(day)s: record the basis for going on under it first.") % {
        "title": instrument.title if tongue() == "zh" else instrument.title_en,
        "day": day_in_words(instrument.until),
    }


GUARDS: dict[str, Guard] = {
    "four_eyes": Guard(four_eyes),
    "unopened": Guard(unopened),
    "content_saved_in_place": Guard(content_saved_in_place),
    "not_accepted": Guard(not_accepted),
    "answer_by_ahead": Guard(answer_by_ahead, early=False),
    "defects_listed": Guard(defects_listed, early=False),
    "second_return_reasoned": Guard(second_return_reasoned, early=False),
    "panel_complete": Guard(panel_complete),
    "consultations_answered": Guard(consultations_answered),
    "notice_ended": Guard(notice_ended),
    "no_open_objection": Guard(no_open_objection),
    "proposed_approval": Guard(proposed_approval),
    "proposed_refusal": Guard(proposed_refusal),
    "document_numbered": Guard(document_numbered, early=False),
    "basis_recorded": Guard(basis_recorded),
}
