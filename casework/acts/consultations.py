"""Asking other organisations, in parallel; each answers once by a date."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Organisation
from accounts.scope import scoped
from casework.acts.lock import append_step, done_before, locked, locked_at
from casework.models import Consultation
from casework.seats import person, sits, stage_of
from records.actor import Actor
from records.acts import record
from records.errors import Refused


@transaction.atomic
def consult(
    case_id: int,
    actor: Actor,
    version: int,
    *,
    organisations: list[Organisation],
    question: str,
    due_on: date,
) -> list[Consultation]:
    """Ask each organisation the same question. Raises Refused for another hand or a past day."""
    case = locked_at(case_id, actor, version)
    if case.is_final or not sits(case, actor, stage_of(case).hand):
        raise Refused(_("Only the hand whose turn it is may consult others."), "role")
    if not question.strip() or not organisations:
        raise Refused(_("Say whom you ask, and what."))
    if due_on < timezone.localdate():
        raise Refused(_("The day for the answer must not lie in the past."))
    try:
        with transaction.atomic():
            asked = [
                Consultation.objects.create(
                    case=case,
                    stage=case.stage,
                    organisation=organisation,
                    question=question.strip(),
                    due_on=due_on,
                    asked_by_id=person(actor),
                )
                for organisation in organisations
            ]
    except IntegrityError as error:
        raise Refused(_("One of these organisations was already asked at this stage.")) from error
    names = ", ".join(organisation.name for organisation in organisations)
    append_step(case, actor, "consult", opinion=question, data={"asked": names})
    case.version += 1
    case.save(update_fields=("version",))
    record(actor, "casework.consult", case, after={"asked": names}, note=question)
    return asked


@transaction.atomic
def answer_consultation(
    consultation_id: int, actor: Actor, *, answer: str, text: str, token: str = ""
) -> Consultation:
    """Give the organisation's answer, once. Raises Refused when it was given, or without text.

    The same `token` again is the same answer.
    """
    visible = scoped(Consultation.objects.all(), actor)
    consultation = visible.select_for_update(of=("self",)).get(pk=consultation_id)
    if consultation.organisation_id != actor.organisation_id:
        raise Refused(_("This question was put to another organisation."), "role")
    case = locked(consultation.case_id, actor)
    if done_before(case, actor, "answer", token):
        return consultation
    if consultation.answered_at:
        raise Refused(_("This question was answered already."))
    if answer not in Consultation.Answer.values or not text.strip():
        raise Refused(_("Choose an answer and write the opinion."))
    consultation.answer, consultation.text = answer, text.strip()
    consultation.answered_by_id, consultation.answered_at = actor.user_id, timezone.now()
    consultation.save()
    append_step(case, actor, "answer", opinion=text, data={"answer": answer}, token=token)
    record(actor, "casework.answer", case, after={"answer": answer}, note=text)
    return consultation
