"""Saving as one types, in a real browser under the site's own content policy."""

import re

import pytest
from playwright.sync_api import Page, expect

from applications.models import Application
from tests import factories as make
from tests.applications.trial import World, make_world
from tests.fixtures import Opener

pytestmark = pytest.mark.browser


@pytest.fixture
def draft(transactional_db: None) -> World:
    return make_world()


def form_of(world: World) -> str:
    return f"/applications/{world.case.pk}/sections/form/"


def open_form(new_page: Opener, world: World, **options: object) -> Page:
    page = new_page(make.user_of(world.operator), **options)
    page.goto(form_of(world))
    return page


def stored(world: World) -> str:
    return str(Application.objects.get(case=world.case).form.get("contact", ""))


def test_what_is_typed_is_saved_without_a_button(new_page: Opener, draft: World) -> None:
    page = open_form(new_page, draft)
    page.locator("[name=contact]").press_sequentially("样例联系人")
    expect(page.locator("#saved")).to_have_text(re.compile(r"\d\d:\d\d"), timeout=8000)
    assert stored(draft) == "样例联系人"


def test_typing_on_after_a_save_is_no_conflict_with_oneself(new_page: Opener, draft: World) -> None:
    page = open_form(new_page, draft)
    for text in ("样例", "样例联系人"):
        before = page.locator("#seen").input_value()
        page.locator("[name=contact]").fill(text)
        expect(page.locator("#seen")).not_to_have_value(before, timeout=8000)
    assert stored(draft) == "样例联系人"


def test_the_other_window_is_told_and_sees_both(new_page: Opener, draft: World) -> None:
    first, second = open_form(new_page, draft), open_form(new_page, draft)
    first.locator("[name=contact]").fill("快")
    expect(first.locator("#saved")).to_have_text(re.compile(r"\d\d:\d\d"), timeout=8000)
    new_page.expected.append("409")
    second.locator("[name=contact]").fill("慢")
    expect(second.locator("#saved .errorlist")).to_be_visible(timeout=8000)
    second.locator("form[hx-post] button.btn-primary").click()
    expect(second.get_by_role("cell", name="快")).to_be_visible()
    expect(second.locator("[name=contact]")).to_have_value("慢")
    assert stored(draft) == "快"


@pytest.mark.parametrize("status", [403, 500])
def test_a_save_that_fails_says_so(new_page: Opener, draft: World, status: int) -> None:
    page = open_form(new_page, draft)
    new_page.expected.append(str(status))
    refuse = lambda route: route.fulfill(status=status, body="")  # noqa: E731
    page.route("**/sections/form/", refuse)
    page.locator("[name=contact]").fill("样例联系人")
    expect(page.locator("#saved .errorlist")).to_be_visible(timeout=8000)
    expect(page.locator("[name=contact]")).to_have_value("样例联系人")


def test_without_javascript_the_button_saves(new_page: Opener, draft: World) -> None:
    page = open_form(new_page, draft, java_script_enabled=False)
    page.locator("[name=contact]").fill("样例联系人")
    page.locator("form[hx-post] button.btn-primary").click()
    expect(page).to_have_url(re.compile(rf"/applications/{draft.case.pk}/$"))
    assert stored(draft) == "样例联系人"
