"""Questions to other organisations."""

from django.db.models import QuerySet

from accounts.models import Organisation
from accounts.roles import Role
from accounts.scope import scoped
from casework.models import Case, Consultation
from casework.queries.cases import is_outside
from records.actor import Actor


def consultations_of(case: Case, actor: Actor) -> QuerySet[Consultation]:
    """What others were asked, for the offices, and the own question for who was asked."""
    asked = scoped(Consultation.objects.filter(case=case), actor)
    if actor.role != Role.CONSULTEE and is_outside(case, actor):
        return asked.none()
    return asked.select_related("organisation", "answered_by")


def consultation_of(actor: Actor, pk: int) -> Consultation:
    """A question to the actor's own organisation. Raises Consultation.DoesNotExist."""
    asked = scoped(Consultation.objects.select_related("case__area", "case__park"), actor)
    return asked.get(pk=pk, organisation_id=actor.organisation_id or -1)


def questions_waiting(actor: Actor) -> QuerySet[Consultation]:
    """What the actor's organisation was asked and has not answered, the nearest day first."""
    if actor.role != Role.CONSULTEE:
        return Consultation.objects.none()
    asked = scoped(Consultation.objects.filter(answered_at__isnull=True), actor)
    return asked.select_related("case__area").order_by("due_on", "pk")


def open_question(case: Case, actor: Actor) -> Consultation | None:
    """The question on this case that the actor's organisation has not answered yet."""
    return questions_waiting(actor).filter(case=case).first()


def departments(actor: Actor) -> QuerySet[Organisation]:
    """Whom the actor may ask: the departments of the own area."""
    found = scoped(Organisation.objects.select_related("area"), actor)
    return found.filter(kind=Organisation.Kind.DEPARTMENT)
