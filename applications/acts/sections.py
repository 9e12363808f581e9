"""Saving the sections that are typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from applications.acts.editing import editing_section
from applications.models import Application, DeclaredFact
from applications.queries.content import Content
from casework.seats import procedure_of
from casework.titles import title_of
from records.actor import Actor
from records.acts import record
from records.errors import Refused
from records.templatetags.said import said
from rules.errors import BadInput
from rules.facts import CATALOGUE
from rules.procedure import Procedure

#: The cell that names the park.
PARK_NAME = "park_name"
#: The cell that names what is done under a park's name.
ACTIVITY = "activity"


@dataclass(frozen=True)
class Declared:
    """What the applicant says of one fact: JSON of `rules.facts`, None = nothing said.

    `committed`: it is not actual yet, the applicant commits itself to it.
    """

    value: Any
    remark: str = ""
    committed: bool = False

    @property
    def basis(self) -> DeclaredFact.FactBasis:
        kinds = DeclaredFact.FactBasis
        return kinds.COMMITTED if self.committed else kinds.ACTUAL


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
            _rename(application, changed)
            old = {key: before[key] for key in changed}
            record(actor, "applications.save_form", application.case, before=old, after=changed)


def _rename(application: Application, changed: Mapping[str, Any]) -> None:
    """A case about a park to come, or about one activity of several, is called by its form."""
    case = application.case
    named = changed.get(PARK_NAME) if case.park_id is None else None
    name = named or changed.get(ACTIVITY)
    if name:
        case.title = title_of(name, procedure_of(case))
        case.save(update_fields=("title",))


def declare_facts(
    case_id: int, actor: Actor, declared: Mapping[str, Declared], *, seen: str
) -> None:
    """Store what the applicant declares; facts that are not named stay.

    Raises Stale, Refused (a shut section, a value that is none of the fact's kind, a figure
    committed that must be actual) and Case.DoesNotExist.
    """
    with editing_section(case_id, actor, "facts", seen) as application:
        before, after = {}, {}
        procedure = procedure_of(application.case)
        for fact in application.facts.filter(key__in=declared):
            told = declared[fact.key]
            if (fact.declared, fact.remark, fact.basis) != (told.value, told.remark, told.basis):
                _ensure_basis(procedure, fact, told)
                before[fact.key] = _as_told(fact.declared, fact.basis)
                after[fact.key] = _as_told(told.value, told.basis)
                _declare(fact, told)
        if after:
            record(
                actor, "applications.declare_facts", application.case, before=before, after=after
            )


def _declare(fact: DeclaredFact, told: Declared) -> None:
    ensure_value(fact.key, told.value)
    fact.declared, fact.remark, fact.basis = told.value, told.remark, told.basis
    fact.save(update_fields=("declared", "remark", "basis"))


def _as_told(value: Any, basis: str) -> Any:
    """A declared figure for the trail; that it is committed is said beside it."""
    return value if basis == DeclaredFact.FactBasis.ACTUAL else {"value": value, "basis": basis}


def _ensure_basis(procedure: Procedure, fact: DeclaredFact, told: Declared) -> None:
    if told.committed and not procedure.may_commit(fact.key):
        raise Refused(
            _("“%(fact)s” must be actual here, not committed.")
            % {"fact": said(CATALOGUE[fact.key])},
            "basis",
        )


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
