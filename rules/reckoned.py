"""What an amount is: a value in yuan with the lines that lead to it, and how it is paid out."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from rules.facts import Fact, Value
from rules.words import WordsDisagree, read

Given = Mapping[str, Value | None]
Citation = tuple[str, str]


class Line(NamedTuple):
    """One line of the calculation, with the value that it arrives at."""

    zh: str
    en: str
    clause: str
    value: str


class Reckoned(NamedTuple):
    """A value, and the lines that lead to it."""

    value: Fraction
    lines: tuple[Line, ...]


class Amount(ABC):
    """A rule for an amount."""

    __slots__ = ()

    @abstractmethod
    def reckon(self, given: Given) -> Reckoned:
        """The amount on given facts, all of which must be there."""

    @abstractmethod
    def cites(self) -> Iterator[Citation]:
        """Each clause with its operative words."""

    @property
    def ceiling(self) -> Decimal | None:
        """The printed ceiling in yuan, None where there is none."""
        return None


def number(given: Given, fact: Fact) -> Fraction:
    """A count or an amount of the facts."""
    return Fraction(given[fact.key])  # type: ignore[arg-type]  # the fact's kind guarantees it


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Instalments:
    """In what parts an award is paid out, in per cent of it."""

    percents: tuple[int, ...]
    clause: str
    words: str

    def __post_init__(self) -> None:
        there = tuple(p.value for p in read(self.words) if p.unit == "%")
        if there != tuple(map(Decimal, self.percents)) or sum(self.percents) != 100:
            raise WordsDisagree(f"{self.words}: the code says {self.percents}")
