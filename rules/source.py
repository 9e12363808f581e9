"""Where a rule comes from: the instrument, and the clause of it."""

import re
from datetime import date
from typing import Literal, NamedTuple

Force = Literal["in_force", "not_yet", "expired", "no_printed_term"]

# Compiled when the first clause is read, and kept by `re`.
_CLAUSE = (
    r"(?P<law>[A-Z]{2})-(?P<article>\d+)(?P<items>(?:\(\d+\))*)(?P<points>(?:-\d+)*)"
    r"(?:末(?P<closing>\d))?(?P<leaf>[a-z]|R\d)?"
)
#: What stands before the first article, or after the last: the number of the annex, 0 for none.
_OUTSIDE = {"notice": 0, "0": 0, "F": 1, "附件1": 1, "附件2": 2}


class Text(NamedTuple):
    """The same words in both languages of the interface."""

    zh: str
    en: str


class Instrument(NamedTuple):
    """One legal instrument. `until` is its last day, None where no end is printed.

    `in_sections`: its text counts sections (四、) instead of articles (第四条).
    """

    title: str
    title_en: str
    number: str
    issuer: str
    effective: date
    until: date | None = None
    replaces: str = ""
    in_sections: bool = False

    @property
    def named(self) -> Text:
        """The title as printed, and in English."""
        return Text(self.title, self.title_en)

    def force_on(self, day: date) -> Force:
        """Whether the instrument is in force on that day."""
        if day < self.effective:
            return "not_yet"
        if self.until is None:
            return "no_printed_term"
        return "in_force" if day <= self.until else "expired"

    def distance(self, day: date) -> int:
        """Days between that day and the instrument's life; 0 within it."""
        if day < self.effective:
            return (self.effective - day).days
        return max(0, (day - self.until).days) if self.until else 0


class Way(NamedTuple):
    """One way to read a question."""

    key: str
    zh: str
    en: str


class Question(NamedTuple):
    """A question that the text leaves open, for a bureau's legal section.

    `chosen` is the reading by which the system works until the section says otherwise.
    """

    id: str
    clause: str
    question: Text
    readings: tuple[Way, ...]
    chosen: str
    basis: Text


def left_open(id: str, clause: str, question: Text, basis: Text, *ways: Text) -> Question:
    """A question with its readings a, b, c, of which the system works by the first."""
    named = tuple(Way(chr(ord("a") + n), *way) for n, way in enumerate(ways))
    return Question(id, clause, question, named, "a", basis)


Inert = Literal["purpose", "goal", "permits", "encourages"]


class Clause(NamedTuple):
    """One clause of an instrument, with the numbers it prints.

    `inert` says why nothing needs to carry it; `partly` that what carries it does not carry all.
    """

    id: str
    numerals: tuple[str, ...] = ()
    inert: Inert | None = None
    partly: bool = False


def binds(clause: str, *numerals: str) -> Clause:
    """A clause that a rule or a record must carry."""
    return Clause(clause, numerals)


def partly(clause: str, *numerals: str) -> Clause:
    """A clause of which something is built, but not all: it still counts as to come."""
    return Clause(clause, numerals, partly=True)


def inert(clause: str, reason: Inert, *numerals: str) -> Clause:
    """A clause that states a purpose or a goal, permits or encourages, and no more."""
    return Clause(clause, numerals, reason)


def clause_of(leaf: str) -> str:
    """The ledger's clause to which a leaf belongs: `CQ-8(5)a` -> `CQ-8(5)`."""
    return re.sub(r"(?<=[)\d])(?:[a-z]|R\d)$", "", leaf)


class Place(NamedTuple):
    """Where a clause stands in its text; article 0 is what comes before the first.

    `annex` numbers an annex, 1 where there is one alone; `closing` a sentence after the items.
    """

    article: int
    items: tuple[int, ...] = ()
    points: tuple[int, ...] = ()
    closing: int = 0
    annex: int = 0


def place_of(clause: str) -> Place:
    """Where a clause stands, by its id. Raises ValueError for what is no clause id."""
    rest = clause.partition("-")[2]
    if rest in _OUTSIDE:
        return Place(0, annex=_OUTSIDE[rest])
    found = re.fullmatch(_CLAUSE, clause)
    if not found:
        raise ValueError(f"not a clause id: {clause}")
    items, points = (tuple(map(int, re.findall(r"\d+", found[k]))) for k in ("items", "points"))
    return Place(int(found["article"]), items, points, int(found["closing"] or 0))
