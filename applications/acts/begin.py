"""Beginning an application."""

from django.db import transaction
from django.utils.translation import gettext as _

import rules
from accounts.scope import scoped
from applications.models import Application, DeclaredFact
from applications.prefill import answers_on_record
from applications.queries.available import applies_to, open_case
from casework.acts import open_draft
from casework.models import Case
from parks.models import Park
from records.actor import Actor
from records.acts import record
from records.errors import Refused
from rules import forms
from rules.edition import Edition


@transaction.atomic
def begin(actor: Actor, park: Park, edition_key: str, procedure: str) -> Case:
    """Open a draft for the park, with what its archive already answers.

    Raises Park.DoesNotExist out of scope, Refused where the law is not that of the park's area,
    where the role does not begin such a case, or while another one is open.
    """
    # Locked, so that two people of one office cannot begin at once.
    rows = Park.objects.select_related("area", "operator").select_for_update(of=("self",))
    park = scoped(rows, actor).get(pk=park.pk)
    law = _law_for(park, edition_key, procedure)
    _ensure_none_open(park, law, procedure)
    plan = law.procedures[procedure]
    case = open_draft(
        actor,
        kind=Application.KIND,
        edition=law.key,
        procedure=procedure,
        title=f"{park.name}：{plan.zh}",
        area=park.area,
        park=park,
    )
    answers = answers_on_record(park, forms.form(plan.form)) if plan.form else {}
    application = Application.objects.create(case=case, form=answers)
    DeclaredFact.objects.bulk_create(
        DeclaredFact(application=application, key=key) for key in law.fact_keys()
    )
    record(actor, "applications.begin", case, after={"form": answers})
    return case


def _law_for(park: Park, edition_key: str, procedure: str) -> Edition:
    try:
        law = rules.edition(edition_key)
    except rules.UnknownKey as unknown:
        raise Refused(_("There is no such procedure."), "procedure") from unknown
    if procedure not in law.procedures:
        raise Refused(_("There is no such procedure."), "procedure")
    if not applies_to(law, park):
        raise Refused(_("This regulation does not apply in the area of the park."), "area")
    return law


def _ensure_none_open(park: Park, law: Edition, procedure: str) -> None:
    case = open_case(park, law, procedure)
    if case:
        raise Refused(
            _("The park already has such an application under way: %(case)s.") % {"case": case},
            "open",
            {"case": case.pk},
        )
