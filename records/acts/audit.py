"""Writing the audit chain."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from records.actor import Actor
from records.chain import entry_hash, plain, text
from records.models import AuditEntry, AuditHead


def record(
    actor: Actor,
    action: str,
    obj: models.Model | None = None,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    note: str = "",
    area_path: str = "",
    label: str = "",
) -> AuditEntry:
    """Append one entry to the chain, inside the transaction of the act that it tells of.

    ``action`` is "app.verb" ("casework.submit"). The entry belongs to ``area_path``, else the
    object's own area, else the actor's. Call it after the act has locked and changed its rows:
    the chain's head stays locked until the commit, and locks taken in another order can meet
    in a deadlock. Raises TransactionManagementError outside a transaction: an act and its
    entry stand or fall together.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "record() belongs inside the act's transaction"
        )
    entry = AuditEntry(
        **_who(actor),
        **_what(obj, label),
        area_path=area_path or _area_of(obj) or actor.area_path,
        action=action,
        before=plain(before),
        after=plain(after),
        note=text(note),
    )
    return _append(entry)


def record_move(actor: Actor, action: str, row: Any, before: date | None, area_path: str) -> bool:
    """Whether the row's due day is another than `before`; if so the move leaves its trace."""
    if row.due_on == before:
        return False
    after = {"due_on": row.due_on}
    record(actor, action, row, before={"due_on": before}, after=after, area_path=area_path)
    return True


def record_refusal(actor: Actor, action: str, obj: models.Model | None, reason: Any) -> AuditEntry:
    """Record that an act was refused, in a transaction of its own.

    Call it after the act's ``atomic`` block has unwound, where the refusal is caught (the view
    or API method); inside another transaction it raises RuntimeError, for the entry would be
    rolled back together with the act that it must outlive.
    """
    with transaction.atomic(durable=True):
        return record(actor, action, obj, after={"refused": True}, note=text(reason))


def _append(entry: AuditEntry) -> AuditEntry:
    """Number, chain and insert the entry under the head's lock, held until the act commits.

    SQLite has no row locks: its IMMEDIATE transactions let one writer in at a time.
    """
    head = AuditHead.objects.select_for_update().get(pk=AuditHead.ONLY)
    entry.seq = head.seq + 1
    entry.at = timezone.now()
    entry.previous = head.hash
    entry.hash = entry_hash(entry)
    entry.save(force_insert=True)
    head.seq, head.hash = entry.seq, entry.hash
    head.save(update_fields=("seq", "hash"))
    return entry


def _who(actor: Actor) -> dict[str, Any]:
    return {
        "user_id": actor.user_id,
        "name": text(actor.name, 150),
        "role": actor.role,
        "organisation_id": actor.organisation_id,
        "organisation": text(actor.organisation, 200),
        "membership_id": actor.membership_id,
        "on_behalf_of": text(actor.on_behalf_of, 150),
        "on_behalf_of_id": actor.on_behalf_of_id,
        "job": text(actor.job, 100),
        "ip": text(actor.ip, 45),
    }


def _what(obj: models.Model | None, label: str) -> dict[str, str]:
    if obj is None:
        return {"label": text(label, 200)}
    return {
        "object_kind": obj._meta.label_lower,
        "object_id": str(obj.pk),
        "label": text(label or obj, 200),
    }


def _area_of(obj: models.Model | None) -> str:
    """The object's area: its own ``area_path``, else the path of its ``area``."""
    own = getattr(obj, "area_path", "")
    return own or getattr(getattr(obj, "area", None), "path", "")
