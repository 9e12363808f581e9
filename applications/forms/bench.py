"""The test bench: facts, answers and days to try a regulation on. Nothing of it is stored."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from applications.forms.fields import AmountField, OneOfField, fact_field
from records.fields import ChineseDateField, ChineseDecimalField, CountField
from records.templatetags.said import clause, said, tongue
from rules.conditions import Condition, Group, Judged, Leaf, Measured
from rules.edition import Edition
from rules.facts import CATALOGUE, Fact
from rules.marks import Bands, Choices, LevelTally, Mark, Points
from rules.schemes import Scheme
from rules.scoring import READINGS, Item, Sheet
from rules.verdict import plain

READING_NAMES = {
    "as_printed": gettext_lazy("as printed: each item capped at its printed weight"),
    "scaled": gettext_lazy("scaled: criteria stretched to the printed weight"),
}
ANSWERS = (("", "—"), ("met", _("met")), ("not_met", _("not met")))


class SignedField(ChineseDecimalField):
    """A decimal number that may lie below 0, as a plain string."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=18, decimal_places=4, **kwargs)

    def clean(self, value: Any) -> str | None:
        read = super().clean(value)
        return None if read is None else plain(read)


class MoneyBench(forms.Form):
    """What a scheme asks; of a fact that may not be known yet, nothing is an answer."""

    on = ChineseDateField(label=_("As on"), required=False, help_text=_("Empty: today."))

    def __init__(self, *args: Any, scheme: Scheme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scheme = scheme
        for fact in (*scheme.asks, *scheme.may):
            required = fact in scheme.asks and not fact.nullable
            self.fields[fact.key] = bench_field(fact, required=required)
        self.order_fields([*(name for name in self.fields if name != "on"), "on"])

    def facts(self) -> dict[str, Any]:
        """The facts as the rules take them."""
        known = {fact.key: self.cleaned_data[fact.key] for fact in self._all()}
        unsaid = {fact.key for fact in self.scheme.asks if fact.nullable}
        return {key: value for key, value in known.items() if value is not None or key in unsaid}

    def _all(self) -> tuple[Fact, ...]:
        return (*self.scheme.asks, *self.scheme.may)


class ConditionsBench(forms.Form):
    """Facts, answers to what a person judges, and waivers where the law has a ground for one."""

    on = ChineseDateField(label=_("As on"), required=False, help_text=_("Empty: today."))

    def __init__(self, *args: Any, law: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.law = law
        for key in law.fact_keys():
            self.fields[key] = bench_field(CATALOGUE[key], required=False)
        self.judged = {f"judge-{n}": leaf for n, leaf in enumerate(_judged(law))}
        for name, leaf in self.judged.items():
            self.fields[name] = OneOfField(choices=ANSWERS, label=_leaf(leaf), required=False)
        self.waived = {f"waive-{n}": leaf for n, leaf in enumerate(waivable(law))}
        for name, leaf in self.waived.items():
            self._add_waiver(name, leaf)
        self.order_fields([*(name for name in self.fields if name != "on"), "on"])

    def groups(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """The fields under their headings."""
        waivers = [name for name in self.fields if name.startswith(("waive-", "limit-"))]
        yield gettext("Facts"), [self[key] for key in self.law.fact_keys()]
        yield gettext("What a person judges"), [self[name] for name in self.judged]
        yield gettext("Waivers"), [self[name] for name in waivers]
        yield gettext("Day"), [self["on"]]

    def facts(self) -> dict[str, Any]:
        """The facts as the rules take them; what was left empty is missing."""
        given = {key: self.cleaned_data[key] for key in self.law.fact_keys()}
        return {key: value for key, value in given.items() if value is not None}

    def judgements(self) -> dict[str, Any]:
        by, reason = gettext("test bench"), gettext("tried")
        return {
            leaf.id: {"met": answer == "met", "by": by, "reason": reason}
            for name, leaf in self.judged.items()
            if (answer := self.cleaned_data[name])
        }

    def waivers(self) -> dict[str, Any]:
        words = {"by": gettext("test bench"), "reason": gettext("tried"), "document": "—"}
        found: dict[str, Any] = {}
        for name, leaf in self.waived.items():
            limit = self.cleaned_data.get(name.replace("waive", "limit"))
            if self.cleaned_data[name] or limit is not None:
                found[leaf.id] = words | ({} if limit is None else {"value": limit})
        return found

    def _add_waiver(self, name: str, leaf: Leaf) -> None:
        self.fields[name] = forms.BooleanField(label=_leaf(leaf), required=False)
        covered = any(each.covers(leaf.id) for each in self.law.relaxations)
        if covered and isinstance(leaf, Measured) and leaf.fact.kind != "flag":
            kind = CountField if leaf.fact.kind in ("count", "money_list") else AmountField
            label = gettext("Relaxed limit: %(leaf)s") % {"leaf": _leaf(leaf)}
            self.fields[name.replace("waive", "limit")] = kind(label=label, required=False)


class SheetBench(forms.Form):
    """An answer to each item of a sheet; one left empty stays open."""

    def __init__(self, *args: Any, sheet: Sheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        for key, item in sheet.items.items():
            for name, field in mark_fields(key, item):
                self.fields[name] = field
        named = [(key, READING_NAMES[key]) for key in READINGS]
        self.fields["reading"] = forms.ChoiceField(
            label=_("Reading of the sheet"), choices=named, initial=READINGS[0]
        )

    def answers(self) -> dict[str, Any]:
        """The answers as the rules take them."""
        return {key: self._answer(key, item.mark) for key, item in self.sheet.items.items()}

    def _answer(self, key: str, mark: Mark) -> Any:
        if not isinstance(mark, LevelTally):
            value = self.cleaned_data[key]
            return int(value) if isinstance(mark, Points) and mark.allowed and value else value
        counts = {level: self.cleaned_data[f"{key}.{level}"] for level in mark.weights}
        if all(count is None for count in counts.values()):
            return None
        return {level: count or 0 for level, count in counts.items()}


class DeadlineBench(forms.Form):
    """A duty and the day that starts it."""

    def __init__(self, *args: Any, law: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["duty"] = forms.ChoiceField(
            label=_("Duty"), choices=[(duty.key, said(duty)) for duty in law.duties]
        )
        self.fields["start"] = ChineseDateField(
            label=_("From"),
            help_text=_("The event's day, or the last day of the period reported on."),
        )


def bench_field(fact: Fact, *, required: bool) -> forms.Field:
    """The field of a fact under its own name and unit, with the bounds that the rules set."""
    unit = fact.unit_en if tongue() == "en" else fact.unit_zh
    field = fact_field(fact, label=said(fact), required=required, help_text=unit)
    if fact.kind == "count" and fact.most is not None:
        field.validators += [MinValueValidator(fact.least), MaxValueValidator(fact.most)]
    return field


def mark_fields(key: str, item: Item) -> Iterator[tuple[str, forms.Field]]:
    """The field or fields that take an answer to one item."""
    mark, label = item.mark, f"{key} {said(item)}"
    if isinstance(mark, LevelTally):
        for level in mark.weights:
            name = f"{label}{gettext(': ')}{said(mark.names[level])}"
            yield f"{key}.{level}", CountField(label=name, required=False)
    elif isinstance(mark, Choices):
        yield key, _one_of(label, ((name, said(row[0])) for name, row in mark.rows.items()))
    elif isinstance(mark, Points):
        yield key, _points(label, mark)
    else:
        unit = said(mark.unit) if hasattr(mark, "unit") else ""
        yield key, _figure(mark)(label=label, required=False, help_text=unit)


def waivable(law: Edition) -> list[Leaf]:
    """The leaves for whose miss the law has a ground."""
    soft = dict(_softened(law.conditions, inherited=False))
    return [
        leaf
        for leaf in law.tests.values()
        if soft.get(leaf.id) or any(each.covers(leaf.id) for each in law.relaxations)
    ]


def _softened(node: Condition, *, inherited: bool) -> Iterator[tuple[str, bool]]:
    """Each leaf, and whether it or a head above it grants discretion."""
    soft = inherited or bool(getattr(node, "soft", None))
    if isinstance(node, Leaf):
        yield node.id, soft
    elif isinstance(node, Group):
        for part in node.parts:
            yield from _softened(part, inherited=soft)
    else:
        below = [each for each in node.walk() if isinstance(each, Leaf)]
        yield from ((leaf.id, soft or bool(leaf.soft)) for leaf in below)


def _judged(law: Edition) -> list[Leaf]:
    return [leaf for leaf in law.tests.values() if isinstance(leaf, Judged)]


def _leaf(leaf: Leaf) -> str:
    return f"{clause(leaf.id)} {said(leaf)}"


def _one_of(label: str, choices: Iterable[tuple[str, str]]) -> forms.Field:
    return OneOfField(choices=[("", "—"), *choices], label=label, required=False)


def _points(label: str, mark: Points) -> forms.Field:
    if mark.allowed:
        return _one_of(label, ((str(each), str(each)) for each in mark.allowed))
    field = AmountField(label=label, required=False)
    field.validators.append(MaxValueValidator(Decimal(mark.maximum)))
    return field


def _figure(mark: Mark) -> type[forms.Field]:
    if isinstance(mark, Bands) and mark.scale != "count":
        return SignedField if mark.scale == "growth" else AmountField
    return CountField
