"""make screens: a picture of every page, for each role, in both languages, at two widths.

Pictures go to var/screens/<language>/<width>/<route>--<role>.png. A route without a picture
fails; so do a page that answers with an error and one that is wider than its window. Too long
for the gate: it stands in `make test-full` and in `make screens`.
"""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser
from playwright.sync_api import Page as Window

from accounts.models import User
from applications.management.commands.load_samples import load_samples
from tests.fixtures import session_cookie
from tests.furnished import furnish
from tests.page_walk import Page, pages, unseen

LANGUAGES = {"zh": "zh-CN", "en": "en"}
FOLDER = Path(settings.BASE_DIR) / "var" / "screens"


@pytest.fixture
def shown(transactional_db: None) -> list[Page]:
    load_samples("sample-password")
    furnish()
    return list(pages())


@pytest.mark.slow
@pytest.mark.parametrize("width", [1366, 360])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_its_picture_and_fits_its_window(
    shown: list[Page], browser: Browser, live_server: Any, language: str, width: int
) -> None:
    faults = [f"{route}: nobody is shown it" for route in unseen(shown)]
    for username in dict.fromkeys(page.username for page in shown):
        window = _window(browser, live_server.url, username, language, width)
        for page in shown:
            if page.username == username:
                faults += _picture(window, page, language, width)
        window.context.close()
    assert not faults, "\n".join(faults)


def _window(browser: Browser, site: str, username: str, language: str, width: int) -> Window:
    context = browser.new_context(
        locale=LANGUAGES[language],
        viewport={"width": width, "height": 800},
        base_url=site,
        reduced_motion="reduce",
    )
    if username:
        context.add_cookies([session_cookie(User.objects.get(username=username), site)])
    return context.new_page()


def _picture(window: Window, page: Page, language: str, width: int) -> list[str]:
    """Take one picture; returns what is wrong with the page."""
    answer = window.goto(page.path)
    window.screenshot(path=FOLDER / language / str(width) / f"{page.name}.png", full_page=True)
    wide = window.evaluate("document.documentElement.scrollWidth")
    faults = []
    if answer is None or answer.status >= 400:
        faults.append(f"{page.name}: answers {answer.status if answer else 'nothing'}")
    if wide > width:
        faults.append(f"{page.name} ({language}): {wide} px wide at {width}")
    return faults
