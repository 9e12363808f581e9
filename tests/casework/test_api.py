"""The interface for programs: the same acts, the same words."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from casework.models import Case
from records.actor import Actor
from tests import factories as make
from tests.casework.browsing import client_of, form_values, queries_of, text_of
from tests.casework.trial import DEFECT, World, sibling

pytestmark = pytest.mark.django_db


def perform(client: Client, world: World, action: str, **asked: Any) -> Any:
    world.case.refresh_from_db()
    body = {"action": action, "version": world.case.version} | asked
    return client.post(
        f"/api/v1/cases/{world.case.pk}/perform/", body, content_type="application/json"
    )


def with_token(actor: Actor) -> Client:
    user = User.objects.get(pk=actor.user_id or -1)
    return Client(headers={"authorization": f"Token {make.make_token(user)}"})


def test_the_list_shows_what_the_caller_may_see(world: World) -> None:
    world.reach("county_review")
    stranger = make.make_actor("officer", make.make_district_office("140724"))
    assert [one["id"] for one in client_of(world.officer).get("/api/v1/cases/").json()["results"]]
    assert client_of(stranger).get("/api/v1/cases/").json()["results"] == []


def test_one_case_comes_with_its_steps_and_the_moves_of_the_caller(world: World) -> None:
    world.reach("county_review")
    found = client_of(world.officer).get(f"/api/v1/cases/{world.case.pk}/").json()
    assert [step["action"] for step in found["steps"]] == ["create", "record_basis", "submit"]
    assert {offer["action"] for offer in found["offers"]} == {
        "accept",
        "return_for_supplement",
        "forward",
    }


def test_a_move_by_token_is_the_move_of_the_page(world: World) -> None:
    world.reach("county_review")
    answer = perform(with_token(world.officer), world, "forward", opinion="同意")
    assert (answer.status_code, answer.json()["stage"]) == (200, "county_sign")
    assert Case.objects.get(pk=world.case.pk).steps.latest("number").opinion == "同意"


def test_a_return_takes_the_checklist_and_the_date(world: World) -> None:
    world.reach("county_review")
    data = {"defects": [DEFECT], "answer_by": "2030-01-07"}
    answer = perform(client_of(world.officer), world, "return_for_supplement", data=data)
    assert (answer.json()["status"], answer.json()["due_on"]) == ("returned", "2030-01-07")


@pytest.mark.parametrize(
    ("person", "action", "status"),
    [("director", "forward", 403), ("reviewer", "approve", 400), ("reviewer", "send_back", 400)],
)
def test_page_and_interface_refuse_in_the_same_words(
    world: World, person: str, action: str, status: int
) -> None:
    world.reach("bureau_review")
    client = client_of(getattr(world, person))
    answer = perform(client, world, action)
    assert answer.status_code == status
    url = f"/cases/{world.case.pk}/do/{action}/"
    page = client.post(url, form_values(client, url) | {"opinion": ""})
    assert answer.json()["detail"] in text_of(page)


def test_a_stale_version_is_a_conflict_that_says_who_was_first(world: World) -> None:
    world.reach("bureau_review")
    version = world.case.version
    world.do("accept", world.second)
    answer = perform(client_of(world.reviewer), world, "accept", version=version)
    assert (answer.status_code, answer.json()["code"]) == (409, "stale")
    assert world.second.name in answer.json()["detail"]


def test_the_same_token_twice_has_one_effect(world: World) -> None:
    world.reach("bureau_review")
    client, version = client_of(world.reviewer), world.case.version
    for _time in range(2):
        answer = perform(client, world, "accept", version=version, token="t1")
        assert answer.status_code == 200
    assert world.case.steps.filter(action="accept").count() == 1


def test_a_case_of_another_area_is_not_found(world: World) -> None:
    world.reach("bureau_review")
    stranger = client_of(make.make_actor("reviewer", make.make_bureau("310000")))
    assert perform(stranger, world, "accept").status_code == 404
    assert stranger.get(f"/api/v1/cases/{world.case.pk}/").status_code == 404


def test_nobody_signed_in_is_told_to_sign_in(world: World) -> None:
    assert perform(Client(), world, "submit").status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        {"action": "explode", "version": 1},
        {"action": "accept"},
        {"action": "accept", "version": "x"},
        {"action": "approve", "version": 1, "data": {"decided_on": "yesterday"}},
        {"action": "return_for_supplement", "version": 1, "data": {"defects": [{"text": "x"}]}},
        {"action": "accept", "version": 1, "token": "t" * 65},
    ],
)
def test_a_malformed_body_is_a_bad_request(world: World, body: dict[str, Any]) -> None:
    world.reach("bureau_review")
    answer = client_of(world.reviewer).post(
        f"/api/v1/cases/{world.case.pk}/perform/", body, content_type="application/json"
    )
    assert answer.status_code == 400


def test_a_defect_of_an_unknown_section_is_refused(world: World) -> None:
    world.reach("bureau_review")
    data = {"defects": [{"section": "nonsense", "text": "缺页"}]}
    answer = perform(client_of(world.reviewer), world, "return_for_supplement", data=data)
    assert answer.status_code == 400
    assert not world.case.defects.exists()


def test_the_applicant_gets_no_inner_steps(world: World) -> None:
    world.reach("county_sign").do("send_back", opinion="内部意见")
    answer = client_of(world.operator).get(f"/api/v1/cases/{world.case.pk}/")
    assert "内部意见" not in answer.content.decode()


def test_the_applicant_reads_plain_names_for_the_offices_stations(world: World) -> None:
    world.reach("county_sign")
    seen = client_of(world.operator).get(f"/api/v1/cases/{world.case.pk}/")
    assert "county_sign" not in seen.content.decode()
    assert seen.json()["stage"] == seen.json()["stage_name"]
    last = seen.json()["steps"][-1]
    assert (last["from_stage"], last["to_stage"]) == (seen.json()["stage"],) * 2
    office = client_of(world.head).get(f"/api/v1/cases/{world.case.pk}/").json()
    assert office["steps"][-1]["to_stage"] == office["stage"] == "county_sign"


def test_only_the_offices_find_cases_by_their_stations(world: World) -> None:
    world.reach("county_sign")
    found = {
        who: client_of(actor).get("/api/v1/cases/?stage=county_sign").json()["results"]
        for who, actor in (("head", world.head), ("operator", world.operator))
    }
    assert [one["id"] for one in found["head"]] == [world.case.pk]
    assert found["operator"] == []


def test_an_opinion_too_long_for_the_form_is_a_bad_request(world: World) -> None:
    world.reach("county_review")
    answer = perform(client_of(world.officer), world, "forward", opinion="很" * 2_001)
    assert answer.status_code == 400
    page = f"/cases/{world.case.pk}/do/forward/"
    client = client_of(world.officer)
    sent = client.post(page, form_values(client, page) | {"opinion": "很" * 2_001})
    assert sent.context["form"].errors["opinion"]


def test_anybody_reads_public_notices(world: World) -> None:
    notice = world.reach("notice").publish()
    (found,) = Client().get("/api/v1/notices/").json()["results"]
    assert found["number"] == notice.number
    assert world.case.park is not None
    assert found["names"] == [world.case.park.name]
    assert world.operator.name not in str(found)


def test_a_list_costs_the_same_for_one_case_and_for_ten(world: World) -> None:
    world.reach("county_review")
    client = client_of(world.officer)
    one = queries_of(client, "/api/v1/cases/")
    for _number in range(9):
        sibling(world).reach("county_review")
    assert queries_of(client, "/api/v1/cases/") == one
    assert one <= 10
