"""Who may read an attachment: asked of the app that owns it, at each download.

An app registers its kinds of owner in ``AppConfig.ready``; a kind that nobody registered is
readable by nobody. A file that was taken off its owner is part of the past, and read by whom a
second rule lets read the past; without one, by nobody.
"""

from collections.abc import Callable
from typing import NamedTuple

from records.actor import Actor
from records.models import Attachment

MayRead = Callable[[Actor, int], bool]
MayReadDetached = Callable[[Actor, Attachment], bool]


class _Rules(NamedTuple):
    present: MayRead
    detached: MayReadDetached


_owners: dict[str, _Rules] = {}


def _nobody(_actor: Actor, _attachment: Attachment) -> bool:
    return False


def register(owner_kind: str, may_read: MayRead, detached: MayReadDetached = _nobody) -> None:
    """Let ``may_read(actor, owner_id)`` decide for the files of this kind of owner.

    ``detached(actor, attachment)`` decides for those that were taken off.
    """
    _owners[owner_kind] = _Rules(may_read, detached)


def may_read(actor: Actor, attachment: Attachment) -> bool:
    rules = _owners.get(attachment.owner_kind)
    if rules is None:
        return False
    if attachment.detached_at:
        return rules.detached(actor, attachment)
    return rules.present(actor, attachment.owner_id)
