from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from django.utils import timezone

from accounts.acting import actor_of
from accounts.acts import people as acts
from accounts.models import Delegation, Membership, User
from records.acts import record
from records.errors import Refused, Stale
from records.models import AuditEntry
from tests import factories
from tests.accounts.visitors import signed_in, visitor

pytestmark = pytest.mark.django_db

LONG_SINCE: dict[str, Any] = {"since": date(2020, 1, 1)}


@pytest.fixture
def bureau() -> Any:
    return factories.make_bureau("140700")


@pytest.fixture
def administrator(bureau: Any) -> Any:
    return factories.make_actor("administrator", bureau)


def grant(administrator: Any, user: User, organisation: Any, role: str) -> Membership:
    return acts.grant_role(administrator, user, organisation, role=role, since=date(2020, 1, 1))


def test_a_new_person_signs_in_with_the_temporary_password(administrator: Any) -> None:
    user, password = acts.add_user(
        administrator,
        factories.make_district_office(),
        username="wang",
        name="样例王",
        role="officer",
        **LONG_SINCE,
    )
    assert user.check_password(password)
    assert user.password_is_temporary


def test_a_temporary_password_never_reaches_the_audit_trail(administrator: Any) -> None:
    user = factories.make_user("officer")
    _user, password = acts.reset_password(administrator, user.pk)
    entry = AuditEntry.objects.get(action="accounts.reset_password")
    assert password not in str(vars(entry))


def test_two_temporary_passwords_differ() -> None:
    assert acts.temporary_password() != acts.temporary_password()


def test_a_user_name_is_taken_once(administrator: Any) -> None:
    taken = factories.make_user("officer")
    with pytest.raises(ValidationError) as refusal:
        acts.add_user(
            administrator,
            factories.make_district_office(),
            username=taken.username,
            name="样例",
            role="officer",
            **LONG_SINCE,
        )
    assert "username" in refusal.value.message_dict


@pytest.mark.parametrize(
    ("held", "asked"), [("administrator", "auditor"), ("auditor", "administrator")]
)
def test_one_account_is_never_administrator_and_auditor(
    administrator: Any, bureau: Any, held: str, asked: str
) -> None:
    user = factories.make_user(held, bureau)
    with pytest.raises(Refused) as refusal:
        grant(administrator, user, bureau, asked)
    assert refusal.value.code == "separation"


def test_not_even_when_the_other_role_is_still_to_come(administrator: Any, bureau: Any) -> None:
    user = factories.make_user("officer")
    tomorrow = timezone.localdate() + timedelta(days=1)
    factories.give_role(user, "auditor", bureau, since=tomorrow)
    with pytest.raises(Refused):
        grant(administrator, user, bureau, "administrator")


def test_not_even_when_the_other_role_is_only_lent(administrator: Any, bureau: Any) -> None:
    user = factories.make_user("reviewer", bureau)
    auditor = factories.make_user("auditor", bureau)
    today = timezone.localdate()
    Delegation.objects.create(
        giver=auditor.memberships.get(), taker=user, since=today, until=today, reason="样例"
    )
    with pytest.raises(Refused):
        grant(administrator, user, bureau, "administrator")


def test_a_role_that_has_ended_no_longer_stands_in_the_way(administrator: Any, bureau: Any) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    user = factories.make_user("officer")
    factories.give_role(user, "auditor", bureau, until=yesterday)
    assert grant(administrator, user, bureau, "administrator").role == "administrator"


def test_an_operator_gives_no_role_of_a_bureau(administrator: Any) -> None:
    with pytest.raises(Refused) as refusal:
        grant(
            administrator, factories.make_user("officer"), factories.make_organisation(), "reviewer"
        )
    assert refusal.value.code == "kind"


def test_nobody_grants_a_role_to_themselves(administrator: Any, bureau: Any) -> None:
    user = User.objects.get(pk=administrator.user_id)
    with pytest.raises(Refused) as refusal:
        grant(administrator, user, bureau, "director")
    assert refusal.value.code == "self"


def test_a_role_is_granted_in_ones_own_area_only(administrator: Any) -> None:
    office = factories.make_district_office("310118")
    with pytest.raises(Refused) as refusal:
        grant(administrator, factories.make_user("officer"), office, "officer")
    assert refusal.value.code == "scope"


def test_a_role_held_today_is_not_granted_twice(administrator: Any, bureau: Any) -> None:
    user = factories.make_user("reviewer", bureau)
    with pytest.raises(ValidationError):
        grant(administrator, user, bureau, "reviewer")


def test_a_role_that_ended_is_taken_up_again(administrator: Any, bureau: Any) -> None:
    user = factories.make_user("reviewer", bureau)
    yesterday = timezone.localdate() - timedelta(days=1)
    Membership.objects.filter(user=user).update(until=yesterday)
    assert grant(administrator, user, bureau, "reviewer").until is None
    entry = AuditEntry.objects.get(action="accounts.grant_role")
    assert (entry.before or {})["until"] == yesterday.isoformat()


def test_a_role_ends_with_the_day_given(administrator: Any, bureau: Any) -> None:
    membership = factories.make_user("reviewer", bureau).memberships.get()
    today = timezone.localdate()
    acts.end_role(administrator, membership.pk, until=today)
    membership.refresh_from_db()
    assert membership.holds_on(today)
    assert not membership.holds_on(today + timedelta(days=1))


def test_a_role_never_ends_before_what_was_done_in_it(administrator: Any, bureau: Any) -> None:
    membership = factories.make_user("reviewer", bureau).memberships.get()
    with pytest.raises(ValidationError):
        acts.end_role(administrator, membership.pk, until=timezone.localdate() - timedelta(days=2))


def test_an_account_with_a_say_elsewhere_cannot_be_taken_over(administrator: Any) -> None:
    user = factories.make_user("officer")
    factories.give_role(user, "officer", factories.make_district_office("310118"))
    with pytest.raises(Refused) as refusal:
        acts.reset_password(administrator, user.pk)
    assert refusal.value.code == "scope"


def test_a_new_temporary_password_ends_the_sessions_of_the_person(administrator: Any) -> None:
    user = factories.make_user("officer")
    client = signed_in(user)
    acts.reset_password(administrator, user.pk)
    assert client.get("/settings/").status_code == 302


def test_an_account_switched_off_is_out_at_once(administrator: Any) -> None:
    user = factories.make_user("officer")
    client = signed_in(user)
    acts.set_active(administrator, user.pk, active=False)
    assert client.get("/settings/").status_code == 302


def test_telephone_numbers_never_reach_the_audit_trail(administrator: Any) -> None:
    user = factories.make_user("officer")
    acts.change_user(administrator, user.pk, 1, name="样例", phone="13800005678", email="")
    entry = AuditEntry.objects.get(action="accounts.change_user")
    assert (entry.after or {})["phone_changed"] is True
    assert "13800005678" not in str(vars(entry))


def test_a_stale_page_of_a_person_says_who_changed_it_and_keeps_the_text(
    administrator: Any, bureau: Any
) -> None:
    user = factories.make_user("officer", name="样例甲")
    acts.change_user(administrator, user.pk, 1, name="样例乙", phone="", email="")
    typed = {"name": "样例丙", "phone": "", "email": "", "version": 1}
    answer = visitor("administrator", bureau).post(f"/people/{user.pk}/change/", typed)
    text = answer.content.decode()
    assert administrator.name in text
    assert 'value="样例丙"' in text
    assert User.objects.get(pk=user.pk).name == "样例乙"


def test_a_sign_in_is_not_taken_for_the_change(administrator: Any) -> None:
    user = factories.make_user("officer", name="样例甲")
    acts.change_user(administrator, user.pk, 1, name="样例乙", phone="", email="")
    with transaction.atomic():
        record(actor_of(user), "accounts.sign_in", user)  # type: ignore[arg-type]
    with pytest.raises(Stale) as stale:
        acts.change_user(administrator, user.pk, 1, name="样例丙", phone="", email="")
    assert stale.value.details["name"] == administrator.name


@pytest.fixture
def client(bureau: Any) -> Client:
    return visitor("administrator", bureau)


@pytest.mark.parametrize("page", ["", "change/", "roles/add/"])
def test_a_person_elsewhere_answers_404(client: Client, page: str) -> None:
    user = factories.make_user("officer", factories.make_district_office("310118"))
    assert client.get(f"/people/{user.pk}/{page}").status_code == 404


def test_a_role_elsewhere_answers_404(client: Client) -> None:
    user = factories.make_user("officer", factories.make_district_office("310118"))
    assert client.get(f"/roles/{user.memberships.get().pk}/end/").status_code == 404


def test_roles_elsewhere_are_not_shown(client: Client) -> None:
    user = factories.make_user("officer")
    factories.give_role(user, "officer", factories.make_district_office("310118", name="外地样例"))
    assert "外地样例" not in client.get(f"/people/{user.pk}/").content.decode()
    assert "外地样例" not in client.get("/people/", {"text": user.username}).content.decode()


def test_a_person_with_several_roles_is_listed_once(client: Client) -> None:
    user = factories.make_user("officer")
    factories.give_role(user, "officer", factories.make_district_office("140724"))
    rows = client.get("/people/", {"text": user.username}).context["page"].rows
    assert rows == [user]


def test_the_temporary_password_is_shown_by_the_answer_alone(client: Client) -> None:
    user = factories.make_user("officer")
    answer = client.post(f"/people/{user.pk}/account/", {"act": "reset_password"})
    password = answer.context["password"]
    assert password in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert password not in client.get(f"/people/{user.pk}/").content.decode()


def test_a_person_is_added_from_the_organisations_page(client: Client) -> None:
    office = factories.make_district_office()
    asked = {"username": "li.sample", "name": "样例李", "role": "officer", "since": "2026.1.5"}
    assert client.post(f"/organisations/{office.pk}/people/add/", asked).status_code == 200
    membership = Membership.objects.get(user__username="li.sample")
    assert (membership.organisation, membership.since) == (office, date(2026, 1, 5))


def test_the_page_offers_only_the_roles_that_the_organisation_gives(client: Client) -> None:
    office = factories.make_district_office()
    form = client.get(f"/organisations/{office.pk}/people/add/").context["form"]
    assert [value for value, _label in form.fields["role"].choices] == ["officer", "director"]


def test_a_refused_grant_is_recorded(client: Client, bureau: Any) -> None:
    user = factories.make_user("auditor", bureau)
    asked = {"organisation": bureau.pk, "role": "administrator", "since": "2026-01-05"}
    answer = client.post(f"/people/{user.pk}/roles/add/", asked)
    assert answer.context["form"].non_field_errors()
    assert AuditEntry.objects.get(action="accounts.grant_role").after == {"refused": True}
    assert user.memberships.count() == 1


@pytest.mark.parametrize("rows", [1, 10, 60])
def test_a_list_asks_the_same_number_of_questions_whatever_its_length(
    client: Client, rows: int, django_assert_num_queries: Any
) -> None:
    for _number in range(rows):
        factories.make_user("operator", factories.make_organisation("operator"))
    client.get("/people/")  # touches the session
    with django_assert_num_queries(8):
        client.get("/people/")
