"""A case's documents as PDF bytes."""

from django.template.loader import render_to_string
from django.utils import translation

from applications.printing.content import FormPage, form_page
from applications.printing.render import fitted
from casework.models import Case
from casework.seats import procedure_of
from records.acts.attachments import clean_name

#: Official forms are Chinese only, whatever the reader's language.
LANGUAGE = "zh-hans"
#: Settings of a form, airiest first, each with the characters of free text that it can hold.
DENSITIES = (("roomy", 200), ("dense", 400), ("close", 800), ("tight", None))


def form_pdf(case: Case) -> bytes:
    """The official form, on one page wherever its tightest setting allows.

    Raises Refused where the PDF libraries are missing, see `render`.
    """
    page = form_page(case)
    template = f"forms/{procedure_of(case).form}.html"
    return fitted(form_html(template, page, density) for density in _densities(page))


def form_html(template: str, page: FormPage, density: str) -> str:
    with translation.override(LANGUAGE):
        return render_to_string(template, {"page": page, "density": density})


def file_name(case: Case, what: str = "审批表") -> str:
    """A name for the document that no file system takes for a path."""
    park = case.park.name if case.park else case.title
    name = f"{case.number or f'草稿{case.pk}'}_{park}_{what}.pdf"
    return clean_name(name.replace("/", "_").replace("\\", "_"))


def _densities(page: FormPage) -> list[str]:
    """The settings worth trying: those whose limit the text does not pass."""
    return [name for name, limit in DENSITIES if limit is None or page.length <= limit]
