"""The interface for programs of returns, targets and records: the same acts, the same words."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from records.actor import Actor
from records.models import AuditEntry
from returns import acts
from returns.models import MonthlyReturn
from returns.queries import standing
from tests import factories as make
from tests.casework.browsing import client_of, queries_of, text_of
from tests.returns.world import EDITION, GOOD, World, user_of

pytestmark = pytest.mark.django_db

MONTHS, DUTIES, TARGETS = "/api/v1/monthly-returns/", "/api/v1/obligations/", "/api/v1/targets/"
LISTS = (MONTHS, DUTIES, TARGETS, "/api/v1/standing-records/")


def post(actor: Actor, path: str, **body: Any) -> Any:
    return client_of(actor).post(path, body, content_type="application/json")


def do(actor: Actor, verb: str, month: MonthlyReturn, **body: Any) -> Any:
    """One verb of the return, with its present version unless another is named."""
    month.refresh_from_db()
    return post(actor, f"{MONTHS}{month.pk}/{verb}/", **{"version": month.version, **body})


def ids(actor: Actor, path: str) -> list[int]:
    return [row["id"] for row in client_of(actor).get(path).json()["results"]]


@pytest.fixture
def month(world: World) -> MonthlyReturn:
    """A return that is ready to be handed in."""
    return world.save(world.open())


@pytest.fixture
def furnished(world: World, month: MonthlyReturn) -> World:
    """A world with one row, at least, of each kind."""
    bureau = world.reviewer
    acts.set_target(bureau, world.park, 2027, "tax", GOOD["tax"], "", 0)  # type: ignore[arg-type]
    kept = standing(world.operator, world.park)
    mine = next(each for each in kept if each.may_record)
    acts.record_standing(
        world.operator, world.park, EDITION, mine.duty.key, date(2026, 9, 1), "样例记录"
    )
    return world


@pytest.fixture
def stranger() -> Actor:
    """The officer of another district."""
    return make.make_actor(Role.OFFICER, make.make_district_office("500103"))


# Reading


@pytest.mark.parametrize("path", LISTS)
def test_a_list_holds_what_the_caller_s_area_has(
    furnished: World, stranger: Actor, path: str
) -> None:
    assert ids(furnished.officer, path)
    assert ids(stranger, path) == []


@pytest.mark.parametrize("path", LISTS)
def test_a_row_of_another_district_is_not_found(
    furnished: World, stranger: Actor, path: str
) -> None:
    (pk, *_others) = ids(furnished.officer, path)
    assert client_of(furnished.officer).get(f"{path}{pk}/").status_code == 200
    assert client_of(stranger).get(f"{path}{pk}/").status_code == 404


@pytest.mark.parametrize("path", LISTS)
def test_a_role_that_the_pages_do_not_admit_is_refused(furnished: World, path: str) -> None:
    expert = make.make_actor(Role.EXPERT, make.make_bureau("500000"))
    assert client_of(expert).get(path).status_code == 403


@pytest.mark.parametrize("path", LISTS)
def test_nobody_signed_in_is_told_to_sign_in(path: str) -> None:
    assert Client().get(path).status_code == 401


def test_a_duty_says_whose_turn_it_is_and_which_return_it_has(
    world: World, month: MonthlyReturn
) -> None:
    found = client_of(world.officer).get(f"{DUTIES}{month.obligation_id}/").json()
    assert (found["whose_turn"], found["monthly_return"]) == ("park", month.pk)


def test_a_duty_is_named_in_the_caller_s_language(world: World) -> None:
    owed = world.open()
    user = user_of(world.officer)
    names = {
        language: Client(
            headers={
                "accept-language": language,
                "authorization": f"Token {make.make_token(user)}",
            }
        )
        .get(f"{DUTIES}{owed.pk}/")
        .json()["duty_name"]
        for language in ("zh-hans", "en")
    }
    assert len(set(names.values())) == 2


def test_duties_are_narrowed_to_what_is_owed(world: World, month: MonthlyReturn) -> None:
    month = acts.hand_in(world.operator, month.pk, month.version)
    month = acts.send_on(world.officer, month.pk, month.version)
    acts.take_in(world.reviewer, month.pk, month.version)
    assert month.obligation_id not in ids(world.officer, f"{DUTIES}?done_on__isnull=true")
    assert month.obligation_id in ids(world.officer, f"{DUTIES}?done_on__isnull=false")


def test_one_month_comes_with_its_agencies_parts(world: World, month: MonthlyReturn) -> None:
    tenancy = make.make_tenancy(world.park)
    acts.save(world.operator, month.pk, month.version, {}, {tenancy.pk: {"employers": 7}})
    (line,) = client_of(world.officer).get(f"{MONTHS}{month.pk}/").json()["lines"]
    assert (line["tenancy"], line["employers"], line["tax"]) == (tenancy.pk, 7, None)


@pytest.mark.parametrize("path", [DUTIES, MONTHS])
def test_a_list_costs_the_same_for_one_month_and_for_many(world: World, path: str) -> None:
    world.keep(world.open(date(2024, 8, 1)))
    client = client_of(world.officer)
    queries_of(client, path)
    few = queries_of(client, path)
    world.save(world.open())
    assert queries_of(client, path) == few
    assert few <= 10


# The monthly return's way


def test_a_month_goes_its_whole_way(world: World) -> None:
    owed = world.open()
    begun = post(world.operator, f"{DUTIES}{owed.pk}/begin/")
    assert (begun.status_code, begun.json()["state"]) == (200, "draft")
    month = MonthlyReturn.objects.get(pk=begun.json()["id"])
    saved = do(world.operator, "save", month, **GOOD)
    assert (saved.json()["gross_revenue"], saved.json()["complaints"]) == ("5000000.00", 0)
    hands = {"hand-in": world.operator, "send-on": world.officer, "take-in": world.reviewer}
    states = [do(actor, verb, month).json()["state"] for verb, actor in hands.items()]
    assert states == ["office", "bureau", "kept"]
    owed.refresh_from_db()
    assert owed.done_on is not None


def test_beginning_twice_is_one_return(world: World) -> None:
    path = f"{DUTIES}{world.open().pk}/begin/"
    assert post(world.operator, path).json() == post(world.operator, path).json()
    assert MonthlyReturn.objects.count() == 1


def test_a_yearly_duty_is_no_return(world: World) -> None:
    acts.sweep_duties(date(2026, 1, 2))
    owed = world.park.obligations.get(duty="self-assessment")
    assert post(world.operator, f"{DUTIES}{owed.pk}/begin/").status_code == 400


def test_what_is_left_out_of_a_saving_stays(world: World, month: MonthlyReturn) -> None:
    saved = do(world.operator, "save", month, tax="61000.50", hazards=None).json()
    assert (saved["tax"], saved["hazards"], saved["persons"]) == ("61000.50", None, 900)


def test_an_agency_s_part_is_saved(world: World, month: MonthlyReturn) -> None:
    tenancy = make.make_tenancy(world.park)
    part = {"tenancy": tenancy.pk, "gross_revenue": "10", "net_revenue": "9"}
    (line,) = do(world.operator, "save", month, lines=[part]).json()["lines"]
    assert (line["tenancy"], line["net_revenue"]) == (tenancy.pk, "9.00")


def test_another_park_s_agency_is_refused(world: World, month: MonthlyReturn) -> None:
    foreign = make.make_tenancy(make.make_park(area="500101"))
    answer = do(world.operator, "save", month, lines=[{"tenancy": foreign.pk, "tax": "1"}])
    assert (answer.status_code, list(answer.json())) == (400, ["lines"])


def test_an_agency_told_twice_is_refused(world: World, month: MonthlyReturn) -> None:
    part = {"tenancy": make.make_tenancy(world.park).pk, "tax": "1"}
    answer = do(world.operator, "save", month, lines=[part, part])
    assert (answer.status_code, list(answer.json())) == (400, ["lines"])


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"net_revenue": "5000000.01"}, "net_revenue"),
        ({"persons": 1_001}, "persons"),
        ({"tax": "-1"}, "tax"),
        ({"employers": -1}, "employers"),
        ({"trainings": "many"}, "trainings"),
        ({"version": "x"}, "version"),
    ],
)
def test_what_cannot_be_is_refused_by_field(
    world: World, month: MonthlyReturn, told: dict[str, Any], field: str
) -> None:
    answer = do(world.operator, "save", month, **told)
    assert (answer.status_code, list(answer.json())) == (400, [field])


def test_an_agency_s_fault_names_its_stay_and_figure(world: World, month: MonthlyReturn) -> None:
    tenancy = make.make_tenancy(world.park)
    part = {"tenancy": tenancy.pk, "gross_revenue": "10", "net_revenue": "11"}
    answer = do(world.operator, "save", month, lines=[part])
    assert (answer.status_code, list(answer.json())) == (400, [f"{tenancy.pk}-net_revenue"])


def test_all_that_keeps_a_month_from_being_handed_in_comes_at_once(
    world: World, month: MonthlyReturn
) -> None:
    do(world.operator, "save", month, tax=None, complaints=None)
    answer = do(world.operator, "hand-in", month)
    assert (answer.status_code, set(answer.json())) == (400, {"tax", "complaints"})


def test_what_goes_back_needs_a_reason(world: World, month: MonthlyReturn) -> None:
    do(world.operator, "hand-in", month)
    for body in ({}, {"reason": " "}):
        answer = do(world.officer, "send-back", month, **body)
        assert (answer.status_code, list(answer.json())) == (400, ["reason"])


def test_what_came_back_lies_with_the_park_again(world: World, month: MonthlyReturn) -> None:
    do(world.operator, "hand-in", month)
    answer = do(world.officer, "send-back", month, reason="税收与上报不符").json()
    assert (answer["holder"], answer["reason"]) == ("park", "税收与上报不符")


@pytest.mark.parametrize("verb", ["save", "hand-in", "send-on", "send-back", "take-in"])
def test_a_stale_version_is_a_conflict_that_says_who_was_first(
    world: World, month: MonthlyReturn, verb: str
) -> None:
    answer = do(world.operator, verb, month, version=month.version - 1, reason="样例")
    assert (answer.status_code, answer.json()["code"]) == (409, "stale")
    assert world.operator.name in answer.json()["detail"]


@pytest.mark.parametrize("verb", ["save", "hand-in", "send-on", "send-back", "take-in"])
@pytest.mark.parametrize("person", ["head", "reviewer", "director"])
def test_a_hand_whose_turn_it_is_not_is_refused(
    world: World, month: MonthlyReturn, verb: str, person: str
) -> None:
    answer = do(getattr(world, person), verb, month, reason="样例")
    assert (answer.status_code, answer.json()["code"]) == (403, "role")
    month.refresh_from_db()
    assert month.state == MonthlyReturn.State.DRAFT


@pytest.mark.parametrize("verb", ["save", "hand-in", "send-on", "send-back", "take-in"])
def test_another_district_does_not_find_the_month(
    month: MonthlyReturn, stranger: Actor, verb: str
) -> None:
    assert do(stranger, verb, month, reason="样例").status_code == 404


def test_page_and_interface_refuse_in_the_same_words(world: World, month: MonthlyReturn) -> None:
    answer = do(world.officer, "send-on", month)
    page = client_of(world.officer).post(
        f"/returns/{month.obligation_id}/send-on/", {"version": month.version}, follow=True
    )
    assert answer.json()["detail"] in text_of(page)


def test_a_refusal_is_on_the_trail(world: World, month: MonthlyReturn) -> None:
    do(world.officer, "send-on", month)
    entry = AuditEntry.objects.latest("seq")
    assert (entry.action, entry.after) == ("returns.send_on", {"refused": True})


def test_a_token_does_what_a_session_does(world: World, month: MonthlyReturn) -> None:
    user = User.objects.get(pk=world.operator.user_id or -1)
    client = Client(headers={"authorization": f"Token {make.make_token(user)}"})
    answer = client.post(
        f"{MONTHS}{month.pk}/hand-in/", {"version": month.version}, content_type="application/json"
    )
    assert (answer.status_code, answer.json()["state"]) == (200, "office")
