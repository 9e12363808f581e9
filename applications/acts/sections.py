"""Saving the sections that are typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from applications.acts.editing import editing_section
from applications.models import Application, DeclaredFact
from applications.queries.content import Content
from records.actor import Actor
from records.acts import record
from records.errors import Refused
from rules.errors import BadInput
from rules.facts import CATALOGUE


@dataclass(frozen=True)
class Declared:
    """What the applicant says of one fact: JSON of `rules.facts`, None = nothing said."""

    value: Any
    remark: str = ""


def save_form(case_id: int, actor: Actor, answers: Mapping[str, Any], *, seen: str) -> None:
    """Store the given answers of the official form; fields that are not named stay.

    `seen` is the sign (`queries.seen`) of the text that was read. Raises Stale, Refused,
    Case.DoesNotExist.
    """
    with editing_section(case_id, actor, "form", seen) as application:
        _ensure_fields(application, answers)
        before = {key: application.form.get(key) for key in answers}
        changed = {key: value for key, value in answers.items() if before[key] != value}
        if changed:
            application.form = {**application.form, **changed}
            old = {key: before[key] for key in changed}
            record(actor, "applications.save_form", application.case, before=old, after=changed)


def declare_facts(
    case_id: int, actor: Actor, declared: Mapping[str, Declared], *, seen: str
) -> None:
    """Store what the applicant declares; facts that are not named stay.

    Raises Stale, Refused (a shut section, a value that is none of the fact's kind) and
    Case.DoesNotExist.
    """
    with editing_section(case_id, actor, "facts", seen) as application:
        before, after = {}, {}
        for fact in application.facts.filter(key__in=declared):
            told = declared[fact.key]
            if (fact.declared, fact.remark) != (told.value, told.remark):
                before[fact.key] = fact.declared
                after[fact.key] = told.value
                _declare(fact, told)
        if after:
            record(
                actor, "applications.declare_facts", application.case, before=before, after=after
            )


def _declare(fact: DeclaredFact, told: Declared) -> None:
    ensure_value(fact.key, told.value)
    fact.declared, fact.remark = told.value, told.remark
    fact.save(update_fields=("declared", "remark"))


def ensure_value(key: str, value: Any) -> None:
    """Raise Refused for a value that the rules cannot take."""
    try:
        if value is not None:
            CATALOGUE[key].parse(value)
    except BadInput as bad:
        raise Refused(str(bad), "value") from bad


def _ensure_fields(application: Application, answers: Mapping[str, Any]) -> None:
    form = Content(application).form
    # The opinions are the offices' to write, not the applicant's.
    known = {field.key for field in form.fields if field.kind != "opinion"} if form else set()
    unknown = [key for key in answers if key not in known]
    if unknown:
        raise Refused(_("The form has no field %(name)s.") % {"name": unknown[0]}, "field")
