"""Reading a roster: what its rows say against themselves and each other."""

from collections.abc import Iterable, Iterator
from typing import IO, Any

from records import credit_code
from records.workbooks import checking
from records.workbooks.checking import Checked, Row, Step, quietly
from records.workbooks.reasons import Fault, Reason
from tenants.roster.columns import LAYOUT


def check(file: IO[bytes], year: int, step: Step = quietly) -> Checked:
    """Read a roster and check each cell and row by itself; the register is not asked yet.

    Raises Refused where the file as a whole cannot be read.
    """
    result = checking.check(file, (LAYOUT,), "no_header", year, step)
    for row in result.rows:
        result.faults.extend(_row_faults(row))
        result.warnings.extend(_warnings(row))
    result.faults.extend(_duplicates(result.rows))
    result.faults.sort(key=lambda fault: (fault.sheet, fault.row))
    return result


def left_out(checked: Checked) -> set[tuple[str, int]]:
    """The places of the rows with errors."""
    places = {row.place for row in checked.rows}
    return places & {(fault.sheet, fault.row) for fault in checked.faults}


def _row_faults(row: Row) -> Iterator[Fault]:
    """What the row's own cells say against each other."""
    said = row.values
    if (
        said.get("licence_number")
        and not said.get("licence_kind")
        and not row.is_unread("licence_kind")
    ):
        yield row.fault("licence_kind", Reason("licence_kind_missing"))
    if not said.get("licence_number") and not row.is_unread("licence_number"):
        given = [k for k in ("licence_kind", "issued_on", "expires_on") if k in said]
        if given:
            yield row.fault("licence_number", Reason("licence_number_missing"))


def _warnings(row: Row) -> Iterator[Fault]:
    code = row.values.get("credit_code")
    if code and not credit_code.body_is_valid(code):
        yield row.fault("credit_code", Reason("code_body"))


def _duplicates(rows: Iterable[Row]) -> Iterator[Fault]:
    """Each row whose code stood before; where it says something else, that first row too."""
    first: dict[str, Row] = {}
    doubted: set[str] = set()
    for row in rows:
        code = row.values.get("credit_code")
        if code is None:
            continue
        seen = first.setdefault(code, row)
        if seen is row:
            continue
        yield row.fault("credit_code", Reason("duplicate", _place(seen)))
        if seen.values != row.values and code not in doubted:
            doubted.add(code)
            yield seen.fault("credit_code", Reason("contradicted", _place(row)))


def _place(row: Row) -> dict[str, Any]:
    return {"row": row.number, "sheet": row.sheet}
