"""What the sites give as facts: nothing is guessed, nothing missing is zero."""

from datetime import date
from decimal import Decimal

import pytest

from parks.models import Park
from parks.queries import sites_on_record
from tests.factories import make_park, make_site

pytestmark = pytest.mark.django_db

DAY = date(2026, 1, 1)


@pytest.fixture
def park() -> Park:
    return make_park()


def values(park: Park, day: date = DAY) -> dict[str, object]:
    return {key: fact.value for key, fact in sites_on_record(park, day).items()}


def test_a_single_site_is_the_core_and_has_no_branch(park: Park) -> None:
    make_site(park, floor_area=Decimal("3000.50"))
    assert values(park) == {
        "floor_area": "3000.50",
        "core_floor_area": "3000.50",
        "branch_sites": 0,
        "public_service_area": "500.00",
    }


def test_several_sites_are_added_up_and_the_core_stands_apart(park: Park) -> None:
    make_site(park, is_core=True, floor_area=Decimal(2000))
    make_site(park, floor_area=Decimal(1500))
    make_site(park, floor_area=Decimal(700))
    found = values(park)
    assert (found["floor_area"], found["core_floor_area"]) == ("4200.00", "2000.00")
    assert found["branch_sites"] == 2


def test_without_a_core_among_several_the_core_is_unknown_and_named(park: Park) -> None:
    make_site(park)
    make_site(park)
    facts = sites_on_record(park, DAY)
    assert facts["core_floor_area"].value is None
    assert facts["branch_sites"].value is None
    assert facts["core_floor_area"].missing
    assert facts["floor_area"].value == "6000.00"


def test_a_park_without_sites_has_unknown_areas_not_zero(park: Park) -> None:
    facts = sites_on_record(park, DAY)
    assert {fact.value for fact in facts.values()} == {None}
    assert all(fact.missing for fact in facts.values())


def test_an_unknown_public_area_makes_the_sum_unknown_and_names_the_site(park: Park) -> None:
    make_site(park, is_core=True)
    make_site(park, name="南区", public_service_area=None)
    fact = sites_on_record(park, DAY)["public_service_area"]
    assert (fact.value, fact.missing) == (None, ("南区",))


@pytest.mark.parametrize(
    ("day", "count"), [(date(2025, 12, 31), 1), (date(2026, 1, 1), 0), (date(2019, 12, 31), None)]
)
def test_a_site_counts_up_to_its_last_day(park: Park, day: date, count: int | None) -> None:
    make_site(park, is_core=True)
    make_site(park, closed_on=date(2025, 12, 31))
    assert values(park, day)["branch_sites"] == count


def test_each_figure_names_the_rows_that_it_comes_from(park: Park) -> None:
    make_site(park, name="核心园区", is_core=True, floor_area=Decimal(2000))
    make_site(park, name="南区", floor_area=Decimal(1500))
    rows = sites_on_record(park, DAY)["floor_area"].rows
    assert [(row.label, row.value) for row in rows] == [
        ("核心园区", "2000.00"),
        ("南区", "1500.00"),
    ]
    assert all(row.url == f"/parks/{park.pk}/#sites" for row in rows)
