"""The text of a regulation: read without trust, split by article, laid beside the rules."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

import rules
from accounts.roles import Role
from applications.acts.texts import apply_text, read_text
from applications.instruments.matching import found_in, marked, match
from applications.instruments.reading import lines_of
from applications.instruments.splitting import Part, split
from applications.models import InstrumentText
from records.errors import Refused
from records.models import AuditEntry
from tests import factories as make
from tests.applications.browsing import read, signed_in
from tests.applications.instruments import document, invented_text, lines, text_file, word

LAWS = rules.editions()
LAW = rules.edition("jinzhong-2022")
every_edition = pytest.mark.parametrize("law", LAWS, ids=lambda law: law.key)


def split_of(law: rules.Edition, told: list[str]) -> tuple[Part, ...]:
    return split(told, sections=law.instrument.in_sections)


# Reading


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_plain_text_is_read_in_the_encodings_of_offices(encoding: str) -> None:
    file = text_file("第一条　样例", "", "  续行", encoding=encoding)
    assert lines_of(file, "样例.txt") == ["第一条　样例", "  续行"]


def test_a_document_is_read_paragraph_by_paragraph() -> None:
    file = document("第一条 样例", "", "第二条 样例")
    assert lines_of(file, "样例.docx") == ["第一条 样例", "第二条 样例"]


def test_runs_breaks_and_tracked_changes_make_the_text_that_a_reader_sees() -> None:
    xml = word(
        "<w:p><w:r><w:t>第一</w:t></w:r><w:r><w:t>条</w:t><w:tab/><w:t>样例</w:t></w:r>"
        "<w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:r><w:br/><w:t>次行</w:t></w:r></w:p>"
    )
    assert lines_of(document(xml=xml), "样例.docx") == ["第一条\t样例新增", "次行"]


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = BOMB.replace('"lol"', 'SYSTEM "file:///etc/passwd"')
UNFIT: list[tuple[str, Any, str]] = [
    ("样例.docx", lambda: document(xml=BOMB), "damaged"),
    ("样例.docx", lambda: document(xml=OUTSIDE), "damaged"),
    ("样例.docx", lambda: document(xml="<w:document"), "damaged"),
    ("样例.docx", lambda: document(xml=word("<w:p/>" + " " * 40_000_000)), "unpacks_too_large"),
    ("样例.docx", lambda: document("样例", vbaProject_bin=b"x"), "macros"),
    ("样例.docx", lambda: SimpleUploadedFile("a", b"PK\x03\x04 broken"), "damaged"),
    ("样例.docx", lambda: SimpleUploadedFile("a", b"plain words"), "wrong_type"),
    ("样例.docx", lambda: SimpleUploadedFile("a", b""), "empty"),
    ("样例.docm", lambda: document("样例"), "wrong_extension"),
    ("样例.txt", lambda: SimpleUploadedFile("a", b" \n"), "no_text"),
    ("样例.txt", lambda: SimpleUploadedFile("a", b"PK\x03\x04\x00\x00"), "encoding"),
    ("样例.txt", lambda: SimpleUploadedFile("a", b"\xff\xff\xff"), "encoding"),
    ("样例.txt", lambda: SimpleUploadedFile("a", b"a" * (2 * 1024 * 1024 + 1)), "too_large"),
]


@pytest.mark.parametrize(("name", "file", "code"), UNFIT, ids=lambda each: None)
def test_what_is_unfit_is_refused_with_a_clear_reason(name: str, file: Any, code: str) -> None:
    with pytest.raises(Refused) as refused:
        lines_of(file(), name)
    assert refused.value.code == code
    assert str(refused.value)


# Splitting


def test_articles_items_and_points_are_found_whatever_stands_before_them() -> None:
    told = [
        "样例文件",
        "## 第一章　总则",
        "**第一条** 样例",
        "　　第二条　样例：",
        "（一）甲；",
        "(二)乙：",
        "1. 丙",
        "第四条不在行首的引用不开新条",
        "第 附",
        "附 件 1",
        "1.1 表",
    ]
    assert [part.place for part in split(told, sections=False)] == [
        "0", "", "1", "2", "2(1)", "2(2)", "2(2)-1", "4", "附件1",
    ]  # fmt: skip
    assert "".join(part.text for part in split(told, sections=False)) == "".join(
        line.strip().replace("\n", "") for line in told
    ).replace("第四条不在行首的引用不开新条第 附", "第四条不在行首的引用不开新条\n第 附").replace(
        "附 件 11.1 表", "附 件 1\n1.1 表"
    )


def test_a_citation_of_a_far_article_at_the_head_of_a_line_begins_nothing() -> None:
    parts = split(["第一条 样例，依照", "第二十条的规定办理。", "第二条 样例"], sections=False)
    assert [part.place for part in parts] == ["1", "2"]


def test_a_text_in_sections_counts_its_points_through() -> None:
    told = ["一、样例", "（一）甲", "1.乙", "（二）丙", "2.丁"]
    places = [part.place for part in split(told, sections=True)]
    assert places == ["1", "1(1)", "1(1)-1", "1(2)", "1(2)-2"]


# Matching


@every_edition
def test_every_clause_finds_its_text(law: rules.Edition) -> None:
    found = match(law, split_of(law, lines(law)))
    assert [each.id for each in law.clauses if not found.is_printed(each.id)] == []


@every_edition
def test_no_word_of_the_text_is_lost_and_none_stands_twice(law: rules.Edition) -> None:
    parts = split_of(law, lines(law))
    found = match(law, parts)
    shown = [part for own in found.own.values() for part in own] + list(found.unmatched)
    assert sorted(shown) == sorted(parts)


def test_an_article_that_the_ledger_does_not_know_is_named() -> None:
    parts = split_of(LAW, [*lines(LAW)[:-1], "第二十八条　样例多余条文。"])
    assert [part.place for part in match(LAW, parts).unmatched] == ["28"]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("不少于20万人次", "不少于 20 万人次", True),
        ("不少于20万人次", "不少于２０万人次", True),
        ("不少于20万人次", "不少于\n20万人次", True),
        ("最高300万元，分三年", "最高300万元补助，分三年", True),
        ("最高300万元，分三年", "最高300万元补助，分五年", False),
        ("不少于20万人次", "不少于2万人次", False),
    ],
)
def test_words_are_found_apart_from_blanks_and_widths(words: str, text: str, found: bool) -> None:
    assert found_in(words, text) is found


def test_words_are_marked_where_they_stand_and_the_text_stays_verbatim() -> None:
    text = "不少于 ２０ 家，样例"
    pieces = marked(text, ["不少于20家"])
    assert [piece.text for piece in pieces if piece.marked] == ["不少于 ２０ 家"]
    assert "".join(piece.text for piece in pieces) == text


# Loading


@pytest.fixture
def administrator(db: None) -> Any:
    return make.make_actor(Role.ADMINISTRATOR, make.make_bureau())


def upload(client: Client, file: SimpleUploadedFile, key: str = LAW.key) -> Any:
    return client.post(f"/rulebooks/{key}/text/", {"file": file})


def test_a_text_is_looked_at_before_anybody_sees_it(administrator: Any) -> None:
    client = signed_in(administrator)
    answer = upload(client, invented_text(LAW))
    text = InstrumentText.objects.get()
    assert answer.url == f"/rulebooks/{LAW.key}/text/{text.pk}/"
    assert "<mark>" in read(client, answer.url)
    assert "verbatim" not in read(client, f"/rulebooks/{LAW.key}/")
    client.post(f"/rulebooks/{LAW.key}/text/{text.pk}/apply/")
    page = read(client, f"/rulebooks/{LAW.key}/")
    assert "样例引言。" in page
    assert "<mark>" in page


def test_words_that_the_text_lacks_are_marked_for_a_lawyer(administrator: Any) -> None:
    told = text_file("第三条　样例。", "第六条　样例。", "第九条　样例。")
    apply_text(administrator, LAW, read_text(administrator, LAW, told))
    reader = signed_in(make.make_actor(Role.EXPERT))
    page = reader.get(f"/rulebooks/{LAW.key}/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "words not found in the loaded text" in page


def test_versions_are_kept_and_the_latest_is_shown(administrator: Any) -> None:
    first = read_text(administrator, LAW, text_file("第一条　旧样例。"))
    second = read_text(administrator, LAW, text_file("第一条　新样例。"))
    apply_text(administrator, LAW, first)
    apply_text(administrator, LAW, first)
    apply_text(administrator, LAW, second)
    assert list(InstrumentText.objects.order_by("pk").values_list("version", flat=True)) == [1, 2]
    page = read(signed_in(administrator), f"/rulebooks/{LAW.key}/")
    assert "新样例" in page
    assert "旧样例" not in page
    assert AuditEntry.objects.filter(action="applications.apply_text").count() == 2


def test_a_file_without_an_article_is_refused_and_recorded(administrator: Any) -> None:
    client = signed_in(administrator)
    answer = upload(client, text_file("样例文字，没有条文。"))
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not InstrumentText.objects.exists()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_nobody_but_the_administrator_loads_a_text(db: None, role: str) -> None:
    client = signed_in(make.make_actor(role))
    assert upload(client, invented_text(LAW)).status_code == 403


def test_an_administrator_of_another_area_gets_404(db: None) -> None:
    other = make.make_actor(Role.ADMINISTRATOR, make.make_bureau("500000"))
    assert upload(signed_in(other), invented_text(LAW)).status_code == 404
    with pytest.raises(Refused):
        read_text(other, LAW, invented_text(LAW))


def test_a_text_of_one_edition_is_not_found_under_another(administrator: Any) -> None:
    text = read_text(administrator, LAW, invented_text(LAW))
    client = signed_in(administrator)
    assert client.get(f"/rulebooks/{LAW.key}/text/{text.pk + 1}/").status_code == 404
    assert client.get(f"/rulebooks/qingpu-2022/text/{text.pk}/").status_code == 404
