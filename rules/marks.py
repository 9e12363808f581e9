"""What earns points in one item of a sheet: bands, tallies, deductions, points, grades of harm.

Overlapping bands are read from the best row down, every printed endpoint included, the first
that fits; whole-percent gaps close downwards (ledger policy G-2).
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from rules.errors import BadInput
from rules.exact import grouped, plain
from rules.parsing import count_of, decimal_of
from rules.source import Text

Scale = Literal["count", "money", "percent", "growth"]


class Mark(ABC):
    """How an answer becomes points."""

    __slots__ = ()

    @property
    @abstractmethod
    def best(self) -> Fraction:
        """The most points that the criteria print."""

    @abstractmethod
    def parse(self, key: str, raw: object) -> Any:
        """The answer's value. Raises BadInput, one line."""

    @abstractmethod
    def points(self, value: Any) -> Fraction:
        """The points that the criteria print for it."""

    @abstractmethod
    def told(self, value: Any) -> Text:
        """How the value earns them."""


class Band(NamedTuple):
    """One row: from this value on (None: all that is left), these points."""

    least: Decimal | None
    points: Decimal


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Bands(Mark):
    """Rows from best to worst, the last open below. Money in yuan, percentages as 12.5 = 12.5 %."""

    scale: Scale
    unit: Text
    rows: tuple[Band, ...]

    def __post_init__(self) -> None:
        *upper, last = self.rows
        limits = [row.least for row in upper]
        points = [row.points for row in self.rows]
        if last.least is not None or None in limits:
            raise ValueError("the last band, and no other, takes all that is left")
        if limits != sorted(set(limits), reverse=True) or points != sorted(points, reverse=True):  # type: ignore[type-var]  # no None is left
            raise ValueError("bands run from best to worst")

    @property
    def best(self) -> Fraction:
        return Fraction(self.rows[0].points)

    def parse(self, key: str, raw: object) -> int | Decimal:
        if self.scale == "count":
            return count_of(key, raw)
        return decimal_of(key, raw, signed=self.scale == "growth")

    def points(self, value: int | Decimal) -> Fraction:
        return Fraction(self._row(value).points)

    def told(self, value: int | Decimal) -> Text:
        row = self._row(value)
        had, points = grouped(value), plain(row.points)
        if row.least is None:
            floor = grouped(self.rows[-2].least)  # type: ignore[arg-type]  # only the last is open
            return Text(
                f"{had}{self.unit.zh}，不足{floor}{self.unit.zh}，{points}分",
                f"{had} {self.unit.en}, short of {floor}: {points}",
            )
        least = grouped(row.least)
        return Text(
            f"{had}{self.unit.zh}，达到{least}{self.unit.zh}，{points}分",
            f"{had} {self.unit.en}, reaching {least}: {points}",
        )

    def _row(self, value: int | Decimal) -> Band:
        return next(row for row in self.rows if row.least is None or value >= row.least)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tally(Mark):
    """So many points each, up to a ceiling."""

    each: int
    ceiling: int
    unit: Text

    @property
    def best(self) -> Fraction:
        return Fraction(self.ceiling)

    def parse(self, key: str, raw: object) -> int:
        return count_of(key, raw)

    def points(self, value: int) -> Fraction:
        return Fraction(min(self.ceiling, self.each * value))

    def told(self, value: int) -> Text:
        points, each, most = plain(self.points(value)), self.each, self.ceiling
        return Text(
            f"{value:,}{self.unit.zh} × {each}分，最高{most}分，{points}分",
            f"{value:,} {self.unit.en} × {each}, at most {most}: {points}",
        )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LevelTally(Mark):
    """So many points each by level, added up to a ceiling."""

    weights: Mapping[str, int]
    names: Mapping[str, Text]
    ceiling: int

    @property
    def best(self) -> Fraction:
        return Fraction(self.ceiling)

    def parse(self, key: str, raw: object) -> dict[str, int]:
        if not isinstance(raw, Mapping) or raw.keys() != self.weights.keys():
            raise BadInput(f"{key}: expected counts of {', '.join(self.weights)}")
        return {level: count_of(f"{key}.{level}", raw[level]) for level in self.weights}

    def points(self, value: Mapping[str, int]) -> Fraction:
        total = sum(weight * value[level] for level, weight in self.weights.items())
        return Fraction(min(self.ceiling, total))

    def told(self, value: Mapping[str, int]) -> Text:
        sums = [(self.names[level], value[level], w) for level, w in self.weights.items()]
        points, most = plain(self.points(value)), self.ceiling
        zh = " + ".join(f"{name.zh}{n:,} × {w}" for name, n, w in sums)
        en = " + ".join(f"{name.en} {n:,} × {w}" for name, n, w in sums)
        return Text(f"{zh}，最高{most}分，{points}分", f"{en}, at most {most}: {points}")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Deduction(Mark):
    """All points, less so many for each case, down to none."""

    start: int
    each: int
    unit: Text

    @property
    def best(self) -> Fraction:
        return Fraction(self.start)

    def parse(self, key: str, raw: object) -> int:
        return count_of(key, raw)

    def points(self, value: int) -> Fraction:
        return Fraction(max(0, self.start - self.each * value))

    def told(self, value: int) -> Text:
        points = plain(self.points(value))
        return Text(
            f"{self.start} − {value:,}{self.unit.zh} × {self.each}，扣完为止，{points}分",
            f"{self.start} − {value:,} {self.unit.en} × {self.each}, not below 0: {points}",
        )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Points(Mark):
    """Points given by a person: one of those printed, or any up to a maximum."""

    maximum: int
    allowed: tuple[int, ...] = ()

    @property
    def best(self) -> Fraction:
        return Fraction(self.maximum)

    def parse(self, key: str, raw: object) -> Decimal:
        points = decimal_of(key, raw)
        if self.allowed and (isinstance(raw, str) or points not in self.allowed):
            raise BadInput(f"{key}: expected one of {', '.join(map(str, self.allowed))}")
        if points > self.maximum:
            raise BadInput(f"{key}: at most {self.maximum} points")
        return points

    def points(self, value: Decimal) -> Fraction:
        return Fraction(value)

    def told(self, value: Decimal) -> Text:
        points = plain(value)
        return Text(f"评{points}分", f"{points} given")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Choices(Mark):
    """Points by which of the printed cases it is."""

    rows: Mapping[str, tuple[Text, int]]

    @property
    def best(self) -> Fraction:
        return Fraction(max(points for _, points in self.rows.values()))

    def parse(self, key: str, raw: object) -> str:
        if not isinstance(raw, str) or raw not in self.rows:
            raise BadInput(f"{key}: expected one of {', '.join(self.rows)}")
        return raw

    def points(self, value: str) -> Fraction:
        return Fraction(self.rows[value][1])

    def told(self, value: str) -> Text:
        name, points = self.rows[value]
        return Text(f"{name.zh}，{points}分", f"{name.en}: {points}")


def bands(scale: Scale, zh: str, en: str, *rows: tuple[int, int], rest: int = 0) -> Bands:
    """Bands by their lower ends, with the points of each and of all that is left."""
    upper = [Band(Decimal(least), Decimal(points)) for least, points in rows]
    return Bands(scale, Text(zh, en), (*upper, Band(None, Decimal(rest))))
