"""Which clause of an edition each part of its text belongs to, and where its words stand."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from applications.instruments.splitting import Part
from rules.edition import Edition
from rules.source import Place, place_of

#: Left out of the comparison, as are blanks: marks of bold type and headings.
_MARKS = "*#_"
_STOPS = re.compile(r"[,、;:/…]+")


class Matched(NamedTuple):
    """Parts by the clause that they belong to, and those that belong to none.

    `within` names the article's clause in whose parts one without a part of its own is printed.
    """

    own: Mapping[str, tuple[Part, ...]]
    articles: Mapping[str, tuple[Part, ...]]
    unmatched: tuple[Part, ...]

    def is_printed(self, clause: str) -> bool:
        """Whether the clause has a part of its own, or its article is there."""
        return bool(self.own.get(clause) or self.articles.get(clause))

    def around(self, clause: str) -> str:
        """The whole article's text."""
        return "\n".join(part.text for part in self.articles.get(clause, ()))


class Piece(NamedTuple):
    """A stretch of text; `marked` where it is an operative word."""

    text: str
    marked: bool


def match(law: Edition, parts: Sequence[Part]) -> Matched:
    """Lay the parts beside the edition's clauses."""
    places = {clause.id: place_of(clause.id) for clause in law.clauses}
    own: dict[str, list[Part]] = {}
    unmatched: list[Part] = []
    waiting: list[Part] = []
    for part, clause in zip(parts, _owners(places, parts), strict=True):
        if part.place and clause:
            own.setdefault(clause, []).extend([*waiting, part])
            waiting = []
        else:
            waiting, aside = _set_aside(waiting, part)
            unmatched += aside
    unmatched += [part for part in waiting if part.place]
    whole = {clause: _article(place, parts) for clause, place in places.items()}
    return Matched({key: tuple(each) for key, each in own.items()}, whole, tuple(unmatched))


def place_in_text(part: Part) -> Place:
    """Where a part stands; a chapter's title stands nowhere."""
    return place_of(f"AA-{part.place}") if part.place else Place(0, annex=-1)


def found_in(words: str, text: str) -> bool:
    """Whether the words stand in the text, whole or phrase by phrase.

    Blanks and the width of characters are left out of account.
    """
    bare = _bare(text)[0]
    return all(phrase in bare for phrase in _phrases(words, bare))


def _phrases(words: str, bare: str) -> list[str]:
    """The words whole where they stand so, else the phrases between their commas."""
    whole = _bare(words)[0]
    return [whole] if whole in bare else [each for each in _STOPS.split(whole) if each]


def marked(text: str, words: Sequence[str]) -> tuple[Piece, ...]:
    """The text in pieces, the operative words among them marked."""
    bare, origin = _bare(text)
    hit = [False] * len(text)
    for sought in [phrase for each in words for phrase in _phrases(each, bare)]:
        start = bare.find(sought)
        while start >= 0:
            first, last = origin[start], origin[start + len(sought) - 1]
            hit[first : last + 1] = [True] * (last + 1 - first)
            start = bare.find(sought, start + 1)
    return tuple(_pieces(text, hit))


def _set_aside(waiting: list[Part], part: Part) -> tuple[list[Part], list[Part]]:
    """A part without a clause waits for the next of its article; what was waiting for another
    article's is given up. Chapter titles wait for whatever comes."""
    if part.place and any(_apart(each, part) for each in waiting):
        kept = [each for each in waiting if not each.place]
        return [*kept, part], [each for each in waiting if each.place]
    return [*waiting, part], []


def _apart(one: Part, other: Part) -> bool:
    return bool(one.place) and place_in_text(one).article != place_in_text(other).article


def _owners(places: Mapping[str, Place], parts: Sequence[Part]) -> Iterator[str]:
    by_place = {place: clause for clause, place in places.items() if not place.closing}
    for part in parts:
        yield _owner(by_place, place_in_text(part)) if part.place else ""


def _owner(by_place: Mapping[Place, str], place: Place) -> str:
    """The clause of that place; of its point wherever it is counted through; of what is around."""
    around = [place, Place(place.article, (), place.points, annex=place.annex)]
    if not place.items:  # 1. where the ledger counts (1)
        around.append(Place(place.article, place.points))
    around += [Place(place.article, place.items, annex=place.annex)]
    around += [Place(place.article, annex=place.annex)]
    return next((by_place[each] for each in around if each in by_place), "")


def _article(place: Place, parts: Sequence[Part]) -> tuple[Part, ...]:
    there = [part for part in parts if part.place]
    return tuple(p for p in there if _whole(place_in_text(p)) == _whole(place))


def _whole(place: Place) -> tuple[int, int]:
    return place.article, place.annex


def _bare(text: str) -> tuple[str, list[int]]:
    """The text in plain characters without blanks, and where each of them stood."""
    bare: list[str] = []
    origin: list[int] = []
    for index, sign in enumerate(text):
        for plain in unicodedata.normalize("NFKC", sign):
            if not plain.isspace() and plain not in _MARKS:
                bare.append(plain)
                origin.append(index)
    return "".join(bare), origin


def _pieces(text: str, hit: Sequence[bool]) -> Iterator[Piece]:
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or hit[end] != hit[start]:
            yield Piece(text[start:end], hit[start])
            start = end
