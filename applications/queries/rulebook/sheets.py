"""The score sheet, the grades and what they entail, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from django.utils.translation import gettext as _

from records.templatetags.said import said
from rules.edition import Edition
from rules.exact import grouped, plain
from rules.grades import Frame, Grade
from rules.marks import Bands, Choices, Deduction, LevelTally, Mark, Points, Tally
from rules.scoring import Item, Sheet


@dataclass(frozen=True)
class ItemShown:
    """One item; `lines` is what earns points, `best` the most that the criteria reach."""

    item: Item
    lines: list[str]
    best: str


@dataclass(frozen=True)
class HeadShown:
    name: str
    weight: int
    clause: str
    items: list[ItemShown]


def evaluation_page(law: Edition) -> dict[str, Any]:
    told = law.evaluation
    sheet = told.sheet if told else None
    return {
        "evaluation": told,
        "grades": _grades(told.frame) if told else (),
        "sheet": sheet,
        "heads": _heads(sheet) if sheet else [],
        "attainable": plain(sheet.attainable) if sheet else "",
        "has_gap": sheet is not None and any(not item.level for item in sheet.items.values()),
    }


def _grades(frame: Frame) -> tuple[Grade, ...]:
    return frame.grades


def _heads(sheet: Sheet) -> list[HeadShown]:
    return [
        HeadShown(
            said(head),
            head.weight,
            head.clause,
            [
                ItemShown(item, list(marks_of(item.mark)), plain(item.mark.best))
                for part in head.parts
                for item in part.items
            ],
        )
        for head in sheet.heads
    ]


@singledispatch
def marks_of(mark: Mark) -> Iterator[str]:
    """What earns points; of a kind unknown here, only how many there are."""
    yield _("at most %(points)s points") % {"points": plain(mark.best)}


@marks_of.register
def _bands(mark: Bands) -> Iterator[str]:
    unit, points = said(mark.unit), _("%(points)s points")
    for row in mark.rows:
        earned = points % {"points": plain(row.points)}
        if row.least is None:
            yield _("less: %(points)s") % {"points": earned}
        else:
            yield f"≥ {grouped(row.least)} {unit}: {earned}"


@marks_of.register
def _tally(mark: Tally) -> Iterator[str]:
    yield _("%(each)s points for each (%(unit)s), at most %(most)s") % {
        "each": mark.each,
        "unit": said(mark.unit),
        "most": mark.ceiling,
    }


@marks_of.register
def _levels(mark: LevelTally) -> Iterator[str]:
    for level, weight in mark.weights.items():
        yield _("%(level)s: %(points)s points each") % {
            "level": said(mark.names[level]),
            "points": weight,
        }
    yield _("at most %(points)s points") % {"points": mark.ceiling}


@marks_of.register
def _deduction(mark: Deduction) -> Iterator[str]:
    yield _("%(start)s points, less %(each)s for each (%(unit)s), not below 0") % {
        "start": mark.start,
        "each": mark.each,
        "unit": said(mark.unit),
    }


@marks_of.register
def _points(mark: Points) -> Iterator[str]:
    if mark.allowed:
        yield _("given by a person: %(points)s") % {"points": ", ".join(map(str, mark.allowed))}
    else:
        yield _("given by a person: 0 to %(points)s") % {"points": mark.maximum}


@marks_of.register
def _choices(mark: Choices) -> Iterator[str]:
    for name, points in mark.rows.values():
        yield _("%(case)s: %(points)s points") % {"case": said(name), "points": points}
