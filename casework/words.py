"""One word for each action, the same in pages, API, audit trail and PDF."""

from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from records.templatetags import shown
from records.templatetags.said import by_law
from rules.procedure import Stage

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


def action_label(action: str) -> str | Promise:
    return ACTIONS.get(action, action)


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
