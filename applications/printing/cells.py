"""The answers of an official form as its cells print them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import InvalidOperation
from typing import Any

from records.templatetags.shown import yuan
from rules.fields import Form, FormField


@dataclass(frozen=True)
class Choice:
    """One box with its word."""

    label: str
    ticked: bool


@dataclass(frozen=True)
class Cell:
    """A label and what stands beside it: a text (with the printed unit) or boxes."""

    label: str
    text: str = ""
    unit: str = ""
    choices: tuple[Choice, ...] = ()


def cells_of(form: Form, answers: Mapping[str, Any]) -> dict[str, Cell]:
    """The form's cells by key, in its order; a missing answer leaves its cell empty.

    Answers have the shapes of `applications.prefill`; amounts are in the form's printed unit.
    """
    return {field.key: _cell(field, answers.get(field.key)) for field in form.fields}


def chinese_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _cell(field: FormField, answer: Any) -> Cell:
    if field.options:
        chosen = {answer} if isinstance(answer, str) else set(answer or ())
        choices = (Choice(option.zh, option.key in chosen) for option in field.options)
        return Cell(field.zh, choices=tuple(choices))
    return Cell(field.zh, _text(field, answer), field.unit)


def _text(field: FormField, answer: Any) -> str:
    if answer is None or answer == "":
        return ""
    # Amounts stand in the form's printed unit, so `yuan` only groups and rounds them.
    written = {"date": _day, "money": yuan, "area": yuan}.get(field.kind, str)
    try:
        told = written(answer)
    except (ValueError, InvalidOperation):
        # An answer kept in the applicant's own words is printed in them.
        return str(answer)
    # A form that prints no unit of area (A-JZ-16) has it with the figure.
    return f"{told}平方米" if field.kind == "area" and not field.unit else told


def _day(answer: Any) -> str:
    return chinese_day(answer if isinstance(answer, date) else date.fromisoformat(answer))
