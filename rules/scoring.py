"""A score sheet: items of a printed weight, and what earns points in each.

Two readings where an item's criteria and its weight disagree: `as_printed` caps each item at its
weight, `scaled` multiplies its points so that the best criterion reaches it. Exact arithmetic;
the total alone is rounded, half up to two places, once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, NamedTuple, get_args

from rules.errors import BadInput
from rules.exact import places_two, plain
from rules.marks import Mark
from rules.parsing import decimal_of
from rules.source import Text
from rules.verdict import ENGINE

Reading = Literal["as_printed", "scaled"]
READINGS: tuple[Reading, ...] = get_args(Reading)


class Item(NamedTuple):
    """One line of the sheet; `maximum` is its printed weight, `words` its operative words."""

    key: str
    zh: str
    en: str
    maximum: int
    mark: Mark
    words: str

    @property
    def level(self) -> bool:
        """Whether the best criterion and the printed weight agree."""
        return self.mark.best == self.maximum


class Part(NamedTuple):
    """A second-level heading with its weight."""

    zh: str
    en: str
    weight: int
    items: tuple[Item, ...]


class SheetHead(NamedTuple):
    """A first-level heading with its weight; `clause` says what the text wants assessed there."""

    zh: str
    en: str
    weight: int
    clause: str
    parts: tuple[Part, ...]


class Scored(NamedTuple):
    """One item's points under one reading, None while it is open, and how they came about."""

    points: Fraction | None
    maximum: int
    clause: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sheet:
    """A sheet of one edition, or a bureau's own for a year. Weights must add up to `total`.

    `method` is the clause that orders scoring and prints the total; `own` the rows of a bureau's
    own sheet, as it handed them in.
    """

    key: str
    title: Text
    clause: str
    method: str
    total: int
    heads: tuple[SheetHead, ...]
    words: str = ""
    own: Mapping[str, Any] | None = None
    items: Mapping[str, Item] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        parts = [part for head in self.heads for part in head.parts]
        items = [item for part in parts for item in part.items]
        _adds_up(self.key, self.total, [head.weight for head in self.heads])
        for head in self.heads:
            _adds_up(head.zh, head.weight, [part.weight for part in head.parts])
        for part in parts:
            _adds_up(part.zh, part.weight, [item.maximum for item in part.items])
        if len({item.key for item in items}) < len(items):
            raise ValueError(f"{self.key}: an item stands twice")
        object.__setattr__(self, "items", {item.key: item for item in items})

    @property
    def attainable(self) -> Fraction:
        """The most that the criteria reach as printed."""
        best = (min(Fraction(item.maximum), item.mark.best) for item in self.items.values())
        return sum(best, Fraction(0))

    def cites(self) -> Iterator[tuple[str, str, str]]:
        """Each clause, the part of the sheet that carries it, and its operative words."""
        yield self.method, "", self.words
        for head in self.heads:
            yield head.clause, "", ""
            yield self.clause, "", f"{head.weight}分"
        yield from ((self.clause, f".{item.key}", item.words) for item in self.items.values())

    def score(
        self,
        answers: Mapping[str, object],
        reading: Reading = "as_printed",
        recorded: Mapping[str, object] | None = None,
    ) -> "Score":
        """The score of one park under one reading, the other beside it.

        None leaves an item open, as does no answer; `recorded` holds the points that the leading
        group recorded for open items. Raises BadInput.
        """
        if reading not in READINGS:
            raise BadInput(f"unknown reading: {reading}")
        unknown = next((key for key in [*answers, *(recorded or {})] if key not in self.items), "")
        if unknown:
            raise BadInput(f"unknown item: {unknown}")
        values = {
            key: item.mark.parse(key, answers[key])
            for key, item in self.items.items()
            if answers.get(key) is not None
        }
        points = {key: self._recorded(key, raw, values) for key, raw in (recorded or {}).items()}
        told = {key: self.items[key].mark.told(value) for key, value in values.items()}
        scored = {each: dict(self._scored(each, values, told, points)) for each in READINGS}
        return Score(self, reading, scored, dict(answers), dict(recorded or {}))

    def _recorded(self, key: str, raw: object, values: Mapping[str, Any]) -> Fraction:
        if key in values:
            raise BadInput(f"{key}: has an answer, so that no points can be recorded for it")
        points = decimal_of(key, raw)
        if points > self.items[key].maximum:
            raise BadInput(f"{key}: at most {self.items[key].maximum} points")
        return Fraction(points)

    def _scored(
        self,
        reading: Reading,
        values: Mapping[str, Any],
        told: Mapping[str, Text],
        recorded: Mapping[str, Fraction],
    ) -> Iterator[tuple[str, Scored]]:
        for key, item in self.items.items():
            if key in recorded:
                given = plain(recorded[key])
                zh, en = f"领导小组记{given}分", f"{given}, recorded by the leading group"
                yield key, Scored(recorded[key], item.maximum, self.clause, zh, en)
            elif key in values:
                points = item.mark.points(values[key])
                final, how = adjusted(item, points, reading)
                zh, en = told[key].zh + how.zh, told[key].en + how.en
                yield key, Scored(final, item.maximum, self.clause, zh, en)
            else:
                yield key, Scored(None, item.maximum, self.clause, "待定", "open")


class Score(NamedTuple):
    """What a sheet gives one park, under every reading; `reading` is the one that counts."""

    sheet: Sheet
    reading: Reading
    scored: Mapping[Reading, Mapping[str, Scored]]
    answers: Mapping[str, object]
    recorded: Mapping[str, object]

    @property
    def items(self) -> Mapping[str, Scored]:
        """The items under the reading that counts."""
        return self.scored[self.reading]

    @property
    def complete(self) -> bool:
        """Whether no item is open; until then nothing may be published."""
        return all(item.points is not None for item in self.items.values())

    def exact(self, reading: Reading | None = None) -> Fraction:
        """The total before rounding, open items left out."""
        items = self.scored[reading or self.reading].values()
        return sum((item.points for item in items if item.points is not None), Fraction(0))

    @property
    def total(self) -> Decimal:
        """The total as published."""
        return places_two(self.exact())

    def to_dict(self) -> dict[str, Any]:
        """The answer of `python -m rules score`, JSON-safe."""
        return {
            "sheet": self.sheet.key,
            "reading": self.reading,
            "complete": self.complete,
            "total": str(self.total),
            "maximum": str(self.sheet.total),
            "items": {
                key: {
                    "points": None if item.points is None else plain(item.points),
                    "maximum": str(item.maximum),
                    "clause": item.clause,
                }
                for key, item in self.items.items()
            },
            "readings": {each: str(places_two(self.exact(each))) for each in READINGS},
        }

    def receipt(self) -> dict[str, Any]:
        """All that is needed to replay the score later, JSON-safe."""
        return {
            "kind": "score",
            "engine": ENGINE,
            "sheet": self.sheet.key,
            "own": self.sheet.own,
            "reading": self.reading,
            "answers": {key: _safe(value) for key, value in self.answers.items()},
            "recorded": {key: _safe(value) for key, value in self.recorded.items()},
            "answer": self.to_dict(),
        }


def mean(scores: Sequence[Score]) -> Decimal:
    """The published total of several experts' scores: their plain mean, rounded once."""
    return places_two(sum((score.exact() for score in scores), Fraction(0)) / len(scores))


def adjusted(item: Item, points: Fraction, reading: Reading) -> tuple[Fraction, Text]:
    """Points under a reading, and what the reading did to them."""
    if item.level or not points:
        return points, Text("", "")
    if reading == "scaled":
        final = points * item.maximum / item.mark.best
        factor = f"× {item.maximum}/{plain(item.mark.best)} = {plain(final)}"
        return final, Text(f"；折算 {factor}", f"; scaled {factor}")
    if points <= item.maximum:
        return points, Text("", "")
    capped = f"{item.maximum}"
    return Fraction(item.maximum), Text(f"；按分值计{capped}分", f"; capped at {capped}")


def _adds_up(name: str, whole: int, parts: Sequence[int]) -> None:
    if sum(parts) != whole:
        raise ValueError(f"{name}: {' + '.join(map(str, parts))} is not {whole}")


def _safe(value: object) -> object:
    return plain(value) if isinstance(value, Decimal) else value
