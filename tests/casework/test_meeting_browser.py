"""Several cases at one meeting, in a browser."""

import pytest
from playwright.sync_api import expect

from accounts.models import User
from tests.casework.trial import make_world, sibling
from tests.fixtures import Opener

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def test_the_key_enter_takes_no_case_out_of_the_meeting(new_page: Opener) -> None:
    world = make_world().reach("decision")
    cases = [world.case, sibling(world).reach("decision").case]
    page = new_page(User.objects.get(pk=world.director.user_id or -1))
    page.goto("/decisions/approve/?" + "&".join(f"case={one.pk}" for one in cases))
    page.fill("input[name=document_number]", "样例9号")
    page.press("input[name=document_number]", "Enter")
    expect(page.locator("button[name=without]")).to_have_count(2)
    page.locator("button[name=without]").first.click()
    expect(page.locator("button[name=without]")).to_have_count(1)
    expect(page.locator("input[name=document_number]")).to_have_value("样例9号")
