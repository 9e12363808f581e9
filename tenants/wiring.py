"""This app's own entries in the registries."""

from django.utils.translation import gettext_lazy as _

from accounts.scope import scoped
from casework import errands, kinds, titles
from casework.errands import Errand
from parks.history import name_values
from parks.models import Park
from records import attachments, jobs, listings, sweeps, words
from records.actor import Actor
from records.workbooks import reasons
from tenants import resources
from tenants.acts import filing_book, roster, roster_jobs
from tenants.acts.licence_warnings import sweep_licences
from tenants.acts.orders import sweep_orders
from tenants.acts.reminders import sweep_filings
from tenants.kind import FILING, SUBJECTS
from tenants.law import law_words
from tenants.models import AdverseRecord, Agency, Order
from tenants.queries.filings import waiting
from tenants.reasons import REASONS


def may_read_roster(actor: Actor, park_id: int) -> bool:
    """A roster's file is read by whoever sees its park."""
    return scoped(Park.objects.all(), actor).filter(pk=park_id).exists()


def may_read_evidence(actor: Actor, pk: int) -> bool:
    """What is on record against an agency is read by whoever sees the agency or the record."""
    rows = AdverseRecord.objects.filter(pk=pk)
    seen = scoped(Agency.objects.all(), actor)
    return scoped(rows, actor).exists() or rows.filter(agency__in=seen).exists()


def may_read_order(actor: Actor, pk: int) -> bool:
    """An order's paper is read by whoever sees the tenancy."""
    return scoped(Order.objects.all(), actor).filter(pk=pk).exists()


def may_read_filing_book(actor: Actor, office_id: int) -> bool:
    """A filled sheet is read by the officers of the office that files from it."""
    return actor.role in filing_book.FILERS and actor.organisation_id == office_id


attachments.register(roster.OWNER_KIND, may_read_roster)
attachments.register(filing_book.BOOKS, may_read_filing_book)
attachments.register(AdverseRecord.FILES, may_read_evidence)
attachments.register(Order.FILES, may_read_order)
reasons.register(REASONS)
kinds.register(FILING)
titles.register(*SUBJECTS.values())
errands.register(Errand(_("entries and exits to be filed"), "tenants:filings", waiting))
jobs.register(filing_book.FILE, _("Filings from a sheet"), filing_book.run_file_book)
jobs.register(roster.CHECK, _("Check of a roster"), roster_jobs.run_check)
jobs.register(roster.APPLY, _("Import of a roster"), roster_jobs.run_apply)
name_values(str(AdverseRecord._meta.get_field("key")), law_words)
name_values(str(Order._meta.get_field("cause")), law_words)
listings.register("tenants.adverse", resources.ADVERSE)
listings.register("tenants.filings", resources.FILED)
listings.register("tenants.owed", resources.OWED)
listings.register("tenants.register", resources.REGISTER)
listings.register("tenants.rosters", resources.ROSTERS)
sweeps.register("licences", _("Licences near their end"), sweep_licences)
sweeps.register("orders", _("Orders to tenants"), sweep_orders)
sweeps.register("filings", _("Entries and exits to be filed"), sweep_filings)

words.register(
    {
        "tenants.enter": _("Entered a tenant"),
        "tenants.change_tenancy": _("Changed a stay"),
        "tenants.save_figure": _("Saved a yearly figure"),
        "tenants.change_agency": _("Changed an agency"),
        "tenants.save_licence": _("Saved a licence"),
        "tenants.save_lease": _("Saved a lease"),
        "tenants.transfer": _("Moved to another site"),
        "tenants.record_adverse": _("Put on record against an agency"),
        "tenants.change_adverse": _("Changed what is on record against an agency"),
        "tenants.issue_order": _("Gave an order to a tenant"),
        "tenants.settle_order": _("Settled an order to a tenant"),
        "tenants.check_roster": _("Checked a roster"),
        "tenants.apply_roster": _("Imported a roster"),
        "tenants.undo_roster": _("Undid the import of a roster"),
        "tenants.file": _("Filed an entry or exit"),
        "tenants.take_filing_sheet": _("Took the sheet of what is to be filed"),
        "tenants.file_book": _("Filed from a sheet"),
        "tenants.supplement_filing": _("Supplemented a filing"),
        "tenants.note_earlier": _("Noted what was filed on paper before"),
        "tenants.export_register": _("Exported the register"),
    }
)
