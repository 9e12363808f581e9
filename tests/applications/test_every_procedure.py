"""Every procedure of every edition: who may begin it, what it requires, what it asks."""

from typing import Any

import pytest
from django.utils.html import escape

import rules
from applications import acts, queries
from applications.models import DeclaredFact
from casework.models import Case
from records.errors import Refused
from rules.edition import Edition
from rules.procedure import Procedure
from tests import factories as make
from tests.applications.everywhere import (
    PLAN,
    PROCEDURES,
    application_of,
    begun,
    client_of,
    every_procedure,
    make_setting,
    with_key,
)

pytestmark = pytest.mark.django_db


@every_procedure
def test_its_hand_begins_and_hands_it_in(law: Edition, procedure: Procedure) -> None:
    setting = begun(law, procedure).submit()
    assert setting.case.status == Case.Status.OPEN
    assert setting.case.stage == procedure.move(procedure.first.key, "submit").to
    assert setting.case.number
    receipt = application_of(setting.case).receipts.get().receipt
    _verdict, differences = rules.replay(receipt)
    assert differences == []


@every_procedure
def test_the_case_is_the_applicants_and_of_the_right_seats(
    law: Edition, procedure: Procedure
) -> None:
    setting = begun(law, procedure)
    assert setting.case.applicant_id == setting.applicant.organisation_id
    assert setting.case.bureau == setting.bureau
    assert (setting.case.district is not None) == ("district" in procedure.seats)
    assert (setting.case.park is not None) == procedure.has_park


@every_procedure
def test_an_applicant_of_the_wrong_kind_is_refused_with_its_clause(
    law: Edition, procedure: Procedure
) -> None:
    setting = make_setting(law, procedure)
    wrong = {"operator": "operator", "district": "officer", "bureau": "reviewer"}
    del wrong[procedure.applicant.organisation]
    for name in wrong.values():
        with pytest.raises(Refused) as refused:
            setting.begin(setting.people[name])
        assert refused.value.code == "applicant"
        assert refused.value.details["clause"] == procedure.applicant.titles[0].clause


@every_procedure
def test_another_role_of_the_same_organisation_does_not_begin_it(
    law: Edition, procedure: Procedure
) -> None:
    setting = make_setting(law, procedure)
    organisation = {"operator": setting.park.operator, "district": setting.office}.get(
        procedure.applicant.organisation, setting.bureau
    )
    other = make.make_actor("tenant", organisation) if organisation.kind == "operator" else None
    with pytest.raises((Refused, setting.park.DoesNotExist)):
        setting.begin(other or make.make_actor("director", organisation))


@every_procedure
def test_it_is_offered_to_its_hand_alone(law: Edition, procedure: Procedure) -> None:
    setting = make_setting(law, procedure)

    def is_offered(name: str) -> bool:
        offered = queries.choices(setting.people[name])
        return (law.key, procedure.key) in {(o.law.key, o.procedure.key) for o in offered}

    seeing = [name for name in setting.people if is_offered(name)]
    assert [setting.people[name] for name in seeing] == [setting.applicant]


@every_procedure
def test_every_page_of_the_draft_opens(law: Edition, procedure: Procedure) -> None:
    setting = begun(law, procedure)
    client, pk = client_of(setting.applicant), setting.case.pk
    pages = [f"/applications/{pk}/", f"/applications/{pk}/check/", "/applications/"]
    pages += [f"/applications/{pk}/sections/{key.key}/" for key in procedure.sections]
    for page in pages:
        assert client.get(page).status_code == 200, page


@every_procedure
def test_every_tab_of_the_case_opens_to_the_bureau(law: Edition, procedure: Procedure) -> None:
    setting = begun(law, procedure).submit()
    client = client_of(setting.people["director"])
    tabs = ["content", "materials", "versions", "timeline", "opinions"]
    for tab in tabs + (["conditions"] if queries_conditions(setting) else []):
        assert client.get(f"/cases/{setting.case.pk}/?tab={tab}").status_code == 200, tab
    assert client.get(f"/applications/{setting.case.pk}/review/").status_code == 200
    assert client_of(setting.applicant).get(f"/applications/{setting.case.pk}/receipt/")


@every_procedure
def test_a_procedure_without_conditions_has_no_tab_of_conditions(
    law: Edition, procedure: Procedure
) -> None:
    setting = begun(law, procedure)
    answer = client_of(setting.applicant).get(f"/cases/{setting.case.pk}/?tab=conditions")
    assert answer.status_code == (200 if queries_conditions(setting) else 404)


def queries_conditions(setting: Any) -> bool:
    return bool(rules.law(setting.law.key, setting.procedure.key).tests)


@every_procedure
def test_it_asks_the_figures_of_its_own_conditions(law: Edition, procedure: Procedure) -> None:
    setting = begun(law, procedure)
    asked = set(DeclaredFact.objects.filter(application__case=setting.case).values_list("key"))
    assert asked == {(key,) for key in rules.law(law.key, procedure.key).fact_keys()}


@every_procedure
def test_the_applicant_of_record_is_picked_among_those_printed(
    law: Edition, procedure: Procedure
) -> None:
    setting = make_setting(law, procedure)
    with pytest.raises(Refused) as refused:
        setting.begin(title="emperor")
    assert refused.value.code == "title"
    last = procedure.applicant.titles[-1]
    setting.begin(title=last.key)
    assert setting.content().title == last


@every_procedure
def test_one_of_several_alternatives_is_enough(law: Edition, procedure: Procedure) -> None:
    setting = begun(law, procedure).fill()
    items = setting.content().material_items
    assert [item.label for item in items if item.lacking and not item.is_made] == []
    groups = [row.material.group for item in items for row in item.rows if row.material.group]
    assert len([item for item in items if item.is_choice]) == len(set(groups))


@pytest.mark.parametrize(
    ("law", "procedure"), [(law, p) for law, p in PROCEDURES if not p.has_park], **with_key
)
def test_a_park_to_come_is_called_by_its_form(law: Edition, procedure: Procedure) -> None:
    setting = begun(law, procedure)
    assert setting.case.title == f"{PLAN}：{procedure.zh}"
    sign = queries.seen(setting.content().application, "form")
    acts.save_form(setting.case.pk, setting.applicant, {"park_name": "样例新名"}, seen=sign)
    setting.case.refresh_from_db()
    assert setting.case.title == f"样例新名：{procedure.zh}"
    with pytest.raises(Refused):
        setting.begin(name=" ")


@pytest.mark.parametrize(
    ("law", "procedure"), [(law, p) for law, p in PROCEDURES if p.grants == "site"], **with_key
)
def test_the_site_applied_for_counts_as_if_it_stood(law: Edition, procedure: Procedure) -> None:
    setting = begun(law, procedure)
    before = {row.fact.key: row.recorded for row in setting.content().facts}
    assert before["branch_sites"] == 1
    setting.answer()
    after = {row.fact.key: row.recorded for row in setting.content().facts}
    assert after.get("floor_area") in (None, "6000.00", "6000")


@every_procedure
def test_the_rulebook_tells_its_stages_materials_and_marks(
    law: Edition, procedure: Procedure
) -> None:
    client = client_of(make.make_actor("auditor"))
    text = client.get(f"/rulebooks/{law.key}/procedures/").content.decode()
    said_of = [stage.zh for stage in procedure.stages]
    said_of += [material.zh for material in procedure.materials]
    said_of += [title.zh for title in procedure.applicant.titles]
    said_of += [head.zh for stage in procedure.stages for head in stage.heads]
    said_of += [procedure.outcome.words, *(each.fact.zh for each in procedure.committed)]
    assert [words for words in said_of if escape(words) not in text] == []


@every_procedure
def test_a_refused_beginning_keeps_what_was_typed(law: Edition, procedure: Procedure) -> None:
    setting = make_setting(law, procedure)
    sent = {"edition": law.key, "procedure": procedure.key, "title": "emperor", "park_name": PLAN}
    if procedure.has_park:
        sent |= {"park": str(setting.park.pk)}
    answer = client_of(setting.applicant).post("/applications/", sent)
    text = answer.content.decode()
    assert answer.status_code == 400
    assert text.count('id="error-summary"') == 1
    assert procedure.has_park or f'value="{PLAN}"' in text


@every_procedure
def test_it_is_begun_from_the_page(law: Edition, procedure: Procedure) -> None:
    setting = make_setting(law, procedure)
    sent = {"edition": law.key, "procedure": procedure.key, "park_name": PLAN}
    if procedure.has_park:
        sent |= {"park": str(setting.park.pk)}
    answer = client_of(setting.applicant).post("/applications/", sent)
    case = Case.objects.get(edition=law.key, procedure=procedure.key)
    assert answer["Location"] == f"/applications/{case.pk}/"
