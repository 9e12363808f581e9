"""An application's content as the case page shows it to one actor."""

from typing import Any

from accounts.roles import ASSIGNED_ROLES
from applications.explain import shown_answer, shown_fact
from applications.queries.content import Content, sees_review
from applications.queries.facts import FactRow
from applications.queries.tree import Tree, tree_of
from records.actor import Actor


def shown_content(content: Content, actor: Actor) -> dict[str, Any]:
    """The context of the content tab: answers, facts, materials, conditions, versions."""
    reviewed = sees_review(content.case, actor)
    return {
        "content": content,
        "answers": form_lines(content),
        "facts": [fact_line(row, reviewed) for row in content.facts],
        "materials": content.materials,
        "reviewed": reviewed,
        "tree": shown_tree(content, actor),
    }


def form_lines(content: Content) -> list[tuple[Any, str]]:
    """The official form's fields with their answers; opinions belong to the offices."""
    fields = content.form.fields if content.form else ()
    answers = content.application.form
    return [
        (field, shown_answer(field, answers.get(field.key)))
        for field in fields
        if field.kind != "opinion"
    ]


def fact_line(row: FactRow, reviewed: bool) -> dict[str, Any]:
    """One fact in its three ways as text; the verified one for those who may see it."""
    return {
        "row": row,
        "fact": row.fact,
        "recorded": shown_fact(row.fact, row.recorded),
        "declared": shown_fact(row.fact, row.declared),
        "verified": shown_fact(row.fact, row.verified) if reviewed else "",
    }


def shown_tree(content: Content, actor: Actor) -> Tree | None:
    """The verdict; experts get none, so that nobody's answer leads theirs."""
    if actor.role in ASSIGNED_ROLES:
        return None
    return tree_of(content, reviewed=sees_review(content.case, actor))
