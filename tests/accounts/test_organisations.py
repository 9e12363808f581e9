from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.acts import organisations as acts
from accounts.models import Area, Organisation
from records.credit_code import check_character
from records.errors import Refused
from records.models import AuditEntry
from tests import factories
from tests.accounts.visitors import visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator() -> Any:
    return factories.make_actor("administrator", factories.make_bureau("140700"))


def test_a_zone_lies_under_its_parent(administrator: Any) -> None:
    zone = acts.add_zone(
        administrator, factories.make_area("140702"), code="140702-KFQ", name="样例开发区"
    )
    assert zone.path == "140000/140700/140702/140702-KFQ/"


@pytest.mark.parametrize("code", ["140799", "A", "晋中", "140702/1", "x" * 13])
def test_a_zone_needs_a_code_that_is_the_bureaus_own(administrator: Any, code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        acts.add_zone(administrator, factories.make_area("140702"), code=code, name="样例")
    assert "code" in refusal.value.message_dict


def test_a_zone_code_is_used_once(administrator: Any) -> None:
    area = factories.make_area("140702")
    acts.add_zone(administrator, area, code="KFQ-1", name="样例一")
    with pytest.raises(ValidationError):
        acts.add_zone(administrator, area, code="KFQ-1", name="样例二")


def test_nothing_is_added_outside_ones_area(administrator: Any) -> None:
    with pytest.raises(Refused):
        acts.add_zone(administrator, factories.make_area("310118"), code="QP-1", name="样例")
    with pytest.raises(Refused):
        acts.add_organisation(
            administrator, factories.make_area("310118"), kind="operator", name="样例"
        )


@pytest.mark.parametrize("role", ["reviewer", "director", "auditor"])
def test_only_an_administrator_adds_organisations(role: str) -> None:
    actor = factories.make_actor(role, factories.make_bureau("140700"))
    with pytest.raises(Refused):
        acts.add_organisation(actor, factories.make_area("140702"), kind="operator", name="样例")


def test_a_name_is_used_once_in_an_area(administrator: Any) -> None:
    area = factories.make_area("140702")
    acts.add_organisation(administrator, area, kind="operator", name="样例")
    with pytest.raises(ValidationError) as refusal:
        acts.add_organisation(administrator, area, kind="tenant", name="样例")
    assert "name" in refusal.value.message_dict


def test_a_change_is_recorded_with_what_stood_before(administrator: Any) -> None:
    organisation = factories.make_organisation(name="旧名")
    acts.change_organisation(administrator, organisation.pk, 1, name="新名")
    entry = AuditEntry.objects.get(action="accounts.change_organisation")
    assert (entry.before or {})["name"] == "旧名"
    assert (entry.after or {})["name"] == "新名"


def test_an_organisation_may_keep_its_own_name(administrator: Any) -> None:
    organisation = factories.make_organisation(name="样例")
    acts.change_organisation(administrator, organisation.pk, 1, name="样例")


def test_the_list_shows_the_own_area_only() -> None:
    inside, outside = factories.make_organisation(), factories.make_organisation(area="310118")
    client = visitor("administrator", factories.make_bureau("140700"))
    rows = client.get("/organisations/").context["page"].rows
    assert inside in rows
    assert outside not in rows


@pytest.mark.parametrize("page", ["", "change/", "people/add/"])
def test_an_organisation_elsewhere_answers_404(page: str) -> None:
    outside = factories.make_organisation(area="310118")
    client = visitor("administrator", factories.make_bureau("140700"))
    assert client.get(f"/organisations/{outside.pk}/{page}").status_code == 404
    assert client.post(f"/organisations/{outside.pk}/{page}", {"name": "样例"}).status_code != 200


def test_the_list_is_narrowed_by_area_kind_and_name() -> None:
    client = visitor("administrator", factories.make_bureau("140700"))
    wanted = factories.make_organisation("operator", "140724", name="昔阳样例")
    factories.make_organisation("operator", "140702", name="榆次样例")
    factories.make_organisation("tenant", "140724", name="昔阳样例机构")
    factories.make_organisation("operator", "140724", name="另一家")
    asked = {"area": "140724", "kind": "operator", "text": "样例"}
    assert client.get("/organisations/", asked).context["page"].rows == [wanted]


def test_a_zone_and_an_organisation_in_it_are_added_from_the_pages() -> None:
    client = visitor("administrator", factories.make_bureau("140700"))
    factories.make_area("140702")
    client.post("/areas/add/", {"area": "140702", "code": "ｋｆｑ-1", "name": "样例开发区"})
    assert Area.objects.get(code="KFQ-1").kind == Area.Kind.ZONE
    client.post("/organisations/add/", {"area": "KFQ-1", "kind": "operator", "name": "样例公司"})
    assert Organisation.objects.get(name="样例公司").area_id == "KFQ-1"


def test_a_refusal_is_recorded_and_said_on_the_form() -> None:
    client = visitor("administrator", factories.make_bureau("140700"))
    taken = factories.make_organisation(name="样例")
    asked = {"area": taken.area_id, "kind": "operator", "name": "样例"}
    answer = client.post("/organisations/add/", asked)
    assert "name" in answer.context["form"].errors
    assert 'value="样例"' in answer.content.decode()


@pytest.fixture
def code() -> str:
    return factories.make_credit_code(7)


def mistyped(code: str) -> str:
    return code[:17] + ("1" if code[17] != "1" else "2")


@pytest.mark.parametrize("wrong", ["91", "I" * 18, mistyped(factories.make_credit_code(7))])
def test_a_credit_code_that_cannot_be_is_refused(administrator: Any, wrong: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        acts.add_organisation(
            administrator,
            factories.make_area("140702"),
            kind="operator",
            name="样例",
            credit_code=wrong,
        )
    assert "credit_code" in refusal.value.message_dict


def test_a_17th_character_that_does_not_fit_is_warned_of(code: str) -> None:
    organisation = factories.make_organisation()
    client = visitor("administrator", factories.make_bureau("140700"))
    first17 = code[:16] + ("1" if code[16] != "1" else "2")
    typed = {"name": "样例", "credit_code": first17 + check_character(first17), "version": 1}
    answer = client.post(f"/organisations/{organisation.pk}/change/", typed, follow=True)
    assert "warning" in [message.level_tag for message in answer.context["messages"]]
    organisation.refresh_from_db()
    assert organisation.credit_code == typed["credit_code"]


def test_a_stale_page_says_who_changed_it_and_keeps_the_text(administrator: Any) -> None:
    organisation = factories.make_organisation(name="样例")
    address = f"/organisations/{organisation.pk}/change/"
    bureau = Organisation.objects.get(pk=administrator.organisation_id)
    client = visitor("administrator", bureau)
    version = client.get(address).context["form"].initial["version"]
    acts.change_organisation(administrator, organisation.pk, 1, name="他人所改")
    answer = client.post(address, {"name": "我所改", "version": version})
    text = answer.content.decode()
    assert administrator.name in text
    assert 'value="我所改"' in text
    assert "他人所改" in text
    organisation.refresh_from_db()
    assert organisation.name == "他人所改"


def test_saving_again_after_a_look_counts(administrator: Any) -> None:
    organisation = factories.make_organisation(name="样例")
    bureau = Organisation.objects.get(pk=administrator.organisation_id)
    client = visitor("administrator", bureau)
    acts.change_organisation(administrator, organisation.pk, 1, name="他人所改")
    address = f"/organisations/{organisation.pk}/change/"
    stale = client.post(address, {"name": "我所改", "version": 1})
    client.post(address, {"name": "我所改", "version": stale.context["form"]["version"].value()})
    organisation.refresh_from_db()
    assert organisation.name == "我所改"
