"""An instrument's text split by article: 第…条, or 一、, with their （一） and 1."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from rules.source import Place
from rules.words import number

_NUMBER: Final = r"([一二三四五六七八九十百零〇\d]{1,5})"
_ARTICLE: Final = re.compile(rf"第{_NUMBER}条")
_SECTION: Final = re.compile(r"([一二三四五六七八九十]{1,3})、")
_CHAPTER: Final = re.compile(rf"第{_NUMBER}[编章节](?!.*[。；])")
_ITEM: Final = re.compile(r"\(([一二三四五六七八九十]{1,3})\)")
_POINT: Final = re.compile(r"(\d{1,2})[.、](?!\d)")
_ANNEX: Final = re.compile(r"附件(?:(\d|[一二三])?(?:[:.、]|$)|(\d))")
#: What other programs put before a line: blanks, and the marks of headings and bold type.
_BEFORE: Final = "#*_ \t\u3000"
#: A line that only cites an article further on does not begin it.
_GAP: Final = 3
_LAST_ANNEX: Final = 2


class Part(NamedTuple):
    """A piece of the text, verbatim. `place` is a clause id without the law's letters; "" is the
    title of a chapter."""

    place: str
    text: str


@dataclass
class _Reader:
    sections: bool
    at: Place = field(default_factory=lambda: Place(0))

    def heading(self, line: str) -> Place | None:
        """The place that begins with the line, None where it goes on."""
        begun = self.at.article or self.at.annex
        if begun and (found := _ANNEX.match(re.sub(r"\s", "", line))):
            written = found[1] or found[2] or "1"
            return Place(0, annex=min(int(number(written)), _LAST_ANNEX))
        if self.at.annex:
            return None
        if article := self._article(line):
            return Place(article)
        if not self.at.article:
            return None
        if found := _ITEM.match(line):
            return Place(self.at.article, (int(number(found[1])),))
        if found := _POINT.match(line):
            return Place(self.at.article, self.at.items, (int(found[1]),))
        return None

    def _article(self, line: str) -> int:
        found = (_SECTION if self.sections else _ARTICLE).match(line)
        read = int(number(found[1])) if found else 0
        return read if self.at.article < read <= self.at.article + _GAP else 0


def split(lines: Iterable[str], *, sections: bool) -> tuple[Part, ...]:
    """The text in parts, in order; `sections`: it counts 一、 where others count 第一条."""
    return tuple(_parts(lines, _Reader(sections)))


def tail_of(place: Place) -> str:
    """A place as the end of a clause id: `9(3)-1`."""
    if place.annex:
        return f"附件{place.annex}"
    items = "".join(f"({n})" for n in place.items)
    return f"{place.article}{items}" + "".join(f"-{n}" for n in place.points)


def _parts(lines: Iterable[str], reader: _Reader) -> Iterator[Part]:
    held: list[str] = []
    for line in lines:
        plain = unicodedata.normalize("NFKC", line).strip(_BEFORE)
        chapter = not reader.at.annex and _CHAPTER.match(plain)
        begins = None if chapter else reader.heading(plain)
        if held and (chapter or begins):
            yield Part(tail_of(reader.at), "\n".join(held))
            held = []
        if chapter:
            yield Part("", line.strip())
            continue
        reader.at = begins or reader.at
        held.append(line.strip())
    if held:
        yield Part(tail_of(reader.at), "\n".join(held))
