"""Judgements and waivers: made by one person with a reason and a document, confirmed by another."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

import rules
from applications.acts.verification import reviewing
from applications.models import Answer, Application, Judgement, Waiver
from applications.queries.content import ANSWERS, Content, relaxed_value
from applications.queries.review import confirm_refusal
from casework.acts import editing
from casework.models import Case
from casework.seats import people_of
from records.actor import Actor
from records.acts import notify, record
from records.errors import Refused
from rules.procedure import Hand
from rules.verdict import Outcome, Step

SECOND_PERSON = gettext_noop(
    "Case %(number)s “%(title)s”: judgements or waivers wait for a second person."
)


def judge(
    case_id: int,
    actor: Actor,
    version: int,
    leaf: str,
    *,
    met: bool,
    reason: str,
    document: str,
) -> Judgement:
    """Answer a vague standard. It counts once a second person has confirmed it.

    Raises Refused without reason or document, for a leaf that nobody judges, or where an answer
    stands; Stale; Case.DoesNotExist.
    """
    _ensure_grounded(reason, document)
    with reviewing(case_id, actor, version) as application:
        step = _step(Content(application), leaf)
        if not step.judged:
            raise Refused(_("This condition is measured, not judged."), "leaf")
        _ensure_free(application.judgements.filter(leaf=leaf).exists())
        judgement = Judgement.objects.create(
            met=met, **_told(application, actor, leaf, reason, document)
        )
        _record(actor, "judge", judgement, application.case, {"met": met})
        _call_second_person(actor, application.case)
        return judgement


def waive(
    case_id: int,
    actor: Actor,
    version: int,
    leaf: str,
    *,
    reason: str,
    document: str,
    value: str = "",
) -> Waiver:
    """Except the park from a condition that it misses and that the law lets a bureau waive.

    `value` is the relaxed limit, in the fact's unit, where a ground for relaxing allows one; the
    park must reach it. Raises Refused without reason or document, for a leaf that is met or not
    waivable, for a value that the park does not reach; Stale; Case.DoesNotExist.
    """
    _ensure_grounded(reason, document)
    with reviewing(case_id, actor, version) as application:
        content = Content(application)
        step = _step(content, leaf)
        _ensure_waivable(step, value)
        _ensure_free(application.waivers.filter(leaf=leaf).exists())
        _ensure_effective(content, leaf, actor, reason, document, value)
        waiver = Waiver.objects.create(
            value=value, **_told(application, actor, leaf, reason, document)
        )
        _record(actor, "waive", waiver, application.case, {"value": value})
        _call_second_person(actor, application.case)
        return waiver


def confirm_answer(case_id: int, actor: Actor, version: int, kind: str, answer_id: int) -> None:
    """Confirm a "judgement" or "waiver" as the second person.

    Raises Refused for its maker (in person or acting for each other) and for anybody but a
    reviewer or director of the bureau while the case is there; Answer.DoesNotExist; Stale.
    """
    with editing(case_id, actor, version, action="") as case:
        application = Application.objects.get(case=case)
        answer = ANSWERS[kind](application).get(pk=answer_id)
        refusal = confirm_refusal(case, actor, answer)
        if refusal:
            raise Refused(refusal, "second_person")
        answer.confirmed_by_id, answer.confirmed_at = actor.user_id, timezone.now()
        answer.save(update_fields=("confirmed_by", "confirmed_at"))
        _record(actor, f"confirm_{kind}", answer, case, {})


def withdraw_answer(case_id: int, actor: Actor, version: int, kind: str, answer_id: int) -> None:
    """Take a judgement or waiver back, so that another can be made; the trail keeps it.

    Raises Refused for another hand or stage; Answer.DoesNotExist; Stale; Case.DoesNotExist.
    """
    with reviewing(case_id, actor, version) as application:
        answer = ANSWERS[kind](application).get(pk=answer_id)
        before = {"leaf": answer.leaf, "reason": answer.reason, "document": answer.document}
        record(actor, f"applications.withdraw_{kind}", application.case, before=before)
        answer.delete()


def _ensure_grounded(reason: str, document: str) -> None:
    if not reason.strip():
        raise Refused(_("Give the reason."), "reason")
    if not document.strip():
        raise Refused(_("Name the document on which this rests."), "document")


def _step(content: Content, leaf: str) -> Step:
    for step in content.verdict.tree.leaves():
        if step.clause == leaf:
            return step
    raise Refused(_("The conditions of this case have no such test."), "leaf")


def _ensure_free(taken: bool) -> None:
    if taken:
        raise Refused(_("There is an answer to this already; withdraw it first."), "answered")


def _ensure_waivable(step: Step, value: str) -> None:
    if step.outcome is not Outcome.NOT_MET:
        raise Refused(_("This condition is not missed; there is nothing to waive."), "met")
    if not step.waivable:
        raise Refused(_("The regulation allows no exception from this condition."), "waivable")
    relaxed = any(ground.kind == "relaxation" for ground in step.grounds)
    if value and (step.judged or not relaxed):
        raise Refused(_("The regulation allows no relaxed figure here."), "relaxation")


def _ensure_effective(
    content: Content, leaf: str, actor: Actor, reason: str, document: str, value: str
) -> None:
    """A relaxed value must be a number, and one that the park reaches."""
    given: dict[str, Any] = {"by": actor.name, "reason": reason, "document": document}
    if value:
        given["value"] = relaxed_value(content.law, leaf, value)
    try:
        tree = content.assess((leaf, given)).tree
    except rules.BadInput as bad:
        raise Refused(_("Write the relaxed figure as a plain number."), "value") from bad
    if any(s.clause == leaf and s.outcome is not Outcome.MET for s in tree.leaves()):
        raise Refused(_("The park does not reach this relaxed figure either."), "value")


def _told(
    application: Application, actor: Actor, leaf: str, reason: str, document: str
) -> dict[str, Any]:
    return {
        "application": application,
        "leaf": leaf,
        "reason": reason.strip(),
        "document": document.strip(),
        "made_by_id": actor.user_id,
        "made_for_id": actor.on_behalf_of_id,
    }


def _call_second_person(actor: Actor, case: Case) -> None:
    """Tell those who may confirm, once a day however many answers there are."""
    people: list[int] = []
    for role in ("reviewer", "director"):
        people += people_of(case, Hand(role, "bureau"))
    notify(
        f"application:{case.pk}:answers:{timezone.localdate()}",
        [person for person in people if person not in actor.persons],
        SECOND_PERSON,
        {"number": case.number or "", "title": case.title},
        reverse("applications:review", args=[case.pk]),
    )


def _record(actor: Actor, verb: str, answer: Answer, case: Case, more: dict[str, Any]) -> None:
    after = {"leaf": answer.leaf, "document": answer.document, **more}
    record(actor, f"applications.{verb}", case, after=after, note=answer.reason)
