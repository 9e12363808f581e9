"""The reviewer's page: figures, judgements, and the second person."""

from django.urls import reverse

from tests.applications.browsing import page, read, signed_in
from tests.applications.trial import World


def test_the_reviewer_saves_figures_that_agree_and_one_that_does_not(world: World) -> None:
    world.to_bureau()
    agreed = {f"{row.fact.key}_agreed": "on" for row in world.content().facts}
    del agreed["floor_area_agreed"]
    sent = {"version": world.case.version, "floor_area": "3100", **agreed}
    answer = signed_in(world.reviewer).post(page("verify", world.case.pk), sent)
    verified = {row.fact.key: row.verified for row in world.content().facts}
    assert answer.status_code == 302
    assert verified["floor_area"] == "3100"
    assert verified["operating_agencies"] == 12


def test_agreeing_and_disagreeing_at_once_is_refused(world: World) -> None:
    world.to_bureau()
    sent = {"version": world.case.version, "floor_area": "3100", "floor_area_agreed": "on"}
    answer = signed_in(world.reviewer).post(page("verify", world.case.pk), sent)
    assert answer.status_code == 422
    assert all(row.verified is None for row in world.content().facts)


def test_judgements_are_recorded_together_and_a_faulty_one_keeps_its_words(world: World) -> None:
    world.to_bureau()
    sent = {
        "version": world.case.version,
        "JZ-9(1)-finding": "met",
        "JZ-9(1)-reason": "论证充分",
        "JZ-9(1)-document": "核查表",
        "JZ-9(5)-finding": "met",
        "JZ-9(5)-reason": "政策齐全",
    }
    answer = signed_in(world.reviewer).post(page("verify", world.case.pk), sent)
    assert answer.status_code == 422
    assert "政策齐全" in answer.content.decode()
    assert [one.leaf for one in world.content().judgements] == ["JZ-9(1)"]


def test_figures_and_judgements_are_saved_by_one_button(world: World) -> None:
    world.to_bureau()
    sent = {
        "version": world.case.version,
        "floor_area": "3100",
        "JZ-9(1)-finding": "met",
        "JZ-9(1)-reason": "论证充分",
        "JZ-9(1)-document": "核查表",
    }
    answer = signed_in(world.reviewer).post(page("verify", world.case.pk), sent)
    verified = {row.fact.key: row.verified for row in world.content().facts}
    assert answer.status_code == 302
    assert verified["floor_area"] == "3100"
    assert [one.leaf for one in world.content().judgements] == ["JZ-9(1)"]


def test_a_faulty_figure_keeps_itself_and_every_other_word(world: World) -> None:
    world.to_bureau()
    sent = {
        "version": world.case.version,
        "floor_area": "viel",
        "JZ-9(5)-reason": "政策齐全",
    }
    answer = signed_in(world.reviewer).post(page("verify", world.case.pk), sent)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="viel"' in text
    assert "政策齐全" in text


def test_after_a_conflict_the_same_words_can_be_saved_again(world: World) -> None:
    world.to_bureau()
    sent = {"version": world.case.version - 1, "floor_area": "3100"}
    client = signed_in(world.reviewer)
    assert client.post(page("verify", world.case.pk), sent).status_code == 422
    sent["version"] = world.case.version
    assert client.post(page("verify", world.case.pk), sent).status_code == 302


def test_the_page_holds_all_typed_fields_in_one_form(world: World) -> None:
    world.to_bureau()
    text = read(signed_in(world.reviewer), page("review", world.case.pk))
    form = text[text.index("review/save/") :].partition("</form>")[0]
    assert 'name="floor_area"' in form
    assert 'name="JZ-9(1)-reason"' in form


def test_the_makers_confirm_button_is_shut_with_the_reason(world: World) -> None:
    made = world.to_bureau().judge("JZ-9(1)")
    text = read(signed_in(world.reviewer), page("review", world.case.pk))
    assert f'aria-describedby="refusal-judgement-{made.pk}"' in text


def test_the_second_person_confirms_on_the_page(world: World) -> None:
    made = world.to_bureau().judge("JZ-9(1)")
    url = page("settle", world.case.pk, "judgement", made.pk)
    signed_in(world.second).post(url, {"version": world.case.version, "confirm": "1"})
    made.refresh_from_db()
    assert made.confirmed_by_id == world.second.user_id


def test_the_county_director_does_not_open_the_bureaus_page(world: World) -> None:
    world.to_bureau()
    assert signed_in(world.head).get(page("review", world.case.pk)).status_code == 403


def test_the_applicant_reads_no_judgement_before_the_decision(world: World) -> None:
    world.to_bureau().judge("JZ-9(1)", reason="尚属内部")
    url = reverse("casework:case", args=[world.case.pk]) + "?tab=conditions"
    assert "尚属内部" not in read(signed_in(world.operator), url)
    assert "尚属内部" in read(signed_in(world.reviewer), url)
