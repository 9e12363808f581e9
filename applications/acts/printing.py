"""Letting papers of cases leave the house: each time on record."""

import hashlib
from collections.abc import Collection
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from applications.printing.documents import conditions_pdf, form_pdf
from applications.queries.content import sees_review
from applications.queries.printable import printable
from casework.models import Case
from records.actor import Actor
from records.acts import record, start_job
from records.errors import Refused
from records.models import Job

#: The kind of job that packs many forms.
FORMS_ZIP: Final = "applications.forms_zip"
#: Forms in one job at most [the system's own limit]: some minutes' work.
MOST: Final = 2_000


def print_form(actor: Actor, case: Case) -> bytes:
    """The official form of a case in scope, without opinions that the actor must not read yet.

    Raises Refused where PDFs cannot be made here.
    """
    made = form_pdf(case, actor)
    return _recorded(actor, "applications.print_form", case, made)


def print_conditions(actor: Actor, case: Case) -> bytes:
    """条件对照表 of a case in scope, as far as the actor sees the review.

    Raises Refused where PDFs cannot be made here.
    """
    made = conditions_pdf(case, reviewed=sees_review(case, actor))
    return _recorded(actor, "applications.print_conditions", case, made)


def export_forms(actor: Actor, case_ids: Collection[int]) -> Job:
    """Begin packing the forms of the cases; those out of scope are left out.

    Raises Refused without any case, or with more than MOST.
    """
    found = printable(actor).filter(pk__in=case_ids).order_by("pk").values_list("pk", flat=True)
    chosen = list(found[: MOST + 1])
    if not chosen:
        raise Refused(_("Choose at least one case."), "none_chosen")
    if len(chosen) > MOST:
        raise Refused(
            _("These are more than %(most)s cases; narrow the filter.") % {"most": MOST}, "too_many"
        )
    return start_job(actor, FORMS_ZIP, {"cases": chosen})


@transaction.atomic
def _recorded(actor: Actor, action: str, case: Case, pdf: bytes) -> bytes:
    record(actor, action, case, after={"sha256": hashlib.sha256(pdf).hexdigest()})
    return pdf
