"""待决定, and the check of a decided document's code."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from casework.models import Case, DecisionCase
from records.actor import Actor
from tests import factories as make
from tests.casework.browsing import client_of, form_values, queries_of, text_of
from tests.casework.trial import World, sibling, today

pytestmark = pytest.mark.django_db


def ready(world: World) -> World:
    world.reach("decision")
    world.basis(world.director)
    return world


def decide(actor: Actor, *worlds: World, action: str = "approve", **typed: Any) -> Any:
    client = client_of(actor)
    query = "&".join(f"case={one.case.pk}" for one in worlds)
    url = f"/decisions/{action}/?{query}"
    values = form_values(client, url)
    values |= {f"name_{one.case.pk}": f"晋中{one.case.title}" for one in worlds}
    values |= {"document_number": "市人社函〔2026〕9号", "decided_on": today()}
    return client.post(url, values | {"case": [one.case.pk for one in worlds]} | typed)


def test_the_list_says_who_prepared_what_and_what_is_proposed(world: World) -> None:
    ready(world)
    (row,) = client_of(world.director).get("/decisions/").context["rows"]
    assert row.prepared_by.endswith(world.reviewer.name)
    assert row.proposal
    assert row.decides


def test_a_district_director_finds_what_waits_for_the_signature(world: World) -> None:
    world.reach("county_sign")
    page = client_of(world.head).get("/decisions/")
    assert [row.row.case for row in page.context["rows"]] == [world.case]
    assert not page.context["many"]


def test_nobody_but_directors_opens_the_list(world: World) -> None:
    for other in (world.officer, world.reviewer, world.operator):
        assert client_of(other).get("/decisions/").status_code == 403


def test_the_list_costs_the_same_for_one_case_and_for_ten(world: World) -> None:
    ready(world)
    client = client_of(world.director)
    one = queries_of(client, "/decisions/")
    for _number in range(9):
        sibling(world).reach("decision")
    assert queries_of(client, "/decisions/") == one
    assert one <= 10


def test_many_cases_are_decided_at_one_meeting(world: World) -> None:
    both = [ready(world), ready(sibling(world))]
    assert decide(world.director, *both).url == "/decisions/"
    assert DecisionCase.objects.values("decision").distinct().count() == 1
    assert set(Case.objects.values_list("status", flat=True)) == {"approved"}


def test_the_page_says_beforehand_which_case_cannot_be_decided_and_why(world: World) -> None:
    good, bad = ready(world), sibling(world).reach("decision")
    url = f"/decisions/approve/?case={good.case.pk}&case={bad.case.pk}"
    page = client_of(world.director).get(url)
    reasons = {one.case.pk: one.reason for one in page.context["cases"]}
    assert not reasons[good.case.pk]
    assert "2024年11月30日" in reasons[bad.case.pk]


def test_one_case_that_fails_stops_the_meeting_and_keeps_what_was_typed(world: World) -> None:
    good, bad = ready(world), sibling(world).reach("decision")
    answer = decide(world.director, good, bad, opinion="会议同意")
    assert str(bad.case.number) in answer.context["form"].non_field_errors()[0]
    assert "会议同意" in text_of(answer)
    assert not DecisionCase.objects.exists()


def test_a_name_without_the_prefix_stops_the_meeting(world: World) -> None:
    ready(world)
    answer = decide(world.director, world, **{f"name_{world.case.pk}": "榆次样例产业园"})
    assert answer.context["form"].non_field_errors()


def test_a_meeting_over_a_changed_case_is_told_and_can_be_sent_again(world: World) -> None:
    ready(world)
    client, field = client_of(world.director), f"version_{world.case.pk}"
    values = form_values(client, f"/decisions/approve/?case={world.case.pk}") | {
        f"name_{world.case.pk}": "晋中样例产业园",
        "document_number": "样例1号",
        "decided_on": today(),
    }
    world.basis(world.director)
    stale = client.post("/decisions/approve/", values)
    assert stale.context["form"].non_field_errors()
    values[field] = stale.context["form"][field].value()
    assert client.post("/decisions/approve/", values).status_code == 302
    assert DecisionCase.objects.count() == 1


def test_a_refusal_needs_its_reasons(world: World) -> None:
    world.reach("bureau_review").do("propose_refusal", opinion="面积不足")
    answer = decide(world.director, world, action="refuse")
    assert answer.context["form"].errors["opinion"]
    decide(world.director, world, action="refuse", opinion="面积不足")
    world.case.refresh_from_db()
    assert world.case.status == "refused"


def test_the_same_meeting_sent_twice_has_one_effect(world: World) -> None:
    ready(world)
    client = client_of(world.director)
    url = f"/decisions/approve/?case={world.case.pk}"
    values = form_values(client, url) | {
        f"name_{world.case.pk}": "晋中样例产业园",
        "document_number": "样例1号",
        "decided_on": today(),
    }
    assert [client.post(url, values).status_code for _time in range(2)] == [302, 302]
    assert DecisionCase.objects.count() == 1


def test_a_case_of_another_area_cannot_be_chosen(world: World) -> None:
    ready(world)
    stranger = make.make_actor("director", make.make_bureau("310000"))
    url = f"/decisions/approve/?case={world.case.pk}"
    assert client_of(stranger).get(url).status_code == 404


def verify(code: str) -> Any:
    return Client().get("/public/verify/", {"code": code}).context["verified"]


def test_anybody_verifies_a_document_by_its_code(world: World) -> None:
    ready(world).approve()
    entry = DecisionCase.objects.get()
    typed = " ".join((entry.code[:4], entry.code[4:].lower()))
    found = verify(typed)
    assert (found.name, found.document_number) == (entry.name, "市人社函〔2026〕9号")
    assert found.stands


def test_an_unknown_code_says_so(world: World) -> None:
    page = Client().get("/public/verify/?code=ABCDEFGHJKLM")
    assert page.context["verified"] is None
    assert 'role="alert"' in page.content.decode()


def test_a_revoked_recognition_is_said_to_be_revoked(world: World) -> None:
    ready(world).approve()
    assert world.case.park is not None
    make.make_recognition(
        world.case.park,
        case_number=str(world.case.number),
        document_number="市人社函〔2026〕9号",
        revoked_on=timezone.localdate(),
    )
    found = verify(DecisionCase.objects.get().code)
    assert found.revoked_on == timezone.localdate()
    assert not found.stands


def test_the_verification_page_shows_no_private_data(world: World) -> None:
    ready(world).approve()
    page = Client().get("/public/verify/", {"code": DecisionCase.objects.get().code})
    secrets = (world.case.number, world.director.name, world.operator.name)
    assert not [one for one in secrets if str(one) in text_of(page)]


def test_a_meeting_of_no_case_says_what_to_do(world: World) -> None:
    answer = client_of(world.director).get("/decisions/approve/", follow=True)
    assert "至少选择一件" in text_of(answer) or "at least one" in text_of(answer)


def test_a_case_is_taken_out_of_the_meeting_and_nothing_typed_is_lost(world: World) -> None:
    good, bad = ready(world), sibling(world).reach("decision")
    client, field = client_of(world.director), f"name_{good.case.pk}"
    url = f"/decisions/approve/?case={good.case.pk}&case={bad.case.pk}"
    assert f'href="/cases/{bad.case.pk}/basis/"' in client.get(url).content.decode()
    typed = form_values(client, url) | {
        "case": [good.case.pk, bad.case.pk],
        "document_number": "市人社函〔2026〕9号",
        "decided_on": "2026年11月",
        field: "晋中新样例产业园",
    }
    page = client.post(url, typed | {"without": bad.case.pk})
    form = page.context["form"]
    assert [one.case for one in page.context["cases"]] == [good.case]
    assert [form[name].value() for name in ("document_number", "decided_on", field, "token")] == [
        typed[name] for name in ("document_number", "decided_on", field, "token")
    ]
    assert not form.errors
    sent = typed | {"case": good.case.pk, "decided_on": today()}
    assert client.post(url, sent).headers["Location"] == "/decisions/"
    assert DecisionCase.objects.get().case == good.case


def test_the_last_case_taken_out_leads_back_to_the_list(world: World) -> None:
    world.reach("decision")
    out = {"case": world.case.pk, "without": world.case.pk}
    answer = client_of(world.director).post("/decisions/approve/", out)
    assert answer.headers["Location"] == "/decisions/"
