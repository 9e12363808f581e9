"""What casework must know of applications."""

from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.scope import scoped
from applications.effects import EFFECTS
from applications.guards import GUARDS
from applications.queries.content import content_of
from applications.queries.shown import shown_content
from applications.queries.tasklist import sections_of
from casework.kinds import Kind
from casework.models import Case
from records.actor import Actor

KEY: Final = "application"


def may_read_file(actor: Actor, case_id: int) -> bool:
    """Whoever sees the case reads what was handed in with it."""
    return scoped(Case.objects.filter(pk=case_id), actor).exists()


def content(case: Case, actor: Actor) -> dict[str, Any]:
    return shown_content(content_of(case), actor)


def sections(case: Case) -> list[tuple[str, str]]:
    return sections_of(content_of(case))


def edit_url(case: Case) -> str:
    return reverse("applications:tasks", args=[case.pk])


APPLICATION = Kind(
    key=KEY,
    label=_("Application"),
    guards=GUARDS,
    effects=EFFECTS,
    content_template="applications/_content.html",
    content=content,
    sections=sections,
    edit_url=edit_url,
)
