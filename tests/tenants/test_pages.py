"""The pages of the register: what each visitor sees, the lights, the roster's way in."""

import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from python_calamine import CalamineWorkbook

from accounts.models import User
from accounts.roles import Role
from parks.models import Park
from records.attachments import may_read
from records.models import Attachment, AuditEntry
from tenants.models import RosterImport, Tenancy
from tenants.roster.check import check
from tests.factories import (
    make_actor,
    make_agency,
    make_credit_code,
    make_district_office,
    make_licence,
    make_licensed_tenancy,
    make_organisation,
    make_park,
    make_site,
    make_tenancy,
    make_user,
)
from tests.records.books import upload
from tests.tenants.books import book, good_row

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"


def visitor(user: User) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(user, backend=BACKEND)
    return client


@pytest.fixture
def park() -> Park:
    return make_park()


@pytest.fixture
def operator(park: Park) -> Client:
    return visitor(make_user(Role.OPERATOR, park.operator))


def seen(client: Client, query: str = "") -> set[int]:
    return {row.pk for row in client.get(f"/tenants/{query}").context["page"].rows}


def stranger() -> Client:
    return visitor(make_user(Role.OFFICER, make_district_office("140724")))


def test_everybody_sees_the_tenants_of_their_own_parks(park: Park, operator: Client) -> None:
    here = make_tenancy(park)
    there = make_tenancy(make_park(area="140724"))
    assert seen(operator) == {here.pk}
    assert seen(visitor(make_user(Role.REVIEWER))) == {here.pk, there.pk}
    assert seen(stranger()) == {there.pk}


def test_a_tenant_sees_its_own_stay_and_not_its_neighbours(park: Park) -> None:
    own = make_organisation("tenant")
    mine = make_tenancy(park, make_agency(organisation=own))
    make_tenancy(park)
    assert seen(visitor(make_user(Role.TENANT, own))) == {mine.pk}


def test_what_lies_in_another_area_is_not_found(park: Park) -> None:
    tenancy = make_licensed_tenancy(park)
    licence = tenancy.agency.licences.get()
    client = stranger()
    for url in (
        f"/tenants/{tenancy.pk}/",
        f"/tenants/{tenancy.pk}/edit/",
        f"/tenants/{tenancy.pk}/figures/2025/",
        f"/parks/{park.pk}/tenants/add/",
        f"/agencies/{tenancy.agency_id}/",
        f"/agencies/{tenancy.agency_id}/edit/",
        f"/agencies/{tenancy.agency_id}/licences/add/",
        f"/licences/{licence.pk}/edit/",
        f"/parks/{park.pk}/roster/",
        f"/parks/{park.pk}/roster/template/",
    ):
        assert client.get(url).status_code == 404, url


def test_an_agency_shows_its_stays_only_where_one_may_look(park: Park, operator: Client) -> None:
    agency = make_agency()
    make_tenancy(park, agency)
    elsewhere = make_park(area="140724", name="样例昔阳园")
    make_tenancy(elsewhere, agency)
    page = operator.get(f"/agencies/{agency.pk}/")
    assert park.name in page.text
    assert "样例昔阳园" not in page.text


def test_the_filter_offers_no_park_that_one_does_not_see(park: Park, operator: Client) -> None:
    make_park(area="140724", name="样例昔阳园")
    page = operator.get("/tenants/").text
    assert park.name in page
    assert "样例昔阳园" not in page


def test_the_register_is_that_of_the_day_asked_for(park: Park, operator: Client) -> None:
    left = make_tenancy(park, entered_on=date(2020, 1, 1), left_on=date(2022, 6, 30))
    stays = make_tenancy(park, entered_on=date(2022, 6, 30))
    assert seen(operator, "?day=2022-06-29") == {left.pk}
    assert seen(operator, "?day=2022.6.30") == {left.pk, stays.pk}
    assert seen(operator) == {stays.pk}


@pytest.mark.parametrize(
    ("days", "light"), [(-1, "expired"), (0, "soon"), (90, "soon"), (91, "valid"), (None, "valid")]
)
def test_the_light_tells_how_long_the_licence_lasts(
    park: Park, operator: Client, days: int | None, light: str
) -> None:
    tenancy = make_tenancy(park)
    end = None if days is None else timezone.localdate() + timedelta(days)
    make_licence(tenancy.agency, expires_on=end)
    (row,) = operator.get("/tenants/").context["page"].rows
    assert row.light == light
    for asked in ("valid", "soon", "expired", "none"):
        assert seen(operator, f"?light={asked}") == ({tenancy.pk} if asked == light else set())


def test_the_register_is_narrowed_by_name_code_and_counting(park: Park, operator: Client) -> None:
    counted = make_licensed_tenancy(park, agency=make_agency(name="样例独名公司"))
    make_tenancy(park)
    coming = make_tenancy(park, prospective=True, entered_on=None)
    assert seen(operator, "?q=独名") == {counted.pk}
    assert seen(operator, f"?q={counted.agency.credit_code.lower()}") == {counted.pk}
    assert seen(operator, "?counted=1") == {counted.pk}
    assert seen(operator, "?prospective=1") == {coming.pk}


@pytest.mark.parametrize("query", ["?park=x", "?day=x", "?light=x", "?park=99999999999999999999"])
def test_a_filter_of_nonsense_breaks_nothing(operator: Client, query: str) -> None:
    assert operator.get(f"/tenants/{query}").status_code == 200


def test_the_register_asks_as_many_queries_at_forty_rows_as_at_ten(
    park: Park, operator: Client
) -> None:
    operator.get("/tenants/")  # the first request also prolongs the session
    counts: list[int] = []
    for _round in range(2):
        for _row in range(10 if not counts else 30):
            make_licensed_tenancy(park, "1000000")
        with CaptureQueriesContext(connection) as queries:
            operator.get(f"/tenants/?park={park.pk}")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10


def entered(**values: Any) -> dict[str, Any]:
    form = {"credit_code": make_credit_code(1), "name": "样例公司", "kind": "agency"}
    return form | {"entered_on": "2024.4.1", "version": 1} | values


def test_the_way_in_leads_to_the_only_park_or_to_a_choice(park: Park, operator: Client) -> None:
    def ways(query: str = "") -> int:
        page = operator.get(f"/tenants/{query}").text
        return sum(
            page.count(f'href="/parks/{park.pk}/{way}/"') for way in ("tenants/add", "roster")
        )

    make_tenancy(park)
    assert (ways(), ways(f"?park={park.pk}")) == (2, 2)
    other = make_park(operator=park.operator)
    assert (ways(), ways(f"?park={other.pk}")) == (2, 0)
    assert "<details" in operator.get("/tenants/").text.partition('id="main"')[2]
    tenants = visitor(make_user(Role.REVIEWER)).get("/tenants/").text
    assert "/roster/" not in tenants


def test_a_tenant_is_entered_on_the_page(park: Park, operator: Client) -> None:
    answer = operator.post(f"/parks/{park.pk}/tenants/add/", entered())
    assert answer.status_code == 302
    assert Tenancy.objects.get(park=park).entered_on == date(2024, 4, 1)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"credit_code": "9114"}, "credit_code"),
        ({"entered_on": "春天"}, "entered_on"),
        ({"left_on": "2024-03-31"}, "left_on"),
    ],
)
def test_a_mistake_is_said_beside_its_field_and_nothing_is_lost(
    park: Park, operator: Client, values: dict[str, str], field: str
) -> None:
    form = operator.post(f"/parks/{park.pk}/tenants/add/", entered(**values)).context["form"]
    assert set(form.errors) == {field}
    assert form["name"].value() == "样例公司"


def test_a_figure_typed_in_wan_is_kept_in_yuan(park: Park, operator: Client) -> None:
    tenancy = make_tenancy(park)
    operator.post(f"/tenants/{tenancy.pk}/figures/2025/", {"gross_revenue": "650万元"})
    assert tenancy.annual_figures.get().gross_revenue == 6_500_000


def sent(client: Client, park: Park, content: bytes, name: str = "名册.xlsx") -> Any:
    form = {"file": upload(content, name), "year": 2025}
    return client.post(f"/parks/{park.pk}/roster/", form, follow=True)


def test_a_roster_goes_from_file_to_register(park: Park, operator: Client) -> None:
    page = sent(operator, park, book(good_row()))
    roster = page.context["roster"]
    assert (roster.state, len(page.context["rows"])) == ("checked", 1)
    done = operator.post(f"/rosters/{roster.pk}/apply/", follow=True)
    assert done.context["roster"].state == "applied"
    assert Tenancy.objects.filter(park=park).count() == 1


def test_a_bad_roster_shows_each_cell_and_gives_the_file_back(park: Park, operator: Client) -> None:
    page = sent(operator, park, book(good_row(entered_on="春天", credit_code="91")))
    assert [fault.place for fault in page.context["faults"]] == ["名册 B2", "名册 H2"]
    assert "春天" in page.text
    back = operator.get(f"/rosters/{page.context['roster'].pk}/errors/")
    lines = CalamineWorkbook.from_filelike(io.BytesIO(back.getvalue())).get_sheet_by_index(0)
    assert lines.to_python()[0][-1] == "错误原因"


def test_a_file_that_is_no_workbook_is_refused_in_the_form_and_recorded(
    park: Park, operator: Client
) -> None:
    page = sent(operator, park, b"%PDF-1.7", "名册.pdf")
    assert "xlsx" in str(page.context["form"].non_field_errors())
    assert AuditEntry.objects.filter(action="tenants.check_roster", after__refused=True).exists()


def test_a_roster_of_another_park_is_not_found(park: Park, operator: Client) -> None:
    sent(operator, park, book(good_row()))
    roster = RosterImport.objects.get()
    client = stranger()
    assert client.get(f"/rosters/{roster.pk}/").status_code == 404
    assert client.get(f"/rosters/{roster.pk}/errors/").status_code == 404
    assert client.post(f"/rosters/{roster.pk}/apply/").status_code == 404


def test_a_rosters_file_is_read_by_who_sees_its_park(park: Park, operator: Client) -> None:
    sent(operator, park, book(good_row()))
    kept = Attachment.objects.get()
    assert may_read(make_actor(Role.OFFICER), kept)
    assert not may_read(make_actor(Role.OFFICER, make_district_office("140724")), kept)


def test_the_template_offers_the_parks_sites(park: Park, operator: Client) -> None:
    answer = operator.get(f"/parks/{park.pk}/roster/template/")
    book_ = CalamineWorkbook.from_filelike(io.BytesIO(answer.getvalue()))
    assert book_.sheet_names == ["名册", "填写说明"]


def test_the_register_taken_out_changes_nothing_when_it_comes_back(
    park: Park, operator: Client
) -> None:
    for number in range(3):
        make_licensed_tenancy(park, "1234567.89", agency=make_agency(name=f"=样例{number}"))
    make_tenancy(park, prospective=True, entered_on=None)
    answer = operator.post(f"/tenants/export/?park={park.pk}")
    content = answer.getvalue()
    assert not check(io.BytesIO(content), timezone.localdate().year - 1).faults
    form = {"file": upload(content), "year": timezone.localdate().year - 1}
    page = operator.post(f"/parks/{park.pk}/roster/", form, follow=True)
    assert page.context["roster"].summary["unchanged"] == 3
    assert AuditEntry.objects.filter(action="tenants.export_register").count() == 1


def test_the_api_shows_what_the_pages_show(park: Park, operator: Client) -> None:
    here = make_licensed_tenancy(park, "1000000")
    elsewhere = make_licensed_tenancy(make_park(area="140724")).park
    site = make_site(park)
    make_site(elsewhere)
    for path, key in (
        ("parks", park.pk),
        ("sites", site.pk),
        ("agencies", here.agency_id),
        ("tenancies", here.pk),
    ):
        rows = operator.get(f"/api/v1/{path}/").json()["results"]
        assert [row["id"] for row in rows] == [key]
