"""Verdicts from their receipts: the same input, the engine of today."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from rules.registry import law
from rules.verdict import ENGINE, Verdict


def replay(receipt: Mapping[str, Any]) -> tuple[Verdict, list[str]]:
    """Assess a receipt's input again, and say what comes out otherwise than it records.

    Raises UnknownKey for an edition or procedure that is no more, BadInput for input no longer
    taken.
    """
    verdict = law(receipt["edition"], receipt["procedure"]).assess(
        receipt["facts"],
        receipt["judgements"],
        receipt["waivers"],
        date.fromisoformat(receipt["on"]),
    )
    return verdict, list(_differences(receipt, verdict.receipt()))


def _differences(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    if was["engine"] != now["engine"]:
        yield f"engine: {was['engine']} -> {ENGINE}"
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
