"""How the case of a filing is called."""

import pytest
from django.utils import translation

from tenants import acts
from tenants.models import Event
from tests.tenants.filed import ENTRY, EXIT, SEPTEMBER_16, make_branch

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("event", "zh", "en"),
    [(ENTRY, "入驻备案", "Entry filing"), (EXIT, "退出备案", "Exit filing")],
)
def test_a_filing_and_its_correction_are_called_in_the_readers_language(
    event: Event, zh: str, en: str
) -> None:
    branch = make_branch()
    stay = branch.stay(entered_on=SEPTEMBER_16, left_on=SEPTEMBER_16)
    first = acts.file_event(branch.officer, stay, event, late_reason="系统上线前发生")
    branch.acknowledge(first)
    with translation.override("en"):
        again = acts.correct_filing(branch.officer, first, "日期有误")
        called = [first.case.called, again.case.called]
    agency = stay.agency.name
    assert called == [f"{agency}: {en}", f"{agency}: {en} (correction)"]
    assert [first.case.called, again.case.called] == [f"{agency}：{zh}", f"{agency}：{zh}（更正）"]
