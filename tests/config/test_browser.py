"""What every test in the browser watches for."""

import pytest
from playwright.sync_api import Browser

from tests.fixtures import Opener

pytestmark = pytest.mark.browser

ICON = "<link rel=icon href='data:,'>"


def faults_of(browser: Browser, html: str) -> list[str]:
    opener = Opener(browser, "http://parks.test")
    page = opener()
    page.route(
        "http://parks.test/",
        lambda route: route.fulfill(content_type="text/html", body=ICON + html),
    )
    page.route("http://elsewhere.test/**", lambda route: route.abort())
    page.goto("/", wait_until="networkidle")
    opener.close()
    return opener.faults


def test_a_page_that_keeps_to_itself_has_no_faults(browser: Browser) -> None:
    assert faults_of(browser, "<p>good</p>") == []


def test_a_request_to_another_site_is_a_fault(browser: Browser) -> None:
    faults = faults_of(browser, "<script src='http://elsewhere.test/x.js'></script>")
    assert "http://parks.test/: asks http://elsewhere.test/x.js" in faults


def test_an_error_in_a_script_is_a_fault(browser: Browser) -> None:
    faults = faults_of(browser, "<script>nothing.here()</script>")
    assert faults == ["http://parks.test/: nothing is not defined"]
