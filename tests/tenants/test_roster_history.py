"""A tenant that a roster brought has a past: the import, under the file's name."""

import pytest

from accounts.roles import Role
from parks.models import Park
from records.actor import Actor
from tenants.acts import apply_roster, undo_roster
from tenants.history import past_of
from tenants.models import Agency, Tenancy
from tests.factories import make_actor, make_district_office, make_park
from tests.tenants.uploads import numbered, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def park() -> Park:
    return make_park()


@pytest.fixture
def operator(park: Park) -> Actor:
    return make_actor(Role.OPERATOR, park.operator)


def test_what_a_roster_brought_names_its_import(operator: Actor, park: Park) -> None:
    found = apply_roster(operator, sent(operator, park, numbered(1)))
    for row in (Tenancy.objects.get(), Agency.objects.get()):
        (change,) = past_of(row, operator)
        assert (change.action, change.label, change.fields) == ("导入名册", found.file_name, [])


def test_a_roster_that_left_the_row_alone_is_not_of_its_past(operator: Actor, park: Park) -> None:
    apply_roster(operator, sent(operator, park, numbered(1)))
    stay = Tenancy.objects.get()
    second = apply_roster(operator, sent(operator, park, numbered(1), numbered(2)))
    assert len(past_of(stay, operator)) == 1
    changed = apply_roster(operator, sent(operator, park, numbered(1, floor_area=3)))
    assert len(past_of(stay, operator)) == 2
    undo_roster(operator, changed)
    assert len(past_of(stay, operator)) == 3
    assert second.state == "applied"


def test_an_import_into_a_park_that_one_does_not_see_is_not_told(
    operator: Actor, park: Park
) -> None:
    apply_roster(operator, sent(operator, park, numbered(1)))
    elsewhere = make_actor(Role.OFFICER, make_district_office("140724"))
    assert past_of(Agency.objects.get(), elsewhere) == []
