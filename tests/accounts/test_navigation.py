import pytest

from accounts.navigation import ENTRIES, navigation
from accounts.roles import Role
from tests import factories
from tests.accounts.visitors import signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", list(Role))
def test_every_link_of_the_menu_opens(role: str) -> None:
    user = factories.make_user(role)
    client = signed_in(user)
    links = client.get("/settings/").context["navigation"]
    assert {link.url: client.get(link.url).status_code for link in links} == {
        link.url: 200 for link in links
    }


def test_every_line_of_the_menu_is_shown_to_somebody() -> None:
    actors = [factories.make_actor(role) for role in Role]
    shown = {str(link.label) for actor in actors for link in navigation(actor, "/")}
    assert shown == {str(entry.label) for entry in ENTRIES}


def test_the_menu_shows_an_operator_nothing_of_the_administration() -> None:
    urls = {link.url for link in navigation(factories.make_actor("operator"), "/")}
    assert not urls & {"/organisations/", "/people/", "/areas/", "/audit/", "/calendar/"}


def test_a_page_below_an_entry_marks_the_entry() -> None:
    links = navigation(factories.make_actor("administrator"), "/organisations/7/change/")
    assert [link.url for link in links if link.is_current] == ["/organisations/"]


def test_every_box_marks_the_boxes() -> None:
    links = navigation(factories.make_actor("officer"), "/boxes/drafts/")
    assert [link.url for link in links if link.is_current] == ["/boxes/todo/"]


def test_who_has_not_signed_in_sees_the_public_pages() -> None:
    assert [link.url for link in navigation(None, "/public/parks/")] == [
        "/public/notices/",
        "/public/parks/",
        "/public/verify/",
    ]


def test_a_group_of_the_menu_begins_with_a_rule_but_the_first() -> None:
    links = navigation(factories.make_actor("administrator"), "/")
    assert not links[0].starts_group
    assert any(link.starts_group for link in links)
