"""From raw rows to values: every cell that is not taken is named, all at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from records import credit_code
from tenants.reasons import Fault, Reason
from tenants.roster import cells, extent
from tenants.roster.columns import BY_KEY
from tenants.roster.reader import Place, RawRow, RawSheet, read

REQUIRED = ("name", "credit_code")


@dataclass(frozen=True)
class Row:
    """A row's values by column key; what the file does not say is not in it.

    Money is in yuan, areas in m². An `expires_on` of None means that the licence has no end.
    """

    sheet: str
    number: int
    letters: dict[str, str]
    values: dict[str, Any]
    written: dict[str, str]

    def fault(self, key: str, reason: Reason) -> Fault:
        """An objection to one of this row's cells, its column being there or not."""
        return Fault(
            self.sheet,
            self.number,
            self.letters.get(key, ""),
            BY_KEY[key].heading if key else "",
            self.written.get(key, ""),
            reason.code,
            dict(reason.params),
        )


@dataclass
class Checked:
    """A roster file read: its good rows, what was wrong, what to look at, what was left aside."""

    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    total: int = 0


def check(file: IO[bytes], year: int) -> Checked:
    """Read a roster and check each cell and row by itself; the register is not asked yet.

    Raises Refused where the file as a whole cannot be read.
    """
    from_1904 = extent.counts_from_1904(file)
    result = Checked()
    for sheet in read(file, year):
        _check_sheet(sheet, from_1904, result)
    if not result.total and not result.faults:
        result.faults.append(Fault("", 0, "", "", "", "no_rows"))
    result.faults.extend(_duplicates(result.rows))
    result.faults.sort(key=lambda fault: (fault.sheet, fault.row))
    return result


def _check_sheet(sheet: RawSheet, from_1904: bool, result: Checked) -> None:
    result.faults.extend(sheet.faults)
    result.unread.extend(sheet.unread)
    result.total += len(sheet.rows)
    formulas = {(fault.row, fault.column) for fault in sheet.faults if fault.code == "formula"}
    for raw in sheet.rows:
        row = _blank_row(raw, sheet)
        faults = [*_read_cells(raw, row, sheet, from_1904, formulas), *_row_faults(row)]
        result.faults.extend(faults)
        result.warnings.extend(_warnings(row))
        result.rows.append(row)


def _blank_row(raw: RawRow, sheet: RawSheet) -> Row:
    letters = {key: place.letter for key, place in sheet.places.items()}
    written = {key: cells.written(value) for key, value in raw.cells.items()}
    return Row(raw.sheet, raw.number, letters, {}, written)


def _read_cells(
    raw: RawRow, row: Row, sheet: RawSheet, from_1904: bool, formulas: set[tuple[int, str]]
) -> Iterator[Fault]:
    """Put the readable cells into `row.values`, and yield a fault for each of the others."""
    for key, place in sheet.places.items():
        if (raw.number, place.letter) in formulas:
            continue
        value = raw.cells[key]
        if cells.is_nothing(value):
            if key in REQUIRED:
                yield row.fault(key, Reason("blank"))
            continue
        try:
            row.values[key] = _value(place, value, from_1904)
        except cells.BadCell as bad:
            yield row.fault(key, bad.reason)


def _value(place: Place, raw: Any, from_1904: bool) -> Any:
    column = place.column
    if column.key == "expires_on" and isinstance(raw, str) and raw.strip() in cells.NO_END:
        return None
    readers: dict[str, Callable[[], Any]] = {
        "text": lambda: cells.text(raw, column.limit),
        "code": lambda: cells.code(raw),
        "date": lambda: cells.day(raw, from_1904),
        "amount": lambda: cells.amount(raw, place.unit),
        "area": lambda: cells.area(raw),
        "flag": lambda: cells.flag(raw),
        "choice": lambda: cells.choice(raw, column.choices or {}),
    }
    return readers[column.kind]()


def _row_faults(row: Row) -> Iterator[Fault]:
    """What the row's own cells say against each other."""
    said = row.values
    if (
        said.get("licence_number")
        and not said.get("licence_kind")
        and not _bad(row, "licence_kind")
    ):
        yield row.fault("licence_kind", Reason("licence_kind_missing"))
    if not said.get("licence_number") and not _bad(row, "licence_number"):
        given = [k for k in ("licence_kind", "issued_on", "expires_on") if k in said]
        if given:
            yield row.fault("licence_number", Reason("licence_number_missing"))


def _bad(row: Row, key: str) -> bool:
    """Whether the cell says something that could not be read, which is named already."""
    return key not in row.values and not cells.is_nothing(row.written.get(key))


def _warnings(row: Row) -> Iterator[Fault]:
    code = row.values.get("credit_code")
    if code and not credit_code.body_is_valid(code):
        yield row.fault("credit_code", Reason("code_body"))


def _duplicates(rows: list[Row]) -> Iterator[Fault]:
    first: dict[str, Row] = {}
    for row in rows:
        code = row.values.get("credit_code")
        if code is None:
            continue
        seen = first.setdefault(code, row)
        if seen is not row:
            place = {"row": seen.number, "sheet": seen.sheet}
            yield row.fault("credit_code", Reason("duplicate", place))
