"""A verdict's tree with its words, as the pages show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.explain import gap, had, wanted
from applications.models import Answer
from applications.queries.content import Content
from records.templatetags.said import said
from rules.edition import Edition
from rules.verdict import Step, Verdict, tree_dict

#: Text and shape of each outcome; the shapes are those of components/status.html.
OUTCOMES = {
    "met": ("ok", gettext_lazy("Met")),
    "not_met": ("stop", gettext_lazy("Not met")),
    "unknown": ("none", gettext_lazy("Figures missing")),
    "judge": ("wait", gettext_lazy("To be judged")),
}
#: What is not met and need not be, because another of the alternatives is.
SPARE = gettext_lazy("Not needed")


@dataclass(frozen=True)
class Node:
    """One node as text. `answers` are the judgement and waiver that were made on this leaf.

    `is_committed`: the figure is not actual yet, the applicant commits itself to it.
    `is_spare`: not met, and it need not be, since another alternative is.
    """

    id: str
    label: str
    outcome: str
    decides: bool
    parts: list["Node"]
    words: str = ""
    wanted: str = ""
    had: str = ""
    gap: str = ""
    judged: bool = False
    waivable: bool = False
    relaxable: bool = False
    grounds: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    is_committed: bool = False
    is_spare: bool = False

    @property
    def kind(self) -> str:
        return "none" if self.is_spare else OUTCOMES[self.outcome][0]

    @property
    def outcome_label(self) -> str:
        return str(SPARE if self.is_spare else OUTCOMES[self.outcome][1])

    def leaves(self) -> list["Node"]:
        """The tests below, in the law's order."""
        if not self.parts:
            return [self]
        return [leaf for part in self.parts for leaf in part.leaves()]


@dataclass(frozen=True)
class Tree:
    """The whole: the root, and the contested readings under which it would come out otherwise."""

    root: Node
    contested: tuple[tuple[str, str], ...] = ()
    edition: str = ""


def tree_of(content: Content, *, reviewed: bool) -> Tree:
    """The verdict as it stands; of a decided case as it was decided.

    reviewed=False shows what the applicant handed in, without verified figures and answers.
    """
    if reviewed and content.case.is_final:
        return _kept(content)
    verdict = content.verdict if reviewed else as_handed_in(content)
    answers = answers_by_leaf(content) if reviewed else {}
    tree = verdict.to_dict()["tree"]
    root = _node(tree, answers, committed_in(content))
    return Tree(root, tuple(_contested(content.law, verdict)), content.law.key)


def tree_from(law: Edition, found: Verdict | Step) -> Tree:
    """What an edition says apart from any case: of its conditions, or of a scheme's."""
    if isinstance(found, Step):
        return Tree(_node(tree_dict(found), {}, frozenset()), edition=law.key)
    root = _node(found.to_dict()["tree"], {}, frozenset())
    return Tree(root, tuple(_contested(law, found)), law.key)


def as_handed_in(content: Content) -> Verdict:
    """The verdict of the applicant's own figures; what people must judge stays open."""
    given = {row.fact.key: row.given for row in content.facts if row.given is not None}
    return content.law.assess(given, on=timezone.localdate())


def answers_by_leaf(content: Content) -> dict[str, tuple[Answer, ...]]:
    found: dict[str, tuple[Answer, ...]] = {}
    for answer in [*content.judgements, *content.waivers]:
        found[answer.leaf] = (*found.get(answer.leaf, ()), answer)
    return found


def _kept(content: Content) -> Tree:
    last = content.application.receipts.order_by("-pk").first()
    kept = last.receipt["tree"] if last else content.verdict.to_dict()["tree"]
    root = _node(kept, answers_by_leaf(content), committed_in(content))
    return Tree(root, edition=content.law.key)


def committed_in(content: Content) -> frozenset[str]:
    """The keys of the figures that are committed."""
    return frozenset(row.fact.key for row in content.facts if row.is_committed)


def _node(
    step: Mapping[str, Any],
    answers: Mapping[str, tuple[Answer, ...]],
    committed: frozenset[str],
    *,
    spare: bool = False,
) -> Node:
    """`spare`: something above is met already, whatever comes out here."""
    grounds = step.get("grounds", ())
    leaf = not step["parts"]
    return Node(
        id=step["clause"],
        label=said(step),
        outcome=step["outcome"],
        decides=bool(step["decides"]),
        parts=[
            _node(part, answers, committed, spare=spare or step["outcome"] == "met")
            for part in step["parts"]
        ],
        words=step.get("words", ""),
        wanted=wanted(step),
        had=had(step),
        gap=gap(step),
        judged=bool(step.get("judged")),
        waivable=bool(step.get("waivable")),
        relaxable=not step.get("judged") and any(g["kind"] == "relaxation" for g in grounds),
        grounds=tuple(said(ground) for ground in grounds),
        answers=answers.get(step["clause"], ()) if leaf else (),
        is_committed=leaf and step.get("fact") in committed,
        is_spare=spare and step["outcome"] == "not_met",
    )


def _contested(law: Edition, verdict: Verdict) -> list[tuple[str, str]]:
    """Each open question that matters here, and how every reading would come out."""
    labels = {
        reading.key: said(reading) for question in law.contested for reading in question.readings
    }
    return [
        (
            said(each.question),
            _("; ").join(
                _("%(reading)s: %(outcome)s")
                % {"reading": labels[key], "outcome": OUTCOMES[outcome.value][1]}
                for key, outcome in each.outcomes.items()
            ),
        )
        for each in verdict.contested
    ]
