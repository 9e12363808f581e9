"""One word for each action, the same in pages, API, audit trail and PDF."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTIONS: dict[str, str | Promise] = {
    "create": _("Open a draft"),
    "save": _("Save"),
    "submit": _("Submit"),
    "withdraw": _("Withdraw"),
    "accept": _("Accept"),
    "return_for_supplement": _("Return for supplement"),
    "forward": _("Forward with consent"),
    "send_back": _("Send back to the stage before"),
    "propose_refusal": _("Propose refusal"),
    "refuse": _("Refuse"),
    "approve": _("Approve"),
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

#: Steps by which a person prepares what somebody else must decide.
PREPARING = frozenset({"create", "submit", "forward", "propose_refusal"})


def action_label(action: str) -> str | Promise:
    return ACTIONS.get(action, action)
