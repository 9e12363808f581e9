"""The papers about a use of the name: what is filed has a receipt, what is refused its own cell."""

import pytest

from casework.acts import print_receipt
from casework.models import Receipt
from tests.applications.everywhere import begun
from tests.applications.papers import of, plain, words
from tests.applications.printed import pages_of

pytestmark = pytest.mark.django_db


def test_a_filed_form_carries_number_code_and_receipt() -> None:
    setting = begun(*of("shanghai-2022", "name_filing")).submit()
    setting.do("acknowledge", setting.people["reviewer"])
    text, receipt = words(setting), Receipt.objects.get()
    assert f"办件编号：{setting.case.number}回执编号：{receipt.number}" in text
    assert f"验证码：{receipt.code}" in text
    assert f"回执编号{receipt.number}" in text
    assert "草稿" not in text


def test_what_the_district_refuses_stands_in_its_own_cell() -> None:
    setting = begun(*of("shanghai-2022", "name_authorisation")).submit()
    data = {"document_number": "样例复〔2026〕3号"}
    setting.do("refuse", setting.people["head"], opinion="样例不同意", data=data)
    text = words(setting)
    consent, decision = text.index("部门意见：样例不同意"), text.index("保障局意见：")
    assert consent < decision
    assert text.count("样例不同意") == 1


def test_the_receipt_says_what_was_filed_on_one_page_and_nobodys_telephone() -> None:
    setting = begun(*of("shanghai-2022", "name_filing")).submit()
    setting.do("acknowledge", setting.people["reviewer"])
    told = setting.content().answers
    pdf = print_receipt(setting.people["reviewer"], Receipt.objects.get())
    assert pages_of(pdf) == 1
    assert "备案事项产业园区名称使用报备" in plain(pdf)
    assert told["name_used"] in plain(pdf)
    assert "联系电话" not in plain(pdf)
