"""Keeping files."""

import hashlib
import re
from collections.abc import Collection
from pathlib import PurePath

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils import timezone

from records import inspection
from records.actor import Actor
from records.acts.audit import record
from records.models import Attachment

_UNSAFE = re.compile(r'[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]')


def attach(
    actor: Actor,
    uploaded_file: "File[bytes]",
    owner_kind: str,
    owner_id: int,
    *,
    area_path: str = "",
    allowed: Collection[str] = inspection.DOCUMENTS,
) -> Attachment:
    """Keep a file that a person handed in for an owner, and record it.

    ``area_path`` is the owner's area where it differs from the actor's. Raises Refused when
    the file is empty, larger than 50 MB, of a type not ``allowed``, damaged, encrypted or
    laden with macros (codes in ``records.inspection.inspect``).
    """
    name = clean_name(uploaded_file.name or "")
    kind = inspection.inspect(uploaded_file, name, allowed)
    return _keep(actor, uploaded_file, name, kind.content_type, owner_kind, owner_id, area_path)


def keep_generated(
    actor: Actor,
    content: "File[bytes] | bytes",
    name: str,
    content_type: str,
    owner_kind: str,
    owner_id: int,
    *,
    area_path: str = "",
) -> Attachment:
    """Keep a file that the system made (a form, an export): not inspected, else like ``attach``."""
    file = ContentFile(content) if isinstance(content, bytes) else content
    return _keep(actor, file, clean_name(name), content_type, owner_kind, owner_id, area_path)


@transaction.atomic
def detach(actor: Actor, attachment: Attachment) -> None:
    """Take a file off its owner's pages; bytes and trace stay. The caller checks the right."""
    attachment.detached_at = timezone.now()
    attachment.save(update_fields=("detached_at",))
    record(actor, "records.detach", attachment, before=_facts(attachment))


@transaction.atomic
def record_download(actor: Actor, attachment: Attachment) -> None:
    """Record that the file left the house."""
    record(actor, "records.download", attachment, after={"sha256": attachment.sha256})


def clean_name(name: str) -> str:
    """The name without path, control and reserved characters, at most 150 characters long."""
    path = PurePath(_UNSAFE.sub("_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip() or "file")
    return path.stem[: 150 - len(path.suffix[:20])] + path.suffix[:20]


@transaction.atomic
def _keep(
    actor: Actor,
    file: "File[bytes]",
    name: str,
    content_type: str,
    owner_kind: str,
    owner_id: int,
    area_path: str,
) -> Attachment:
    attachment = Attachment(
        name=name,
        size=file.size,
        content_type=content_type,
        sha256=sha256_of(file),
        owner_kind=owner_kind,
        owner_id=owner_id,
        area_path=area_path or actor.area_path,
        organisation_id=actor.organisation_id,
        uploaded_by_id=actor.user_id,
        uploaded_by=actor.name,
        uploaded_at=timezone.now(),
    )
    # Named by its digest: what the person called it never reaches the file system.
    attachment.file.save(attachment.sha256, file, save=False)
    attachment.save(force_insert=True)
    record(actor, "records.attach", attachment, after=_facts(attachment))
    return attachment


def sha256_of(file: "File[bytes]") -> str:
    """The digest of the file in hexadecimal; the file stands at its beginning again."""
    digest = hashlib.sha256()
    file.seek(0)
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def _facts(attachment: Attachment) -> dict[str, object]:
    return {
        "name": attachment.name,
        "size": attachment.size,
        "sha256": attachment.sha256,
        "owner": f"{attachment.owner_kind} {attachment.owner_id}",
    }
