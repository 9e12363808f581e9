"""The invented sixth jurisdiction, as docs/a-new-jurisdiction.md builds it block by block."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType

from rules import registry
from rules.edition import Edition

DOCUMENT = Path(__file__).parents[2] / "docs" / "a-new-jurisdiction.md"


@cache
def sample() -> Edition:
    """The edition that the document's blocks make."""
    blocks = re.findall(r"^```python\n(.*?)^```", DOCUMENT.read_text("utf-8"), re.M | re.S)
    module = ModuleType("sample")
    exec(compile("\n".join(blocks), str(DOCUMENT), "exec"), module.__dict__)
    (edition,) = module.EDITIONS
    return edition


@contextmanager
def registered() -> Iterator[Edition]:
    """The rules with six jurisdictions, for as long as it lasts."""
    edition = sample()
    registry.register(edition)
    try:
        yield edition
    finally:
        registry.forget(edition.key)
