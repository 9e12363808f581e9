"""From raw rows to values: every cell that is not taken is named, all at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, Any, Final

from records.workbooks import cells
from records.workbooks.columns import Layout
from records.workbooks.reading import Place, RawRow, RawSheet, read
from records.workbooks.reasons import Fault, Reason

#: Told how many rows are done, and of how many.
Step = Callable[[int, int], None]
#: Reads one cell. Raises BadCell.
Reader = Callable[[Any], Any]
#: Rows between two of its calls.
STEP: Final = 500


def quietly(_done: int, _total: int) -> None:
    """A step for who waits."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row's values by column key; what the file does not say is not in it.

    Money is in yuan, areas in m². None is an endless date, never a blank cell.
    """

    layout: Layout
    sheet: str
    number: int
    letters: dict[str, str]
    values: dict[str, Any]
    raw: dict[str, Any]

    def written(self, key: str) -> str:
        """A cell as the file writes it, "" where there is none."""
        return cells.written(self.raw[key]) if key in self.raw else ""

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
            self.written(key),
            reason.code,
            dict(reason.params),
        )

    def is_unread(self, key: str) -> bool:
        """Whether the cell says something that could not be read, which is named already."""
        return key not in self.values and not cells.is_nothing(self.raw.get(key))


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
    letters = {key: place.letter for key, place in sheet.places.items()}
    readers = {key: _reader(place, sheet.table.from_1904) for key, place in sheet.places.items()}
    missing = sorted(sheet.layout.required - set(letters))
    sheet.table.lines.clear()  # all that is needed stands in the rows
    for raw in sheet.rows:
        row = Row(sheet.layout, sheet.name, raw.number, letters, {}, raw.cells)
        faults.extend(row.fault(key, Reason("blank")) for key in missing)
        faults.extend(_read_cells(row, readers, _unfit(sheet, raw)))
        yield row


def _unfit(sheet: RawSheet, raw: RawRow) -> frozenset[str]:
    """The cells that are named already, for no value is to be had from them."""
    unfit, places = sheet.table.unfit, sheet.places
    if not unfit:
        return frozenset()
    return frozenset(key for key in places if (raw.number, places[key].index) in unfit)


def _read_cells(row: Row, readers: Mapping[str, Reader], unfit: frozenset[str]) -> Iterator[Fault]:
    """Put the readable cells into `row.values`, and yield a fault for each of the others."""
    raw, required = row.raw, row.layout.required
    for key, reader in readers.items():
        value = raw[key]
        if key in unfit:
            continue
        if cells.is_nothing(value):
            if key in required:
                yield row.fault(key, Reason("blank"))
            continue
        try:
            row.values[key] = reader(value)
        except cells.BadCell as bad:
            yield row.fault(key, bad.reason)


def _reader(place: Place, from_1904: bool) -> Reader:
    """What reads the cells of a column."""
    column = place.column
    readers: dict[str, Reader] = {
        "text": lambda raw: cells.text(raw, column.limit),
        "code": cells.code,
        "date": lambda raw: cells.day(raw, from_1904),
        "amount": lambda raw: cells.amount(raw, place.unit),
        "area": cells.area,
        "count": cells.count,
        "flag": cells.flag,
        "choice": lambda raw: cells.choice(raw, column.choices or {}),
    }
    reader = readers[column.kind]
    return _endless(reader) if column.endless else reader


def _endless(reader: Reader) -> Reader:
    """A reader for whose column 长期 is an answer: None."""

    def read_or_none(raw: Any) -> Any:
        if isinstance(raw, str) and raw.strip() in cells.NO_END:
            return None
        return reader(raw)

    return read_or_none
