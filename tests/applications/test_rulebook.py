"""The rulebook in the browser: every page of every edition, and its clauses' addresses."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

import rules
from accounts.roles import Role
from applications.views.rulebook.pages import PARTS
from rules.coverage import covered
from rules.edition import Edition
from tests import factories as make
from tests.applications.browsing import read, signed_in

pytestmark = pytest.mark.django_db
every_edition = pytest.mark.parametrize("law", rules.editions(), ids=lambda law: law.key)


class Anchors(HTMLParser):
    """The ids of a page, and the addresses that it leads to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        if tag == "a" and given.get("href"):
            self.links.add(given["href"])


@pytest.fixture
def reader() -> Client:
    return signed_in(make.make_actor(Role.CONSULTEE))


def page_of(law: Edition, part: str) -> str:
    return f"/rulebooks/{law.key}/" + ("" if part == "clauses" else f"{part}/")


@every_edition
def test_every_clause_stands_on_the_page_once_in_the_texts_order(
    law: Edition, reader: Client
) -> None:
    found = Anchors(read(reader, page_of(law, "clauses"))).ids
    clauses = [each.id for each in law.clauses]
    assert [each for each in found if each in clauses] == clauses


@every_edition
def test_every_link_within_the_rulebook_leads_to_something(law: Edition, reader: Client) -> None:
    pages = {page_of(law, part): Anchors(read(reader, page_of(law, part))) for part in PARTS}
    for page in pages.values():
        assert len(page.ids) == len(set(page.ids))
        for link in page.links:
            address, _hash, anchor = link.partition("#")
            if address in pages and anchor:
                assert anchor in pages[address].ids, link


@every_edition
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_what_the_system_does_about_a_clause_is_said_with_words_and_numbers(
    law: Edition, reader: Client, language: str
) -> None:
    html = read_in(reader, page_of(law, "clauses"), language)
    for each in covered(law):
        for numeral in each.numerals:
            assert numeral in html
        if each.reason:
            assert (each.reason.zh if language == "zh-hans" else each.reason.en) in html


def read_in(reader: Client, url: str, language: str) -> str:
    return reader.get(url, HTTP_ACCEPT_LANGUAGE=language).content.decode()


def test_an_edition_that_ended_says_so_loudly_on_each_page(reader: Client) -> None:
    law = rules.edition("jinzhong-2022")
    for part in PARTS:
        assert "notice-error" in read(reader, page_of(law, part))
    assert "notice-error" not in read(reader, page_of(rules.edition("chongqing-2021"), "clauses"))


def test_what_the_system_sets_itself_is_marked(reader: Client) -> None:
    html = read_in(reader, page_of(rules.edition("chongqing-2021"), "duties"), "en")
    assert html.count("System default, not in the document") >= 2


def test_a_scheme_shows_its_reckoning_and_its_ceiling(reader: Client) -> None:
    html = read_in(reader, page_of(rules.edition("jinzhong-2022"), "money"), "en")
    assert "500,000.00" in html
    assert "× 20.00" in html


def test_the_sheet_says_what_its_criteria_reach(reader: Client) -> None:
    html = read_in(reader, page_of(rules.edition("chongqing-2021"), "evaluation"), "en")
    assert "Total as printed: 100; the criteria reach 90." in html


@every_edition
def test_every_open_question_stands_there_with_its_readings(law: Edition, reader: Client) -> None:
    html = read_in(reader, page_of(law, "questions"), "en")
    for question in law.questions():
        assert f'id="{question.id}"' in html


@pytest.mark.parametrize("path", ["nowhere/", "jinzhong-2022/nothing/", "jinzhong-2022/clauses/"])
def test_what_is_not_there_is_not_found(reader: Client, path: str) -> None:
    assert reader.get(f"/rulebooks/{path}").status_code == 404


def test_the_verdict_of_a_case_leads_to_the_clause(world: Any) -> None:
    html = read(signed_in(world.operator), f"/cases/{world.case.pk}/?tab=conditions")
    assert 'href="/rulebooks/jinzhong-2022/#JZ-9(' in html
