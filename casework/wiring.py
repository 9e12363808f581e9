"""This app's own entries in the registries."""

from django.utils.translation import gettext_lazy as _

from casework import acts, queries, resources
from casework.acts.notices import EVIDENCE
from casework.queries import papers
from casework.words import ACTIONS
from records import attachments, listings, sweeps, words

attachments.register(EVIDENCE, queries.may_read_evidence)
attachments.register(papers.SCANS, papers.may_read_scan, papers.may_read_former_scan)

sweeps.register("due_dates", _("Due dates as the calendar stands"), acts.sweep_due_dates)
sweeps.register("reminders", _("Reminders of cases that fall due"), acts.sweep_reminders)
sweeps.register("notices", _("Public notices that have ended"), acts.sweep_ended_notices)

for key, listing in resources.BOXES.items():
    listings.register(key, listing)
listings.register("casework.notices", resources.NOTICES)
listings.register("casework.pending", resources.PENDING)
listings.register("casework.interests", resources.INTERESTS)

words.register({f"casework.{action}": label for action, label in ACTIONS.items()})
words.register(
    {
        "casework.opened": _("Opened the case for the first time"),
        "casework.print_receipt": _("Printed the receipt"),
        "casework.object": _("Objected"),
        "casework.export": _("Exported a list of cases"),
        "casework.record_interest": _("Recorded an expert's interest"),
        "casework.end_interest": _("Ended an expert's interest"),
        "casework.move_due_date": _("The due date moved"),
        "casework.set_period": _("Set a review period"),
        "role.public": _("The public"),
    }
)
