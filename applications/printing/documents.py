"""A case's documents as PDF bytes."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from applications.printing.conditions import TITLE as CONDITIONS
from applications.printing.conditions import conditions_page
from applications.printing.content import FormPage, form_page
from applications.printing.render import fitted
from applications.queries.content import content_of
from casework.models import Case
from casework.seats import procedure_of
from records.acts.attachments import clean_name

#: Official papers are Chinese only, whatever the reader's language.
LANGUAGE = "zh-hans"
FORM = "审批表"
#: Settings of a form, airiest first, each with the characters of free text that it can hold.
DENSITIES = (("roomy", 200), ("dense", 400), ("close", 800), ("tight", None))


def form_pdf(case: Case, *, opinions: bool = True) -> bytes:
    """The official form, on one page wherever its tightest setting allows.

    `opinions` as in `form_page`. Raises Refused where the PDF libraries are missing, see `render`.
    """
    page = form_page(case, opinions=opinions)
    return fitted(form_html(case, page, density) for density in _densities(page))


def form_html(case: Case, page: FormPage, density: str) -> str:
    return _html(procedure_of(case).form or "", {"page": page, "density": density})


def conditions_pdf(case: Case, *, reviewed: bool) -> bytes:
    """The conditions beside what the park has; of the offices' findings only when `reviewed`.

    Raises Refused where the PDF libraries are missing, see `render`.
    """
    with translation.override(LANGUAGE):
        page = conditions_page(content_of(case), reviewed=reviewed)
    return fitted([_html("conditions", {"page": page, "density": "annex"})])


def form_name(case: Case) -> str:
    return _file_name(case, FORM)


def conditions_name(case: Case) -> str:
    return _file_name(case, CONDITIONS)


def _html(template: str, context: dict[str, Any]) -> str:
    with translation.override(LANGUAGE):
        return render_to_string(f"forms/{template}.html", context)


def _densities(page: FormPage) -> list[str]:
    """The settings worth trying: those whose limit the text does not pass."""
    return [name for name, limit in DENSITIES if limit is None or page.length <= limit]


def _file_name(case: Case, what: str) -> str:
    """A name that no file system takes for a path."""
    park = case.park.name if case.park else case.title
    name = f"{case.number or f'草稿{case.pk}'}_{park}_{what}.pdf"
    return clean_name(name.replace("/", "_").replace("\\", "_"))
