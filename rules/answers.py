"""The answers of the command line, and of the API beside it: JSON-safe data, stable shapes."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast, get_args

from rules.applicants import Requirement
from rules.conditions import Condition
from rules.coverage import covered, unaccounted
from rules.edition import Edition
from rules.errors import BadInput
from rules.facts import Fact
from rules.marks import Mark
from rules.quoted import named_parts
from rules.reckoned import Amount
from rules.registry import edition, editions, grading, in_force, sheet
from rules.scoring import Reading
from rules.verdict import plain
from rules.workdays import BUILT_IN, Calendar

#: Told with the name of their class, which says what they are.
_TYPED = (Amount, Condition, Mark, *get_args(Requirement))


def listed(on: date) -> list[dict[str, Any]]:
    """Every edition with its life, and its force that day."""
    return [
        {
            "edition": each.key,
            "jurisdiction": each.jurisdiction,
            "instrument": each.instrument.title,
            "effective": each.instrument.effective.isoformat(),
            "until": each.instrument.until and each.instrument.until.isoformat(),
            "force": each.force_on(on),
            "level": each.level,
        }
        for each in editions()
    ]


def shown(key: str) -> dict[str, Any]:
    """All that an edition holds. Raises UnknownKey."""
    one = edition(key)
    return {
        "edition": one.key,
        "jurisdiction": one.jurisdiction,
        "zh": one.zh,
        "en": one.en,
        "level": one.level,
        "area_code": one.area_code,
        "instrument": _data(one.instrument),
        "facts": list(one.fact_keys()),
        "conditions": _data(one.conditions),
        "relaxations": _data(one.relaxations),
        "procedures": _data(one.procedures),
        "filings": _data(one.filings),
        "duties": _data(one.duties),
        "forms": _data(one.forms),
        "schemes": _data(one.money.schemes),
        "recorded_awards": _data(one.money.recorded),
        "uses_of_money": _data(one.money.uses),
        "no_double": _data(one.money.no_double),
        "evaluation": _evaluation(one),
        "sheet": _data(one.evaluation and one.evaluation.sheet),
        "standing": _data(one.standing),
        "admission": _data(one.admission),
        "name_use": _data(one.name_use),
        "clauses": _clauses(one),
    }


def assessed(jurisdiction: str, given: Mapping[str, Any], on: date) -> dict[str, Any]:
    """The verdict on given facts, judgements and waivers. Raises UnknownKey or BadInput."""
    facts = dict(given)
    judgements, waivers = facts.pop("judgements", {}), facts.pop("waivers", {})
    for name, value in (("judgements", judgements), ("waivers", waivers)):
        if not isinstance(value, Mapping):
            raise BadInput(f"{name}: expected an object")
    chosen = in_force(jurisdiction, on).edition
    return chosen.assess(facts, judgements, waivers, on).to_dict()


def scored(key: str, given: Mapping[str, Any], reading: str) -> dict[str, Any]:
    """The score of a sheet, named by its edition. Raises UnknownKey or BadInput."""
    return sheet(key).score(given, cast(Reading, reading)).to_dict()


def graded(jurisdiction: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The grades of all parks scored in one cycle. Raises UnknownKey or BadInput."""
    return grading(jurisdiction).grade(jurisdiction, given).to_dict()


def subsidy(jurisdiction: str, scheme: str, given: Mapping[str, Any], on: date) -> dict[str, Any]:
    """What a scheme pays on given facts. Raises UnknownKey or BadInput."""
    return in_force(jurisdiction, on).edition.award(scheme, given, on=on).to_dict()


def deadline(
    jurisdiction: str, duty: str, start: date, calendar: Calendar = BUILT_IN
) -> dict[str, Any]:
    """The last day of a duty, with the days that decide it. Raises UnknownKey or BadInput."""
    return in_force(jurisdiction, start).edition.deadline(duty, start, calendar).to_dict()


def coverage() -> dict[str, Any]:
    """What carries each clause of every edition, and how many are not yet carried."""
    return {
        "editions": {
            each.key: {"clauses": _clauses(each), "unaccounted": unaccounted(each)}
            for each in editions()
        }
    }


def questions() -> list[dict[str, Any]]:
    """The open questions of interpretation, for a bureau's legal section."""
    return [
        {
            "id": question.id,
            "edition": each.key,
            "clause": question.clause,
            "question_zh": question.question.zh,
            "question_en": question.question.en,
            "readings": _data(question.readings),
            "chosen": question.chosen,
            "basis": _data(question.basis),
        }
        for each in editions()
        for question in each.questions()
    ]


def _evaluation(one: Edition) -> dict[str, Any] | None:
    # The sheet stands beside it.
    told: dict[str, Any] | None = _data(one.evaluation)
    return told and {key: value for key, value in told.items() if key != "sheet"}


def _clauses(one: Edition) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "kind": each.kind,
            "rule": each.rule,
            "reason": each.reason and each.reason.en,
            "reason_zh": each.reason and each.reason.zh,
            "numerals": list(each.numerals),
        }
        for each in covered(one)
    ]


def _data(value: object) -> Any:
    """Rules as JSON: objects by their fields, facts by their key, amounts as strings."""
    if isinstance(value, Fact):
        return value.key
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    names = named_parts(value)
    if names:
        told = {name: _data(getattr(value, name)) for name in names}
        return {"type": type(value).__name__} | told if isinstance(value, _TYPED) else told
    if isinstance(value, Mapping):
        return {key: _data(each) for key, each in value.items()}
    if isinstance(value, tuple | frozenset):
        return [_data(each) for each in value]
    return value
