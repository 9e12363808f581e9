"""The test bench: the regulation's answer to facts that are typed, and kept nowhere."""

from typing import Any

import pytest
from django.test import Client

import rules
from accounts.roles import Role
from applications.forms.bench import ConditionsBench, SheetBench
from records.models import AuditEntry
from rules.edition import Edition
from rules.schemes import Scheme
from tests import factories as make
from tests.applications.browsing import signed_in

pytestmark = pytest.mark.django_db
LAWS = rules.editions()
SCHEMES = [(law, scheme) for law in LAWS for scheme in law.money.schemes]
every_edition = pytest.mark.parametrize("law", LAWS, ids=lambda law: law.key)


@pytest.fixture
def reader() -> Client:
    return signed_in(make.make_actor(Role.EXPERT))


def bench(law: Edition, tool: str) -> str:
    return f"/rulebooks/{law.key}/bench/{tool}"


def asked(reader: Client, law: Edition, tool: str, given: dict[str, Any] | None = None) -> Any:
    return reader.get(bench(law, tool), given or {}, HTTP_ACCEPT_LANGUAGE="en")


def some(field: Any) -> Any:
    """Something that the field takes."""
    if hasattr(field, "choices"):
        return next(key for key, _label in field.choices if key)
    return "1"


@every_edition
def test_the_conditions_answer_as_the_rules_do(law: Edition, reader: Client) -> None:
    form = ConditionsBench(law=law)
    given = {name: some(field) for name, field in form.fields.items() if name != "on"}
    answer = reader.post(bench(law, "conditions/"), given)
    sent = answer.context["form"]
    assert not sent.errors
    wanted = law.assess(sent.facts(), sent.judgements(), sent.waivers())
    assert answer.context["verdict"].to_dict() == wanted.to_dict()
    assert set(sent.facts()) == set(law.fact_keys())
    for leaf in law.tests:
        assert f"/rulebooks/{law.key}/#" in answer.content.decode(), leaf


def test_a_waiver_of_a_relaxed_limit_is_tried_as_well(reader: Client) -> None:
    law = rules.edition("chongqing-2021")
    form = ConditionsBench(law=law)
    name = next(n for n, leaf in form.waived.items() if leaf.id == "CQ-8(5)a")
    given = {"operating_agencies": "15", "region": "northeast"}
    missed = reader.post(bench(law, "conditions/"), given).context["verdict"]
    given[name.replace("waive", "limit")] = "15"
    met = reader.post(bench(law, "conditions/"), given).context["verdict"]
    outcomes = [
        next(step.outcome for step in verdict.tree.leaves() if step.clause == "CQ-8(5)a")
        for verdict in (missed, met)
    ]
    assert outcomes == ["not_met", "met"]


@pytest.mark.parametrize(("law", "scheme"), SCHEMES, ids=lambda each: each.key)
def test_a_scheme_answers_as_the_rules_do(law: Edition, scheme: Scheme, reader: Client) -> None:
    given = {}
    for fact in scheme.asks:
        choice = next(iter(fact.choices), "")
        given[fact.key] = choice or {"flag": "yes", "count": "2"}.get(fact.kind, "5000")
    given["on"] = "2024-05-06"
    answer = asked(reader, law, f"money/{scheme.key}/", given)
    award, form = answer.context["award"], answer.context["form"]
    assert not form.errors
    wanted = law.award(scheme.key, form.facts(), on=award.on)
    assert award.to_dict() == wanted.to_dict()
    assert f"{award.amount:,}" in answer.content.decode()


def test_a_grade_not_yet_known_is_an_answer(reader: Client) -> None:
    law = rules.edition("chongqing-2021")
    given = {"year": "1", "paid_so_far": "0", "grade": "", "rectification": ""}
    award = asked(reader, law, "money/construction/", given).context["award"]
    assert (award.entitled, str(award.amount)) == (True, "1500000.00")


def test_the_sheet_answers_in_both_readings(reader: Client) -> None:
    law = rules.edition("chongqing-2021")
    sheet = law.evaluation.sheet
    assert sheet is not None
    form = SheetBench(sheet=sheet)
    given = {name: some(field) for name, field in form.fields.items()}
    given |= {"reading": "scaled", "2.2": "-3.5"}
    answer = asked(reader, law, "sheet/", given)
    score = answer.context["score"]
    assert score.complete
    wanted = law.evaluation.sheet.score(answer.context["form"].answers(), "scaled").to_dict()
    assert score.to_dict() == wanted
    for total in wanted["readings"].values():
        assert total in answer.content.decode()


def test_an_item_left_empty_stays_open(reader: Client) -> None:
    law = rules.edition("chongqing-2021")
    answer = asked(reader, law, "sheet/", {"1.3": "2", "reading": "as_printed"})
    assert not answer.context["score"].complete
    assert "nothing may be published" in answer.content.decode()


def test_a_due_day_comes_with_the_days_that_decide_it(reader: Client) -> None:
    law = rules.edition("shanghai-2022")
    given = {"duty": "tenant-filing", "start": "2026年9月25日"}
    answer = asked(reader, law, "deadline/", given)
    wanted = law.deadline("tenant-filing", answer.context["found"].start)
    assert answer.context["found"].due == wanted.due
    assert "Days that decide it" in answer.content.decode()


BAD: list[tuple[str, str, dict[str, str], str]] = [
    ("qingpu-2022", "money/events/", {"spending": "-5", "paid_this_year": "1"}, "spending"),
    ("qingpu-2022", "money/events/", {"paid_this_year": "1"}, "spending"),
    ("qingpu-2022", "money/rent/", {"claim_year": "4"}, "claim_year"),
    ("qingpu-2022", "money/level/", {"level": "world"}, "level"),
    ("chongqing-2021", "sheet/", {"1.3": "1.5", "reading": "scaled"}, "1.3"),
    ("chongqing-2021", "sheet/", {"1.1": "1", "reading": "scaled"}, "1.1"),
    ("chongqing-2021", "sheet/", {"3.1": "5.5", "reading": "scaled"}, "3.1"),
    ("chongqing-2021", "sheet/", {"1.3": "2", "reading": "kind"}, "reading"),
    ("shanghai-2022", "deadline/", {"duty": "tenant-filing", "start": "soon"}, "start"),
    ("shanghai-2022", "deadline/", {"duty": "nothing", "start": "2026-09-25"}, "duty"),
    ("shanghai-2022", "deadline/", {"duty": "preparation", "start": "9999-12-31"}, "__all__"),
]


@pytest.mark.parametrize(("key", "tool", "given", "field"), BAD, ids=lambda each: None)
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_bad_input_is_said_beside_its_field_and_nothing_is_lost(
    reader: Client, key: str, tool: str, given: dict[str, str], field: str, language: str
) -> None:
    url = bench(rules.edition(key), tool)
    answer = reader.get(url, given, HTTP_ACCEPT_LANGUAGE=language)
    form = answer.context["form"]
    assert answer.status_code == 200
    assert field in form.errors
    assert form.data.dict() == given
    assert "error-summary" in answer.content.decode()


def test_bad_facts_are_said_and_the_others_kept(reader: Client) -> None:
    law = rules.edition("jinzhong-2022")
    given = {"operating_agencies": "many", "floor_area": "3000"}
    answer = reader.post(bench(law, "conditions/"), given)
    assert "operating_agencies" in answer.context["form"].errors
    assert 'value="3000"' in answer.content.decode()
    assert answer.context["verdict"] is None


@pytest.mark.parametrize(
    ("key", "tool"),
    [("nowhere", ""), ("jinzhong-2022", "sheet/"), ("jinzhong-2022", "money/nothing/")],
)
def test_what_cannot_be_tried_is_not_found(reader: Client, key: str, tool: str) -> None:
    assert reader.get(f"/rulebooks/{key}/bench/{tool}").status_code == 404


def test_nothing_is_stored(reader: Client) -> None:
    before = AuditEntry.objects.count()
    law = rules.edition("jinzhong-2022")
    reader.post(bench(law, "conditions/"), {"floor_area": "3000"})
    asked(reader, law, "deadline/", {"duty": "evaluation", "start": "2026-01-01"})
    assert AuditEntry.objects.count() == before


@pytest.mark.parametrize("role", sorted(Role))
def test_everybody_signed_in_may_try(role: str) -> None:
    client = signed_in(make.make_actor(role))
    for law in LAWS:
        assert client.get(f"/rulebooks/{law.key}/bench/").status_code == 200


def test_nobody_else_may() -> None:
    assert Client().get("/rulebooks/jinzhong-2022/bench/").status_code == 302
