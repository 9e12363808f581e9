"""Which rows programs read of returns, page by page, and which they leave behind."""

from datetime import date

import pytest

from records import words
from records.models import AuditEntry
from tests import factories as make
from tests.casework.browsing import client_of
from tests.returns.test_api import DUTIES, MONTHS, do, post
from tests.returns.world import World

pytestmark = pytest.mark.django_db


def test_a_long_list_of_months_goes_on_on_its_next_page(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("accounts.callers.KeysetPagination.page_size", 1)
    older, newer = (world.save(world.open(date(2024, month, 1))) for month in (8, 9))
    client = client_of(world.officer)
    first = client.get(MONTHS).json()
    second = client.get(first["next"]).json()
    found = [row["id"] for page in (first, second) for row in page["results"]]
    assert (found, second["next"]) == ([newer.pk, older.pk], None)


def test_of_an_agency_without_a_figure_nothing_is_kept(world: World) -> None:
    month = world.save(world.open())
    part = {"tenancy": make.make_tenancy(world.park).pk, "tax": None}
    assert do(world.operator, "save", month, lines=[part]).json()["lines"] == []


def test_beginning_is_once_on_the_trail_of_the_park_s_area_and_has_a_word(world: World) -> None:
    path = f"{DUTIES}{world.open().pk}/begin/"
    for _time in range(2):
        assert post(world.operator, path).status_code == 200
    entry = AuditEntry.objects.get(action="returns.begin")
    assert entry.area_path == world.park.area.path
    assert words.word(entry.action) != entry.action
