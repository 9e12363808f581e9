"""Workbooks (xlsx): their visible sheets, and the cells that no value can be taken from."""

import re
from collections.abc import Iterator
from typing import IO, Any, Final
from xml.etree import ElementTree
from zipfile import ZipFile

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from records.workbooks import extent
from records.workbooks.columns import index_of
from records.workbooks.tables import At, Table

#: So many bytes of a part are looked through at a time.
PIECE: Final = 1 << 20
#: A workbook is written in the transitional namespaces or, where it was so saved, the strict ones.
_MAIN: Final = (
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}",
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}",
)
_RELATIONS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_SHEET, _ROW, _CELL = ([main + tag for main in _MAIN] for tag in ("sheet", "row", "c"))
_UNFIT: Final = re.compile(rb"<(?:\w+:)?f[\s>/]|\bt\s*=\s*[\"']e[\"']")
#: Without one of these a piece holds neither; to look for them costs next to nothing.
_SIGNS: Final = (b"<f", b":f", b'"e"', b"'e'")
_PLACE: Final = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")


def tables(file: IO[bytes]) -> list[Table]:
    """The visible sheets. Raises Refused for what is damaged or would unfold beyond bounds."""
    extent.ensure_readable(file)
    from_1904, unfit = extent.counts_from_1904(file), unfit_cells(file)
    try:
        book = CalamineWorkbook.from_filelike(file)
        return [
            Table(
                each.name,
                book.get_sheet_by_name(each.name).to_python(skip_empty_area=False),
                unfit.get(each.name, {}),
                from_1904,
            )
            for each in book.sheets_metadata
            if each.typ == SheetTypeEnum.WorkSheet and each.visible == SheetVisibleEnum.Visible
        ]
    except CalamineError as error:
        raise extent.damaged() from error


def unfit_cells(file: IO[bytes]) -> dict[str, dict[At, str]]:
    """By sheet, the cells that hold a formula or an error, with the code of the reason.

    The value of a formula was last computed somewhere, and the reader shows an error as a blank:
    neither is taken.
    """
    file.seek(0)
    with ZipFile(file) as package:
        found = {
            sheet: dict(_unfit(package, part))
            for sheet, part in _sheets(package)
            if _may_hold_unfit(package, part)
        }
    file.seek(0)
    return found


def _sheets(package: ZipFile) -> Iterator[tuple[str, str]]:
    """Each sheet's name and the part that holds it."""
    rels = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    targets = {rel.get("Id"): rel.get("Target", "") for rel in rels}
    book = ElementTree.fromstring(package.read("xl/workbook.xml"))  # noqa: S314
    for sheet in book.iter():
        if sheet.tag not in _SHEET:
            continue
        named = next(filter(None, (sheet.get(f"{each}id") for each in _RELATIONS)), "")
        target = targets.get(named, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in package.namelist():
            yield sheet.get("name", ""), part


def _may_hold_unfit(package: ZipFile, part: str) -> bool:
    """A quick look at the raw bytes, since most sheets hold none."""
    tail = b""
    with package.open(part) as stream:
        while block := stream.read(PIECE):
            piece = tail + block
            if any(sign in piece for sign in _SIGNS) and _UNFIT.search(piece):
                return True
            tail = piece[-64:]
    return False


def _unfit(package: ZipFile, part: str) -> Iterator[tuple[At, str]]:
    """Cells and rows may say where they stand; else they follow each other."""
    row = column = 0
    with package.open(part) as stream:
        for event, element in ElementTree.iterparse(stream, ("start", "end")):  # noqa: S314
            if event == "start":
                if element.tag in _ROW:
                    row, column = int(element.get("r") or row + 1), -1
                elif element.tag in _CELL:
                    column = _column(element, column + 1)
            elif element.tag in _CELL and (code := _code(element)):
                yield (row, column), code
            elif element.tag in _ROW:
                element.clear()


def _column(cell: Any, following: int) -> int:
    place = _PLACE.fullmatch(cell.get("r", ""))
    return index_of(place[1]) if place else following


def _code(cell: Any) -> str:
    if cell.find("{*}f") is not None:
        return "formula"
    return "error_value" if cell.get("t") == "e" else ""
