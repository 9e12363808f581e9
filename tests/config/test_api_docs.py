"""The page about the interface for programs."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from config.api import router
from tests.accounts.visitors import visitor
from tests.factories import make_user
from tests.fixtures import Opener

RULES = {"rules": {"target-size": {"enabled": True}}}


@pytest.fixture
def page() -> Any:
    return visitor("officer").get("/api/docs/")


@pytest.mark.django_db
def test_every_resource_of_the_interface_is_described(page: Any) -> None:
    described = [name for name, _operations in page.context["groups"]]
    assert described == sorted(prefix for prefix, _view, _name in router.registry)


@pytest.mark.django_db
def test_an_operation_says_what_it_takes_and_answers(page: Any) -> None:
    cases = dict(page.context["groups"])["cases"]
    perform = next(each for each in cases if each.path.endswith("/perform/"))
    assert (perform.method, perform.takes) == ("POST", "Perform")
    assert "409" in [answer.status for answer in perform.answers]


@pytest.mark.django_db
def test_a_choice_shows_its_values_and_a_link_leads_to_its_shape(page: Any) -> None:
    areas = dict(page.context["shapes"])["Area"]
    kind = next(each for each in areas if each.name == "kind")
    assert "province" in kind.choices
    html = page.content.decode()
    for _name, fields in page.context["shapes"]:
        assert all(f'id="shape-{each.of}"' in html for each in fields if each.of)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("locale", ["zh-CN", "en"])
@pytest.mark.parametrize("width", [1366, 360])
def test_the_page_passes_axe_and_needs_no_script(new_page: Opener, locale: str, width: int) -> None:
    window = new_page(make_user(), locale=locale, viewport={"width": width, "height": 800})
    window.goto("/api/docs/")
    assert Axe().run(window, options=RULES).response["violations"] == []
    assert window.evaluate("document.documentElement.scrollWidth") <= width
