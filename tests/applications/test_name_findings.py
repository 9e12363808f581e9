"""Names that bear a protected one: noticed where they are typed, listed, and looked into."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import Organisation
from accounts.roles import Role
from applications.acts.names import Found, record_name_finding
from applications.models import NameFinding
from applications.queries.names import bearers, findings, names_of_park
from records.actor import Actor
from records.errors import Refused
from records.models import AuditEntry
from tenants.models import Agency
from tests import factories as make
from tests.applications.everywhere import client_of

pytestmark = pytest.mark.django_db

BEARING = "中国（上海）人力资源服务产业园区会展有限公司"
PROTECTED = "中国上海人力资源服务产业园区"


@pytest.fixture
def reviewer() -> Actor:
    return make.make_actor(Role.REVIEWER, make.make_bureau("310000"))


@pytest.fixture
def agency(reviewer: Actor) -> Agency:
    """An agency in a park of the bureau's area, whose name bears the protected one."""
    stay = make.make_licensed_tenancy(make.make_park(area="310118"))
    stay.agency.name = BEARING
    stay.agency.save()
    return stay.agency


def told(agency: Agency, **values: Any) -> Found:
    first: dict[str, Any] = {
        "subject": agency.name,
        "name": agency.name,
        "what": NameFinding.What.BEARS,
        "is_violation": True,
        "happened_on": timezone.localdate(),
        "note": "样例：已约谈",
        "agency": agency,
    }
    return Found(**(first | values))


def test_an_agency_that_bears_the_name_is_listed(reviewer: Actor, agency: Agency) -> None:
    make.make_licensed_tenancy(make.make_park(area="310118"))
    (one,) = bearers(reviewer)
    assert (one.row, one.protected, one.found) == (agency, PROTECTED, None)


def test_so_is_an_organisation(reviewer: Actor) -> None:
    kinds = Organisation.Kind
    made = make.make_organisation(kinds.OPERATOR, "310118", name="“中国上海人力资源 服务产业园区”")
    assert [one.row for one in bearers(reviewer)] == [made]


def test_where_no_law_protects_a_name_nothing_is_listed(agency: Agency) -> None:
    elsewhere = make.make_actor(Role.REVIEWER, make.make_bureau("140700"))
    assert bearers(elsewhere) == []


def test_the_notice_stands_where_the_name_is_typed(reviewer: Actor, agency: Agency) -> None:
    officer = make.make_actor(Role.OFFICER, make.make_district_office("310118"))
    for address in (f"/agencies/{agency.pk}/", f"/agencies/{agency.pk}/edit/"):
        assert PROTECTED in client_of(officer).get(address).content.decode(), address


def test_the_name_is_looked_at_while_it_is_typed(reviewer: Actor) -> None:
    client = client_of(reviewer)
    assert PROTECTED in client.get("/names/check/", {"name": BEARING}).content.decode()
    assert not client.get("/names/check/", {"name": "样例人才服务有限公司"}).content.strip()


def test_programs_read_uses_and_findings(reviewer: Actor, agency: Agency) -> None:
    record_name_finding(reviewer, told(agency))
    client = client_of(reviewer)
    assert client.get("/api/v1/name-uses/").json()["results"] == []
    (one,) = client.get("/api/v1/name-findings/").json()["results"]
    assert (one["agency"], one["is_violation"]) == (agency.pk, True)
    elsewhere = client_of(make.make_actor(Role.REVIEWER, make.make_bureau("140700")))
    assert elsewhere.get("/api/v1/name-findings/").json()["results"] == []


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
def test_who_does_not_watch_over_names_reads_no_findings(
    reviewer: Actor, agency: Agency, role: Role
) -> None:
    park = agency.tenancies.get().park
    made = record_name_finding(reviewer, told(agency, park=park))
    assert names_of_park(park, reviewer)["findings"] == [made]
    actor = make.make_actor(role, Organisation.objects.get(pk=reviewer.organisation_id or 0))
    assert names_of_park(park, actor)["findings"] == []
    client = client_of(actor)
    for address in ("/names/?tab=findings", "/api/v1/name-findings/"):
        assert client.get(address).status_code == 403, address


def test_a_finding_stands_beside_the_name(reviewer: Actor, agency: Agency) -> None:
    made = record_name_finding(reviewer, told(agency))
    assert [one.found for one in bearers(reviewer)] == [made]
    assert AuditEntry.objects.filter(action="applications.name_finding").exists()


def test_a_finding_may_be_that_there_is_no_violation(reviewer: Actor, agency: Agency) -> None:
    made = record_name_finding(reviewer, told(agency, is_violation=False))
    assert not made.is_violation


@pytest.mark.parametrize("wrong", [{"note": " "}, {"subject": ""}, {"name": ""}, {"what": "x"}])
def test_a_finding_says_who_what_and_why(reviewer: Actor, agency: Agency, wrong: Any) -> None:
    with pytest.raises(Refused):
        record_name_finding(reviewer, told(agency, **wrong))


def test_it_was_not_seen_tomorrow(reviewer: Actor, agency: Agency) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused):
        record_name_finding(reviewer, told(agency, happened_on=tomorrow))


def test_only_the_bureau_of_the_law_records_findings(agency: Agency) -> None:
    office = make.make_district_office("310118")
    for person in (
        make.make_actor(Role.OFFICER, office),
        make.make_actor(Role.DIRECTOR, office),
        make.make_actor(Role.REVIEWER, make.make_bureau("140700")),
    ):
        with pytest.raises(Refused) as refused:
            record_name_finding(person, told(agency))
        assert refused.value.code == "role"


def test_a_row_out_of_sight_is_not_recorded_about(reviewer: Actor, agency: Agency) -> None:
    park = make.make_park(area="140702")
    with pytest.raises(Refused) as refused:
        record_name_finding(reviewer, told(agency, park=park))
    assert refused.value.code == "scope"


def test_the_district_reads_what_was_found_in_it(reviewer: Actor, agency: Agency) -> None:
    park = agency.tenancies.get().park
    record_name_finding(reviewer, told(agency, park=park))
    for area, count in (("310118", 1), ("140702", 0)):
        officer = make.make_actor(Role.OFFICER, make.make_district_office(area))
        assert findings(officer).count() == count


def test_the_bureau_records_it_on_its_page(reviewer: Actor, agency: Agency) -> None:
    client, address = client_of(reviewer), f"/names/record/?agency={agency.pk}"
    assert BEARING in client.get(address).content.decode()
    typed = {
        "subject": agency.name,
        "name": agency.name,
        "what": "bears",
        "happened_on": timezone.localdate().isoformat(),
        "verdict": "yes",
        "note": "样例：已约谈",
    }
    assert client.post(address, typed).status_code == 302
    assert NameFinding.objects.get().agency == agency
    page = client.get("/names/?tab=bearers").content.decode()
    assert "样例：已约谈" in page


def test_an_agency_out_of_sight_is_not_found(reviewer: Actor) -> None:
    stranger = make.make_licensed_tenancy(make.make_park(area="140702")).agency
    assert client_of(reviewer).get(f"/names/record/?agency={stranger.pk}").status_code == 404
