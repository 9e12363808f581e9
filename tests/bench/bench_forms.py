"""An approval form, from the case's rows to the bytes, beside bare WeasyPrint on the same HTML."""

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

from weasyprint import HTML

from applications.printing.documents import DENSITIES, form_html
from casework.models import Case
from records.pdf_engine import SiteAssets
from tests.applications.printed import (
    decide,
    form_page,
    form_pdf,
    printed_case,
    sign_for_district,
)
from tests.bench.database import scratch_database

ROUNDS = 15
BUDGET = 1.25
OPINION = "经审核，该园区基础设施完善，入驻机构数量与经营收入达到规定条件，运营团队稳定。"


def run() -> list[dict[str, Any]]:
    """Two rows: a form as most are, and one with long opinions; milliseconds a form."""
    with scratch_database():
        return [_row("an approval form", OPINION), _row("with long opinions", OPINION * 7)]


def _row(name: str, opinion: str) -> dict[str, Any]:
    case = _decided(opinion)
    html = _setting_used(case)
    # Taken in turns, so that a busy machine slows both alike.
    pairs = [
        (_milliseconds(lambda: form_pdf(case)), _milliseconds(lambda: _bare(html)))
        for _round in range(ROUNDS)
    ]
    measured, baseline = (median(column) for column in zip(*pairs, strict=True))
    return {
        "name": name,
        "measured": round(measured, 1),
        "baseline": round(baseline, 1),
        "ratio": round(measured / baseline, 2),
        "budget": BUDGET,
        "unit": "ms",
    }


def _decided(opinion: str) -> Case:
    case = printed_case()
    sign_for_district(case, opinion)
    decide(case, opinion)
    return Case.objects.select_related("application", "park__operator").get(pk=case.pk)


def _setting_used(case: Case) -> str:
    """The HTML of the setting that was printed: the first to give the same bytes."""
    page, printed = form_page(case), form_pdf(case)
    settings = (form_html(case, page, density) for density, _limit in DENSITIES)
    return next(html for html in settings if _bare(html) == printed)


def _bare(html: str) -> bytes:
    written: bytes = HTML(string=html, url_fetcher=SiteAssets()).write_pdf()
    return written


def _milliseconds(call: Callable[[], object]) -> float:
    start = perf_counter()
    call()
    return (perf_counter() - start) * 1000
