"""Every list of the site is taken away as its page shows it, as xlsx and as csv."""

import csv
import io
import re
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import resolve
from openpyxl import load_workbook

from accounts.acting import actor_of
from accounts.models import User
from accounts.roles import Role
from accounts.scope import scoped
from applications.management.commands.load_samples import load_samples
from parks.models import Park
from records.acts.exports import KIND
from records.listings import all_listings
from records.models import AuditEntry
from records.policy import policy_of
from tests.furnished import furnish
from tests.page_walk import people

pytestmark = pytest.mark.django_db

#: A page that offers each list, and who finds rows there.
PAGES = {
    "accounts.areas": ("administrator", "/areas/"),
    "accounts.delegations": ("operator", "/delegations/"),
    "accounts.organisations": ("administrator", "/organisations/"),
    "accounts.people": ("administrator", "/people/"),
    "applications.follow_ups": ("cq-reviewer", "/follow-ups/"),
    "applications.name_bearers": ("sh-reviewer", "/names/?tab=bearers"),
    "applications.name_findings": ("sh-reviewer", "/names/?tab=findings"),
    "applications.name_uses": ("sh-reviewer", "/names/"),
    "applications.rulebooks": ("operator", "/rulebooks/"),
    "casework.done": ("reviewer", "/boxes/done/"),
    "casework.drafts": ("operator", "/boxes/drafts/"),
    "casework.interests": ("reviewer", "/interests/"),
    "casework.notices": ("reviewer", "/notices/"),
    "casework.pending": ("director", "/decisions/"),
    "casework.started": ("operator", "/boxes/started/"),
    "casework.todo": ("reviewer", "/boxes/todo/"),
    "parks.parks": ("reviewer", "/parks/"),
    "parks.recognitions": ("operator", "/parks/{park}/"),
    "parks.take_overs": ("reviewer", "/take-overs/"),
    "records.audit": ("auditor", "/audit/"),
    "records.calendar": ("administrator", "/calendar/"),
    "records.jobs": ("auditor", "/jobs/"),
    "records.messages": ("reviewer", "/messages/"),
    "records.schedule": ("administrator", "/schedule/"),
    "returns.obligations": ("operator", "/returns/"),
    "returns.standing": ("operator", "/parks/{park}/standing/"),
    "returns.targets": ("operator", "/parks/{park}/targets/"),
    "tenants.adverse": ("sh-reviewer", "/agencies/records/"),
    "tenants.filings": ("sh-reviewer", "/filings/?tab=closed"),
    "tenants.owed": ("jingan-officer", "/filings/"),
    "tenants.register": ("operator", "/tenants/"),
    "tenants.rosters": ("operator", "/parks/{park}/roster/"),
}
#: Lists that are empty in the demonstration: their pages offer nothing, and that is right.
EMPTY = {"accounts.delegations", "casework.drafts", "returns.targets"}


def test_every_list_has_a_page() -> None:
    assert set(PAGES) == set(all_listings())


def test_a_list_is_for_whom_its_page_is_for() -> None:
    for key, (_who, path) in PAGES.items():
        page = policy_of(resolve(path.format(park=1).partition("?")[0]).func)
        roles = all_listings()[key].roles
        assert page is not None
        assert {role for role in Role.values if page.admits(role)} == (roles or set(Role.values))


def test_every_list_comes_out_in_both_forms_as_its_page_offers_it() -> None:
    load_samples("sample-password")
    furnish()
    known = people()
    faults = {key: fault for key in PAGES if (fault := fault_of(key, known))}
    assert faults == dict.fromkeys(EMPTY, "not offered")
    assert AuditEntry.objects.filter(action=KIND).count() == 2 * len(PAGES.keys() - EMPTY)


def test_the_register_names_the_year_of_its_revenues() -> None:
    heading = all_listings()["tenants.register"].header(QueryDict("day=2025-03-01"))[-1]
    assert "2024" in heading


def fault_of(key: str, known: dict[str, User]) -> str:
    """What is wrong with the list when its page is opened and both buttons are pressed; or ""."""
    who, path = PAGES[key]
    user = known.get(who) or User.objects.get(username=who)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    park = scoped(Park.objects.order_by("pk"), actor_of(user)).first()
    page = client.get(path.format(park=park.pk if park else "")).content.decode()
    offered = re.search(rf'action="(/export/{key}/[^"]*)"', page)
    if not offered:
        return "not offered"
    address = offered[1].replace("&amp;", "&")
    heads = [head(client.post(address, {"form": form}), form) for form in ("xlsx", "csv")]
    wanted = all_listings()[key].header(QueryDict(""))
    return "" if heads == [wanted, wanted] else f"{address}: {heads}"


def head(answer: Any, form: str) -> Any:
    """The headings of a file that has rows under them, else what is wrong with it."""
    if answer.status_code != 200:
        return answer.status_code
    content = answer.getvalue()
    if form == "xlsx":
        lines = list(load_workbook(io.BytesIO(content)).active.values)
    else:
        lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    # The headings, a row at least, a gap, and who took it.
    return list(lines[0]) if len(lines) > 3 else "no rows"
