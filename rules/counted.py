"""Amounts by counting: so many yuan a head, by class, above a line, for each full step."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from rules.exact import grouped, money, plain, up, yuan
from rules.facts import Fact
from rules.reckoned import Amount, Citation, Given, Line, Reckoned, number
from rules.source import Text
from rules.words import Phrase, WordsDisagree, read, require_amounts


class Above(NamedTuple):
    """How many of a fact lie above a percentage of another.

    `whole` rounds the line up to a whole number first, since half a person does not count.
    """

    fact: Fact
    of: Fact
    percent: int
    clause: str
    whole: bool = True

    def line(self, given: Given) -> Fraction:
        """The figure from which counting begins."""
        exact = number(given, self.of) * self.percent / 100
        return Fraction(up(exact)) if self.whole else exact

    def excess(self, given: Given) -> Reckoned:
        """The excess, never below nought."""
        base, line = number(given, self.of), self.line(given)
        value = max(Fraction(0), number(given, self.fact) - line)
        unit, unit_en = self.fact.unit_zh, self.fact.unit_en
        floor = f"{grouped(base)} × {self.percent}% = {grouped(base * self.percent / 100)}"
        above = f"{grouped(number(given, self.fact))} − {grouped(line)} = {grouped(value)}"
        return Reckoned(
            value,
            (
                Line(
                    f"{self.of.zh} {floor}，即{grouped(line)}{unit}",
                    f"{self.of.en} {floor}, that is {grouped(line)} {unit_en}",
                    self.clause,
                    plain(line),
                ),
                Line(f"超出 {above}{unit}", f"Above {above} {unit_en}", self.clause, plain(value)),
            ),
        )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PerHead(Amount):
    """So many yuan a head, by class where several are added up."""

    yuan: int
    count: Fact | Above
    clause: str
    words: str

    def __post_init__(self) -> None:
        if Phrase(None, Decimal(self.yuan), "元") not in read(self.words):
            raise WordsDisagree(f"{self.words}: the code says {self.yuan}")

    def reckon(self, given: Given) -> Reckoned:
        if isinstance(self.count, Fact):
            heads, before = Reckoned(number(given, self.count), ())
            unit = Text(self.count.zh, self.count.en)
        else:
            heads, before = self.count.excess(given)
            unit = Text("超出部分", "Excess")
        value = heads * self.yuan
        sum_ = f"{grouped(heads)} × {money(self.yuan)} = {money(value)}"
        line = Line(f"{unit.zh} {sum_}", f"{unit.en} {sum_}", self.clause, yuan(value))
        return Reckoned(value, (*before, line))

    def cites(self) -> Iterator[Citation]:
        yield self.clause, self.words


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PerStep(Amount):
    """So many yuan for each full step of a fact: 每满100万元奖励1万元."""

    fact: Fact
    step: int
    yuan: int
    clause: str
    words: str

    def __post_init__(self) -> None:
        require_amounts(self.words, self.step, self.yuan)

    def reckon(self, given: Given) -> Reckoned:
        base = number(given, self.fact)
        steps = base // self.step
        value = Fraction(steps * self.yuan)
        sum_ = f"{money(base)} ÷ {money(self.step)}"
        paid = f"{steps:,} × {money(self.yuan)} = {money(value)}"
        return Reckoned(
            value,
            (
                Line(
                    f"{self.fact.zh} {sum_}，满{steps:,}个；{paid}",
                    f"{self.fact.en} {sum_}, {steps:,} full steps; {paid}",
                    self.clause,
                    yuan(value),
                ),
            ),
        )

    def cites(self) -> Iterator[Citation]:
        yield self.clause, self.words
