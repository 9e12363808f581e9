"""What decisions change in a park's archive: recognitions, parents, sites, recommendations."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from accounts.roles import Role
from parks import acts
from parks.models import Park, Recognition, Recommendation, Site
from records import Refused
from records.actor import Actor
from records.models import AuditEntry
from tests.factories import make_actor, make_bureau, make_park, make_recognition, make_site

pytestmark = pytest.mark.django_db

DOCUMENT = acts.Document(
    "市人社函〔2024〕1号", date(2024, 5, 20), "样例局", "jinzhong-2022", "JZ-2024-0001"
)
NEW_SITE: dict[str, Any] = {
    "name": "新场地",
    "address": "样例路9号",
    "floor_area": Decimal(4200),
    "public_service_area": None,
    "opened_on": date(2024, 7, 1),
}


@pytest.fixture
def park() -> Park:
    return make_park()


@pytest.fixture
def director() -> Actor:
    return make_actor(Role.DIRECTOR)


def recognise(actor: Actor, park: Park, level: str = "city", plaque: str = "") -> Recognition:
    return acts.recognise(actor, park, DOCUMENT, level, "晋中样例园", plaque)


def test_a_director_recognises_a_park_once_a_level(director: Actor, park: Park) -> None:
    assert recognise(director, park) == Recognition.objects.get(park=park)
    with pytest.raises(Refused) as refused:
        recognise(director, park)
    assert refused.value.code == "recognised"


def test_recognitions_of_several_levels_stand_side_by_side(director: Actor, park: Park) -> None:
    recognise(director, park)
    recognise(director, park, "province")
    assert {each.level for each in park.recognitions.all()} == {"city", "province"}


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.OFFICER, Role.REVIEWER])
def test_nobody_else_decides_about_a_park(role: Role, park: Park) -> None:
    actor = make_actor(role)
    for act in (
        lambda: recognise(actor, park),
        lambda: acts.place_under(actor, park, "city", "140700"),
        lambda: acts.open_branch_site(actor, park, DOCUMENT, NEW_SITE),
        lambda: acts.move_premises(actor, park, DOCUMENT, NEW_SITE),
        lambda: acts.recommend(actor, park, DOCUMENT, "province"),
    ):
        with pytest.raises(Refused):
            act()
    assert not any(model.objects.exists() for model in (Recognition, Site, Recommendation))


def test_another_area_has_no_such_park(director: Actor) -> None:
    abroad = make_park(area="310118")
    with pytest.raises(Park.DoesNotExist):
        recognise(director, abroad)


def test_a_park_becomes_a_branch_of_the_one_that_holds_the_level(
    director: Actor, park: Park
) -> None:
    parent = make_park(area="140724")
    make_recognition(parent)
    make_recognition(make_park(parent=parent))  # a branch is no parent
    assert acts.place_under(director, park, "city", "140700").parent == parent
    entry = AuditEntry.objects.get(action="parks.place_under")
    assert entry.after == {"parent": parent.name}


def test_without_such_a_park_nothing_becomes_its_branch(director: Actor, park: Park) -> None:
    make_recognition(make_park(), level="province")
    with pytest.raises(Refused) as refused:
        acts.place_under(director, park, "city", "140700")
    assert refused.value.code == "parent"


def test_between_two_such_parks_nobody_guesses(director: Actor, park: Park) -> None:
    make_recognition(make_park())
    make_recognition(make_park())
    with pytest.raises(Refused):
        acts.place_under(director, park, "city", "140700")


def test_between_two_such_parks_the_chosen_one_takes_the_branch(
    director: Actor, park: Park
) -> None:
    first, second = make_park(), make_park()
    make_recognition(first)
    make_recognition(second)
    assert acts.place_under(director, park, "city", "140700", second.pk).parent == second


def test_a_chosen_one_that_lost_its_level_is_named(director: Actor, park: Park) -> None:
    make_recognition(make_park())
    lost = make_park()
    make_recognition(lost, revoked_on=date(2026, 5, 4))
    with pytest.raises(Refused) as refused:
        acts.place_under(director, park, "city", "140700", lost.pk)
    assert refused.value.code == "parent"
    assert lost.name in str(refused.value)


def test_a_branch_site_carries_its_document(director: Actor, park: Park) -> None:
    core = make_site(park, is_core=True)
    site = acts.open_branch_site(director, park, DOCUMENT, NEW_SITE)
    assert (site.is_core, site.document_number) == (False, DOCUMENT.document_number)
    core.refresh_from_db()
    assert core.closed_on is None


def test_new_premises_close_the_old_the_day_before(director: Actor, park: Park) -> None:
    old = make_site(park, is_core=True)
    new = acts.move_premises(director, park, DOCUMENT, NEW_SITE)
    old.refresh_from_db()
    assert (old.closed_on, new.opened_on, new.is_core) == (
        date(2024, 6, 30), date(2024, 7, 1), True,
    )  # fmt: skip
    actions = AuditEntry.objects.filter(action__startswith="parks.").values_list(
        "action", flat=True
    )
    assert sorted(actions) == ["parks.add_site", "parks.change_site"]


def test_new_premises_do_not_open_before_the_old(director: Actor, park: Park) -> None:
    make_site(park, is_core=True, opened_on=date(2024, 7, 1))
    with pytest.raises(Refused):
        acts.move_premises(director, park, DOCUMENT, NEW_SITE)


def test_a_recommendation_stands_beside_the_recognition(director: Actor, park: Park) -> None:
    recognise(director, park)
    made = acts.recommend(director, park, DOCUMENT, "province")
    assert list(park.recommendations.all()) == [made]
    assert park.recognitions.count() == 1


# The plaque


@pytest.fixture
def reviewer() -> Actor:
    return make_actor(Role.REVIEWER, make_bureau())


def test_the_day_of_the_plaque_is_entered_once(
    director: Actor, reviewer: Actor, park: Park
) -> None:
    recognition = recognise(director, park, plaque="授牌")
    acts.give_plaque(reviewer, recognition.pk, date(2024, 6, 1))
    recognition.refresh_from_db()
    assert recognition.plaque_on == date(2024, 6, 1)
    with pytest.raises(Refused):
        acts.give_plaque(reviewer, recognition.pk, date(2024, 6, 2))
    entry = AuditEntry.objects.get(action="parks.give_plaque")
    assert (entry.before, entry.after) == ({"plaque_on": None}, {"plaque_on": "2024-06-01"})


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("", date(2024, 6, 1)),
        ("授牌", date(2024, 5, 19)),
        ("授牌", timezone.localdate() + timedelta(days=1)),
    ],
)
def test_a_plaque_needs_the_laws_word_and_a_day_between_decision_and_today(
    words: str, day: date, director: Actor, reviewer: Actor, park: Park
) -> None:
    recognition = recognise(director, park, plaque=words)
    with pytest.raises(Refused):
        acts.give_plaque(reviewer, recognition.pk, day)


def test_only_the_bureaus_reviewer_enters_a_plaque(director: Actor, park: Park) -> None:
    recognition = recognise(director, park, plaque="授牌")
    with pytest.raises(Refused):
        acts.give_plaque(director, recognition.pk, date(2024, 6, 1))
