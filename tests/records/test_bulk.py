"""Many rows changed at once."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DataError

from parks.models import Park, Site
from records import bulk
from tests.factories import make_park, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def park() -> Park:
    return make_park()


@pytest.fixture(autouse=True)
def few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BATCH", 2)


def test_rows_come_in_their_order_and_none_is_lost() -> None:
    assert [list(some) for some in bulk.chunks(range(5))] == [[0, 1], [2, 3], [4]]


def test_each_row_gets_its_own_values(park: Park) -> None:
    sites = [make_site(park) for _number in range(5)]
    for number, site in enumerate(sites):
        site.name, site.floor_area = f"样例'{number}\\楼", Decimal(number) + Decimal("0.25")
        site.is_core, site.closed_on = number == 3, None if number % 2 else date(2026, 1, 5)
    bulk.update(Site, sites, ("name", "floor_area", "is_core", "closed_on"))
    for site in sites:
        kept = Site.objects.get(pk=site.pk)
        for name in ("name", "floor_area", "is_core", "closed_on"):
            assert getattr(kept, name) == getattr(site, name)


def test_a_row_is_pointed_elsewhere_by_its_key(park: Park) -> None:
    site, other = make_site(park), make_park()
    site.park = other
    bulk.update(Site, [site], ("park",))
    assert other.sites.get() == site


def test_what_is_not_named_stays(park: Park) -> None:
    site, bystander = make_site(park), make_site(park)
    was = site.name
    site.name = site.address = "样例"
    bulk.update(Site, [site], ("address",))
    site.refresh_from_db()
    bystander.refresh_from_db()
    assert (site.name, site.address) == (was, "样例")
    assert bystander.address != "样例"


def test_what_is_too_long_is_refused_and_not_cut(park: Park) -> None:
    site = make_site(park)
    site.name = "长" * 10_000
    with pytest.raises(DataError):
        bulk.update(Site, [site], ("name",))
