"""What a correction (更正) changes in a park's archive, called by the correcting act, inside it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from parks.acts.archive import ensure_role, locked
from parks.acts.decided import DECIDERS
from parks.models import Correction, Park, Recognition
from records.actor import Actor
from records.acts import record


@transaction.atomic
def correct_recognition(
    actor: Actor, park: Park, case_number: str, *, name: str, document_number: str, decided_on: date
) -> list[Correction]:
    """Put right what the decision of that case recognised the park as; what stood there is kept.

    A case that granted no recognition has none to correct. Raises Refused for another role.
    """
    ensure_role(actor, DECIDERS, _("Only a director corrects a recognition."))
    park = locked(actor, park)
    granted = park.recognitions.filter(case_number=case_number)
    return [_correct(actor, park, one, name, document_number, decided_on) for one in granted]


def _correct(
    actor: Actor,
    park: Park,
    recognition: Recognition,
    name: str,
    document_number: str,
    decided_on: date,
) -> Correction:
    before = {"name": recognition.name, "document_number": recognition.document_number}
    after = {"name": name, "document_number": document_number}
    correction = Correction.objects.create(
        recognition=recognition,
        document_number=document_number,
        decided_on=decided_on,
        former_name=recognition.name,
        former_document_number=recognition.document_number,
    )
    recognition.name, recognition.document_number = name, document_number
    recognition.save(update_fields=("name", "document_number"))
    path = park.area.path
    record(
        actor, "parks.correct_recognition", recognition, before=before, after=after, area_path=path
    )
    return correction
