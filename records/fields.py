"""Form fields that read what offices type: full-width digits, blanks, 万元, every date form."""

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_DATE = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?")
_AMOUNT = re.compile(r"([-+]?\d+(?:\.\d+)?)(亿|万)?(?:元|人民币)?")
BIGINT_DIGITS = 19  # of the largest key that a column holds
PHONE_DIGITS = 7  # of a local number [the system's own default]
_SCALES = {"亿": Decimal(100_000_000), "万": Decimal(10_000), None: Decimal(1)}


class NoSuchDay(ValueError):
    """A date written in a form that is read, of a day that no calendar has: 2026-2-30."""


def half_width(text: str) -> str:
    """`text` with full-width letters and digits as half-width ones, without outer blanks."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).strip()


def read_date(text: str) -> date:
    """The date of 2026-11-21, 2026/11/21, 2026.1.5 or 2026年11月21日.

    Raises ValueError, and NoSuchDay where only the day is wrong.
    """
    found = _DATE.fullmatch(re.sub(r"\s", "", half_width(text)))
    if not found:
        raise ValueError(text)
    return calendar_day(*found.groups())


def calendar_day(year: str, month: str, day: str) -> date:
    """The day of these digits. Raises NoSuchDay."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise NoSuchDay(f"{year}-{month}-{day}") from error


def number_of(written: str) -> int:
    """A row's key or version that an address or a page sent; for anything else 0, which none is."""
    return int(written) if written.isdecimal() and len(written) < BIGINT_DIGITS else 0


def read_amount(text: str) -> Decimal:
    """The number of 1,234.5, １２３ or 12.5万元 (125000). Raises ValueError."""
    found = _AMOUNT.fullmatch(re.sub(r"[\s,，]", "", half_width(text)))
    if not found:
        raise ValueError(text)
    try:
        value = Decimal(found[1]) * _SCALES[found[2]]
        # 12.50万 is 125000, not 1.25E+5
        return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
    except InvalidOperation as error:
        raise ValueError(text) from error


class PhoneField(forms.CharField):
    """A telephone number, mobile or with area code and extension; at least PHONE_DIGITS digits."""

    def __init__(self, **more: Any) -> None:
        widget = forms.TextInput(attrs={"type": "tel"})
        super().__init__(**({"widget": widget} | more))

    def clean(self, value: Any) -> str:
        written = half_width(super().clean(value)).replace(" ", "")
        if written and sum(sign.isdigit() for sign in written) < PHONE_DIGITS:
            raise ValidationError(_("Write a telephone number at which you can be reached."))
        return written


class ChineseDateField(forms.DateField):
    """A date in any form an office writes it."""

    widget = forms.DateInput(
        format="%Y-%m-%d", attrs={"inputmode": "numeric", "autocomplete": "off"}
    )
    default_error_messages = {
        "invalid": _("Write the date as 2026-11-21, 2026/11/21, 2026.11.21 or 2026年11月21日."),
        "no_such_day": _("The calendar has no such day."),
    }

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        try:
            return read_date(str(value))
        except NoSuchDay:
            raise ValidationError(self.error_messages["no_such_day"], code="no_such_day") from None
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class ChineseDecimalField(forms.DecimalField):
    """A number with full-width digits, blanks and commas, in yuan or 万元."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {
        "invalid": _("Write a number such as 1234.56 or 12.5万."),
    }

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if value in self.empty_values or not isinstance(value, str):
            return super().to_python(value)
        try:
            return super().to_python(str(read_amount(value)))
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class CountField(ChineseDecimalField):
    """A whole number of 0 or more."""

    default_error_messages = {"invalid": _("Write a whole number such as 12.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_digits=12, decimal_places=0, **kwargs)

    def clean(self, value: Any) -> int | None:
        read = super().clean(value)
        return None if read is None else int(read)
