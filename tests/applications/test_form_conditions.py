"""条件对照表: every condition beside what the park has, and who found what."""

from decimal import Decimal

import pytest
from django.utils import timezone

from accounts.roles import Role
from applications.printing.documents import conditions_pdf
from casework.models import Case, Panel, PanelSeat
from records.models import AuditEntry
from tests import factories
from tests.applications.browsing import download, signed_in
from tests.applications.printed import text_of, tool
from tests.applications.trial import World


@pytest.fixture
def verified(world: World) -> World:
    world.to_bureau().verify()
    return world


def words_of(case: Case, reviewed: bool) -> str:
    case = Case.objects.get(pk=case.pk)
    return "".join(tool("pdftotext", pdf=conditions_pdf(case, reviewed=reviewed)).split())


def test_every_condition_stands_on_the_sheet(verified):
    words = words_of(verified.case, reviewed=True)
    for leaf in verified.content().law.leaves():
        if leaf.id not in ("JZ-9(2)b", "JZ-9(2)c", "JZ-9(2)d"):  # of parks with several sites
            assert leaf.zh in words, leaf.id
    assert "≥3,000平方米" in words.replace("⩾", "≥")
    assert "第九条（三）" in words


def test_the_sheet_says_that_it_is_the_systems_own(verified):
    assert "本表为系统附表，非文件规定格式" in words_of(verified.case, reviewed=True)


def test_a_judgement_names_who_made_and_who_confirmed_it(verified):
    leaf = verified.content().verdict.to_judge[0]
    verified.confirm("judgement", verified.judge(leaf, reason="论证充分"))
    words = words_of(verified.case, reviewed=True)
    people = f"{verified.reviewer.name}，复核{verified.second.name}"
    assert f"评判：符合（{people}）。论证充分" in words


def test_an_unconfirmed_judgement_says_so(verified):
    verified.judge(verified.content().verdict.to_judge[0])
    assert "待复核" in words_of(verified.case, reviewed=True)


def test_what_the_offices_found_is_not_for_the_applicant(verified):
    verified.judge(verified.content().verdict.to_judge[0], reason="论证充分")
    assert "论证充分" not in words_of(verified.case, reviewed=False)


def test_a_waiver_is_told_with_its_reason(world):
    site = world.park.sites.get()
    site.floor_area = Decimal("2900")
    site.save()
    world.to_bureau().verify()
    world.waive("JZ-9(2)a", reason="改造在即")
    assert "准予例外" in words_of(world.case, reviewed=True)
    assert "改造在即" in words_of(world.case, reviewed=True)


def test_the_page_hands_the_sheet_out_and_records_it(verified):
    response = signed_in(verified.reviewer).get(f"/cases/{verified.case.pk}/conditions.pdf")
    assert "条件对照表" in text_of(download(response).getvalue())
    assert AuditEntry.objects.filter(action="applications.print_conditions").count() == 1


def expert_on(world):
    """An expert who sits on the world's case."""
    case, expert = world.case, factories.make_actor(Role.EXPERT, world.case.bureau)
    panel = Panel.objects.create(
        case=case,
        stage=case.stage,
        size=1,
        seed="0",
        due_on=timezone.localdate(),
        convened_by=factories.user_of(world.reviewer),
    )
    PanelSeat.objects.create(panel=panel, expert=factories.user_of(expert))
    return signed_in(expert)


def test_an_expert_gets_neither_the_form_nor_the_verdict(verified):
    client, case = expert_on(verified), verified.case
    assert client.get(f"/cases/{case.pk}/form.pdf").status_code == 404
    assert client.get(f"/cases/{case.pk}/conditions.pdf").status_code == 404
    assert "form.pdf" not in client.get(f"/cases/{case.pk}/").content.decode()


def test_an_experts_figures_do_not_lead_to_rows_that_are_not_theirs(verified):
    shown = expert_on(verified).get(f"/cases/{verified.case.pk}/").context["facts"]
    assert not [line for line in shown if line["recorded"]["url"]]
    office = signed_in(verified.reviewer).get(f"/cases/{verified.case.pk}/")
    assert [line for line in office.context["facts"] if line["recorded"]["url"]]
