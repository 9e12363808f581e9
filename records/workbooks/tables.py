"""A file as tables of raw cells, whatever its form: a workbook, or csv."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import IO, Any, Final

#: A cell's place: its row as the spreadsheet shows it, its column counted from 0.
At = tuple[int, int]
#: Whether a line of cells holds the headings of what is looked for.
IsHeader = Callable[[Sequence[Any]], bool]

MAX_ROWS: Final = 20_000
HEADER_WITHIN: Final = 30
_PACKAGE: Final = b"PK\x03\x04"


@dataclass(frozen=True)
class Table:
    """One sheet: its cells as the file holds them, and those whose value is not to be had.

    `unfit` gives a reason's code for each of these: a formula, an error. `from_1904`: its days
    are counted from 1904, as old Macintosh files do.
    """

    name: str
    lines: list[list[Any]]
    unfit: dict[At, str] = field(default_factory=dict)
    from_1904: bool = False


def is_package(file: IO[bytes]) -> bool:
    """Whether the file is a workbook; what else passed the inspection is csv."""
    file.seek(0)
    head = file.read(len(_PACKAGE))
    file.seek(0)
    return head == _PACKAGE
