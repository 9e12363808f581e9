"""Beginning an application: role, area, one at a time, and what the archive answers."""

import pytest
from django.utils import translation

from accounts.roles import Role
from applications import acts, queries
from parks.models import Park
from records.errors import Refused
from rules import forms
from tests import factories as make
from tests.applications.trial import EDITION, PROCEDURE, World


def test_a_second_application_while_one_is_open_is_refused(world: World) -> None:
    with pytest.raises(Refused) as refused:
        acts.begin(world.operator, world.park, EDITION, PROCEDURE)
    assert refused.value.code == "open"
    assert refused.value.details == {"case": world.case.pk}


def test_after_a_closed_application_another_can_begin(world: World) -> None:
    world.submit().do("withdraw", world.operator)
    again = acts.begin(world.operator, world.park, EDITION, PROCEDURE)
    assert again.pk != world.case.pk


@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER, Role.DIRECTOR])
def test_an_office_does_not_begin_what_the_park_applies_for(db: None, role: str) -> None:
    park, bureau = make.make_park(), make.make_bureau()
    make.make_district_office()
    with pytest.raises(Refused) as refused:
        acts.begin(make.make_actor(role, bureau), park, EDITION, PROCEDURE)
    assert refused.value.code == "applicant"
    assert refused.value.details == {"clause": "JZ-10(1)"}


def test_another_parks_operator_does_not_find_the_park(world: World) -> None:
    stranger = make.make_actor(Role.OPERATOR)
    with pytest.raises(Park.DoesNotExist):
        acts.begin(stranger, world.park, EDITION, PROCEDURE)


def test_a_law_of_another_area_is_refused(db: None) -> None:
    park = make.make_park(area="310118")
    operator = make.make_actor(Role.OPERATOR, park.operator)
    with pytest.raises(Refused) as refused:
        acts.begin(operator, park, EDITION, PROCEDURE)
    assert refused.value.code == "area"


@pytest.mark.parametrize(("edition", "procedure"), [("mars-2022", PROCEDURE), (EDITION, "flight")])
def test_an_unknown_procedure_is_refused(world: World, edition: str, procedure: str) -> None:
    with pytest.raises(Refused) as refused:
        acts.begin(world.operator, world.park, edition, procedure)
    assert refused.value.code == "procedure"


def test_the_archive_fills_in_what_it_knows(db: None) -> None:
    park = make.make_park(
        contact="样例联系人",
        invested="12000000",
        full_time_staff=8,
        part_time_staff=4,
        construction="new",
        services=["policy_advice", "nonsense"],
    )
    make.make_bureau()
    make.make_district_office()
    operator = make.make_actor(Role.OPERATOR, park.operator)
    case = acts.begin(operator, park, EDITION, PROCEDURE)
    form = queries.content_for(operator, case.pk).application.form
    assert form["park_name"] == park.name
    assert form["applicant"] == park.operator.name
    assert form["investment"] == "1200"
    assert form["staff"] == 12
    assert form["construction"] == "new"
    assert form["services"] == ["policy_advice"]
    assert set(form) <= {field.key for field in forms.form("jinzhong-recognition").fields}


def test_the_list_offers_the_open_application_to_go_on_with(world: World) -> None:
    (choice,) = queries.choices(world.operator)
    assert choice.procedure.key == PROCEDURE
    assert choice.open_case == world.case
    assert choice.force == "expired"


def test_who_decides_is_not_offered_what_others_apply_for(world: World) -> None:
    offered = {choice.procedure.key for choice in queries.choices(world.reviewer)}
    assert PROCEDURE not in offered
    assert queries.choices(world.director) == []


def test_a_case_is_called_in_the_readers_language(world: World) -> None:
    name = world.park.name
    assert world.case.called == f"{name}：市级人力资源服务产业园认定"
    with translation.override("en"):
        assert world.case.called == f"{name}: Recognition as a city-level park"
        world.case.title = "样例事项"
        assert world.case.called == "样例事项"
