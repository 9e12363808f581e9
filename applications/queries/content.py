"""Everything of one application, read once for a page, a guard or an effect."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

import rules
from accounts.scope import scoped
from applications.models import Application, DeclaredFact, Judgement, Waiver
from applications.queries.facts import FactRow, fact_rows, values_of
from applications.queries.materials import (
    MaterialItem,
    MaterialRow,
    items_of,
    material_rows,
)
from casework.models import Basis, Case, Defect
from casework.queries import reads_offices
from records.actor import Actor
from records.templatetags.said import said
from rules import forms
from rules.applicants import Title
from rules.conditions import CountAbove, Measured
from rules.edition import Edition
from rules.fields import Form
from rules.procedure import Procedure
from rules.verdict import Verdict

#: The cell that names who applies.
APPLICANT_OF_RECORD = "applicant_of_record"
#: Cells of official forms that repeat a figure.
FROM_FIGURES = {"agencies": "operating_agencies"}
RELATED = ("area", "park__operator", "applicant", "district", "bureau")
PEOPLE = ("made_by", "made_for", "confirmed_by")
#: What a verdict rests on, read in one query each, however many applications there are.
PARTS = (
    Prefetch("facts", DeclaredFact.objects.select_related("verified_by")),
    Prefetch("judgements", Judgement.objects.select_related(*PEOPLE)),
    Prefetch("waivers", Waiver.objects.select_related(*PEOPLE)),
)


def applications(actor: Actor) -> QuerySet[Application]:
    """The applications that the actor may see."""
    related = [f"case__{name}" for name in RELATED]
    found = scoped(Application.objects.all(), actor).select_related("case", *related)
    return found.prefetch_related(*PARTS)


def application_of(actor: Actor, case_id: int) -> Application:
    """The application of a case. Raises Application.DoesNotExist where it is not to be seen."""
    return applications(actor).get(case_id=case_id)


@dataclass(frozen=True)
class Content:
    """One application with its law. Each part is read on first use and then kept."""

    application: Application

    @property
    def case(self) -> Case:
        return self.application.case

    @cached_property
    def law(self) -> Edition:
        """The edition as the case's procedure asks it."""
        return rules.law(self.case.edition, self.case.procedure)

    @property
    def is_expired(self) -> bool:
        """Whether the regulation has ended: pages of the case then say so loudly."""
        return self.law.force_on(timezone.localdate()) == "expired"

    @cached_property
    def procedure(self) -> Procedure:
        return self.law.procedures[self.case.procedure]

    @property
    def has_conditions(self) -> bool:
        """Whether the procedure asks for anything that could be met or missed."""
        return bool(self.law.tests)

    @property
    def title(self) -> Title:
        """The kind of applicant of record."""
        titles = self.procedure.applicant.titles
        return next((each for each in titles if each.key == self.application.title_key), titles[0])

    @property
    def is_named(self) -> bool:
        """Whether the applicant of record is known by name, not only by kind."""
        return self.applicant_of_record != said(self.title)

    @property
    def applicant_of_record(self) -> str:
        """Who applies by name, as the form has it; while it has none, what kind of applicant."""
        written = self.application.form.get(APPLICANT_OF_RECORD)
        if written:
            return str(written)
        if self.procedure.applicant.is_named:
            return self.case.applicant.name
        return said(self.title)

    @property
    def followed(self) -> Case | None:
        """The approved case within whose period this one was begun."""
        return self.application.follows

    @cached_property
    def form(self) -> Form | None:
        return forms.form(self.procedure.form) if self.procedure.form else None

    @cached_property
    def facts(self) -> list[FactRow]:
        return fact_rows(self.application)

    @cached_property
    def answers(self) -> dict[str, Any]:
        """The form's answers; what the figures know is not asked again."""
        known = {row.fact.key: row.given for row in self.facts if row.given is not None}
        from_figures = {field: known[fact] for field, fact in FROM_FIGURES.items() if fact in known}
        written = {key: one for key, one in self.application.form.items() if one is not None}
        asked = {field.key for field in self.form.fields} if self.form else set()
        return {k: one for k, one in {**from_figures, **written}.items() if k in asked}

    @cached_property
    def materials(self) -> list[MaterialRow]:
        return material_rows(self.application, self.procedure, self.form, self.answers, self.facts)

    @property
    def material_items(self) -> list[MaterialItem]:
        """The same, alternatives as one item."""
        return items_of(self.materials)

    @cached_property
    def judgements(self) -> list[Judgement]:
        return list(self.application.judgements.all()) if self.case.submitted_at else []

    @cached_property
    def waivers(self) -> list[Waiver]:
        return list(self.application.waivers.all()) if self.case.submitted_at else []

    @cached_property
    def defects(self) -> list[Defect]:
        """What the last return for supplement asked for and is still open."""
        return list(self.case.defects.filter(resolved_at__isnull=True))

    @cached_property
    def bases(self) -> list[Basis]:
        return list(self.case.bases.select_related("recorded_by"))

    @cached_property
    def verdict(self) -> Verdict:
        """What the law says today of the facts as they stand; only confirmed answers count."""
        return self.assess()

    def assess(self, extra_waiver: tuple[str, dict[str, Any]] | None = None) -> Verdict:
        """The verdict, perhaps with one more waiver, to see what it would change."""
        waivers = {one.leaf: self._waived(one) for one in self.waivers if one.confirmed_at}
        if extra_waiver:
            waivers[extra_waiver[0]] = extra_waiver[1]
        return self.law.assess(
            values_of(self.facts),
            {one.leaf: _judged(one) for one in self.judgements if one.confirmed_at},
            waivers,
            timezone.localdate(),
        )

    def _waived(self, waiver: Waiver) -> dict[str, Any]:
        told = {"by": waiver.made_by.name, "reason": waiver.reason, "document": waiver.document}
        if not waiver.value:
            return told
        return told | {"value": relaxed_value(self.law, waiver.leaf, waiver.value)}


def content_of(case: Case) -> Content:
    """The content of a case whose scope the caller has checked.

    Kept on the case object, so that the guards of one page or move read it once.
    """
    kept: Content | None = case.__dict__.get("_application_content")
    return kept or fresh_content(case)


def fresh_content(case: Case) -> Content:
    """The content read anew, after an effect changed it."""
    # Nobody judges what was not handed in.
    parts = PARTS if case.submitted_at else PARTS[:1]
    found = Application.objects.select_related("follows", "under").prefetch_related(*parts)
    application = found.get(case_id=case.pk)
    application.case = case
    content = Content(application)
    case.__dict__["_application_content"] = content
    return content


def contents_of(cases: Sequence[Case]) -> list[Content]:
    """The contents of many cases in as few queries as of one."""
    by_id = {case.pk: case for case in cases}
    found = Application.objects.filter(case_id__in=by_id).prefetch_related(*PARTS)
    for application in found:
        application.case = by_id[application.case_id]
    return [Content(application) for application in found]


def content_for(actor: Actor, case_id: int) -> Content:
    """The content of a case. Raises Application.DoesNotExist where it is not to be seen."""
    return Content(application_of(actor, case_id))


def relaxed_value(law: Edition, leaf: str, text: str) -> int | str:
    """A relaxed limit as `rules` takes it: counts as integers, all else as decimal strings."""
    test = law.tests.get(leaf)
    counts = isinstance(test, CountAbove) or (
        isinstance(test, Measured) and test.fact.kind == "count"
    )
    return int(text) if counts and text.isascii() and text.isdigit() else text


def sees_review(case: Case, actor: Actor) -> bool:
    """Whether verified figures, judgements and waivers are shown to the actor.

    They are the offices' findings, as their opinions are.
    """
    return reads_offices(case, actor)


def _judged(judgement: Judgement) -> dict[str, Any]:
    return {"met": judgement.met, "by": judgement.made_by.name, "reason": judgement.reason}


def waiting_leaves(content: Content) -> tuple[list[str], list[str]]:
    """The leaves that nobody has judged, and those whose answer waits for its second person."""
    unconfirmed = {
        one.leaf for one in [*content.judgements, *content.waivers] if not one.confirmed_at
    }
    open_leaves = [leaf for leaf in content.verdict.to_judge if leaf not in unconfirmed]
    order = [leaf.id for leaf in content.law.leaves()]
    return open_leaves, sorted(unconfirmed, key=order.index)


#: How an answer is found by its kind's name in an address.
ANSWERS: dict[str, Callable[[Application], QuerySet[Any]]] = {
    "judgement": lambda application: application.judgements.all(),
    "waiver": lambda application: application.waivers.all(),
}
