"""The check of committed figures: opened with the approval, announced, done by two people."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.roles import Role
from applications import acts
from applications.acts.follow_ups import open_follow_ups, sweep_follow_ups
from applications.models import DeclaredFact, FollowUp
from applications.queries.content import fresh_content
from applications.queries.follow_ups import lines
from parks.models import Park
from records.actor import Actor
from records.errors import Refused, Stale
from records.models import AuditEntry, CalendarDay, CalendarYear, OutboxMessage
from tests import factories as make
from tests.applications.grants import Offices, at, check_to_come, chongqing

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
LONG_AGO = TODAY - timedelta(days=400)
FOUND = {"operating_agencies": 41}
CHANNELS = 2


@pytest.fixture
def offices() -> Offices:
    return chongqing()


def opened(offices: Offices, day: date = LONG_AGO) -> FollowUp:
    return check_to_come(offices, make.make_park(area="500101"), day)


def park_of(follow_up: FollowUp) -> Park:
    assert follow_up.case.park
    return follow_up.case.park


def find(offices: Offices, follow_up: FollowUp, **more: Any) -> FollowUp:
    told: dict[str, Any] = {"result": "kept", "reason": "名册核对一致"} | more
    return acts.record_finding(
        follow_up.pk, offices.reviewer, follow_up.version, told.pop("found", FOUND), **told
    )


def test_committed_figures_are_checked_after_a_year(offices: Offices) -> None:
    follow_up = opened(offices, date(2024, 2, 29))
    assert follow_up.due_on == date(2025, 2, 28)
    assert follow_up.findings == [{"key": "operating_agencies", "committed": 40}]


def test_an_announced_day_off_moves_the_check_and_leaves_a_trace(offices: Offices) -> None:
    follow_up = opened(offices, date(2026, 5, 4))
    assert follow_up.due_on == date(2027, 5, 4)
    year = CalendarYear.objects.create(year=2027, updated_at=timezone.now())
    CalendarDay.objects.create(year=year, date=date(2027, 5, 4), kind=CalendarDay.Kind.OFF)
    sweep_follow_ups(date(2026, 6, 1))
    sweep_follow_ups(date(2026, 6, 2))
    entry = AuditEntry.objects.get(action="applications.move_due_date")
    assert (entry.before, entry.after) == ({"due_on": "2027-05-04"}, {"due_on": "2027-05-05"})


def test_actual_figures_leave_nothing_to_check(offices: Offices) -> None:
    case = opened(offices).case
    FollowUp.objects.all().delete()
    DeclaredFact.objects.filter(application__case=case).update(basis="actual")
    open_follow_ups(offices.director, fresh_content(case), LONG_AGO)
    assert not FollowUp.objects.exists()


@pytest.mark.parametrize("days", [30, 0])
def test_the_bureau_is_told_once_on_the_day(offices: Offices, days: int) -> None:
    follow_up = opened(offices, date(2025, 3, 10))
    day = follow_up.due_on - timedelta(days=days)
    messages = OutboxMessage.objects.filter(event__endswith=f"warning:{days}")
    sweep_follow_ups(day - timedelta(days=1))
    assert not messages.exists()
    for later in (0, 0, 2):
        sweep_follow_ups(day + timedelta(days=later))
    assert messages.count() == CHANNELS
    assert {one.recipient_id for one in messages} == {offices.reviewer.user_id}


def test_the_director_hears_daily_of_a_check_that_is_late(offices: Offices) -> None:
    follow_up = opened(offices, date(2025, 3, 10))
    for late in (0, 1, 1, 2):
        sweep_follow_ups(follow_up.due_on + timedelta(days=late))
    messages = OutboxMessage.objects.filter(event__contains=":late:")
    assert messages.count() == 2 * CHANNELS
    assert {one.recipient_id for one in messages} == {offices.director.user_id}


def test_committed_stands_beside_what_is_on_record(offices: Offices) -> None:
    follow_up = opened(offices)
    make.make_licensed_tenancy(park_of(follow_up))
    (line,) = lines(follow_up)
    assert (line.committed, line.recorded) == (40, 1)


def test_a_finding_keeps_what_stood_on_record_that_day(offices: Offices) -> None:
    follow_up = opened(offices)
    make.make_licensed_tenancy(park_of(follow_up))
    find(offices, follow_up)
    make.make_licensed_tenancy(park_of(follow_up))
    follow_up.refresh_from_db()
    (line,) = lines(follow_up)
    assert (line.committed, line.recorded, line.found) == (40, 1, 41)


def test_before_the_year_is_over_nothing_is_found(offices: Offices) -> None:
    with pytest.raises(Refused):
        find(offices, opened(offices, TODAY - timedelta(days=300)))


@pytest.mark.parametrize(
    "lacking",
    [{"result": ""}, {"reason": " "}, {"found": {}}, {"found": {"operating_agencies": -1}}],
)
def test_a_finding_is_whole_or_refused(offices: Offices, lacking: dict[str, Any]) -> None:
    follow_up = opened(offices)
    with pytest.raises(Refused):
        find(offices, follow_up, **lacking)
    follow_up.refresh_from_db()
    assert follow_up.result == ""


def test_only_the_bureaus_reviewer_finds(offices: Offices) -> None:
    follow_up = opened(offices)
    with pytest.raises(Refused):
        acts.record_finding(follow_up.pk, offices.director, 1, FOUND, result="kept", reason="理由")


def test_a_stale_finding_is_not_stored(offices: Offices) -> None:
    follow_up = opened(offices)
    find(offices, follow_up)
    with pytest.raises(Stale):
        find(offices, follow_up)


def test_the_director_confirms_what_another_found(offices: Offices) -> None:
    follow_up = find(offices, opened(offices))
    acts.confirm_finding(follow_up.pk, offices.director, follow_up.version)
    follow_up.refresh_from_db()
    assert follow_up.done_on == TODAY
    verbs = AuditEntry.objects.filter(action__contains="_finding").order_by("seq")
    assert [entry.action for entry in verbs] == [
        "applications.record_finding", "applications.confirm_finding",
    ]  # fmt: skip


def test_who_found_does_not_confirm(offices: Offices) -> None:
    both = make.user_of(offices.director)
    make.give_role(both, Role.REVIEWER, offices.bureau)
    follow_up = opened(offices)
    FollowUp.objects.filter(pk=follow_up.pk).update(
        result="kept", reason="理由", made_by=both, made_at=at(TODAY),
        findings=[{"key": "operating_agencies", "committed": 40, "recorded": 1, "found": 41}],
    )  # fmt: skip
    with pytest.raises(Refused):
        acts.confirm_finding(follow_up.pk, offices.director, follow_up.version)


def test_nothing_is_confirmed_before_it_is_found(offices: Offices) -> None:
    follow_up = opened(offices)
    with pytest.raises(Refused):
        acts.confirm_finding(follow_up.pk, offices.director, follow_up.version)


def test_what_is_confirmed_is_closed(offices: Offices) -> None:
    follow_up = find(offices, opened(offices))
    acts.confirm_finding(follow_up.pk, offices.director, follow_up.version)
    follow_up.refresh_from_db()
    with pytest.raises(Refused):
        find(offices, follow_up)
    assert sweep_follow_ups(TODAY) == 0


# The pages


def visit(client: Client, actor: Actor, path: str, **data: Any) -> Any:
    client.force_login(make.user_of(actor))
    return client.post(path, data) if data else client.get(path)


def test_the_walk_through_the_pages(client: Client, offices: Offices) -> None:
    follow_up = opened(offices)
    path = f"/follow-ups/{follow_up.pk}/"
    assert path in visit(client, offices.reviewer, "/follow-ups/").content.decode()
    data = {"version": 1, "operating_agencies": "41", "result": "missed", "reason": "名册核对"}
    assert visit(client, offices.reviewer, path, **data).status_code == 302
    page = visit(client, offices.director, path)
    assert f"{path}confirm/" in page.content.decode()
    assert visit(client, offices.director, f"{path}confirm/", version=2).status_code == 302
    follow_up.refresh_from_db()
    assert (follow_up.result, follow_up.done_on) == ("missed", TODAY)


def test_a_refused_finding_keeps_its_words(client: Client, offices: Offices) -> None:
    follow_up = opened(offices, TODAY)
    path = f"/follow-ups/{follow_up.pk}/"
    data = {"version": 1, "operating_agencies": "41", "result": "kept", "reason": "这些字要留着"}
    page = visit(client, offices.reviewer, path, **data)
    assert "这些字要留着" in page.content.decode()
    follow_up.refresh_from_db()
    assert follow_up.result == ""


def test_after_a_stale_page_the_second_saving_counts(client: Client, offices: Offices) -> None:
    follow_up = find(offices, opened(offices))
    path = f"/follow-ups/{follow_up.pk}/"
    data = {"operating_agencies": "39", "result": "missed", "reason": "名册核对"}
    page = visit(client, offices.reviewer, path, version=1, **data)
    assert page.status_code == 200
    assert 'name="version" value="2"' in page.content.decode()
    assert visit(client, offices.reviewer, path, version=2, **data).status_code == 302


def test_another_bureau_gets_404(client: Client, offices: Offices) -> None:
    follow_up = opened(offices)
    abroad = make.make_actor(Role.REVIEWER, make.make_bureau())
    assert visit(client, abroad, f"/follow-ups/{follow_up.pk}/").status_code == 404


def test_the_district_does_not_open_it(client: Client, offices: Offices) -> None:
    follow_up = opened(offices)
    path = f"/follow-ups/{follow_up.pk}/"
    assert visit(client, offices.officer, path).status_code == 403


def test_the_parks_page_leads_to_it(client: Client, offices: Offices) -> None:
    follow_up = opened(offices)
    park = park_of(follow_up)
    page = visit(client, offices.reviewer, f"/parks/{park.pk}/").content.decode()
    assert f"/follow-ups/{follow_up.pk}/" in page
    page = visit(client, offices.officer, f"/parks/{park.pk}/").content.decode()
    assert f"/follow-ups/{follow_up.pk}/" not in page


def test_the_desk_counts_what_waits_for_each_hand(client: Client, offices: Offices) -> None:
    def counted(actor: Actor) -> list[tuple[int, str]]:
        errands = visit(client, actor, "/").context["errands"]
        return [(one.count, one.url) for one in errands]

    waits = [(1, "/follow-ups/")]
    follow_up = opened(offices)
    opened(offices, TODAY)
    assert [counted(offices.reviewer), counted(offices.director)] == [waits, []]
    find(offices, follow_up)
    assert [counted(offices.reviewer), counted(offices.director)] == [[], waits]
    acts.confirm_finding(follow_up.pk, offices.director, follow_up.version + 1)
    assert counted(offices.director) == []
    assert counted(offices.officer) == []
