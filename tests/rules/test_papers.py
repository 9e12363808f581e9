"""The papers of the procedures: materials, letters and forms."""

import pytest

import rules
from tests.rules.procedures import EVERY, of

MATERIALS = {
    ("shanghai-2022", "preparation"): "letter planning_report preparation_report policies",
    ("shanghai-2022", "formal"): (
        "letter planning_report preparation_report results_report policies"
    ),
    ("shanghai-2022", "carrier_change"): "letter",
    ("jinzhong-2022", "recognition"): (
        "letter approval_form study_and_plan operation_report policies tenants"
    ),
    ("jinzhong-2022", "new_branch"): "letter plan",
    ("jinzhong-2022", "recommendation"): "",
    ("qingpu-2022", "recognition"): "",
    ("chongqing-2021", "recognition"): (
        "letter approval_form policies local_plan park_plan land_approval title lease operation "
        "tenants licences"
    ),
    ("yunnan-2021", "recognition"): "letter planning_report operation_report policies",
    ("yunnan-2021", "new_branch"): "letter",
    ("yunnan-2021", "recommendation"): "",
}


@pytest.mark.parametrize(("edition", "key"), MATERIALS)
def test_the_wanted_materials_stand_in_their_order(edition: str, key: str) -> None:
    materials = of(edition, key).materials
    assert [each.key for each in materials if each.required] == MATERIALS[edition, key].split()
    # Only Chongqing's list is closed: no 等 and no 其他 at its end.
    further = [] if edition == "chongqing-2021" else ["other"]
    assert [each.key for each in materials if not each.required] == further


@pytest.mark.parametrize(("edition", "procedure"), EVERY)
def test_who_applies_for_a_government_hands_in_its_letter(edition, procedure) -> None:
    letter = procedure.applicant.letter
    own = procedure.applicant.itself or procedure.applicant.organisation == "bureau"
    assert bool(letter) == (not own)
    if letter:
        material = next(each for each in procedure.materials if each.key == letter)
        assert material.required
        assert not material.system_default


def test_the_alternatives_of_chongqings_materials_are_groups() -> None:
    groups: dict[str, list[str]] = {}
    for material in of("chongqing-2021", "recognition").materials:
        if material.group:
            groups.setdefault(material.group, []).append(material.key)
    assert groups == {
        "support": ["policies", "local_plan"],
        "premises": ["land_approval", "title", "lease"],
    }


def test_the_formal_application_brings_the_first_papers_up_to_date() -> None:
    materials = of("shanghai-2022", "formal").materials
    updated = [each.key for each in materials if each.updates]
    assert updated == ["planning_report", "preparation_report", "policies"]
    assert [each.key for each in materials if each.system_default] == ["results_report"]


def test_only_one_form_is_annexed_to_its_text() -> None:
    forms = [form for edition in rules.editions() for form in edition.forms]
    assert len({form.key for form in forms}) == len(forms)
    assert [form.key for form in forms if not form.system_default] == ["jinzhong-recognition"]


@pytest.mark.parametrize(("edition", "procedure"), EVERY)
def test_a_form_is_its_editions_own_and_asks_nothing_twice(edition, procedure) -> None:
    forms = {form.key: form for form in edition.forms}
    assert procedure.form is None or procedure.form in forms
    for form in forms.values():
        keys = [field.key for field in form.fields]
        assert len(set(keys)) == len(keys)


def test_a_form_of_the_systems_layout_has_a_head_and_room_for_who_decides() -> None:
    filed = {p.form for e in rules.editions() for p in e.procedures.values() if p.is_filed}
    for form in (form for edition in rules.editions() for form in edition.forms):
        if form.system_default:
            assert [field.key for field in form.fields[:2]] == ["applicant_of_record", "filled_on"]
            opinions = [field.key for field in form.fields if field.kind == "opinion"]
            assert opinions[1:] == ([] if form.key in filed else ["bureau_opinion"])
            assert opinions[:1] in ([], ["applicant_opinion"], ["district_opinion"])
            assert bool(opinions) is (form.key not in filed)
