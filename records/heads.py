"""The signed heads of the chain, kept as lines of JSON outside the database."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from records.chain import canonical, is_signed, sign


class Head(NamedTuple):
    """The end of the chain at one moment; ``genuine``: its signature is ours."""

    line: int
    seq: int
    hash: str
    genuine: bool


def path() -> Path:
    return Path(settings.AUDIT_HEAD_DIR) / "heads.jsonl"


def append(seq: int, hash_: str, at: str) -> None:
    """Add a signed head and wait until it is on the disk."""
    head = {"seq": seq, "hash": hash_, "at": at}
    line = canonical({**head, "signature": sign(head, settings.AUDIT_KEY)}) + b"\n"
    path().parent.mkdir(parents=True, exist_ok=True)
    with path().open("ab") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def read() -> Iterator[Head]:
    """All heads in order; a line that cannot be read is a head without a genuine signature."""
    if not path().exists():
        return
    with path().open("rb") as file:
        for number, line in enumerate(file, start=1):
            yield _head(number, line)


def _head(number: int, line: bytes) -> Head:
    try:
        content = json.loads(line)
        signature = content.pop("signature")
        seq, hash_ = int(content["seq"]), str(content["hash"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return Head(number, 0, "", False)
    return Head(number, seq, hash_, is_signed(content, str(signature), settings.AUDIT_KEY))
