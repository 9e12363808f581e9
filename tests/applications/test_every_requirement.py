"""What must stand before a procedure, and which figures may be committed, in every edition."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation
from django.utils.translation import gettext

import rules
from applications import queries
from applications.acts.sections import Declared
from applications.models import DeclaredFact
from casework.models import Case
from records.errors import Refused
from records.templatetags.said import told
from rules.applicants import Follows, Recognised
from rules.edition import Edition
from rules.facts import CATALOGUE
from rules.procedure import Procedure
from tests import factories as make
from tests.applications.everywhere import (
    PROCEDURES,
    application_of,
    approved_case,
    begun,
    client_of,
    figure,
    make_setting,
    with_key,
)

pytestmark = pytest.mark.django_db

FOLLOWING = [
    (law, one) for law, one in PROCEDURES if any(isinstance(r, Follows) for r in one.requires)
]
RECOGNISED = [
    (law, one) for law, one in PROCEDURES if any(isinstance(r, Recognised) for r in one.requires)
]
COMMITTING = [(law, one) for law, one in PROCEDURES if one.committed]


@pytest.mark.parametrize(("law", "procedure"), RECOGNISED, **with_key)
def test_without_the_recognition_it_is_refused_with_its_clause(
    law: Edition, procedure: Procedure
) -> None:
    setting = make_setting(law, procedure)
    setting.park.recognitions.all().delete()
    with pytest.raises(Refused) as refused:
        setting.begin()
    assert refused.value.details["clause"] == procedure.requires[0].clause
    (choice,) = [c for c in queries.choices(setting.applicant) if c.procedure.key == procedure.key]
    assert told(choice.refusal) == str(refused.value)


@pytest.mark.parametrize(("law", "procedure"), RECOGNISED, **with_key)
def test_a_recognition_revoked_since_is_refused_at_submission(
    law: Edition, procedure: Procedure
) -> None:
    setting = begun(law, procedure).fill()
    setting.park.recognitions.update(revoked_on=timezone.localdate())
    with pytest.raises(Refused):
        setting.do("submit", setting.applicant)


@pytest.mark.parametrize(("law", "procedure"), FOLLOWING, **with_key)
def test_without_what_it_follows_it_is_refused(law: Edition, procedure: Procedure) -> None:
    setting = make_setting(law, procedure)
    Case.objects.update(status=Case.Status.WITHDRAWN)
    with pytest.raises(Refused) as refused:
        setting.begin()
    assert refused.value.code == "required"
    assert refused.value.details["clause"] == procedure.requires[0].clause


@pytest.mark.parametrize(("law", "procedure"), FOLLOWING, **with_key)
def test_after_the_last_day_it_is_refused(law: Edition, procedure: Procedure) -> None:
    setting = make_setting(law, procedure)
    long_ago = timezone.localdate() - timedelta(days=400)
    case = Case.objects.get(status=Case.Status.APPROVED)
    case.decision_entries.get().decision.__class__.objects.update(decided_on=long_ago)
    with pytest.raises(Refused) as refused:
        setting.begin(follows=case.pk)
    assert refused.value.details["clause"] == procedure.requires[0].clause


@pytest.mark.parametrize(("law", "procedure"), FOLLOWING, **with_key)
def test_it_takes_over_what_the_earlier_case_said(law: Edition, procedure: Procedure) -> None:
    setting = begun(law, procedure)
    earlier = Case.objects.get(status=Case.Status.APPROVED)
    application = application_of(setting.case)
    assert application.follows == earlier
    assert application.form["contact"] == application_of(earlier).form["contact"]
    assert application.form["park_name"] == setting.park.name


@pytest.mark.parametrize(("law", "procedure"), FOLLOWING, **with_key)
def test_a_case_is_followed_once(law: Edition, procedure: Procedure) -> None:
    setting = begun(law, procedure)
    setting.park = make.make_park(area=setting.park.area_id)
    with pytest.raises(Refused) as refused:
        setting.begin()
    assert refused.value.code == "required"


@pytest.mark.parametrize(("law", "procedure"), FOLLOWING, **with_key)
def test_of_two_earlier_cases_one_must_be_chosen(law: Edition, procedure: Procedure) -> None:
    setting = make_setting(law, procedure)
    second = approved_case(setting, procedure.requires[0].procedure)
    with pytest.raises(Refused) as refused:
        setting.begin()
    assert refused.value.code == "follows"
    setting.begin(follows=second.pk)
    assert application_of(setting.case).follows == second


@pytest.mark.parametrize(("law", "procedure"), COMMITTING, **with_key)
def test_only_what_the_words_let_be_committed_is(law: Edition, procedure: Procedure) -> None:
    setting = begun(law, procedure)
    for key in rules.law(law.key, procedure.key).fact_keys():
        told_so = Declared(figure(CATALOGUE[key]), committed=True)
        if procedure.may_commit(key):
            setting.declare(**{key: told_so})
            continue
        with pytest.raises(Refused) as refused:
            setting.declare(**{key: told_so})
        assert refused.value.code == "basis"


@pytest.mark.parametrize(("law", "procedure"), COMMITTING, **with_key)
def test_a_committed_figure_is_marked_on_every_page(law: Edition, procedure: Procedure) -> None:
    setting = begun(law, procedure)
    setting.fill()
    key = procedure.committed[0].fact.key
    setting.declare(**{key: Declared(figure(CATALOGUE[key]), committed=True)})
    setting.do("submit", setting.applicant)
    client = client_of(setting.people["reviewer"])
    with translation.override("zh-hans"):
        mark = gettext("committed")
    for page in ("?tab=content", "?tab=conditions"):
        text = client.get(f"/cases/{setting.case.pk}/{page}").content.decode()
        assert f">{mark}<" in text, page


@pytest.mark.parametrize(("law", "procedure"), COMMITTING, **with_key)
def test_committing_to_no_figure_is_refused_at_submission(
    law: Edition, procedure: Procedure
) -> None:
    setting = begun(law, procedure).fill()
    key = procedure.committed[0].fact.key
    DeclaredFact.objects.filter(application__case=setting.case, key=key).update(
        basis=DeclaredFact.FactBasis.COMMITTED, declared=None
    )
    with pytest.raises(Refused):
        setting.do("submit", setting.applicant)
