"""The verbs of applications: preparing one, verifying it, and answering what only people can."""

from applications.acts.answers import confirm_answer, judge, waive, withdraw_answer
from applications.acts.begin import begin
from applications.acts.follow_ups import confirm_finding, record_finding
from applications.acts.materials import add_material, remove_material
from applications.acts.parents import choose_parent
from applications.acts.sections import declare_facts, save_form
from applications.acts.verification import verify_facts

__all__ = [
    "add_material",
    "begin",
    "choose_parent",
    "confirm_answer",
    "confirm_finding",
    "declare_facts",
    "judge",
    "record_finding",
    "remove_material",
    "save_form",
    "verify_facts",
    "waive",
    "withdraw_answer",
]
