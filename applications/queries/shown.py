"""An application's content as pages show it to one actor, each part by itself."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.roles import ASSIGNED_ROLES
from applications.explain import listed_amounts, shown_answer, shown_fact
from applications.queries.content import Content, sees_review
from applications.queries.facts import FactRow
from applications.queries.names import advice_of
from applications.queries.review import is_of_bureau
from applications.queries.tree import OUTCOMES, tree_of
from casework.kinds import Digest
from records.actor import Actor
from records.templatetags.said import said


def shown_content(content: Content, actor: Actor) -> dict[str, Any]:
    """The content tab: the form's answers and the figures."""
    reviewed = sees_review(content.case, actor)
    # The register's rows lie outside what experts and consulted organisations may see.
    linked = actor.role not in ASSIGNED_ROLES
    return {
        "content": content,
        "follows_url": _follows_url(content) if linked else "",
        "answers": form_lines(content),
        "facts": [fact_line(row, reviewed, linked) for row in content.facts],
        "reviewed": reviewed,
        "has_paper": content.form is not None and linked,
        "advice": advice_of(content),
    }


def _follows_url(content: Content) -> str:
    earlier = content.application.follows_id
    return reverse("casework:case", args=[earlier]) if earlier else ""


def shown_conditions(content: Content, actor: Actor) -> dict[str, Any]:
    """The conditions tab; experts get no verdict, so that nobody's answer leads theirs."""
    if actor.role in ASSIGNED_ROLES:
        return {"tree": None}
    return {
        "tree": tree_of(content, reviewed=sees_review(content.case, actor)),
        "may_review": is_of_bureau(content.case, actor),
    }


def shown_materials(content: Content, actor: Actor) -> dict[str, Any]:
    """The materials; an earlier case's files only for who sees that case as well."""
    return {
        "content": content,
        "items": content.material_items,
        "shows_earlier": actor.role not in ASSIGNED_ROLES,
    }


def form_lines(content: Content) -> list[tuple[Any, str]]:
    """The official form's fields with their answers; opinions belong to the offices."""
    fields = content.form.fields if content.form else ()
    answers = content.answers
    return [
        (field, shown_answer(field, answers.get(field.key)))
        for field in fields
        if field.kind != "opinion"
    ]


def fact_line(row: FactRow, reviewed: bool, linked: bool = True) -> dict[str, Any]:
    """One fact in its three ways as text; the verified one for those who may see it.

    `linked` leads from the figure on record to its rows.
    """
    return {
        "row": row,
        "fact": row.fact,
        "recorded": _figure(row, row.recorded, row.url if linked else ""),
        "declared": _figure(row, row.declared),
        "verified": _figure(row, row.verified if reviewed else None),
    }


def _figure(row: FactRow, value: Any, url: str = "") -> dict[str, Any]:
    """A figure as text, with the address of its rows and, of a list, its single amounts."""
    return {
        "text": shown_fact(row.fact, value),
        "url": url,
        "amounts": listed_amounts(row.fact, value),
    }


def digest(content: Content) -> Digest:
    """The verdict in one line, with the exceptions and judgements that it rests on."""
    shape, words = OUTCOMES[content.verdict.outcome.value]
    labels = {leaf.id: said(leaf) for leaf in content.law.leaves()}
    asked = [
        _("Waiver: %(leaf)s (%(reason)s)") % {"leaf": labels[one.leaf], "reason": one.reason}
        for one in content.waivers
    ]
    confirmed = sum(1 for one in content.judgements if one.confirmed_at)
    if content.judgements:
        counts = {"confirmed": confirmed, "all": len(content.judgements)}
        asked.append(_("Judgements confirmed: %(confirmed)s of %(all)s") % counts)
    return Digest(str(words), shape, tuple(asked))
