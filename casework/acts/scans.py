"""Scans of the papers from outside."""

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from casework.models import OutsidePaper
from casework.queries.papers import SCANS, may_keep_scans, scans_of
from parks.acts.documents import SCANS as KINDS
from records.actor import Actor
from records.acts import attach, detach
from records.errors import Refused
from records.models import Attachment


@transaction.atomic
def keep_scan(actor: Actor, paper: OutsidePaper, upload: File) -> Attachment:
    """Keep a scan with a paper. Raises Refused for another hand or kind of file."""
    _ensure_keeper(actor, paper)
    path = paper.case.area.path
    return attach(actor, upload, SCANS, paper.pk, area_path=path, allowed=KINDS)


@transaction.atomic
def take_scan_off(actor: Actor, paper: OutsidePaper, scan: int) -> None:
    """Take a scan off its paper; the bytes and the trace stay.

    Raises Refused for another hand, Attachment.DoesNotExist for a scan of another paper.
    """
    _ensure_keeper(actor, paper)
    detach(actor, scans_of([paper]).select_for_update().get(pk=scan))


def _ensure_keeper(actor: Actor, paper: OutsidePaper) -> None:
    if not may_keep_scans(actor, paper):
        raise Refused(_("The scans are kept by whose turn it is to record the paper."), "role")
