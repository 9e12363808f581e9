"""Reads of applications, each from a scoped queryset."""

from applications.queries.available import Choice, Offer, choices, offers
from applications.queries.content import (
    Content,
    application_of,
    applications,
    content_for,
    content_of,
    sees_review,
)
from applications.queries.seen import seen
from applications.queries.shown import (
    fact_line,
    form_lines,
    shown_conditions,
    shown_content,
    shown_materials,
)
from applications.queries.tasklist import SectionRow, is_complete, section_row, task_list
from applications.queries.tree import tree_of
from applications.queries.versions import version_rows

__all__ = [
    "Choice",
    "Content",
    "Offer",
    "SectionRow",
    "application_of",
    "applications",
    "choices",
    "content_for",
    "content_of",
    "fact_line",
    "form_lines",
    "is_complete",
    "offers",
    "section_row",
    "seen",
    "sees_review",
    "shown_conditions",
    "shown_content",
    "shown_materials",
    "task_list",
    "tree_of",
    "version_rows",
]
