"""What the pages of the site need to be shown in the demonstration's world: by whom, with what.

`tests.page_walk` walks the routes. One that needs an argument finds it in ARGUMENTS; one that is
no page (a download, a POST) says so in NOT_PAGES.
"""

from django.core import signing

import rules
from accounts.models import Membership, Organisation, User
from accounts.scope import scoped
from applications.models import FollowUp
from applications.views.names import TABS
from casework import queries as casework
from casework.models import (
    Case,
    Consultation,
    DecisionCase,
    Objection,
    OutsidePaper,
    PanelSeat,
    PublicNotice,
)
from casework.views.public import RECEIPT
from parks.models import Park, Recognition, Site, TakeOver
from records.models import CalendarYear, Job
from returns.models import MonthlyReturn, Obligation
from returns.queries import parks_with_duties
from tenants.models import AdverseRecord, Agency, Lease, Licence, Order, RosterImport, Tenancy
from tests.page_arguments import (
    FULLEST,
    Finder,
    anybody,
    at_stage,
    filing_at,
    filing_sheet,
    first,
    fullest,
    meeting,
    of_scope,
    own_actions,
    own_audit_entry,
    own_laws,
    own_park,
    public_objection,
    rulebook_parts,
    sections,
    standing_duty,
    tabs,
    texts,
    to_file,
    to_file_together,
    waiting,
)

#: Who looks at the pages, one for each role; "head" is the director of a district office.
PEOPLE = {
    "operator": "returned-operator",
    "officer": "taigu-officer",
    "head": "xiyang-head",
    "reviewer": "jz-reviewer",
    "director": "jz-director",
    "expert": None,
    "consultee": "jz-finance",
    "administrator": "jz-admin",
    "auditor": "jz-auditor",
}

#: Files the entries and exits of a branch of the national park.
FILER = "jingan-officer"
#: Pages that other laws fill with more than the first bureau's: who looks at them as well.
ELSEWHERE = {
    "applications:begin": ("minhang-officer", "qp-reviewer"),
    "applications:follow_up": ("cq-reviewer",),
    "applications:follow_ups": ("cq-reviewer",),
    "applications:name_finding": ("sh-reviewer",),
    "applications:names": ("sh-reviewer", FILER),
    "applications:tasks": ("minhang-officer", "xuhui-officer"),
    "casework:action": ("sh-reviewer", "sh-director"),
    "casework:case": ("cq-reviewer", "sh-director", "yn-finance", FILER),
    "casework:paper": ("sh-reviewer",),
    "parks:plaque": ("cq-reviewer",),
    "tenants:adverse": (FILER,),
    "tenants:adverse_add": (FILER,),
    "tenants:adverse_edit": (FILER,),
    "tenants:earlier": (FILER,),
    "tenants:file": (FILER,),
    "tenants:file_many": (FILER,),
    "tenants:filing_correct": (FILER,),
    "tenants:filing_edit": (FILER,),
    "tenants:filing_sheet": (FILER,),
    "tenants:filing_sheets": (FILER,),
    "tenants:filings": (FILER, "sh-reviewer"),
    "tenants:lease_edit": (FILER,),
    "tenants:order": (FILER,),
    "tenants:order_settle": (FILER,),
    "tenants:tenancy": (FILER,),
}

ARGUMENTS: dict[str, Finder] = {
    "records:job": anybody(Job),
    "records:calendar_year": anybody(CalendarYear, number="year"),
    "records:audit_entry": own_audit_entry,
    "accounts:organisation": of_scope(Organisation),
    "accounts:change_organisation": of_scope(Organisation),
    "accounts:add_person": of_scope(Organisation),
    "accounts:person": of_scope(User),
    "accounts:change_person": of_scope(User),
    "accounts:grant_role": of_scope(User),
    "accounts:end_role": of_scope(Membership),
    "parks:park": own_park,
    "parks:edit": own_park,
    "parks:site_add": own_park,
    "parks:site_edit": of_scope(Site),
    "parks:take_over": of_scope(TakeOver),
    "parks:documents": of_scope(Recognition),
    "parks:plaque": lambda actor: first(
        scoped(Recognition.objects.exclude(plaque=""), actor), pk="pk"
    ),
    "parks:public_park": lambda _: first(Park.objects.filter(recognitions__isnull=False), pk="pk"),
    "casework:box": lambda _: [{"name": name} for name in casework.BOXES],
    "casework:case": tabs,
    "casework:action": own_actions,
    "casework:basis": at_stage("draft", "decision"),
    "casework:correct": lambda actor: first(
        casework.cases(actor).filter(decision_entries__isnull=False), pk="pk"
    ),
    "casework:paper": of_scope(OutsidePaper),
    "casework:panel": at_stage("expert_review"),
    "casework:consult": lambda actor: first(waiting(actor), pk="pk"),
    "casework:seat": of_scope(PanelSeat),
    "casework:end_interest": lambda actor: first(casework.interests(actor), pk="pk"),
    "casework:consultation": of_scope(Consultation),
    "casework:decide": meeting,
    "casework:notice": of_scope(PublicNotice),
    "casework:withdraw_notice": of_scope(PublicNotice),
    "casework:objection": of_scope(Objection),
    "casework:public_notice": anybody(PublicNotice, number="number"),
    "casework:object": public_objection,
    "casework:objection_received": lambda _: [{"receipt": signing.dumps("Y1-1", salt=RECEIPT)}],
    "casework:verify": lambda _: [{}, {"?": {"code": DecisionCase.objects.latest("pk").code}}],
    "tenants:tenancy": of_scope(Tenancy),
    "tenants:tenancy_edit": of_scope(Tenancy),
    "tenants:figure": lambda actor: [
        {"pk": row["pk"], "year": 2025} for row in of_scope(Tenancy)(actor)
    ],
    "tenants:filings": lambda _: [{"?": {"tab": tab}} for tab in ("owed", "open", "closed")],
    "tenants:file": to_file,
    "tenants:file_many": to_file_together,
    "tenants:filing_sheet": filing_sheet,
    "tenants:earlier": to_file_together,
    "tenants:filing_edit": filing_at(Case.Status.RETURNED),
    "tenants:filing_correct": filing_at(Case.Status.APPROVED),
    "tenants:enter": own_park,
    "tenants:order": of_scope(Tenancy),
    "tenants:order_settle": of_scope(Order),
    "tenants:lease_add": of_scope(Tenancy),
    "tenants:lease_edit": of_scope(Lease),
    "tenants:transfer": of_scope(Tenancy),
    "tenants:adverse_edit": of_scope(AdverseRecord),
    "tenants:agency": of_scope(Agency),
    "tenants:agency_edit": of_scope(Agency),
    "tenants:licence_add": of_scope(Agency),
    "tenants:licence_edit": of_scope(Licence),
    "tenants:roster_upload": own_park,
    "tenants:roster": of_scope(RosterImport),
    "returns:obligation": of_scope(Obligation),
    "returns:done": of_scope(Obligation),
    "returns:edit": lambda actor: [
        {"pk": month.obligation_id} for month in scoped(MonthlyReturn.objects.all(), actor)[:1]
    ],
    "returns:send_back": lambda actor: [
        {"pk": month.obligation_id} for month in scoped(MonthlyReturn.objects.all(), actor)[:1]
    ],
    "returns:targets": lambda actor: first(parks_with_duties(actor).order_by("pk"), pk="pk"),
    "returns:standing": lambda actor: first(parks_with_duties(actor).order_by("pk"), pk="pk"),
    "returns:standing_add": standing_duty,
    "applications:tasks": at_stage("draft"),
    "applications:section": sections,
    "applications:check": at_stage("draft"),
    "applications:receipt": lambda actor: first(
        casework.cases(actor).exclude(number=None), pk="pk"
    ),
    "applications:versions": lambda actor: first(
        casework.cases(actor).exclude(number=None), pk="pk"
    ),
    "applications:review": at_stage("bureau_review"),
    "applications:follow_up": of_scope(FollowUp),
    "applications:names": lambda _: [{"?": {"tab": tab}} for tab in TABS],
    "applications:rulebook": lambda _: [{"key": law.key} for law in rules.editions()],
    "applications:rulebook_part": rulebook_parts,
    "applications:rulebook_load": own_laws,
    "applications:rulebook_text": texts,
    "applications:bench": fullest(),
    "applications:bench_conditions": fullest(),
    "applications:bench_deadline": fullest(
        **{"?": {"duty": FULLEST.duties[0].key, "start": "2026-09-25"}}
    ),
    "applications:bench_sheet": fullest(**{"?": {"1.1": "3", "reading": "scaled"}}),
    "applications:bench_money": fullest(scheme=FULLEST.money.schemes[0].key),
}

#: Routes that are no page, with what they are.
NOT_PAGES: dict[str, str] = {
    "records:file": "download",
    "records:messages_read": "POST",
    "records:message_open": "redirect",
    "records:job_cancel": "POST",
    "records:name_check": "fragment",
    "records:sweep_retry": "POST",
    "records:audit_verify": "POST",
    "records:export": "download",
    "accounts:sign_out": "POST",
    "accounts:signed_in": "fragment",
    "accounts:held": "what was typed before signing in again; POST",
    "accounts:alive": "fragment",
    "accounts:acting": "POST",
    "accounts:language": "POST",
    "accounts:end_sessions": "POST",
    "accounts:take_back": "POST",
    "accounts:revoke_token": "POST",
    "accounts:change_account": "POST",
    "accounts:second_factor_code": "picture",
    "accounts:remove_second_factor": "POST",
    "casework:receipt": "PDF",
    "casework:remind": "POST",
    "casework:ends_on": "fragment",
    "casework:recuse": "POST",
    "casework:scan_take_off": "POST",
    "parks:take_over_template": "download",
    "parks:take_over_apply": "POST",
    "parks:take_over_undo": "POST",
    "parks:take_over_errors": "download",
    "parks:document_take_off": "POST",
    "returns:hand_in": "POST",
    "returns:send_on": "POST",
    "returns:take_in": "POST",
    "tenants:due": "fragment",
    "tenants:export": "download",
    "tenants:filing_template": "download",
    "tenants:filing_errors": "download",
    "tenants:roster_template": "download",
    "tenants:roster_apply": "POST",
    "tenants:roster_undo": "POST",
    "tenants:roster_errors": "download",
    "applications:rulebook_apply": "POST",
    "applications:verify": "POST",
    "applications:settle": "POST",
    "applications:choose_parent": "POST",
    "applications:confirm_finding": "POST",
    "applications:form": "PDF",
    "applications:conditions": "PDF",
    "schema": "OpenAPI",
}
