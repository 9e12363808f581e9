"""The pages of returns and duties: the way of a month, and who reaches what."""

from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client

from records.actor import Actor
from records.models import AuditEntry
from returns import acts
from returns.acts import sweep_duties
from returns.models import MonthlyReturn, Obligation, StandingRecord, Target
from returns.queries import waiting
from tests import factories as make
from tests.returns.world import EDITION, GOOD, World, told, user_of


def client_of(actor: Actor) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(user_of(actor), backend="django.contrib.auth.backends.ModelBackend")
    return client


def post(actor: Actor, path: str, **data: Any) -> Any:
    return client_of(actor).post(path, data)


def version(world: World) -> int:
    return MonthlyReturn.objects.get().version


def test_a_month_walks_through_the_pages(world: World) -> None:
    owed = world.open()
    base = f"/returns/{owed.pk}/"
    assert client_of(world.operator).get(f"{base}edit/").status_code == 200
    typed = {name: str(value) for name, value in GOOD.items()} | {"gross_revenue": "５００万元"}
    assert post(world.operator, f"{base}edit/", version=1, **typed).status_code == 302
    post(world.operator, f"{base}hand-in/", version=version(world))
    post(world.officer, f"{base}send-on/", version=version(world))
    post(world.reviewer, f"{base}take-in/", version=version(world))
    month = MonthlyReturn.objects.get()
    assert (month.state, month.gross_revenue) == ("kept", 5_000_000)
    assert month.obligation.done_on
    page = client_of(world.operator).get(base).content.decode()
    assert "5,000,000.00" in page
    assert ">1,000<" in "".join(page.split())


def test_that_somebody_else_was_faster_is_said_and_is_no_refusal_on_the_trail(world: World) -> None:
    month = world.save(world.open())
    path = f"/returns/{month.obligation_id}/hand-in/"
    page = client_of(world.operator).post(path, {"version": month.version - 1}, follow=True)
    assert f"{world.operator.name} changed this" in unescape(page.text)
    assert not AuditEntry.objects.filter(after={"refused": True}).exists()


def test_opening_the_page_begins_no_return(world: World) -> None:
    owed = world.open()
    assert client_of(world.operator).get(f"/returns/{owed.pk}/edit/").status_code == 200
    assert not MonthlyReturn.objects.exists()


def test_a_yearly_duty_is_no_return(world: World) -> None:
    sweep_duties(date(2026, 1, 2))
    owed = Obligation.objects.get(duty="self-assessment")
    assert client_of(world.operator).get(f"/returns/{owed.pk}/edit/").status_code == 404


def test_all_that_is_wrong_is_said_at_once(world: World) -> None:
    owed = world.open()
    world.save(owed, tax=None, complaints=None)
    answer = post(world.operator, f"/returns/{owed.pk}/hand-in/", version=version(world))
    said = answer.content.decode()
    assert answer.status_code == 200
    assert '<a href="#id_tax">Tax paid (yuan)</a>: Enter the figure' in said
    assert '<a href="#id_complaints">Complaints</a>: Enter the figure' in said
    assert 'id="id_tax"' in said


def test_what_is_mended_there_is_saved(world: World) -> None:
    owed = world.open()
    world.save(owed, tax=None)
    page = post(world.operator, f"/returns/{owed.pk}/hand-in/", version=version(world))
    form = page.context["form"]
    assert f'action="/returns/{owed.pk}/edit/"' in page.content.decode()
    typed = {name: form[name].value() for name in form.fields} | {"tax": "60000"}
    assert post(world.operator, f"/returns/{owed.pk}/edit/", **typed).status_code == 302
    month = MonthlyReturn.objects.get()
    assert (month.tax, month.gross_revenue) == (60_000, 5_000_000)


def test_what_cannot_be_stands_beside_its_field(world: World) -> None:
    tenancy = make.make_tenancy(world.park)
    owed = world.open()
    path = f"/returns/{owed.pk}/edit/"
    typed = {f"{tenancy.pk}-persons": "11", f"{tenancy.pk}-person_times": "10", "tax": "minus"}
    form = post(world.operator, path, version=1, **typed).context["form"]
    assert set(form.errors) == {"tax"}
    form = post(world.operator, path, version=1, **typed | {"tax": "1"}).context["form"]
    assert set(form.errors) == {f"{tenancy.pk}-persons"}


@pytest.mark.parametrize("text", ["-1", "1.5", "9999999999999", "abc", "１２a"])
def test_a_number_that_is_none_is_refused(world: World, text: str) -> None:
    owed = world.open()
    form = post(world.operator, f"/returns/{owed.pk}/edit/", version=1, persons=text).context[
        "form"
    ]
    assert set(form.errors) == {"persons"}


def test_it_goes_back_with_a_reason(world: World) -> None:
    owed = world.open()
    world.save(owed)
    post(world.operator, f"/returns/{owed.pk}/hand-in/", version=version(world))
    path = f"/returns/{owed.pk}/send-back/"
    assert client_of(world.officer).get(path).status_code == 200
    assert post(world.officer, path, version=version(world), reason="").status_code == 200
    post(world.officer, path, version=version(world), reason="请核对税收")
    assert MonthlyReturn.objects.get().reason == "请核对税收"
    assert any(event for event in told(world.operator))


def test_a_wrong_area_gets_404(world: World) -> None:
    owed = world.open()
    world.save(owed)
    stranger = make.make_actor("officer", make.make_district_office("310118"))
    base = f"/returns/{owed.pk}/"
    assert client_of(stranger).get(base).status_code == 404
    assert post(stranger, f"{base}send-on/", version=version(world)).status_code == 404
    assert client_of(stranger).get(f"/parks/{world.park.pk}/standing/").status_code == 404


def test_a_wrong_role_is_refused(world: World) -> None:
    owed = world.open()
    world.save(owed)
    base = f"/returns/{owed.pk}/"
    assert post(world.officer, f"{base}hand-in/", version=version(world)).status_code == 403
    assert client_of(make.make_actor("expert")).get(base).status_code == 403
    post(world.reviewer, f"{base}take-in/", version=version(world))
    assert MonthlyReturn.objects.get().state == "draft"


def test_the_list_is_narrowed_by_the_park_s_name(world: World) -> None:
    owed = world.open()
    client = client_of(world.reviewer)

    def shown(query: str) -> list[int]:
        page: Any = client.get(f"/returns/{query}").context
        return [each.obligation.pk for each in page["rows"]]

    assert owed.pk in shown(f"?name={world.park.name[:3]}")
    assert shown("?name=别的园区") == []
    assert shown("?done=1") == []
    world.keep(owed)
    assert shown(f"?done=1&name={world.park.name[:3]}") == [owed.pk]


def test_the_list_asks_as_many_queries_whatever_its_length(
    world: World, django_assert_max_num_queries: Any
) -> None:
    world.open(date(2026, 2, 1))
    world.open(date(2026, 10, 1))
    client = client_of(world.reviewer)
    client.get("/returns/")
    with django_assert_max_num_queries(10):
        shown: Any = client.get("/returns/").context
    assert len(shown["rows"]) > 8


def errands(actor: Actor) -> list[int]:
    shown: Any = client_of(actor).get("/").context["errands"]
    return [errand.count for errand in shown if errand.url == "/returns/?done=mine"]


def test_the_desk_counts_what_waits_for_each_hand(world: World) -> None:
    owed = world.open()
    everybody = (world.operator, world.officer, world.reviewer, world.head)
    assert [errands(actor) for actor in everybody] == [[1], [], [], []]
    month = world.save(owed)
    acts.hand_in(world.operator, month.pk, month.version)
    assert [errands(actor) for actor in everybody] == [[], [1], [], []]
    month.refresh_from_db()
    acts.send_on(world.officer, month.pk, month.version)
    assert [errands(actor) for actor in everybody] == [[], [], [1], []]


def test_the_desk_and_its_list_agree_and_say_what_is_late(world: World) -> None:
    world.open(date(2026, 2, 1))
    world.open(date(2026, 10, 1))
    desk: Any = client_of(world.operator).get("/")
    (errand,) = [each for each in desk.context["errands"] if each.url.startswith("/returns/")]
    listed: Any = client_of(world.operator).get(errand.url).context["rows"]
    assert errand.count == len(listed)
    assert errand.late == sum(each.late for each in listed) > 0
    assert "late)" in desk.content.decode()
    everything: Any = client_of(world.operator).get("/returns/").context["rows"]
    assert len(everything) > len(listed)


def test_the_desk_asks_as_many_queries_however_much_waits(
    world: World, django_assert_num_queries: Any
) -> None:
    world.open(date(2026, 2, 1))
    world.open(date(2026, 10, 1))
    with django_assert_num_queries(2):
        assert waiting(world.operator).number > 8


def test_targets_and_standing_duties_are_kept_on_pages(world: World) -> None:
    base = f"/parks/{world.park.pk}"
    values = {"year": 2026, "figure": "tax", "value": "120万", "version": 0}
    assert post(world.reviewer, f"{base}/targets/", **values).status_code == 302
    assert Target.objects.get().value == 1_200_000
    assert b"1,200,000" in client_of(world.operator).get(f"{base}/targets/").content
    path = f"{base}/standing/{EDITION}/team/"
    assert client_of(world.operator).get(path).status_code == 200
    assert post(world.operator, path, on="2026.3.1", text="专职5人").status_code == 302
    assert StandingRecord.objects.get().on == date(2026, 3, 1)
    assert "专职5人" in client_of(world.reviewer).get(f"{base}/standing/").content.decode()
    assert post(world.officer, path, on="2026.3.1", text="x").status_code == 200
    assert client_of(world.operator).get(f"{base}/standing/{EDITION}/none/").status_code == 404


def test_a_park_s_page_leads_to_its_duties(world: World) -> None:
    page = client_of(world.operator).get(f"/parks/{world.park.pk}/").content.decode()
    assert f"/parks/{world.park.pk}/targets/" in page
