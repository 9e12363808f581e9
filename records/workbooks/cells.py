"""One cell's value: what offices type, read strictly and without guessing."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from records import credit_code
from records.fields import NoSuchDay, calendar_day, half_width, read_amount, read_date
from records.workbooks.columns import first_words
from records.workbooks.reasons import Reason

#: What people write for "nothing": never read as zero.
NOTHING: Final = frozenset({"", "/", "-", "--", "—", "——", "无", "暂无", "N/A"})
_LONGEST_NOTHING: Final = max(map(len, NOTHING))
NO_END: Final = frozenset({"长期", "长期有效", "永久", "无固定期限"})
YES: Final = frozenset({"是", "√", "✓", "Y", "YES", "1", "TRUE", "拟入驻"})
NO: Final = frozenset({"否", "×", "N", "NO", "0", "FALSE"})
FEN: Final = Decimal("0.01")
LARGEST_AMOUNT: Final = Decimal(10**14)
LARGEST_AREA: Final = Decimal(10**8)
LARGEST_COUNT: Final = 10**7

_EPOCH = date(1899, 12, 30)
_EPOCH_1904_DAYS = 1462
_SERIALS = range(18_000, 80_000)
#: A day's serial; behind the point the time of day.
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_SCIENTIFIC = re.compile(r"\d(\.\d+)?E\+?\d+", re.IGNORECASE)
_OWN_UNIT = re.compile(r"[元万亿]")
_AREA_UNIT = re.compile(r"(平方米|平米|m2)$", re.IGNORECASE)


class BadCell(Exception):
    """A cell that is not taken, and why."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.reason = Reason(code, params)


def is_nothing(raw: Any) -> bool:
    """Whether the cell says nothing: blank, or a dash or 无."""
    if not isinstance(raw, str):
        return raw is None
    return len(bare := raw.strip()) <= _LONGEST_NOTHING and half_width(bare) in NOTHING


def written(raw: Any) -> str:
    """A cell's value as the spreadsheet shows it, near enough to be found again."""
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return str(raw)


def text(raw: Any, limit: int) -> str:
    """Text as typed, inner runs of blanks as one; a number without its decimal point."""
    if isinstance(raw, bool | date | timedelta):
        raise BadCell("not_text")
    read = " ".join(written(raw).split())
    if len(read) > limit:
        raise BadCell("too_long", limit=limit)
    return read


def code(raw: Any) -> str:
    """A credit code whose 18th character fits. Its 17th is the checker's to warn of."""
    if not isinstance(raw, str) or _SCIENTIFIC.fullmatch(half_width(raw)):
        raise BadCell("code_digits")
    read = credit_code.normalise(raw)
    if not credit_code.is_well_formed(read):
        raise BadCell("code_shape")
    if not credit_code.is_valid(read):
        raise BadCell("code_check")
    return read


def day(raw: Any, from_1904: bool = False) -> date:
    """A date cell, an Excel serial, 20260105, or one of the four written forms."""
    read = _day(raw, from_1904)
    if not 1949 <= read.year <= 2100:
        raise BadCell("date_range")
    return read


def _day(raw: Any, from_1904: bool) -> date:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    said = written(raw).strip()
    try:
        if (serial := _SERIAL.fullmatch(said)) and int(serial[1]) in _SERIALS:
            return _EPOCH + timedelta(int(serial[1]) + _EPOCH_1904_DAYS * from_1904)
        if re.fullmatch(r"\d{8}", said):
            return calendar_day(said[:4], said[4:6], said[6:])
        return read_date(said)
    except NoSuchDay:
        raise BadCell("no_such_day") from None
    except (ValueError, OverflowError):
        raise BadCell("date_form") from None


def amount(raw: Any, unit: Decimal | None) -> Decimal:
    """Yuan, rounded to the fen; `unit` is the heading's, and a unit in the cell goes before it."""
    own = isinstance(raw, str) and _OWN_UNIT.search(half_width(raw))
    if not own and unit is None:
        raise BadCell("no_unit")
    return _positive(_number(raw) * (1 if own or unit is None else unit), LARGEST_AMOUNT)


def area(raw: Any) -> Decimal:
    """Square metres, to two decimals."""
    if isinstance(raw, str):
        raw = _AREA_UNIT.sub("", half_width(raw).replace(" ", ""))
        if _OWN_UNIT.search(raw):
            raise BadCell("number_form")
    return _positive(_number(raw), LARGEST_AREA)


def count(raw: Any) -> int:
    """A whole number of 0 or more."""
    read = _positive(_number(raw), Decimal(LARGEST_COUNT))
    if read != read.to_integral_value():
        raise BadCell("count_form")
    return int(read)


def flag(raw: Any) -> bool:
    """是 or 否, and what else people tick a box with."""
    word = _word(raw)
    if word in YES or word in NO:
        return word in YES
    raise BadCell("choice", choices="是、否")


def choice(raw: Any, choices: Mapping[str, str]) -> str:
    """The key of one of the words in `choices`."""
    word = raw if raw in choices else _word(raw)
    if word not in choices:
        raise BadCell("choice", choices="、".join(first_words(choices)))
    return choices[word]


def _word(raw: Any) -> str:
    return half_width(written(raw)).replace(" ", "").upper()


def _number(raw: Any) -> Decimal:
    if isinstance(raw, bool | date | timedelta):
        raise BadCell("number_form")
    try:
        return read_amount(raw) if isinstance(raw, str) else Decimal(repr(raw))
    except (ValueError, ArithmeticError):
        raise BadCell("number_form") from None


def _positive(value: Decimal, largest: Decimal) -> Decimal:
    if value < 0:
        raise BadCell("negative")
    if value >= largest:
        raise BadCell("too_large")
    return value.quantize(FEN, ROUND_HALF_UP)
