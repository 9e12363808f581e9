"""This app's actions in the audit trail."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "applications.load_samples": _("Loaded the demonstration data"),
    "applications.begin": _("Began an application"),
    "applications.choose_parent": _("Chose another park to become a branch of"),
    "applications.save_form": _("Saved the approval form"),
    "applications.declare_facts": _("Declared figures"),
    "applications.add_material": _("Handed in a file"),
    "applications.remove_material": _("Took a file out of the application"),
    "applications.verify_facts": _("Verified figures"),
    "applications.judge": _("Judged a condition"),
    "applications.waive": _("Waived a condition"),
    "applications.confirm_judgement": _("Confirmed a judgement"),
    "applications.confirm_waiver": _("Confirmed a waiver"),
    "applications.withdraw_judgement": _("Withdrew a judgement"),
    "applications.withdraw_waiver": _("Withdrew a waiver"),
    "applications.unverify": _("A verified figure changed with the supplement"),
    "applications.reopen_judgement": _("A judgement must be confirmed again after the supplement"),
    "applications.reopen_waiver": _("A waiver must be confirmed again after the supplement"),
    "applications.open_period": _("Opened a period of preparation"),
    "applications.move_due_date": _("The due date moved"),
    "applications.open_follow_up": _("Opened a check of committed figures"),
    "applications.record_finding": _("Compared committed with actual figures"),
    "applications.confirm_finding": _("Confirmed the finding about committed figures"),
    "applications.name_use": _("Entered a use of the park's name"),
    "applications.name_finding": _("Recorded a finding about the use of a name"),
    "applications.read_text": _("Uploaded the text of a regulation"),
    "applications.apply_text": _("Loaded the text of a regulation"),
    "applications.print_form": _("Printed the approval form"),
    "applications.print_conditions": _("Printed the sheet of conditions"),
}
