"""Every page passes axe, target sizes included, in both languages, and asks no other site."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from accounts.models import User
from applications.management.commands.load_samples import load_samples
from tests.furnished import furnish
from tests.page_walk import Page, pages, unseen

RULES = {"rules": {"target-size": {"enabled": True}}}


@pytest.fixture
def shown(transactional_db: None) -> list[Page]:
    load_samples("sample-password")
    furnish()
    return list(pages())


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_page_is_shown_to_somebody_and_passes_axe(
    shown: list[Page], new_page: Callable[..., Any], language: str
) -> None:
    faults = [f"{route}: nobody is shown it" for route in unseen(shown)]
    axe = Axe()
    for username in dict.fromkeys(page.username for page in shown):
        user = User.objects.get(username=username) if username else None
        window = new_page(user, locale=language)
        for page in _once_a_route(shown, username):
            window.goto(page.path)
            for violation in axe.run(window, options=RULES).response["violations"]:
                targets = [node["target"] for node in violation["nodes"]][:3]
                faults.append(f"{page.name}: {violation['id']} {targets}")
        window.context.close()
    assert not faults, "\n".join(faults)


def _once_a_route(shown: list[Page], username: str) -> list[Page]:
    """The pages of one person that nobody before them was shown under the same route."""
    seen: set[tuple[str, int]] = set()
    own = []
    for page in shown:
        if (page.route, page.number) not in seen and page.username == username:
            own.append(page)
        seen.add((page.route, page.number))
    return own
