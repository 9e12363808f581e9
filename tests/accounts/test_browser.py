"""The frame in Chromium: the session's end, the menu, errors."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from accounts.models import User
from tests import factories
from tests.accounts.visitors import PASSWORD, person
from tests.fixtures import Opener

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW = {"width": 360, "height": 720}
AXE = {"rules": {"target-size": {"enabled": True}}}


@pytest.fixture
def alice() -> User:
    user = person("officer", name="样例甲", language="en")
    factories.make_user("officer", user.memberships.get().organisation, name="样例乙")
    return user


def form_filled_when(page: Page, moment: str) -> None:
    """A form half typed, and the clock put forward: "soon" or "over"."""
    page.clock.install()
    page.goto("/delegations/add/")
    page.get_by_label("Reason").fill("年休假，字斟句酌")
    page.clock.fast_forward({"soon": "27:30", "over": "29:30"}[moment])


def test_two_minutes_before_the_end_a_warning_offers_to_go_on(
    new_page: Opener, alice: User
) -> None:
    page = new_page(alice, locale="en")
    form_filled_when(page, "soon")
    page.get_by_role("button", name="Go on working").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_label("Reason")).to_have_value("年休假，字斟句酌")


def test_after_signing_in_again_the_same_form_is_sent(new_page: Opener, alice: User) -> None:
    new_page.expected.append("401")
    page = new_page(alice, locale="en")
    form_filled_when(page, "over")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="I have signed in").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in again").click()
    again = opened.value
    again.get_by_label("User name").fill(alice.username)
    again.get_by_label("Password").fill(PASSWORD)
    again.locator("main").get_by_role("button", name="Sign in").click()
    expect(again.get_by_role("heading", name="Signed in")).to_be_visible()
    page.get_by_role("button", name="I have signed in").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_label("Delegate to").select_option(index=1)
    page.get_by_label("Until").fill("2099-01-01")
    page.locator("main").get_by_role("button", name="Delegate").click()
    expect(page.get_by_role("status")).to_have_text("The role is delegated.")


def test_a_form_sent_too_late_is_offered_again_without_javascript(
    new_page: Opener, alice: User
) -> None:
    page = new_page(alice, locale="en", java_script_enabled=False)
    page.goto("/parks/add/")
    page.locator("[name=name]").fill("字斟句酌产业园")
    page.context.clear_cookies(name="sessionid")
    page.locator("main form .btn-primary").click()
    page.get_by_label("User name").fill(alice.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Send it now").click()
    expect(page.locator("[name=name]")).to_have_value("字斟句酌产业园")


def test_the_menu_opens_and_closes_without_javascript(new_page: Opener, alice: User) -> None:
    page = new_page(alice, locale="en", java_script_enabled=False, viewport=NARROW)
    page.goto("/settings/")
    menu = page.get_by_role("navigation", name="Main menu")
    expect(menu).to_be_hidden()
    page.get_by_role("link", name="Menu", exact=True).click()
    expect(menu).to_be_visible()
    page.get_by_role("link", name="Close the menu").click()
    expect(menu).to_be_hidden()


def test_an_error_summary_has_the_focus_and_leads_to_the_field(
    new_page: Opener, alice: User
) -> None:
    page = new_page(alice, locale="en")
    page.goto("/delegations/add/")
    page.locator("main").get_by_role("button", name="Delegate").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("alert").get_by_role("link", name="Reason").click()
    expect(page.get_by_label("Reason")).to_be_focused()


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_the_sign_in_is_accessible(new_page: Opener, locale: str) -> None:
    page = new_page(locale=locale, viewport=NARROW)
    page.goto("/sign-in/")
    page.locator("main").get_by_role("button").click()
    assert Axe().run(page, options=AXE).response["violations"] == []


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_the_page_of_tokens_is_accessible(new_page: Opener, alice: User, locale: str) -> None:
    factories.make_token(alice)
    page = new_page(alice, locale=locale, viewport=NARROW)
    page.goto("/settings/tokens/")
    assert Axe().run(page, options=AXE).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
