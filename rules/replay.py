"""Verdicts, scores, grades, awards and dates from their receipts: the same input, today's engine.

A receipt's `kind` says what it is of; one without is of a verdict.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from rules.errors import UnknownKey
from rules.grades import Grades
from rules.registry import edition, grading, law, sheet
from rules.schemes import Award
from rules.scoring import Score
from rules.sheets import own_sheet
from rules.terms import Deadline
from rules.verdict import ENGINE, Verdict
from rules.workdays import BUILT_IN, Calendar

Replayed = Verdict | Score | Grades | Award | Deadline
Receipt = Mapping[str, Any]


def replay(receipt: Receipt, calendar: Calendar = BUILT_IN) -> tuple[Replayed, list[str]]:
    """Do a receipt's work again, and say what comes out otherwise than it records.

    A date is reckoned by `calendar`. Raises UnknownKey for an edition, procedure, scheme, sheet or
    duty that is no more, BadInput for input no longer taken.
    """
    kind = receipt.get("kind", "verdict")
    if kind == "due":
        again: Replayed = _due(receipt, calendar)
    elif kind in _AGAIN:
        again = _AGAIN[kind](receipt)
    else:
        raise UnknownKey(f"unknown kind of receipt: {kind}")
    now = again.receipt()
    changed = [] if receipt["engine"] == ENGINE else [f"engine: {receipt['engine']} -> {ENGINE}"]
    compare = _differences if isinstance(again, Verdict) else _answers
    return again, [*changed, *compare(receipt, now)]


def _verdict(receipt: Receipt) -> Verdict:
    # Receipts from before procedures asked conditions of their own name none.
    return law(receipt["edition"], receipt.get("procedure", "")).assess(
        receipt["facts"],
        receipt["judgements"],
        receipt["waivers"],
        date.fromisoformat(receipt["on"]),
    )


def _score(receipt: Receipt) -> Score:
    own = receipt["own"]
    if own:
        evaluation = edition(own["edition"]).evaluation
        if evaluation is None:
            raise UnknownKey(f"{own['edition']}: nothing is evaluated under it")
        rows = {key: value for key, value in own.items() if key != "edition"}
        found = own_sheet(own["edition"], evaluation.frame, rows)
    else:
        found = sheet(receipt["sheet"])
    return found.score(receipt["answers"], receipt["reading"], receipt["recorded"])


def _grades(receipt: Receipt) -> Grades:
    jurisdiction = receipt["jurisdiction"]
    return grading(jurisdiction).grade(jurisdiction, receipt["scores"])


def _award(receipt: Receipt) -> Award:
    return edition(receipt["edition"]).award(
        receipt["scheme"],
        receipt["facts"],
        receipt["judgements"],
        date.fromisoformat(receipt["on"]),
    )


def _due(receipt: Receipt, calendar: Calendar) -> Deadline:
    start = date.fromisoformat(receipt["from"])
    return edition(receipt["edition"]).deadline(receipt["duty"], start, calendar)


_AGAIN: Mapping[str, Callable[[Receipt], Replayed]] = {
    "verdict": _verdict,
    "score": _score,
    "grades": _grades,
    "award": _award,
}


def _differences(was: Receipt, now: Receipt) -> Iterator[str]:
    if was["outcome"] != now["outcome"]:
        yield f"outcome: {was['outcome']} -> {now['outcome']}"
    before, after = dict(_leaves(was["tree"])), dict(_leaves(now["tree"]))
    for leaf in dict.fromkeys([*before, *after]):
        if before.get(leaf) != after.get(leaf):
            yield f"{leaf}: {before.get(leaf, 'absent')} -> {after.get(leaf, 'absent')}"


def _leaves(tree: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not tree["parts"]:
        yield tree["clause"], f"{tree['outcome']} (want {tree.get('want')})"
    for part in tree["parts"]:
        yield from _leaves(part)


def _answers(was: Receipt, now: Receipt) -> Iterator[str]:
    before, after = dict(_flat("", was["answer"])), dict(_flat("", now["answer"]))
    for name in dict.fromkeys([*before, *after]):
        if before.get(name) != after.get(name):
            yield f"{name}: {before.get(name, 'absent')} -> {after.get(name, 'absent')}"


def _flat(name: str, value: object) -> Iterator[tuple[str, object]]:
    """Every single value of an answer under its path."""
    if isinstance(value, Mapping):
        inside = value.items()
    elif isinstance(value, list):
        inside = enumerate(value, 1)  # type: ignore[assignment]  # paths count from one
    else:
        yield name, value
        return
    for key, each in inside:
        yield from _flat(f"{name}.{key}" if name else str(key), each)
