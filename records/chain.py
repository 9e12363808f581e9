"""The arithmetic of the audit chain: canonical form, hashes, signatures. No database."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

START: Final = "0" * 64

_FIELDS: Final = (
    "seq",
    "user_id",
    "name",
    "role",
    "organisation_id",
    "organisation",
    "membership_id",
    "on_behalf_of",
    "on_behalf_of_id",
    "job",
    "ip",
    "area_path",
    "action",
    "object_kind",
    "object_id",
    "label",
    "before",
    "after",
    "note",
    "previous",
)


def plain(value: Any) -> Any:
    """``value`` as JSON that every database gives back unchanged.

    Decimals, fractions and floats become strings, dates ISO text; NUL and lone surrogates,
    which PostgreSQL cannot keep, become U+FFFD.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {text(key): plain(item) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return [plain(item) for item in value]
    return text(value)


def text(value: Any, limit: int | None = None) -> str:
    """``str(value)`` that both databases can keep, cut to ``limit`` characters."""
    kept = str(value).encode("utf-8", "replace").decode().replace("\0", "\ufffd")
    return kept if limit is None else kept[:limit]


def canonical(value: Any) -> bytes:
    """JSON with sorted keys, no blanks, UTF-8."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def entry_hash(entry: Any) -> str:
    """SHA-256 over an entry's values, the previous hash included, in hexadecimal."""
    content = {field: getattr(entry, field) for field in _FIELDS}
    content["at"] = instant(entry.at)
    return hashlib.sha256(canonical(content)).hexdigest()


def instant(at: datetime) -> str:
    """UTC with microseconds: one spelling on every database."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def sign(head: Mapping[str, Any], key: str) -> str:
    """HMAC-SHA256 of a head's canonical form, in hexadecimal."""
    return hmac.new(key.encode(), canonical(head), hashlib.sha256).hexdigest()


def is_signed(head: Mapping[str, Any], signature: str, key: str) -> bool:
    return hmac.compare_digest(sign(head, key), signature)
