from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Membership, User
from records.models import AuditEntry
from tests.accounts.visitors import PASSWORD, person, sign_in, signed_in, visitor

pytestmark = pytest.mark.django_db

CHANGE_PASSWORD = {"current": PASSWORD, "new": "harbour-violet-7", "again": "harbour-violet-7"}


def last_action() -> str:
    entry = AuditEntry.objects.order_by("-seq").first()
    return entry.action if entry else ""


def test_the_right_password_leads_to_the_page_that_was_asked_for(client: Client) -> None:
    answer = sign_in(client, person("officer"), next="/settings/")
    assert answer.status_code == 302
    assert answer["Location"] == "/settings/"


def test_a_deep_link_asks_for_the_sign_in_and_comes_back(client: Client) -> None:
    answer = client.get("/delegations/")
    assert answer["Location"] == "/sign-in/?next=/delegations/"


def test_another_site_is_never_where_the_sign_in_leads(client: Client) -> None:
    answer = sign_in(client, person("officer"), next="https://example.org/")
    assert answer["Location"] == "/"


def test_a_wrong_password_is_refused_without_saying_which_part_was_wrong(client: Client) -> None:
    answer = sign_in(client, person("officer"), "wrong")
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


def test_a_disabled_account_cannot_sign_in(client: Client) -> None:
    sign_in(client, person("officer", is_active=False))
    assert "_auth_user_id" not in client.session


def test_signing_in_is_in_the_audit_trail(client: Client) -> None:
    sign_in(client, person("officer", name="Alice"))
    entry = AuditEntry.objects.get(action="accounts.sign_in")
    assert (entry.name, entry.role) == ("Alice", "officer")


def test_a_failure_is_in_the_audit_trail(client: Client) -> None:
    user = person("officer")
    sign_in(client, user, "wrong")
    assert AuditEntry.objects.get(action="accounts.sign_in_failed").object_id == str(user.pk)


def test_a_name_that_nobody_has_is_not_kept_for_it_may_be_a_password(client: Client) -> None:
    client.post("/sign-in/", {"username": "my-secret-word", "password": "x"})
    entry = AuditEntry.objects.get(action="accounts.sign_in_failed")
    assert (entry.name, entry.label, entry.object_id) == ("?", "", "")


def test_signing_out_is_in_the_audit_trail() -> None:
    visitor("officer").post("/sign-out/")
    assert last_action() == "accounts.sign_out"


def test_five_failures_lock_the_name_even_for_the_right_password(client: Client) -> None:
    user = person("officer")
    for _number in range(5):
        sign_in(client, user, "wrong")
    assert sign_in(client, user).status_code == 429


def test_the_lock_says_until_when(client: Client) -> None:
    user = person("officer")
    for _number in range(4):
        sign_in(client, user, "wrong")
    answer = sign_in(client, user, "wrong")
    until = timezone.localtime(timezone.now() + timedelta(minutes=30))
    around = {f"{until - timedelta(minutes=1):%H:%M}", f"{until:%H:%M}"}
    assert any(time in answer.content.decode() for time in around)


def test_the_lock_is_in_the_audit_trail_once_for_each_attempt(client: Client) -> None:
    user = person("officer")
    for _number in range(6):
        sign_in(client, user, "wrong")
    assert AuditEntry.objects.filter(action="accounts.sign_in_failed").count() == 4
    assert AuditEntry.objects.filter(action="accounts.sign_in_locked").count() == 2


def test_the_lock_of_one_name_leaves_others_alone(client: Client) -> None:
    alice, bob = person("officer"), person("officer")
    for _number in range(5):
        sign_in(client, alice, "wrong")
    assert sign_in(client, bob).status_code == 302


def test_a_person_whose_roles_have_ended_is_told_so() -> None:
    user = person("officer")
    Membership.objects.update(until=timezone.localdate() - timedelta(days=1))
    answer = signed_in(user).get("/settings/")
    assert answer.status_code == 403
    assert "accounts/no_role.html" in [each.name for each in answer.templates]


def test_the_language_chosen_is_kept_for_the_next_sign_in() -> None:
    user = person("officer")
    client = signed_in(user)
    client.post("/language/", {"language": "en", "next": "/settings/"})
    user.refresh_from_db()
    assert user.language == "en"
    assert 'lang="en"' in client.get("/settings/").content.decode()


def test_the_language_chosen_before_the_sign_in_is_kept_after_it(client: Client) -> None:
    user = person("officer")
    client.post("/language/", {"language": "en", "next": "/sign-in/"})
    sign_in(client, user)
    user.refresh_from_db()
    assert user.language == "en"
    assert 'lang="en"' in client.get("/settings/").content.decode()


def test_an_unknown_language_is_the_default(client: Client) -> None:
    answer = client.post("/language/", {"language": "tlh"})
    assert answer.cookies["django_language"].value == "zh-hans"


def test_a_person_acts_in_the_role_they_chose() -> None:
    user = person("officer")
    second = Membership.objects.create(
        user=user,
        organisation=person("reviewer").memberships.get().organisation,
        role="reviewer",
        since="2020-01-01",
    )
    client = signed_in(user)
    client.post("/acting/", {"seat": f"m{second.pk}"})
    assert client.get("/settings/").context["actor"].role == "reviewer"


def test_nobody_takes_the_chair_of_somebody_else() -> None:
    other = person("director").memberships.get()
    assert visitor("officer").post("/acting/", {"seat": f"m{other.pk}"}).status_code == 404


def test_a_temporary_password_must_be_changed_before_anything_else() -> None:
    client = visitor("officer", password_is_temporary=True)
    assert client.get("/settings/")["Location"] == "/settings/password/"
    client.post("/settings/password/", CHANGE_PASSWORD)
    assert client.get("/settings/").status_code == 200


def test_changing_the_password_ends_the_other_sessions() -> None:
    user = person("officer")
    here, there = signed_in(user), signed_in(user)
    here.post("/settings/password/", CHANGE_PASSWORD)
    assert here.get("/settings/").status_code == 200
    assert there.get("/settings/").status_code == 302


def test_a_weak_new_password_is_refused() -> None:
    user = person("officer")
    weak = {"current": PASSWORD, "new": "1234567890", "again": "1234567890"}
    answer = signed_in(user).post("/settings/password/", weak)
    assert answer.context["form"].errors["new"]
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)


def test_the_other_sessions_can_be_ended_with_the_password_unchanged() -> None:
    user = person("officer")
    here, there = signed_in(user), signed_in(user)
    here.post("/settings/sessions/", {"current": PASSWORD})
    assert here.get("/settings/").status_code == 200
    assert there.get("/settings/").status_code == 302
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)


def test_a_part_of_a_page_is_never_replaced_by_the_sign_in_page(client: Client) -> None:
    assert client.post("/jobs/7/cancel/", headers={"HX-Request": "true"}).status_code == 401


def test_a_page_learns_how_long_its_session_lives() -> None:
    answer = visitor("officer").get("/sign-in/alive/").json()
    assert answer["seconds"] == 29 * 60
    assert answer["token"]


def test_a_page_learns_that_its_session_is_over(client: Client) -> None:
    assert client.get("/sign-in/alive/").status_code == 401
