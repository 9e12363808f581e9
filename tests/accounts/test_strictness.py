"""No page asks for another site, and none carries a script or a style of its own."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.accounts.visitors import visitor

TEMPLATES = sorted(
    path
    for path in (settings.BASE_DIR / "templates").rglob("*.html")
    # Official forms become PDF documents and never a page of the site.
    if "forms" not in path.relative_to(settings.BASE_DIR / "templates").parts[:1]
)
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)|<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|\shx-on\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(r"(?:src|href|action|url\()\s*=?\s*[\"']?\s*(?:https?:)?//", re.IGNORECASE)
OWN_FILES = sorted(
    path
    for folder in ("css", "js")
    for path in (settings.BASE_DIR / "static" / folder).rglob("*.*")
)


def named(path: Path) -> str:
    return str(path.relative_to(settings.BASE_DIR))


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_has_no_inline_script_or_style(path: Path) -> None:
    assert INLINE.findall(path.read_text()) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_names_no_other_site(path: Path) -> None:
    assert ELSEWHERE.findall(path.read_text()) == []


@pytest.mark.parametrize("path", OWN_FILES, ids=named)
def test_a_static_file_names_no_other_site(path: Path) -> None:
    assert re.findall(r"https?://(?!www\.w3\.org/)", path.read_text()) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/sign-in/",
        "/settings/",
        "/no-such-page/",
        "/organisations/",
        "/second-factor/code.svg",
        "/api/v1/areas/",
        "/api/v1/no-such-thing/",
        "/api/schema/",
        "/api/docs/",
        "/static/css/theme.css",
        "/static/no-such-file.css",
    ],
)
def test_every_answer_carries_the_strict_policy(path: str) -> None:
    answer = visitor("officer").get(path)
    answer.close()  # a static file stays open else
    policy = answer["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert "unsafe" not in policy


@pytest.mark.django_db
def test_a_rejected_form_carries_it_too() -> None:
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {})
    assert answer.status_code == 403
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.django_db
def test_a_fault_of_ours_has_a_page_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(raise_request_exception=False)
    monkeypatch.setattr("accounts.views.sign_in.SignInForm", None)
    answer = client.get("/sign-in/")
    assert answer.status_code == 500
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert b"theme.css" in answer.content
