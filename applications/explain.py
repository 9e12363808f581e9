"""Figures and verdicts in words, in the active language."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from records.templatetags.said import said, tongue
from records.templatetags.shown import day
from rules.claims import GRADE
from rules.facts import CATALOGUE, Fact
from rules.fields import FormField

OPERATORS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "="}


def grouped(number: Any) -> str:
    """A plain number with thousands separated: 30,000,000 or 3,012.5."""
    return f"{Decimal(str(number)):,f}"


def shown_fact(fact: Fact, value: Any) -> str:
    """A fact's value with its unit; "" when it is unknown."""
    if value is None or value == "":
        return ""
    if fact.kind == "flag":
        return _("yes") if value else _("no")
    if fact.kind == "choice":
        return said(fact.choices[value])
    unit = fact.unit_en if tongue() == "en" else fact.unit_zh
    if fact.kind == "money_list":
        total = sum((Decimal(each) for each in value), Decimal(0))
        counts = {"count": len(value), "total": f"{grouped(total)} {unit}"}
        return _("%(count)s amounts, together %(total)s") % counts
    return f"{grouped(value)} {unit}".strip()


def listed_amounts(fact: Fact, value: Any) -> tuple[str, ...]:
    """The single amounts of a list, largest first; nothing for any other fact."""
    if fact.kind != "money_list" or not value:
        return ()
    return tuple(grouped(each) for each in sorted(map(Decimal, value), reverse=True))


def shown_answer(field: FormField, value: Any) -> str:
    """An answer of an official form as text; "" where there is none."""
    if value in (None, "", []):
        return ""
    labels = {option.key: said(option) for option in field.options}
    if field.kind == "choices":
        return _(", ").join(labels[key] for key in value if key in labels)
    if field.kind == "choice":
        return labels.get(value, "")
    if field.kind == "date":
        return day(date.fromisoformat(value))
    if field.kind in ("money", "area", "count"):
        return f"{grouped(value)} {field.unit}".strip()
    return str(value)


def wanted(step: Mapping[str, Any]) -> str:
    """What a leaf requires: `≥ 3,000 平方米`; "" for a judged one."""
    return _bounded(step, step.get("want"), OPERATORS.get(step.get("operator") or "", ""))


def had(step: Mapping[str, Any]) -> str:
    """What a leaf found: the figure with its unit, "" where it is unknown."""
    return _bounded(step, step.get("have"), "")


def gap(step: Mapping[str, Any]) -> str:
    """How far a missed leaf is from its limit: `差 2 家`."""
    if not step.get("gap"):
        return ""
    return _("short by %(gap)s") % {"gap": _bounded(step, step["gap"], "")}


def _bounded(step: Mapping[str, Any], value: Any, sign: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    fact = {**CATALOGUE, GRADE.key: GRADE}.get(step.get("fact") or "")
    if fact is not None and fact.kind == "choice":
        return _(" or ").join(said(fact.choices[each]) for each in str(value).split("/"))
    unit = step.get("unit_en") if tongue() == "en" else step.get("unit")
    return " ".join(part for part in (sign, grouped(value), unit) if part)
