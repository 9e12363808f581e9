"""工作台 and 办件箱: what is shown to whom, in which order, at what cost."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.utils import timezone
from python_calamine import CalamineWorkbook

from casework.models import Case
from casework.queries.paging import PAGE_SIZE
from records.models import AuditEntry
from tests.casework.browsing import client_of, queries_of, text_of
from tests.casework.trial import DEFECT, World, sibling
from tests.factories import make_actor

pytestmark = pytest.mark.django_db


def due(world: World, days: int) -> None:
    Case.objects.filter(pk=world.case.pk).update(due_on=timezone.localdate() + timedelta(days=days))


def copies(world: World, count: int) -> None:
    """Rows like the world's case, for lists whose length matters and whose content does not."""
    row = Case.objects.get(pk=world.case.pk)
    Case.objects.bulk_create(
        Case(
            **{
                field.attname: getattr(row, field.attname)
                for field in Case._meta.concrete_fields
                if field.name not in ("id", "number")
            },
            number=f"copy-{number:04d}",
        )
        for number in range(count)
    )


def test_the_desk_counts_what_waits(world: World) -> None:
    world.reach("county_review")
    due(sibling(world).reach("county_review"), -1)
    page = client_of(world.officer).get("/")
    assert page.context["counters"] == {"todo": 2, "late": 1, "returned": 0, "new": 2}


def test_the_late_case_comes_first_on_the_desk(world: World) -> None:
    world.reach("county_review")
    late = sibling(world).reach("county_review")
    due(late, -2)
    page = client_of(world.officer).get("/")
    assert [row.case.pk for row in page.context["urgent"]] == [late.case.pk, world.case.pk]
    assert page.context["urgent"][0].left.shape == "late"


def test_only_who_may_get_something_back_is_told_that_nothing_came_back(world: World) -> None:
    told = {
        actor.role: "没有退回的" in text_of(client_of(actor).get("/"))
        for actor in (world.operator, world.reviewer, world.director)
    }
    assert told == {"operator": True, "reviewer": True, "director": False}


def test_the_desk_leads_to_the_most_urgent_case(world: World) -> None:
    world.reach("county_review")
    page = client_of(world.officer).get("/")
    assert page.context["next"] == world.case
    assert f'href="/cases/{world.case.pk}/"' in page.content.decode()


def test_a_returned_case_is_shown_to_the_applicant_as_come_back(world: World) -> None:
    world.reach("county_review")
    world.do("return_for_supplement", data={"defects": [DEFECT]})
    page = client_of(world.operator).get("/")
    assert [row.case.pk for row in page.context["came_back"]] == [world.case.pk]
    assert page.context["counters"]["returned"] == 1


def test_what_a_later_hand_sent_back_is_shown_as_come_back(world: World) -> None:
    world.reach("county_sign")
    world.do("send_back")
    page = client_of(world.officer).get("/")
    assert [row.case.pk for row in page.context["came_back"]] == [world.case.pk]
    world.do("forward", world.officer)
    desk = client_of(world.head).get("/")
    assert not desk.context["came_back"]


def test_an_applicant_reads_on_the_desk_whose_turn_it_is(world: World) -> None:
    world.reach("county_review")
    shown = client_of(world.operator).get("/").context["mine"]
    assert [(row.case.pk, row.turn) for row in shown] == [
        (world.case.pk, world.officer.organisation)
    ]


def test_a_decided_case_has_nobodys_turn(world: World) -> None:
    world.reach("county_review")
    Case.objects.filter(pk=world.case.pk).update(status=Case.Status.REFUSED)
    assert client_of(world.operator).get("/").context["mine"] == []


@pytest.mark.parametrize("role", ["administrator", "auditor"])
def test_who_works_on_no_case_reads_no_counters(world: World, role: str) -> None:
    page = client_of(make_actor(role)).get("/")
    assert "counters" not in (page.context or {})
    assert "/settings/" in page.content.decode()


def test_a_draft_lies_in_the_applicants_drafts_alone(world: World) -> None:
    assert len(client_of(world.operator).get("/boxes/drafts/").context["rows"]) == 1
    for office in (world.officer, world.reviewer, world.director):
        assert client_of(office).get("/boxes/drafts/").context["rows"] == []


def test_a_case_waits_in_one_hands_box_and_lies_handled_in_the_others(world: World) -> None:
    world.reach("bureau_review")
    assert len(client_of(world.reviewer).get("/boxes/todo/").context["rows"]) == 1
    assert client_of(world.officer).get("/boxes/todo/").context["rows"] == []
    assert len(client_of(world.officer).get("/boxes/done/").context["rows"]) == 1


def test_what_a_colleague_accepted_leaves_the_common_box(world: World) -> None:
    world.reach("bureau_review")
    world.do("accept")
    assert client_of(world.second).get("/boxes/todo/").context["rows"] == []


def test_the_applicant_reads_the_plainer_name_of_a_stage(world: World) -> None:
    world.reach("county_sign")
    assert "县级审核中" in text_of(client_of(world.operator).get("/boxes/started/"))
    assert "县级签批" in text_of(client_of(world.head).get("/boxes/todo/"))


def test_the_applicant_is_told_the_office_and_not_the_person(world: World) -> None:
    world.reach("bureau_review")
    shown = text_of(client_of(world.operator).get("/boxes/started/"))
    assert world.head.organisation in shown
    assert world.head.name not in shown


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=不存在", 0),
        ("edition=jinzhong-2022", 1),
        ("edition=shanghai-2022", 0),
        ("status=open", 1),
        ("status=approved", 0),
        ("area=140702", 1),
        ("area=140000", 1),
        ("sort=nonsense", 1),
        ("after=nonsense", 1),
    ],
)
def test_the_address_is_the_filter(world: World, query: str, found: int) -> None:
    world.reach("county_review")
    assert len(client_of(world.officer).get(f"/boxes/todo/?{query}").context["rows"]) == found


def test_words_find_a_case_by_number_title_and_applicant(world: World) -> None:
    world.reach("county_review")
    client = client_of(world.officer)
    for words in (str(world.case.number), world.case.title, world.case.applicant.name):
        assert len(client.get("/boxes/todo/", {"q": words}).context["rows"]) == 1


def test_an_unknown_box_is_not_found(world: World) -> None:
    assert client_of(world.officer).get("/boxes/other/").status_code == 404


@pytest.mark.parametrize("sort", ["due", "-due", "number", "-number", "title", "since", "-since"])
def test_every_case_is_on_exactly_one_page_in_every_order(world: World, sort: str) -> None:
    world.reach("county_review")
    copies(world, 2 * PAGE_SIZE)
    Case.objects.filter(number__endswith="3").update(due_on=date(2026, 12, 1))
    client, seen, query = client_of(world.officer), [], f"sort={sort}"
    while query:
        page = client.get(f"/boxes/todo/?{query}")
        seen += [row.case.pk for row in page.context["rows"]]
        query = page.context["older"]
    assert sorted(seen) == sorted(Case.objects.values_list("pk", flat=True))


def test_going_back_shows_the_page_before(world: World) -> None:
    world.reach("county_review")
    copies(world, PAGE_SIZE)
    client = client_of(world.officer)
    first = client.get("/boxes/todo/?sort=number")
    second = client.get(f"/boxes/todo/?{first.context['older']}")
    back = client.get(f"/boxes/todo/?{second.context['newer']}")
    assert [row.case.pk for row in back.context["rows"]] == [
        row.case.pk for row in first.context["rows"]
    ]


#: Queries a page; the desk asks for the errands of the apps above as well.
BUDGET = {"/": 14, "/boxes/todo/": 12, "/boxes/done/": 12}


def test_a_list_costs_the_same_at_ten_rows_and_at_a_hundred(world: World) -> None:
    world.reach("county_review")
    client = client_of(world.officer)
    copies(world, 9)
    ten = {url: queries_of(client, url) for url in BUDGET}
    Case.objects.filter(number__startswith="copy").update(number=None)
    copies(world, 90)
    hundred = {url: queries_of(client, url) for url in ten}
    assert hundred == ten
    assert {url: cost for url, cost in hundred.items() if cost > BUDGET[url]} == {}


def exported(world: World, query: str = "") -> list[list[Any]]:
    answer = client_of(world.officer).post(f"/export/casework.todo/{query}", {"form": "xlsx"})
    book = CalamineWorkbook.from_filelike(BytesIO(answer.getvalue()))
    return book.get_sheet_by_index(0).to_python()


def test_the_export_holds_what_the_filter_shows_and_is_recorded(world: World) -> None:
    world.reach("county_review")
    other = sibling(world).reach("county_review")
    cells = exported(world, f"?q={world.case.number}&status=open")
    assert [row[0] for row in cells[1:-2]] == [world.case.number]
    assert str(other.case.number) not in str(cells)
    entry = AuditEntry.objects.get(action="records.export")
    assert entry.after is not None
    assert (entry.after["list"], entry.after["rows"]) == ("casework.todo", 1)


def test_an_exported_title_never_becomes_a_formula(world: World) -> None:
    world.reach("county_review")
    Case.objects.filter(pk=world.case.pk).update(title='=HYPERLINK("http://x")')
    assert exported(world)[1][1] == '=HYPERLINK("http://x")'


def test_nobody_signed_in_is_sent_to_the_sign_in(client: object) -> None:
    assert client.get("/").url.startswith("/sign-in/")  # type: ignore[attr-defined]
