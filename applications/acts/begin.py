"""Beginning an application."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

import rules
from accounts.models import Area, Organisation, User
from accounts.scope import scoped
from applications.acts.parents import parent_of
from applications.models import Application, DeclaredFact
from applications.prefill import first_answers
from applications.queries.available import applies_to, kind_of_organisation, open_case
from applications.queries.requirements import follows_of, to_follow, unmet
from casework.acts import open_draft
from casework.models import Case
from casework.seats import offices_around, person
from casework.titles import title_of
from parks.models import Park
from records.actor import Actor
from records.acts import record
from records.errors import Refused
from records.templatetags.said import told
from rules import forms
from rules.applicants import Title
from rules.edition import Edition
from rules.procedure import Procedure

#: As long as a park's name in the archive may be.
LONGEST_NAME = 60


@dataclass(frozen=True)
class _Plan:
    """What is begun: the law as the procedure asks it, where, for which park, after which case.

    `under` is the park of which it becomes a branch.
    """

    law: Edition
    procedure: Procedure
    area: Area
    park: Park | None
    name: str
    title: Title
    followed: Case | None
    under: Park | None


@transaction.atomic
def begin(
    actor: Actor,
    park: Park | None,
    edition_key: str,
    procedure_key: str,
    *,
    title: str = "",
    name: str = "",
    follows: int | None = None,
    under: int | None = None,
) -> Case:
    """Open a draft with what is known already: of the park, or of the case that it follows.

    `title` is the key of the applicant of record, "" the usual one; `name` that of a park to
    come, `follows` the approved case before this one, `under` the park of which it becomes a
    branch where there are several. Raises Park.DoesNotExist out of scope, and Refused where the
    law is not that of the area, for a wrong applicant, while a requirement does not stand, or
    while another such application is open.
    """
    law = _law_of(edition_key, procedure_key)
    procedure = law.procedures[procedure_key]
    own = _organisation_of(actor)
    park = _locked(actor, own, park if procedure.has_park else None)
    area = _area_of(law, own, park)
    _ensure_applicant(actor, law, procedure, area, park)
    followed = _followed(actor, law, procedure, follows)
    _ensure_required(procedure, park, followed)
    name, of_record = _name_of(procedure, park, name), _title_of(procedure, title)
    parent = parent_of(law, procedure, under)
    plan = _Plan(law, procedure, area, park, name, of_record, followed, parent)
    _ensure_none_open(actor, plan)
    return _open(actor, own, plan)


def _open(actor: Actor, own: Organisation, plan: _Plan) -> Case:
    case = open_draft(
        actor,
        kind=Application.KIND,
        edition=plan.law.key,
        procedure=plan.procedure.key,
        title=title_of(plan.name, plan.procedure),
        area=plan.area,
        park=plan.park,
    )
    application = Application.objects.create(
        case=case,
        title_key=plan.title.key,
        follows=plan.followed,
        under=plan.under,
        form=_answers(actor, own, plan),
    )
    DeclaredFact.objects.bulk_create(
        DeclaredFact(application=application, key=key) for key in plan.law.fact_keys()
    )
    after = {"form": application.form, "title": plan.title.key}
    if plan.followed:
        after["follows"] = plan.followed.number
    if plan.under:
        after["under"] = plan.under.name
    record(actor, "applications.begin", case, after=after)
    return case


def _answers(actor: Actor, own: Organisation, plan: _Plan) -> dict[str, Any]:
    if not plan.procedure.form:
        return {}
    before = plan.followed.application.form if plan.followed else {}
    applicant = plan.procedure.applicant
    by_operator = applicant.organisation == "operator"
    form = forms.form(plan.procedure.form)
    known = first_answers(form, plan.park, before, by_operator=by_operator)
    if not plan.park:
        known["park_name"] = plan.name
    if applicant.is_named:
        known["applicant_of_record"] = own.name
    if applicant.is_named and not by_operator:
        known |= _person(actor)
    asked = {field.key for field in form.fields}
    return {key: answer for key, answer in known.items() if key in asked}


def _person(actor: Actor) -> dict[str, str]:
    """Whom to ask of what an office does itself: who begins it."""
    user = User.objects.get(pk=person(actor))
    told = {"contact": user.name, "phone": user.phone}
    return {key: answer for key, answer in told.items() if answer}


def _organisation_of(actor: Actor) -> Organisation:
    if actor.organisation_id is None:
        raise Refused(_("An application of this kind is not for your role to begin."), "role")
    return Organisation.objects.select_related("area").get(pk=actor.organisation_id)


def _locked(actor: Actor, own: Organisation, park: Park | None) -> Park | None:
    """The park, or without one the organisation, under a lock: two people cannot begin at once."""
    if park is None:
        Organisation.objects.select_for_update().get(pk=own.pk)
        return None
    rows = Park.objects.select_related("area", "operator").select_for_update(of=("self",))
    return scoped(rows, actor).get(pk=park.pk)


def _law_of(edition_key: str, procedure: str) -> Edition:
    """The edition as the procedure asks it."""
    try:
        return rules.edition(edition_key).under(procedure)
    except rules.UnknownKey as unknown:
        raise Refused(_("There is no such procedure."), "procedure") from unknown


def _area_of(law: Edition, own: Organisation, park: Park | None) -> Area:
    area = park.area if park else own.area
    if not applies_to(law, area):
        raise Refused(_("This regulation does not apply in the area of the park."), "area")
    return area


def _ensure_applicant(
    actor: Actor, law: Edition, procedure: Procedure, area: Area, park: Park | None
) -> None:
    kind = kind_of_organisation(actor, law, area, park, offices_around([area]))
    refusal = procedure.applicant.refusal(kind)
    if refusal:
        raise Refused(told(refusal), "applicant", {"clause": refusal.clause})
    if procedure.has_park and park is None:
        raise Refused(_("Choose the park first."), "park")


def _followed(actor: Actor, law: Edition, procedure: Procedure, pk: int | None) -> Case | None:
    """The chosen case before this one, else the only one that there is."""
    requirement = follows_of(procedure)
    if requirement is None:
        return None
    found = to_follow(actor, law, requirement.procedure).select_for_update(of=("self",))
    if pk is not None:
        return found.filter(pk=pk).first()
    cases = list(found[:2])
    if len(cases) > 1:
        raise Refused(_("Choose the approved case that this one follows."), "follows")
    return cases[0] if cases else None


def _ensure_required(procedure: Procedure, park: Park | None, followed: Case | None) -> None:
    refusal = unmet(procedure, park, followed, timezone.localdate())
    if refusal:
        raise Refused(told(refusal), "required", {"clause": refusal.clause})


def _name_of(procedure: Procedure, park: Park | None, name: str) -> str:
    if park is not None:
        return park.name
    name = name.strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise Refused(
            _("Name the park to come, in at most %(most)s characters.") % {"most": LONGEST_NAME},
            "name",
        )
    return name


def _title_of(procedure: Procedure, key: str) -> Title:
    titles = {title.key: title for title in procedure.applicant.titles}
    if not key:
        return procedure.applicant.titles[0]
    if key not in titles:
        raise Refused(_("The regulation knows no such applicant."), "title")
    return titles[key]


def _ensure_none_open(actor: Actor, plan: _Plan) -> None:
    if plan.procedure.several:
        return
    case = open_case(plan.park, plan.law, plan.procedure.key) if plan.park else _same(actor, plan)
    if case:
        raise Refused(
            _("The park already has such an application under way: %(case)s.") % {"case": case},
            "open",
            {"case": case.pk},
        )


def _same(actor: Actor, plan: _Plan) -> Case | None:
    """The organisation's open application for a park to come of the same name."""
    found = Case.objects.filter(
        applicant=actor.organisation_id,
        park=None,
        edition=plan.law.key,
        procedure=plan.procedure.key,
        title=title_of(plan.name, plan.procedure),
    )
    return found.exclude(status__in=Case.FINAL).first()
