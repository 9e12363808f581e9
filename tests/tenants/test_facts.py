"""What the register gives as facts: who counts, and that no part is passed off as the whole."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

import rules
from accounts.roles import Role
from parks.models import Park
from tenants import acts
from tenants.models import Agency, Licence
from tenants.queries import RegisterFilter, committed_on_record, facts_on_record, register
from tests.factories import (
    make_actor,
    make_agency,
    make_figure,
    make_licence,
    make_licensed_tenancy,
    make_park,
    make_site,
    make_tenancy,
)

pytestmark = pytest.mark.django_db

DAY = date(2026, 6, 30)
YEAR = 2025


@pytest.fixture
def park() -> Park:
    return make_park()


def count(park: Park, day: date = DAY) -> Any:
    return facts_on_record(park, day, YEAR)["operating_agencies"].value


def test_a_licensed_agency_that_stays_counts(park: Park) -> None:
    make_licensed_tenancy(park)
    assert count(park) == 1


@pytest.mark.parametrize(
    "stay",
    [
        {"left_on": DAY - timedelta(1)},
        {"entered_on": DAY + timedelta(1)},
        {"prospective": True, "entered_on": None},
    ],
)
def test_who_is_not_there_on_the_day_does_not_count(park: Park, stay: dict[str, Any]) -> None:
    make_licensed_tenancy(park, **stay)
    assert count(park) == 0


@pytest.mark.parametrize("stay", [{"left_on": DAY}, {"entered_on": DAY}])
def test_the_first_and_the_last_day_count(park: Park, stay: dict[str, Any]) -> None:
    make_licensed_tenancy(park, **stay)
    assert count(park) == 1


@pytest.mark.parametrize(
    ("licence", "counts"),
    [
        ({"expires_on": DAY}, 1),
        ({"expires_on": DAY - timedelta(1)}, 0),
        ({"expires_on": None}, 1),
        ({"issued_on": DAY + timedelta(1)}, 0),
        ({"issued_on": None}, 1),
        ({"kind": Licence.Kind.FILING}, 1),
        ({"kind": Licence.Kind.DISPATCH}, 0),
    ],
)
def test_the_licence_decides_on_the_day(park: Park, licence: dict[str, Any], counts: int) -> None:
    make_licence(make_tenancy(park).agency, **licence)
    assert count(park) == counts


def test_an_expired_licence_beside_a_valid_one_does_no_harm(park: Park) -> None:
    tenancy = make_licensed_tenancy(park)
    make_licence(tenancy.agency, expires_on=date(2021, 1, 1))
    assert count(park) == 1


def test_an_agency_without_a_licence_does_not_count(park: Park) -> None:
    make_tenancy(park)
    assert count(park) == 0


def test_a_supporting_firm_does_not_count(park: Park) -> None:
    firm = make_agency(kind=Agency.Kind.SUPPORTING)
    make_licence(firm)
    make_tenancy(park, firm)
    assert count(park) == 0


def test_an_agency_elsewhere_does_not_count_here(park: Park) -> None:
    make_licensed_tenancy(make_park())
    make_tenancy(park)
    assert count(park) == 0


def test_a_register_never_filled_is_unknown_not_zero(park: Park) -> None:
    fact = facts_on_record(park, DAY, YEAR)["operating_agencies"]
    assert (fact.value, bool(fact.missing)) == (None, True)


def test_revenues_are_added_up_and_listed(park: Park) -> None:
    make_licensed_tenancy(park, "6500000.50")
    make_licensed_tenancy(park, "1000000")
    facts = facts_on_record(park, DAY, YEAR)
    assert facts["gross_revenue"].value == "7500000.50"
    assert sorted(facts["agency_gross_revenues"].value) == ["1000000.00", "6500000.50"]


def test_one_missing_figure_makes_the_sums_unknown_and_is_named(park: Park) -> None:
    make_licensed_tenancy(park, "6500000")
    silent = make_licensed_tenancy(park)
    facts = facts_on_record(park, DAY, YEAR)
    for key in ("gross_revenue", "agency_gross_revenues"):
        assert facts[key].value is None
        assert facts[key].missing == (silent.agency.name,)
    assert facts["operating_agencies"].value == 2


def test_a_figure_of_zero_is_a_figure(park: Park) -> None:
    make_licensed_tenancy(park, "0")
    assert facts_on_record(park, DAY, YEAR)["gross_revenue"].value == "0.00"


def test_a_figure_of_another_year_is_none_of_this(park: Park) -> None:
    make_licensed_tenancy(park, "6500000", year=2024)
    assert facts_on_record(park, DAY, YEAR)["gross_revenue"].value is None


def test_revenue_without_pass_through_is_a_fact_of_its_own(park: Park) -> None:
    tenancy = make_licensed_tenancy(park)
    make_figure(tenancy, YEAR, net_revenue=Decimal(1800000))
    facts = facts_on_record(park, DAY, YEAR)
    assert facts["annual_revenue"].value == "1800000.00"
    assert facts["gross_revenue"].value is None


def test_who_does_not_count_holds_no_sum_up(park: Park) -> None:
    make_licensed_tenancy(park, "6500000")
    make_tenancy(park)
    assert facts_on_record(park, DAY, YEAR)["gross_revenue"].value == "6500000.00"


def test_prospective_agencies_are_a_figure_of_their_own(park: Park) -> None:
    make_licensed_tenancy(park)
    make_tenancy(park, prospective=True, entered_on=None)
    committed = committed_on_record(park, DAY)["operating_agencies"]
    assert (committed.value, count(park)) == (1, 1)


def test_each_figure_leads_to_its_rows(park: Park) -> None:
    tenancy = make_licensed_tenancy(park, "6500000")
    fact = facts_on_record(park, DAY, YEAR)["gross_revenue"]
    assert fact.url == f"/tenants/?park={park.pk}&day=2026-06-30&counted=1"
    assert [(row.label, row.url) for row in fact.rows] == [
        (tenancy.agency.name, f"/tenants/{tenancy.pk}/")
    ]


def test_the_values_are_what_the_rules_take(park: Park) -> None:
    make_licensed_tenancy(park, "6500000")
    facts = facts_on_record(park, DAY, YEAR)
    known = {key: fact.value for key, fact in facts.items() if fact.value is not None}
    assert set(known) == {"operating_agencies", "gross_revenue", "agency_gross_revenues"}
    for key, value in known.items():
        assert rules.facts.CATALOGUE[key].parse(value) is not None


def test_who_counts_by_a_filing_only_is_counted_with_a_mark() -> None:
    park = make_park()
    licensed, filed = make_tenancy(park), make_tenancy(park)
    make_licence(licensed.agency)
    make_licence(filed.agency, kind="filing")
    counted = facts_on_record(park, DAY, YEAR)["operating_agencies"]
    assert counted.value == 2
    marks = {row.label != stay.agency.name for row in counted.rows for stay in (licensed, filed)
             if stay.agency.name in row.label}  # fmt: skip
    assert marks == {True, False}


def test_the_register_of_a_past_day_has_the_tenant_where_it_sat() -> None:
    park = make_park()
    before, now = make_site(park, name="甲楼"), make_site(park, name="乙楼")
    stay = make_tenancy(park, site=before)
    operator = make_actor(Role.OPERATOR, park.operator)
    moved = date(2026, 6, 1)
    values = {"to_site": now, "moved_on": moved, "area_after": None}
    acts.transfer(operator, stay, values, stay.version)
    days = (moved - timedelta(days=1), moved)
    seen: list[Any] = [register(operator, RegisterFilter(day)).get() for day in days]
    assert [stay.site_then for stay in seen] == ["甲楼", "乙楼"]
