"""A bureau's own score sheet for a year, given as rows: checked whole, then built.

{"key", "title", "total", "rows": [{"head", "item", "zh", "maximum", "kind", ...}]}, where `head` is
one of the edition's and `kind` is one of
`bands` ("scale", "unit", "bands": [{"from", "to", "points"}], from included, to not, null = open),
`tally` ("each", "unit": so much each, up to the maximum), `deduction` ("each", "unit": the maximum
less so much each), `points` (given by a person, perhaps only those "allowed"), and `choice`
("choices": [{"key", "zh", "points"}]). English names are optional.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple, get_args

from rules.errors import BadInput
from rules.exact import plain
from rules.grades import Dimension, Frame
from rules.marks import Band, Bands, Choices, Deduction, Mark, Points, Scale, Tally
from rules.parsing import count_of, decimal_of
from rules.scoring import Item, Part, Sheet, SheetHead
from rules.source import Text

Given = Mapping[str, Any]
_SHEET = frozenset({"key", "title", "total", "rows"})
_ROW = frozenset({"head", "item", "zh", "maximum", "kind"})
_OPTIONAL = frozenset({"en", "title_en", "unit_en", "allowed"})
_KINDS: Mapping[str, frozenset[str]] = {
    "bands": frozenset({"scale", "unit", "bands"}),
    "tally": frozenset({"each", "unit"}),
    "deduction": frozenset({"each", "unit"}),
    "points": frozenset(),
    "choice": frozenset({"choices"}),
}


class Problem(NamedTuple):
    """Why a sheet cannot be used; `item` names the row, "" is the sheet as a whole."""

    item: str
    zh: str
    en: str


def problems(frame: Frame, given: Given) -> tuple[Problem, ...]:
    """Everything that is wrong with the weights, heads and bands. Raises BadInput for its form."""
    return tuple(_problems(frame, given, [_row(frame, row) for row in _rows(given)]))


def own_sheet(edition: str, frame: Frame, given: Given) -> Sheet:
    """The sheet of those rows, under an edition's heads. Raises BadInput with the first problem."""
    rows = [_row(frame, row) for row in _rows(given)]
    for problem in _problems(frame, given, rows):
        raise BadInput(f"{problem.item or 'sheet'}: {problem.en}")
    heads = tuple(_head(dimension, rows) for dimension in frame.dimensions)
    title = Text(given["title"], given.get("title_en") or given["title"])
    key = f"{edition}/{given['key']}"
    own = {"edition": edition, **given}
    return Sheet(key, title, frame.clause, frame.clause, given["total"], heads, own=own)


class _Row(NamedTuple):
    """One row as understood; its mark is made once the whole sheet is known to be sound."""

    head: str
    key: str
    name: Text
    maximum: int
    best: Fraction
    mark: Callable[[], Mark]
    spans: Sequence["_Span"] = ()
    signed: bool = False


class _Span(NamedTuple):
    """One band as handed in: from included, to not, None = open."""

    least: Decimal | None
    below: Decimal | None
    points: Decimal


def _rows(given: Given) -> list[Any]:
    _keys("sheet", given, _SHEET)
    for key in ("key", "title"):
        _text("sheet", given, key)
    count_of("total", given["total"], 1)
    if not isinstance(given["rows"], list) or not given["rows"]:
        raise BadInput("sheet: expected a list of rows")
    return given["rows"]


def _row(frame: Frame, row: Any) -> _Row:
    name = str(row.get("item", "row")) if isinstance(row, Mapping) else "row"
    kind = row.get("kind") if isinstance(row, Mapping) else None
    if not isinstance(kind, str) or kind not in _KINDS:
        raise BadInput(f"{name}: kind: expected one of {', '.join(_KINDS)}")
    _keys(name, row, _ROW | _KINDS[kind])
    for key in ("head", "item", "zh"):
        _text(name, row, key)
    if row["head"] not in {dimension.key for dimension in frame.dimensions}:
        raise BadInput(f"{name}: unknown head: {row['head']}")
    maximum = count_of(f"{name}.maximum", row["maximum"], 1)
    return (_banded if kind == "bands" else _marked)(name, row, maximum)


def _banded(name: str, row: Given, maximum: int) -> _Row:
    if row["scale"] not in get_args(Scale):
        raise BadInput(f"{name}: scale: expected one of {', '.join(get_args(Scale))}")
    spans = _spans(name, row["bands"])
    unit = _unit(name, row)

    def mark() -> Mark:
        upper = [Band(span.least, span.points) for span in reversed(spans[1:])]
        return Bands(row["scale"], unit, (*upper, Band(None, spans[0].points)))

    best = Fraction(max(span.points for span in spans))
    signed = row["scale"] == "growth"
    return _Row(row["head"], row["item"], _named(row), maximum, best, mark, spans, signed)


def _marked(name: str, row: Given, maximum: int) -> _Row:
    mark = _mark(name, row, maximum)
    return _Row(row["head"], row["item"], _named(row), maximum, mark.best, lambda: mark)


def _mark(name: str, row: Given, maximum: int) -> Mark:
    if row["kind"] == "points":
        allowed = row.get("allowed") or ()
        return Points(maximum, tuple(count_of(f"{name}.allowed", each) for each in allowed))
    if row["kind"] == "choice":
        return Choices(dict(_choices(name, row["choices"])))
    each, unit = count_of(f"{name}.each", row["each"], 1), _unit(name, row)
    if row["kind"] == "tally":
        return Tally(each, maximum, unit)
    return Deduction(maximum, each, unit)


def _named(row: Given) -> Text:
    return Text(row["zh"], row.get("en") or row["zh"])


def _unit(name: str, row: Given) -> Text:
    _text(name, row, "unit")
    return Text(row["unit"], row.get("unit_en") or row["unit"])


def _spans(name: str, raw: object) -> list[_Span]:
    if not isinstance(raw, list) or not raw:
        raise BadInput(f"{name}: expected a list of bands")
    spans = []
    for band in raw:
        _keys(name, band, frozenset({"from", "to", "points"}))
        least, below = (
            None if band[key] is None else decimal_of(f"{name}.{key}", band[key], signed=True)
            for key in ("from", "to")
        )
        spans.append(_Span(least, below, decimal_of(f"{name}.points", band["points"])))
    return sorted(
        spans, key=lambda span: Decimal("-Infinity") if span.least is None else span.least
    )


def _choices(name: str, raw: object) -> Iterator[tuple[str, tuple[Text, int]]]:
    if not isinstance(raw, list) or not raw:
        raise BadInput(f"{name}: expected a list of choices")
    for choice in raw:
        _keys(name, choice, frozenset({"key", "zh", "points"}))
        for key in ("key", "zh"):
            _text(name, choice, key)
        yield choice["key"], (_named(choice), count_of(f"{name}.points", choice["points"]))


def _head(dimension: Dimension, rows: Sequence[_Row]) -> SheetHead:
    items = tuple(
        Item(row.key, *row.name, row.maximum, row.mark(), row.name.zh)
        for row in rows
        if row.head == dimension.key
    )
    weight = sum(item.maximum for item in items)
    part = Part(dimension.zh, dimension.en, weight, items)
    return SheetHead(dimension.zh, dimension.en, weight, dimension.clause, (part,))


def _problems(frame: Frame, given: Given, rows: Sequence[_Row]) -> Iterator[Problem]:
    weight, total = sum(row.maximum for row in rows), given["total"]
    if weight != total:
        yield Problem("", f"分值合计{weight}，不等于{total}", f"weights make {weight}, not {total}")
    for dimension in frame.dimensions:
        if all(row.head != dimension.key for row in rows):
            yield Problem("", f"缺少“{dimension.zh}”的指标", f"nothing assesses: {dimension.en}")
    for key, times in Counter(row.key for row in rows).items():
        if times > 1:
            yield Problem(key, "指标编号重复", "the item stands twice")
    for row in rows:
        best, most = plain(row.best), row.maximum
        if row.best != most:
            yield Problem(
                row.key, f"最高得分{best}与分值{most}不一致", f"the best is {best}, not {most}"
            )
        if row.spans:
            yield from _open_ends(row)
            yield from _misfits(row.key, row.spans)


def _open_ends(row: _Row) -> Iterator[Problem]:
    floor, top = row.spans[0].least, row.spans[-1].below
    if floor is not None and (row.signed or floor > 0):
        yield Problem(row.key, f"{floor}以下没有分档", f"no band below {floor}")
    if top is not None:
        yield Problem(row.key, f"{top}以上没有分档", f"no band from {top}")


def _misfits(item: str, spans: Sequence[_Span]) -> Iterator[Problem]:
    """Gaps and overlaps, and points that do not rise with the value."""
    for lower, upper in pairwise(spans):
        if upper.least is None or lower.below is None or upper.least < lower.below:
            yield Problem(item, "分档重叠", f"bands overlap at {upper.least}")
        elif upper.least > lower.below:
            gap = f"{lower.below}–{upper.least}"
            yield Problem(item, f"分档缺口 {gap}", f"no band for {gap}")
        if upper.points < lower.points:
            yield Problem(item, "分档得分不递增", f"points fall at {upper.least}")


def _keys(name: str, given: object, wanted: frozenset[str]) -> None:
    if not isinstance(given, Mapping):
        raise BadInput(f"{name}: expected an object")
    if wrong := (given.keys() ^ wanted) - _OPTIONAL:
        raise BadInput(f"{name}: missing or unknown: {', '.join(sorted(map(str, wrong)))}")


def _text(name: str, given: Given, key: str) -> None:
    if not isinstance(given[key], str) or not given[key].strip():
        raise BadInput(f"{name}: {key} must be text")
