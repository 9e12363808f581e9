"""Scans of the documents by which a park was recognised."""

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.roles import Role
from accounts.scope import scoped
from parks.acts.archive import ensure_role
from parks.files import DOCUMENTS, documents_of
from parks.models import Recognition
from records.actor import Actor
from records.acts import attach, detach
from records.models import Attachment

FILERS = frozenset({Role.REVIEWER})
SCANS = ("pdf", "jpg", "png", "ofd")


@transaction.atomic
def add_document(actor: Actor, recognition: Recognition, upload: File) -> Attachment:
    """Keep a scan with a recognition. Raises Refused for another role or kind of file."""
    _ensure_filer(actor)
    found = _seen(actor, recognition)
    path = found.park.area.path
    return attach(actor, upload, DOCUMENTS, found.pk, area_path=path, allowed=SCANS)


@transaction.atomic
def take_document_off(actor: Actor, recognition: Recognition, document: Attachment) -> None:
    """Take a scan off its recognition; the bytes and the trace stay."""
    _ensure_filer(actor)
    found = _seen(actor, recognition)
    detach(actor, documents_of([found]).select_for_update().get(pk=document.pk))


def _ensure_filer(actor: Actor) -> None:
    ensure_role(actor, FILERS, _("Only a reviewer of the bureau keeps the documents."))


def _seen(actor: Actor, recognition: Recognition) -> Recognition:
    return scoped(Recognition.objects.select_related("park__area"), actor).get(pk=recognition.pk)
