"""Judgements and waivers as handed in: JSON mappings by leaf id, checked against the leaves."""

from collections.abc import Mapping
from typing import Any

from rules.conditions import Judged, Leaf, Measured
from rules.errors import BadInput
from rules.verdict import Judgement, Waiver

_JUDGEMENT = frozenset({"met", "by", "reason"})
_WAIVER = frozenset({"by", "reason", "document"})
_RELAXED = frozenset({"value"})


def judgements_of(raw: Mapping[str, object], tests: Mapping[str, Leaf]) -> dict[str, Judgement]:
    """The answers on judged leaves. Raises BadInput for any other leaf or shape."""
    return {leaf: _judgement(leaf, tests.get(leaf), given) for leaf, given in raw.items()}


def waivers_of(raw: Mapping[str, object], tests: Mapping[str, Leaf]) -> dict[str, Waiver]:
    """The waivers. Raises BadInput for an unknown leaf or a bad shape."""
    return {leaf: _waiver(leaf, tests.get(leaf), given) for leaf, given in raw.items()}


def _judgement(leaf: str, test: Leaf | None, given: object) -> Judgement:
    if not isinstance(test, Judged):
        raise BadInput(f"judgements: {leaf} is no leaf that a person judges")
    answer = _mapping("judgements", leaf, given, _JUDGEMENT)
    if not isinstance(answer["met"], bool):
        raise BadInput(f"judgements: {leaf}: met must be true or false")
    return Judgement(answer["met"], *_texts("judgements", leaf, answer, "by", "reason"))


def _waiver(leaf: str, test: Leaf | None, given: object) -> Waiver:
    if test is None:
        raise BadInput(f"waivers: unknown leaf: {leaf}")
    answer = _mapping("waivers", leaf, given, _WAIVER, _RELAXED)
    by, reason, document = _texts("waivers", leaf, answer, "by", "reason", "document")
    value = answer.get("value")
    relaxed = None if value is None else _relaxed(leaf, test, value)
    return Waiver(by, reason, document, relaxed)


def _relaxed(leaf: str, test: Leaf, value: object) -> Any:
    if not isinstance(test, Measured) or test.fact.kind == "flag":
        raise BadInput(f"waivers: {leaf} has no number that a value could relax")
    try:
        return test.limit(value)
    except BadInput as error:
        raise BadInput(f"waivers: {leaf}: value: {error}") from error


def _mapping(
    kind: str,
    leaf: str,
    given: object,
    required: frozenset[str],
    optional: frozenset[str] = frozenset(),
) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise BadInput(f"{kind}: {leaf}: expected an object")
    if wrong := (given.keys() ^ required) - optional:
        raise BadInput(f"{kind}: {leaf}: missing or unknown: {', '.join(sorted(wrong))}")
    return given


def _texts(kind: str, leaf: str, answer: Mapping[str, Any], *keys: str) -> list[str]:
    for key in keys:
        if not isinstance(answer[key], str) or not answer[key].strip():
            raise BadInput(f"{kind}: {leaf}: {key} must be text")
    return [answer[key] for key in keys]
