"""更正: a decision put right by a new one, by act and by page."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from casework import acts, queries
from casework.models import Case, Decision, DecisionCase
from records.errors import Refused, Stale
from records.models import AuditEntry
from tests import factories as make
from tests.casework.browsing import client_of, form_values, text_of
from tests.casework.trial import World, sibling

pytestmark = pytest.mark.django_db

NUMBER, NAME = "市人社函〔2026〕12号", "晋中样例人力资源产业园"


@pytest.fixture
def decided(world: World) -> World:
    world.reach("decision").approve()
    return world


def correct(world: World, actor: Any = None, **more: Any) -> DecisionCase:
    world.case.refresh_from_db()
    given: dict[str, Any] = {
        "document_number": NUMBER,
        "decided_on": timezone.localdate(),
        "name": NAME,
        "reasons": "原名称漏字",
    }
    chosen = actor or world.director
    return acts.correct(world.case.pk, chosen, world.case.version, **(given | more))


def test_both_decisions_are_kept_and_the_new_one_names_the_old(decided: World) -> None:
    entry = correct(decided)
    assert entry.decision.corrects == Decision.objects.get(corrects=None)
    assert decided.case.decision_entries.count() == 2
    decided.case.refresh_from_db()
    assert decided.case.status == "approved"


def test_a_correction_is_not_dated_before_what_it_corrects(decided: World) -> None:
    day = Decision.objects.get().decided_on
    with pytest.raises(Refused, match=str(day.year)):
        correct(decided, decided_on=day - timedelta(days=1))


def test_a_correction_is_not_dated_ahead(decided: World) -> None:
    with pytest.raises(Refused):
        correct(decided, decided_on=timezone.localdate() + timedelta(days=1))


def test_a_correction_has_a_number_of_its_own(decided: World) -> None:
    for number in ("", Decision.objects.get().document_number):
        with pytest.raises(Refused):
            correct(decided, document_number=number)


def test_a_corrections_number_is_not_given_to_a_new_decision(decided: World) -> None:
    other = sibling(decided).reach("decision")
    correct(decided)
    with pytest.raises(Refused):
        other.approve(document_number=NUMBER)


def test_cases_of_one_decision_share_one_correction(decided: World) -> None:
    other = sibling(decided).reach("decision")
    other.approve()
    assert correct(decided).decision == correct(other).decision


def test_a_correction_can_be_corrected(decided: World) -> None:
    first = correct(decided)
    second = correct(decided, document_number="市人社函〔2026〕13号")
    assert second.decision.corrects == first.decision


@pytest.mark.parametrize("person", ["reviewer", "head", "officer", "operator"])
def test_nobody_but_the_deciding_director_corrects(decided: World, person: str) -> None:
    with pytest.raises(Refused):
        correct(decided, getattr(decided, person))
    assert Decision.objects.count() == 1


def test_a_director_of_another_bureau_does_not_find_the_case(decided: World) -> None:
    with pytest.raises(Case.DoesNotExist):
        correct(decided, make.make_actor("director", make.make_bureau("310000")))


def test_who_prepared_the_case_does_not_correct_its_decision(decided: World) -> None:
    decided.case.steps.filter(action="submit").update(actor_id=decided.director.user_id)
    with pytest.raises(Refused, match="经手准备"):
        correct(decided)
    page = client_of(decided.director).get(f"/cases/{decided.case.pk}/correct/")
    assert "经手准备" in page.context["closed"]


def test_a_corrected_name_keeps_the_laws_prefix(decided: World) -> None:
    with pytest.raises(Refused):
        correct(decided, name="榆次样例产业园")


def test_an_undecided_case_has_nothing_to_correct(world: World) -> None:
    with pytest.raises(Refused):
        correct(world.reach("decision"))
    url = f"/cases/{world.case.pk}/correct/"
    assert client_of(world.director).get(url).status_code == 404


def test_a_stale_correction_is_refused(decided: World) -> None:
    with pytest.raises(Stale):
        acts.correct(
            decided.case.pk,
            decided.director,
            decided.case.version - 1,
            document_number=NUMBER,
            decided_on=timezone.localdate(),
            name=NAME,
            reasons="漏字",
        )


def test_the_same_token_corrects_once(decided: World) -> None:
    assert correct(decided, token="c1") == correct(decided, token="c1")
    assert Decision.objects.count() == 2


def test_a_correction_is_on_the_trail_with_before_and_after(decided: World) -> None:
    correct(decided)
    entry = AuditEntry.objects.get(action="casework.correct")
    assert entry.before
    assert entry.after
    assert (entry.before["name"], entry.after["name"]) == ("晋中样例产业园", NAME)


def post(world: World, **typed: Any) -> Any:
    client, url = client_of(world.director), f"/cases/{world.case.pk}/correct/"
    today = timezone.localdate().isoformat()
    values = {"document_number": NUMBER, "decided_on": today, "name": NAME, "reasons": "原名称漏字"}
    return client.post(url, form_values(client, url) | values | typed)


def test_the_director_corrects_from_the_cases_page(decided: World) -> None:
    url = f"/cases/{decided.case.pk}/"
    client = client_of(decided.director)
    (way,) = client.get(url).context["ways"].others
    assert way.url == f"{url}correct/"
    assert post(decided).url == url
    shown = text_of(client.get(url))
    assert NUMBER in shown
    assert "市人社函〔2026〕9号" in shown
    assert NUMBER in text_of(client.get(f"{url}?tab=timeline"))


def test_a_refused_correction_keeps_what_was_typed(decided: World) -> None:
    day = (Decision.objects.get().decided_on - timedelta(days=1)).isoformat()
    answer = post(decided, decided_on=day)
    assert answer.context["form"].non_field_errors()
    assert NAME in answer.content.decode()


def test_only_directors_open_the_page(decided: World) -> None:
    url = f"/cases/{decided.case.pk}/correct/"
    assert client_of(decided.reviewer).get(url).status_code == 403
    assert client_of(decided.head).get(url).status_code == 404


def test_the_old_code_names_the_decision_that_stands(decided: World) -> None:
    old = DecisionCase.objects.get()
    correct(decided)
    last = correct(decided, document_number="市人社函〔2026〕13号")
    shown = {
        entry: Client().get("/public/verify/", {"code": entry.code}).context["verified"]
        for entry in (old, last)
    }
    assert shown[old].corrected_by == "市人社函〔2026〕13号"
    assert not shown[old].stands
    assert shown[last].stands


def test_the_applicant_reads_both_decisions(decided: World) -> None:
    correct(decided)
    decided.case.refresh_from_db()
    found = queries.decisions_of(decided.case, decided.operator)
    assert [one.corrected_by for one in found] == ["", NUMBER]
