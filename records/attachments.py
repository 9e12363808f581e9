"""Who may read an attachment: asked of the app that owns it, at each download.

An app registers its kinds of owner in ``AppConfig.ready``; a kind that nobody registered is
readable by nobody.
"""

from collections.abc import Callable

from records.actor import Actor
from records.models import Attachment

MayRead = Callable[[Actor, int], bool]

_owners: dict[str, MayRead] = {}


def register(owner_kind: str, may_read: MayRead) -> None:
    """Let ``may_read(actor, owner_id)`` decide for the files of this kind of owner."""
    _owners[owner_kind] = may_read


def may_read(actor: Actor, attachment: Attachment) -> bool:
    rule = _owners.get(attachment.owner_kind)
    return rule is not None and rule(actor, attachment.owner_id)
