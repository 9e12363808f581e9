"""Links from anything that cites a clause to what the rulebook says of it."""

from fractions import Fraction

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from records.templatetags.said import clause
from rules.exact import plain
from rules.source import clause_of, place_of

register = template.Library()


@register.simple_tag
def clause_link(edition: str, identifier: str) -> str | SafeString:
    """第九条（三） with a link to the clause in its edition's rulebook.

    What is no clause id (a default of the system's own), or of no edition, is shown without.
    """
    try:
        place_of(identifier)
    except ValueError:
        return clause(identifier)
    if not edition:
        return clause(identifier)
    address = reverse("applications:rulebook", args=(edition,))
    return format_html(
        '<a class="cite" href="{}#{}">{}</a>', address, clause_of(identifier), clause(identifier)
    )


@register.filter
def points(value: Fraction | None) -> str:
    """Points without idle zeros; a dash while the item is open."""
    return "—" if value is None else plain(value)
