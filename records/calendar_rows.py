"""The days of a calendar year as lines of text, for typing and for CSV files."""

import re
from collections.abc import Iterable
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from records.acts import DayRow
from records.fields import half_width, read_date
from records.models import CalendarDay

_KINDS: Final = {
    "off": "off",
    "休": "off",
    "休息": "off",
    "放假": "off",
    "work": "work",
    "班": "work",
    "上班": "work",
    "补班": "work",
}


def read_rows(text: str) -> list[DayRow]:
    """The rows of the text. Raises ValidationError naming every line that cannot be read."""
    rows, errors = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        parts = [half_width(part) for part in re.split(r"[,;\t，；]", line)]
        if not any(parts) or (number == 1 and parts[0].lower() in ("date", "日期")):
            continue
        try:
            rows.append(_row(parts))
        except ValueError as error:
            errors.append(_("Line %(line)s: %(what)s") % {"line": number, "what": error})
    if errors:
        raise ValidationError(errors)
    return rows


def write_rows(days: Iterable[CalendarDay]) -> str:
    return "\n".join(
        ", ".join((day.date.isoformat(), day.kind, day.name_zh, day.name_en)) for day in days
    )


def decoded(content: bytes) -> str:
    """A CSV file's text: UTF-8, else the encoding that Chinese Excel writes."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace")


def _row(parts: list[str]) -> DayRow:
    try:
        day = read_date(parts[0])
    except ValueError as error:
        raise ValueError(_("“%(text)s” is not a date.") % {"text": parts[0]}) from error
    kind = _KINDS.get(parts[1].lower() if len(parts) > 1 else "")
    if kind is None:
        raise ValueError(_("The second word must be off or work (休 or 班)."))
    return DayRow(day, kind, *(parts[2:4]))
