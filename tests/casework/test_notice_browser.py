"""The end of a notice is told while one types, under the content policy."""

import pytest
from playwright.sync_api import expect

from accounts.models import User
from tests.casework.trial import make_world
from tests.fixtures import Opener

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def test_typed_working_days_move_the_last_day(new_page: Opener) -> None:
    world = make_world().reach("notice")
    page = new_page(User.objects.get(pk=world.reviewer.user_id or -1))
    page.goto("/notices/publish/")
    page.fill("input[name=published_on]", "2026-09-24")
    page.fill("input[name=workdays]", "6")
    expect(page.locator("#ends-on")).to_contain_text("2026年10月10日")
