"""One word for each action, the same in pages, API, audit trail and PDF."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from records.templatetags import shown
from records.templatetags.said import by_law
from rules.outcomes import Kind
from rules.procedure import Procedure, Stage

#: What a check says against a move, None where it lets it pass.
Reason = str | Promise | None

ACTIONS: dict[str, str | Promise] = {
    "create": _("Open a draft"),
    "save": pgettext_lazy("case", "Save"),
    "submit": _("Submit"),
    "withdraw": _("Withdraw"),
    "accept": _("Accept"),
    "return_for_supplement": _("Return for supplement"),
    "forward": _("Forward with consent"),
    "send_back": _("Send back to the stage before"),
    "propose_refusal": _("Propose refusal"),
    "refuse": _("Refuse"),
    "approve": _("Approve"),
    "acknowledge": _("Acknowledge the filing"),
    "record": _("Record"),
    "lapse": _("Lapse"),
    "correct": _("Correct"),
    "revoke": _("Revoke"),
    "remind": _("Remind"),
    "hand_over": _("Hand over"),
    "convene_panel": _("Convene the panel"),
    "recuse": _("Recuse"),
    "give_opinion": _("Give an opinion"),
    "consult": _("Consult"),
    "answer": _("Answer"),
    "publish_notice": _("Publish the notice"),
    "withdraw_notice": _("Withdraw the notice"),
    "settle_objection": _("Settle the objection"),
    "record_basis": _("Record the basis for going on"),
}

#: A refusal in the words of what the procedure gives, by action, status and proposal.
REFUSALS: Mapping[Kind, Mapping[str, str | Promise]] = {
    "name_use": {
        "refuse": _("Refuse to authorise"),
        "propose_refusal": _("Propose not to authorise"),
        "refused": _("Not authorised"),
        "proposed": _("Proposed not to authorise"),
    }
}

#: Steps inside the offices that the applicant does not see (退回上一环节 stays inside).
INTERNAL = frozenset(
    {
        "send_back",
        "propose_refusal",
        "hand_over",
        "convene_panel",
        "recuse",
        "give_opinion",
        "consult",
        "answer",
        "settle_objection",
    }
)

#: Steps whose opinion is written to the applicant, who reads it at once.
TOLD_APPLICANT = frozenset({"return_for_supplement", "approve", "refuse", "acknowledge"})
#: Steps whose opinion is the applicant's own.
APPLICANTS_WORDS = frozenset({"submit", "withdraw"})
#: What a step of the offices says besides its opinion.
OFFICES_DATA = frozenset({"defects", "heads", "document_number", "decided_on", "outcome"})

#: Steps by which a person prepares what somebody else must decide.
PREPARING = frozenset({"create", "submit", "forward", "propose_refusal"})


def action_label(action: str, procedure: Procedure | None = None) -> str | Promise:
    """The action in words, those of what the procedure gives where it has its own."""
    own = _refusals(procedure)
    return own.get(action) or ACTIONS.get(action, action)


def status_label(status: str, procedure: Procedure, usual: str | Promise) -> str | Promise:
    """The state in words: what is filed is not approved; `usual` where nothing else is said."""
    if status == "approved" and procedure.is_filed:
        return gettext("Filed")
    return _refusals(procedure).get(status, usual)


def proposal_label(proposal: str, procedure: Procedure) -> str | Promise:
    """What the reviewer proposes to whoever signs; "" where nothing is proposed."""
    if proposal == "refuse":
        return _refusals(procedure).get("proposed") or gettext("Refusal proposed")
    return gettext("Approval proposed") if proposal == "approve" else ""


def _refusals(procedure: Procedure | None) -> Mapping[str, str | Promise]:
    return REFUSALS.get(procedure.grants, {}) if procedure else {}


def by_stage(stage: Stage, sentence: str) -> str:
    """What a stage asks for, with its clause where the text prints the stage."""
    return sentence if stage.clause_default else by_law(sentence, stage.clause)


def day_in_words(day: date | None) -> str:
    """The full date as the reader's language writes it."""
    return shown.day(day)


def moment_in_words(moment: datetime) -> str:
    """The day and the 24-hour time in China."""
    return shown.moment(moment)


def left_in_words(days: int | None) -> str:
    """剩余3天, 今天到期, 已逾期2天; "" where no date is set."""
    if days is None:
        return ""
    if days == 0:
        return gettext("due today")
    template = gettext("days left: %(days)s") if days > 0 else gettext("days overdue: %(days)s")
    return template % {"days": abs(days)}
