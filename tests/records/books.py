"""Workbooks for tests, good and messy."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from xlsxwriter import Workbook


def sheet_of(lines: Sequence[Sequence[Any]], name: str = "名册") -> bytes:
    """A workbook with these cells; a str that begins with "=" becomes a formula."""
    return sheets_of({name: lines})


def sheets_of(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook of several sheets by name, as `sheet_of` makes one."""
    content = io.BytesIO()
    with Workbook(content, {"default_date_format": "yyyy-mm-dd"}) as workbook:
        for name, lines in sheets.items():
            sheet = workbook.add_worksheet(name)
            for number, cells in enumerate(lines):
                for index, value in enumerate(cells):
                    if isinstance(value, date):
                        sheet.write_datetime(number, index, value)
                    else:
                        sheet.write(number, index, value)
    return content.getvalue()


def with_part(content: bytes, part: str, text: bytes) -> bytes:
    """The workbook with one part of its package replaced or added."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, text)
    return made.getvalue()


def upload(content: bytes, name: str = "名册.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
