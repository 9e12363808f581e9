"""Which rows programs read of returns, page by page, and which they leave behind."""

from datetime import date

import pytest

from tests import factories as make
from tests.casework.browsing import client_of
from tests.returns.test_api import MONTHS, do
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
