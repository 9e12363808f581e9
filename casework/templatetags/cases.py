"""Parts of pages about a case that other apps' templates show as well."""

from typing import Any

from django import template

from casework import queries
from casework.models import Case
from casework.words import action_label

register = template.Library()


@register.inclusion_tag("casework/_banner.html", takes_context=True)
def case_banner(context: dict[str, Any], case: Case) -> dict[str, Any]:
    """The notice that the case's law has ended, with the recorded basis; on every page of it."""
    return {"case": case, "banner": queries.banner_of(case, context["actor"])}


@register.filter
def action_name(action: str) -> str:
    """The word for an action, as everywhere."""
    return str(action_label(action))
