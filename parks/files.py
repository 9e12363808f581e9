"""The files that hang on this app's rows, and who reads them."""

from collections.abc import Iterable
from typing import Final

from django.db.models import QuerySet

from accounts.roles import Role
from accounts.scope import scoped
from parks.models import Recognition, TakeOver
from records.actor import Actor
from records.models import Attachment

#: What the workbooks of take-overs are kept under; their owner is the take-over.
TAKE_OVERS: Final = "parks.takeover"
#: What the scans of deciding documents are kept under; their owner is the recognition.
DOCUMENTS: Final = "parks.recognition"
BUREAU: Final = frozenset({Role.REVIEWER, Role.DIRECTOR, Role.AUDITOR})


def documents_of(recognitions: Iterable[Recognition]) -> QuerySet[Attachment]:
    """The scans kept with these recognitions, the oldest first."""
    keys = [each.pk for each in recognitions]
    rows = Attachment.objects.filter(owner_kind=DOCUMENTS, owner_id__in=keys, detached_at=None)
    return rows.order_by("pk")


def with_documents(recognitions: Iterable[Recognition]) -> list[Recognition]:
    """The recognitions, each with its scans as `documents`."""
    rows = list(recognitions)
    kept = list(documents_of(rows))
    for each in rows:
        mine = [document for document in kept if document.owner_id == each.pk]
        each.documents = mine  # type: ignore[attr-defined]
    return rows


def may_read_take_over(actor: Actor, pk: int) -> bool:
    """Who sees the bureau's take-overs."""
    return scoped(TakeOver.objects.all(), actor).filter(pk=pk).exists()


def may_read_document(actor: Actor, pk: int) -> bool:
    """Who sees the park sees the document that recognised it."""
    return scoped(Recognition.objects.all(), actor).filter(pk=pk).exists()


def may_read_former(actor: Actor, document: Attachment) -> bool:
    """What was taken off is the bureau's own to read."""
    return actor.role in BUREAU and may_read_document(actor, document.owner_id)
