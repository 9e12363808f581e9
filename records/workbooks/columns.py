"""The columns of a sheet, found by their headings however an office writes them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, Final, Literal

from records.fields import half_width

Kind = Literal["text", "code", "date", "amount", "area", "count", "flag", "choice"]


@dataclass(frozen=True)
class Column:
    """One column: its key, the heading of our template, other headings for it, what it holds.

    `limit` is the longest text; `choices` leads from the words to keys, the first word of a key
    being the one that our template offers. `endless`: a date that may say 长期, which is None.
    `unit` is written behind the heading of our template, `width` is that of its column.
    """

    key: str
    heading: str
    kind: Kind
    others: tuple[str, ...] = ()
    limit: int = 0
    choices: Mapping[str, str] | None = None
    endless: bool = False
    unit: str = ""
    width: int = 14

    @property
    def headed(self) -> str:
        """The heading of our template, with its unit."""
        return self.heading + self.unit

    @property
    def headings(self) -> tuple[str, ...]:
        return (self.heading, *self.others)

    @cached_property
    def names(self) -> frozenset[str]:
        """The headings as `read_heading` names them."""
        return frozenset(bare(half_width(each)) for each in self.headings)

    @property
    def offered(self) -> tuple[str, ...]:
        """The words that our template lets people choose from."""
        if self.kind == "flag":
            return ("是", "否")
        return first_words(self.choices or {})


@dataclass(frozen=True)
class Layout:
    """One kind of sheet: its title in our template, its columns, and how it is known.

    A row that holds the headings of all `marks` is its header. `required` cells are never blank.
    `doubtful` are headings that could be one column or another, each with its reason's code.
    """

    title: str
    columns: tuple[Column, ...]
    marks: frozenset[str]
    required: frozenset[str]
    doubtful: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_key(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {name: each for each in self.columns for name in each.names}

    def column_of(self, heading: "Heading") -> Column | None:
        """The column that this heading names."""
        return self._by_name.get(heading.name)

    def is_header(self, cells: Sequence[Any]) -> bool:
        """Whether a row is the headings."""
        found = {each.key for cell in cells if (each := self.column_of(read_heading(cell)))}
        return found >= self.marks


ERROR_HEADING: Final = "错误原因"
UNITS: Final = {"亿元": Decimal(10**8), "万元": Decimal(10**4), "元": Decimal(1)}

_UNIT = re.compile(r"\(?(?:单位:?)?(亿元|万元|元|m2|平方米|平米)\)?$")
#: What a heading says of itself, beside its name.
_ASIDE = re.compile(r"\((?:必填|选填|可不填|可空|非必填)项?\)")
_YEAR = re.compile(r"(20\d\d)年度?")
_LAST_YEAR = re.compile(r"上一?年度?|去年")


@dataclass(frozen=True)
class Heading:
    """A heading taken apart: what it names, its unit in yuan (None: it says none), its year."""

    name: str
    unit: Decimal | None
    year: int | None


def read_heading(raw: Any) -> Heading:
    """Take a heading cell apart; blanks, line breaks, asterisks and full width do not matter."""
    text = _ASIDE.sub("", re.sub(r"[\s*]", "", half_width(str(raw))))
    unit = _UNIT.search(text)
    if unit and unit.start() > 0:
        text = text[: unit.start()]
    year = _YEAR.search(text)
    name = _LAST_YEAR.sub("上年", _YEAR.sub("", text))
    return Heading(bare(name), UNITS.get(unit[1]) if unit else None, int(year[1]) if year else None)


def first_words(choices: Mapping[str, str]) -> tuple[str, ...]:
    """The first word of each key: the one that is offered."""
    offered: dict[str, str] = {}
    for word, key in choices.items():
        offered.setdefault(key, word)
    return tuple(offered.values())


def letter(index: int) -> str:
    """The letter of the column at `index`, counted from 0: A, Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def index_of(letters: str) -> int:
    """The index of the column of these letters, counted from 0: A is 0, AA is 26."""
    index = 0
    for character in letters.upper():
        index = index * 26 + ord(character) - 64
    return index - 1


def bare(name: str) -> str:
    """A heading's name without its punctuation."""
    return re.sub(r"[^\w]", "", name)
