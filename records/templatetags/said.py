"""Words that carry both languages, in the language of the page."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import get_language

from rules.citing import cited

register = template.Library()


def tongue() -> str:
    """The attribute that holds the active language's words: "zh" or "en"."""
    return "en" if (get_language() or "zh").startswith("en") else "zh"


@register.filter
def said(words: Any) -> str:
    """Words with `.zh` and `.en` (or such keys) in the active language; a plain text as it is."""
    if words is None:
        return ""
    if isinstance(words, Mapping):
        return str(words[tongue()])
    return str(getattr(words, tongue(), words))


@register.filter
def clause(identifier: str) -> str:
    """A clause id as people write it: `JZ-9(3)` is 第九条（三） or Article 9(3).

    What is no clause id (a default of the system's own) is shown as it is.
    """
    try:
        return said(cited(identifier))
    except ValueError:
        return identifier


@register.filter
def told(refusal: Any) -> str:
    """A refusal of the rules as a person reads it: its sentence, and the clause that says so."""
    return by_law(said(refusal), refusal.clause)


def by_law(sentence: str, identifier: str) -> str:
    """A sentence in the active language with the clause on which it rests."""
    left, right = "()" if tongue() == "en" else "（）"
    space = " " if tongue() == "en" else ""
    return f"{sentence}{space}{left}{clause(identifier)}{right}"
