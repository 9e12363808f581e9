"""Schemes of money in words: who is asked what, how it is reckoned, what it is capped at."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from django.utils.translation import gettext as _

from applications.queries.rulebook.procedures import Condition, condition_shown
from records.templatetags.said import said
from rules.amounts import Capped, Chosen, Difference, Fixed, Share, Sum, Tier
from rules.counted import Above, PerHead, PerStep
from rules.edition import Edition
from rules.exact import grouped, money
from rules.facts import Fact
from rules.reckoned import Amount
from rules.schemes import Scheme


@dataclass(frozen=True)
class Line:
    """One step of a reckoning, with the clause and the words that print it."""

    depth: int
    text: str
    clause: str = ""
    words: str = ""


@dataclass(frozen=True)
class SchemeShown:
    scheme: Scheme
    conditions: list[Condition]
    lines: list[Line]
    ceiling: str
    shares: str

    @property
    def asks(self) -> list[Fact]:
        return [*self.scheme.asks, *self.scheme.may]


def money_page(law: Edition) -> dict[str, Any]:
    return {
        "schemes": [_scheme(each) for each in law.money.schemes],
        "recorded": law.money.recorded,
        "uses": law.money.uses,
        "no_double": law.money.no_double,
    }


def _scheme(scheme: Scheme) -> SchemeShown:
    ceiling = scheme.amount.ceiling
    paid = scheme.instalments.percents if scheme.instalments else ()
    return SchemeShown(
        scheme,
        [condition_shown(leaf) for leaf in scheme.tests.values()],
        reckoning(scheme.amount),
        "" if ceiling is None else money(ceiling),
        " + ".join(f"{percent}%" for percent in paid),
    )


def reckoning(amount: Amount) -> list[Line]:
    """How an amount is reckoned, each piece within the one that takes it up."""
    return list(lines_of(amount, 0))


@singledispatch
def lines_of(amount: Amount, depth: int) -> Iterator[Line]:
    """The lines of one kind of amount; of a kind unknown here, what it cites."""
    for clause, words in amount.cites():
        yield Line(depth, words, clause)


@lines_of.register
def _fixed(amount: Fixed, depth: int) -> Iterator[Line]:
    yield Line(depth, f"{said(amount)} {money(amount.yuan)}", amount.clause, amount.words)


@lines_of.register
def _share(amount: Share, depth: int) -> Iterator[Line]:
    text = f"{said(amount.fact)} × {amount.percent}%"
    yield Line(depth, text, amount.clause, amount.words)


@lines_of.register
def _heads(amount: PerHead, depth: int) -> Iterator[Line]:
    text = f"{_counted(amount.count)} × {money(amount.yuan)}"
    yield Line(depth, text, amount.clause, amount.words)


@lines_of.register
def _steps(amount: PerStep, depth: int) -> Iterator[Line]:
    text = _("%(fact)s: %(yuan)s for each full %(step)s") % {
        "fact": said(amount.fact),
        "yuan": money(amount.yuan),
        "step": money(amount.step),
    }
    yield Line(depth, text, amount.clause, amount.words)


@lines_of.register
def _tiers(amount: Tier, depth: int) -> Iterator[Line]:
    words = f"{amount.limits_words}；{amount.sums_words}"
    yield Line(depth, said(amount.fact), amount.clause, words)
    for limit, paid in amount.rows:
        yield Line(depth + 1, f"≥ {money(limit)} → {money(paid)}")


@lines_of.register
def _chosen(amount: Chosen, depth: int) -> Iterator[Line]:
    yield Line(depth, _("by: %(fact)s") % {"fact": said(amount.fact)})
    for key, row in amount.rows.items():
        choice = amount.fact.choices.get(str(key))
        yield Line(depth + 1, said(choice) if choice else str(key))
        yield from lines_of(row, depth + 2)


@lines_of.register
def _together(amount: Sum, depth: int) -> Iterator[Line]:
    yield Line(depth, _("together:"), amount.clause)
    for part in amount.parts:
        yield from lines_of(part, depth + 1)


@lines_of.register
def _capped(amount: Capped, depth: int) -> Iterator[Line]:
    yield from lines_of(amount.part, depth)
    text = _("at most %(yuan)s %(per)s") % {"yuan": money(amount.most), "per": said(amount.per)}
    if amount.paid:
        text += _(", less: %(fact)s") % {"fact": said(amount.paid)}
    yield Line(depth, text, amount.clause, amount.words)


@lines_of.register
def _difference(amount: Difference, depth: int) -> Iterator[Line]:
    yield from lines_of(amount.part, depth)
    if isinstance(amount.earlier, Fact):
        text = _("less: %(fact)s") % {"fact": said(amount.earlier)}
        yield Line(depth, text, amount.clause, amount.words)
        return
    yield Line(depth, _("less the earlier award:"), amount.clause, amount.words)
    yield from lines_of(amount.earlier, depth + 1)


def _counted(count: Fact | Above) -> str:
    if isinstance(count, Fact):
        return said(count)
    return _("%(fact)s above %(percent)s%% of %(of)s") % {
        "fact": said(count.fact),
        "percent": grouped(count.percent),
        "of": said(count.of),
    }
