"""Checks of an application's content, by the names that procedures use."""

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from applications.explain import gap
from applications.queries.available import lost_parent, parents_of
from applications.queries.content import Content, content_of, waiting_leaves
from applications.queries.materials import unanswered
from applications.queries.names import days_of
from applications.queries.requirements import filed_on, unmet
from casework import guards as shared
from casework.kinds import Attempt, Guard
from casework.seats import procedure_of
from records.templatetags.said import clause, said, told
from rules.facts import CATALOGUE
from rules.verdict import Outcome

Reason = str | Promise | None


def facts_complete(attempt: Attempt) -> Reason:
    """Every fact that the law still wants is declared or on record; none is taken for zero."""
    missing = content_of(attempt.case).verdict.missing
    if not missing:
        return None
    return _("These figures are neither on record nor declared: %(facts)s.") % {
        "facts": _(", ").join(said(CATALOGUE[key]) for key in missing)
    }


def materials_complete(attempt: Attempt) -> Reason:
    lacking = [item for item in content_of(attempt.case).material_items if item.lacking]
    if not lacking:
        return None
    return _("Materials are incomplete: %(materials)s.") % {
        "materials": _("; ").join(f"{item.label} ({item.lacking})" for item in lacking)
    }


def form_complete(attempt: Attempt) -> Reason:
    """No cell of the form that must be answered is empty."""
    content = content_of(attempt.case)
    empty = unanswered(content.form, content.answers)
    if not empty:
        return None
    return _("The form is incomplete: %(fields)s.") % {"fields": _(", ").join(empty)}


def requirements_met(attempt: Attempt) -> Reason:
    """What the procedure comes after must stand: on the day of filing, and when it is decided."""
    case, content = attempt.case, content_of(attempt.case)
    refusal = unmet(content.procedure, case.park, content.application.follows, filed_on(case))
    return told(refusal) if refusal else _parent_stands(content)


def _parent_stands(content: Content) -> Reason:
    """A park to be a branch of, once chosen, must stand; the applicant chooses another."""
    lost = lost_parent(content)
    if lost is None or not parents_of(content.law, content.procedure):
        return None
    return _(
        "“%(park)s”, of which it was to become a branch, is not recognised at this level any "
        "more. The applicant chooses another one while the application lies with them."
    ) % {"park": lost.name}


def before_event(attempt: Attempt) -> Reason:
    """A use of the name is handed in, consented to and authorised before the day it begins."""
    content = content_of(attempt.case)
    use, days = content.law.name_use, days_of(content.answers)
    if use is None or days is None:
        return None
    handed_in = attempt.move.action == "submit"
    day = filed_on(attempt.case) if handed_in else timezone.localdate()
    refusal = use.refusal(day, days[0])
    reasons = [_("The activity ends before it begins.")] if days[1] < days[0] else []
    return " ".join([*reasons, told(refusal)] if refusal else reasons) or None


def figures_on_basis(attempt: Attempt) -> Reason:
    """A committed figure is one that the procedure lets be committed, and it is given."""
    content = content_of(attempt.case)
    committed = [row for row in content.facts if row.is_committed]
    barred = [row for row in committed if not content.procedure.may_commit(row.fact.key)]
    if barred:
        return _("These figures must be actual here, not committed: %(facts)s.") % {
            "facts": _(", ").join(said(row.fact) for row in barred)
        }
    open_rows = [row for row in committed if row.declared is None]
    if open_rows:
        return _("Committed, but no figure is given: %(facts)s.") % {
            "facts": _(", ").join(said(row.fact) for row in open_rows)
        }
    return None


def facts_verified(attempt: Attempt) -> Reason:
    """Every figure that was handed in, from whichever side, has been checked by the reviewer."""
    rows = content_of(attempt.case).facts
    open_rows = [row for row in rows if row.given is not None and row.verified is None]
    if not open_rows:
        return None
    return _("Not verified yet: %(facts)s.") % {
        "facts": _(", ").join(said(row.fact) for row in open_rows)
    }


def judgements_made(attempt: Attempt) -> Reason:
    content = content_of(attempt.case)
    unanswered, unconfirmed = waiting_leaves(content)
    if unanswered:
        return _("Not judged yet: %(leaves)s.") % {"leaves": _named(content, unanswered)}
    if unconfirmed:
        return _("Waiting for a second person: %(leaves)s.") % {
            "leaves": _named(content, unconfirmed)
        }
    return None


def conditions_met(attempt: Attempt) -> Reason:
    """The conditions must be met; else each leaf that decides says what would be needed."""
    content = content_of(attempt.case)
    if content.verdict.outcome is Outcome.MET:
        return None
    steps = content.verdict.to_dict()["tree"]
    wants = [_wants(step) for step in deciding(steps)]
    return _("The conditions are not met: %(leaves)s.") % {"leaves": _("; ").join(wants)}


def deciding(tree: dict[str, object]) -> list[dict[str, object]]:
    """The leaves of a verdict's tree, as plain data, that decide its outcome."""
    parts = [leaf for part in tree["parts"] for leaf in deciding(part)]  # type: ignore[attr-defined]
    own = [tree] if tree.get("decides") and not tree["parts"] else []
    return own + parts


def _wants(step: dict[str, object]) -> str:
    needed = {
        "unknown": _("the figure is missing"),
        "judge": _("nobody has judged it"),
        "not_met": gap(step) or _("not met"),
    }[str(step["outcome"])]
    if step.get("waivable"):
        needed = _("%(needed)s, a confirmed waiver would be needed") % {"needed": needed}
    return f"{clause(str(step['clause']))} {said(step)} ({needed})"


def name_prefixed(attempt: Attempt) -> Reason:
    prefix = procedure_of(attempt.case).name_prefix
    if not prefix or str(attempt.data.get("name", "")).strip().startswith(prefix):
        return None
    return _("The park's name must begin with “%(prefix)s”.") % {"prefix": prefix}


def four_eyes(attempt: Attempt) -> Reason:
    """Who verified figures or answered conditions prepared the case as well."""
    reason = shared.four_eyes(attempt)
    if reason:
        return reason
    content = content_of(attempt.case)
    prepared = {
        person
        for row in content.facts
        for person in (row.stored.verified_by_id, row.stored.verified_for_id)
    }
    for answer in [*content.judgements, *content.waivers]:
        prepared |= {answer.made_by_id, answer.made_for_id}
    if attempt.actor.persons & prepared:
        return _("You verified or judged in this case; somebody else must decide it.")
    return None


def _named(content: Content, leaves: list[str]) -> str:
    labels = {leaf.id: said(leaf) for leaf in content.law.leaves()}
    return _(", ").join(labels[leaf] for leaf in leaves)


GUARDS: dict[str, Guard] = {
    "facts_complete": Guard(facts_complete),
    "materials_complete": Guard(materials_complete),
    "form_complete": Guard(form_complete),
    "requirements_met": Guard(requirements_met),
    "before_event": Guard(before_event),
    "figures_on_basis": Guard(figures_on_basis),
    "facts_verified": Guard(facts_verified),
    "judgements_made": Guard(judgements_made),
    "conditions_met": Guard(conditions_met),
    "name_prefixed": Guard(name_prefixed, early=False),
    "four_eyes": Guard(four_eyes),
}
