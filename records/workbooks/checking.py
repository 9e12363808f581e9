"""From raw rows to values: every cell that is not taken is named, all at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO, Any, Final

from records.workbooks import cells
from records.workbooks.columns import Layout
from records.workbooks.reading import Place, RawRow, RawSheet, read
from records.workbooks.reasons import Fault, Reason

#: Told how many rows are done, and of how many.
Step = Callable[[int, int], None]
#: Rows between two of its calls.
STEP: Final = 500


def quietly(_done: int, _total: int) -> None:
    """A step for who waits."""


@dataclass(frozen=True)
class Row:
    """A row's values by column key; what the file does not say is not in it.

    Money is in yuan, areas in m². None is an endless date, never a blank cell.
    """

    layout: Layout
    sheet: str
    number: int
    letters: dict[str, str]
    values: dict[str, Any]
    written: dict[str, str]

    @property
    def place(self) -> tuple[str, int]:
        return self.sheet, self.number

    def fault(self, key: str, reason: Reason) -> Fault:
        """An objection to one of this row's cells, its column being there or not."""
        return Fault(
            self.sheet,
            self.number,
            self.letters.get(key, ""),
            self.layout.by_key[key].heading if key else "",
            self.written.get(key, ""),
            reason.code,
            dict(reason.params),
        )

    def is_unread(self, key: str) -> bool:
        """Whether the cell says something that could not be read, which is named already."""
        return key not in self.values and not cells.is_nothing(self.written.get(key))


@dataclass
class Checked:
    """A file read: its good rows, what was wrong, what to look at, what was left aside."""

    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    total: int = 0

    def of_headings(self) -> list[Fault]:
        """The faults of no row: wrong headings, or nothing below them."""
        places = {row.place for row in self.rows}
        return [fault for fault in self.faults if (fault.sheet, fault.row) not in places]

    def object_to(self, faults: Iterable[Fault]) -> None:
        """Add faults, save those of cells that are named already, and keep the file's order."""
        named = {(fault.sheet, fault.row, fault.column) for fault in self.faults}
        self.faults += [f for f in faults if (f.sheet, f.row, f.column) not in named]
        self.faults.sort(key=lambda f: (f.sheet, f.row, len(f.column), f.column))


def check(
    file: IO[bytes],
    layouts: Sequence[Layout],
    missing: str,
    year: int | None = None,
    step: Step = quietly,
) -> Checked:
    """Read a workbook and check each cell by itself.

    Raises Refused where the file as a whole cannot be read (`reading.read`).
    """
    result = Checked()
    sheets = read(file, layouts, missing, year)
    result.total = sum(len(sheet.rows) for sheet in sheets)
    for sheet in sheets:
        result.faults.extend(sheet.faults)
        result.unread.extend(sheet.unread)
        for row in _rows(sheet, result.faults):
            if len(result.rows) % STEP == 0:
                step(len(result.rows), result.total)
            result.rows.append(row)
    if not result.total and not result.faults:
        result.faults.append(Fault("", 0, "", "", "", "no_rows"))
    return result


def _rows(sheet: RawSheet, faults: list[Fault]) -> Iterator[Row]:
    unfit = sheet.table.unfit
    letters = {key: place.letter for key, place in sheet.places.items()}
    for raw in sheet.rows:
        written = {key: cells.written(value) for key, value in raw.cells.items()}
        row = Row(sheet.layout, sheet.name, raw.number, letters, {}, written)
        places = {k: p for k, p in sheet.places.items() if (raw.number, p.index) not in unfit}
        faults.extend(_read_cells(raw, row, places, sheet.table.from_1904))
        yield row


def _read_cells(
    raw: RawRow, row: Row, places: dict[str, Place], from_1904: bool
) -> Iterator[Fault]:
    """Put the readable cells into `row.values`, and yield a fault for each of the others."""
    for key in sorted(row.layout.required - set(row.letters)):
        yield row.fault(key, Reason("blank"))
    for key, place in places.items():
        value = raw.cells[key]
        if cells.is_nothing(value):
            if key in row.layout.required:
                yield row.fault(key, Reason("blank"))
            continue
        try:
            row.values[key] = _value(place, value, from_1904)
        except cells.BadCell as bad:
            yield row.fault(key, bad.reason)


def _value(place: Place, raw: Any, from_1904: bool) -> Any:
    column = place.column
    if column.endless and isinstance(raw, str) and raw.strip() in cells.NO_END:
        return None
    readers: dict[str, Callable[[], Any]] = {
        "text": lambda: cells.text(raw, column.limit),
        "code": lambda: cells.code(raw),
        "date": lambda: cells.day(raw, from_1904),
        "amount": lambda: cells.amount(raw, place.unit),
        "area": lambda: cells.area(raw),
        "count": lambda: cells.count(raw),
        "flag": lambda: cells.flag(raw),
        "choice": lambda: cells.choice(raw, column.choices or {}),
    }
    return readers[column.kind]()
