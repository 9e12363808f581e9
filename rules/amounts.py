"""How an amount is reckoned, as on paper: fixed sums, shares, amounts a head, tiers, ceilings.

Every piece compares its operative words with its numbers when it is built. Amounts in yuan,
exact until the end; the lines are what a clerk would write down.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rules.exact import money, yuan
from rules.facts import Fact
from rules.reckoned import Amount, Citation, Given, Line, Reckoned, number
from rules.source import Text
from rules.words import Phrase, WordsDisagree, read, require_amounts


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Fixed(Amount):
    """A printed sum, one of those that the words print."""

    yuan: int
    zh: str
    en: str
    clause: str
    words: str

    def __post_init__(self) -> None:
        if Phrase(None, Decimal(self.yuan), "元") not in read(self.words):
            raise WordsDisagree(f"{self.words}: the code says {self.yuan}")

    def reckon(self, given: Given) -> Reckoned:
        value = Fraction(self.yuan)
        told = money(value)
        return Reckoned(
            value, (Line(f"{self.zh} {told}", f"{self.en} {told}", self.clause, yuan(value)),)
        )

    def cites(self) -> Iterator[Citation]:
        yield self.clause, self.words


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Share(Amount):
    """A percentage of a fact; `1:1` is one hundred per cent."""

    fact: Fact
    percent: int
    clause: str
    words: str

    def __post_init__(self) -> None:
        if self.percent not in _percentages(self.words):
            raise WordsDisagree(f"{self.words}: the code says {self.percent}%")

    def reckon(self, given: Given) -> Reckoned:
        base = number(given, self.fact)
        value = base * self.percent / 100
        sum_ = f"{money(base)} × {self.percent}% = {money(value)}"
        line = Line(f"{self.fact.zh} {sum_}", f"{self.fact.en} {sum_}", self.clause, yuan(value))
        return Reckoned(value, (line,))

    def cites(self) -> Iterator[Citation]:
        yield self.clause, self.words


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tier(Amount):
    """A sum by the highest limit reached; nothing below the first."""

    fact: Fact
    rows: tuple[tuple[int, int], ...]
    clause: str
    limits_words: str
    sums_words: str

    def __post_init__(self) -> None:
        require_amounts(self.limits_words, *(limit for limit, _ in self.rows))
        require_amounts(self.sums_words, *(paid for _, paid in self.rows))

    def reckon(self, given: Given) -> Reckoned:
        have = number(given, self.fact)
        reached = [row for row in self.rows if have >= row[0]]
        if not reached:
            first, none = money(self.rows[0][0]), money(0)
            zh = f"{self.fact.zh} {money(have)}，不足 {first} → {none}"
            en = f"{self.fact.en} {money(have)}, short of {first} -> {none}"
            return Reckoned(Fraction(0), (Line(zh, en, self.clause, yuan(0)),))
        limit, paid = reached[-1]
        zh = f"{self.fact.zh} {money(have)}，达到 {money(limit)} → {money(paid)}"
        en = f"{self.fact.en} {money(have)}, reaching {money(limit)} -> {money(paid)}"
        return Reckoned(Fraction(paid), (Line(zh, en, self.clause, yuan(paid)),))

    def cites(self) -> Iterator[Citation]:
        yield self.clause, self.limits_words
        yield self.clause, self.sums_words


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Chosen(Amount):
    """One of several amounts, picked by a level, a class, or the year of the claim."""

    fact: Fact
    rows: Mapping[int | str, Amount]

    def reckon(self, given: Given) -> Reckoned:
        return self.rows[given[self.fact.key]].reckon(given)  # type: ignore[index]  # its kind

    def cites(self) -> Iterator[Citation]:
        for row in self.rows.values():
            yield from row.cites()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sum(Amount):
    """Several amounts together."""

    parts: tuple[Amount, ...]
    clause: str

    def reckon(self, given: Given) -> Reckoned:
        told = [part.reckon(given) for part in self.parts]
        value = sum((each.value for each in told), Fraction(0))
        joined = " + ".join(money(each.value) for each in told) + f" = {money(value)}"
        line = Line(f"合计 {joined}", f"Together {joined}", self.clause, yuan(value))
        return Reckoned(value, (*(line for each in told for line in each.lines), line))

    def cites(self) -> Iterator[Citation]:
        for part in self.parts:
            yield from part.cites()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Capped(Amount):
    """At most so much, less what has been paid before within the same ceiling."""

    part: Amount
    most: int
    clause: str
    words: str
    per: Text
    paid: Fact | None = None

    def __post_init__(self) -> None:
        # 不超10万: the unit is left out in print.
        phrases = [Phrase("<=", Decimal(self.most), unit) for unit in ("元", "")]
        if not any(phrase in phrases for phrase in read(self.words)):
            raise WordsDisagree(f"{self.words}: the code says at most {self.most}")

    def reckon(self, given: Given) -> Reckoned:
        before = self.part.reckon(given)
        paid = number(given, self.paid) if self.paid else Fraction(0)
        room = max(Fraction(0), self.most - paid)
        value = min(before.value, room)
        less = f"，已付 {money(paid)}，尚可付 {money(room)}" if paid else ""
        less_en = f", {money(paid)} paid, {money(room)} left" if paid else ""
        line = Line(
            f"{self.per.zh}最高 {money(self.most)}{less} → {money(value)}",
            f"At most {money(self.most)} {self.per.en}{less_en} -> {money(value)}",
            self.clause,
            yuan(value),
        )
        return Reckoned(value, (*before.lines, line))

    def cites(self) -> Iterator[Citation]:
        yield self.clause, self.words
        yield from self.part.cites()

    @property
    def ceiling(self) -> Decimal:
        return Decimal(self.most)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Difference(Amount):
    """What is left after an earlier award of the same matter: 升级补差."""

    part: Amount
    earlier: Fact | Amount
    clause: str
    words: str

    def reckon(self, given: Given) -> Reckoned:
        before = self.part.reckon(given)
        paid = self._earlier(given)
        value = max(Fraction(0), before.value - paid)
        sum_ = f"{money(before.value)} − {money(paid)} → {money(value)}"
        line = Line(f"补差 {sum_}", f"Difference {sum_}", self.clause, yuan(value))
        return Reckoned(value, (*before.lines, line))

    def cites(self) -> Iterator[Citation]:
        yield self.clause, self.words
        yield from self.part.cites()

    @property
    def ceiling(self) -> Decimal | None:
        return self.part.ceiling

    def _earlier(self, given: Given) -> Fraction:
        if isinstance(self.earlier, Amount):
            return self.earlier.reckon(given).value
        return number(given, self.earlier)


def _percentages(words: str) -> list[Decimal]:
    """Every percentage of the words; a ratio a:b is b in every a."""
    phrases = read(words)
    if ":" in words:
        base, matched = (phrase.value for phrase in phrases)
        return [100 * matched / base]
    return [phrase.value for phrase in phrases if phrase.unit == "%"]
