"""A case's documents as PDF bytes."""

from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from applications.printing.conditions import TITLE as CONDITIONS
from applications.printing.conditions import conditions_page
from applications.printing.content import FormPage, form_of, form_page
from applications.printing.own import own_page
from applications.printing.sheet import park_name_of
from applications.queries.content import content_of
from casework.models import Case
from records.actor import Actor
from records.acts.attachments import clean_name
from records.pdf import fitted

#: Official papers are Chinese only, whatever the reader's language.
LANGUAGE = "zh-hans"
#: The template of every form that no text annexes.
OWN_LAYOUT = "own-layout"
#: Settings of an annexed form, airiest first, each with the characters that it can hold.
DENSITIES = (("roomy", 200), ("dense", 400), ("close", 800), ("tight", None))


def form_pdf(case: Case, reader: Actor) -> bytes:
    """The form as the reader may see it.

    An annexed one on one page wherever its tightest setting allows; one of the system's own layout
    on as many as it needs, each of which says what it goes on with. Raises Refused where the PDF
    libraries are missing, see `records.pdf`.
    """
    with translation.override(LANGUAGE):
        return fitted(own_settings(case, reader) if is_own(case) else _annexed(case, reader))


def is_own(case: Case) -> bool:
    """Whether the case's form has the system's own layout."""
    return form_of(case).system_default


def own_settings(case: Case, reader: Actor) -> Iterator[str]:
    """The form in the system's own layout, which has one setting."""
    yield _html(OWN_LAYOUT, {"page": own_page(case, reader), "density": "system"})


def _annexed(case: Case, reader: Actor) -> Iterator[str]:
    page = form_page(case, reader)
    return (form_html(case, page, density) for density in _densities(page))


def form_html(case: Case, page: FormPage, density: str) -> str:
    """An annexed form in one of its settings."""
    return _html(form_of(case).layout, {"page": page, "density": density})


def conditions_pdf(case: Case, *, reviewed: bool) -> bytes:
    """The conditions beside what the park has; of the offices' findings only when `reviewed`.

    Raises Refused where the PDF libraries are missing, see `records.pdf`.
    """
    with translation.override(LANGUAGE):
        page = conditions_page(content_of(case), reviewed=reviewed)
    return fitted([_html("conditions", {"page": page, "density": "annex"})])


def form_name(case: Case) -> str:
    """`NUMBER_PARK_审批表.pdf`: the kind of paper is how its title ends."""
    return _file_name(case, form_of(case).title[-len("审批表") :])


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
    name = f"{case.number or f'草稿{case.pk}'}_{park_name_of(case)}_{what}.pdf"
    return clean_name(name.replace("/", "_").replace("\\", "_"))
