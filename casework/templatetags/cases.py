"""Parts of pages about a case that other apps' templates show as well."""

from typing import Any

from django import template

from casework import queries
from casework.models import Case

register = template.Library()


@register.inclusion_tag("casework/_banner.html", takes_context=True)
def case_banner(context: dict[str, Any], case: Case, *, here: bool = False) -> dict[str, Any]:
    """The notice that the case's law has ended, with the recorded basis; on every page of it.

    `here`: the page is the one on which the basis is recorded, so that no link leads to it.
    """
    return {"case": case, "banner": queries.banner_of(case, context["actor"]), "here": here}
