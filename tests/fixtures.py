"""Fixtures for all tests: the database's cleaning, a Celery worker, pages in Chromium."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from celery.contrib.testing.worker import start_worker
from django.conf import settings
from django.test import Client, TransactionTestCase
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from config.celery import app
from tests import clean

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-extensions",
]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Tests that commit are cleaned up after by ``tests.clean``."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        clean.keep_seed()
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _: clean.restore_seed())
        yield


@pytest.fixture
def worker(transactional_db: None) -> Iterator[None]:
    """A Celery worker on the private Redis, in a thread; its queue is this process's own."""
    app.control.purge()
    with start_worker(app, perform_ping_check=False, pool="solo"):
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def new_page(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page: ``new_page(user)`` signed in, ``new_page()`` not.

    Options go to the browser's context (``locale="en"``, ``java_script_enabled=False``). At the
    end the test fails when a page asked another site for anything or reported an error, a
    breach of the content security policy included; an expected one is listed in
    ``page.expected``, e.g. ``page.expected.append("403")``.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(user: Any = None, **options: Any) -> Page:
        context = browser.new_context(
            **{"locale": "zh-CN", "base_url": live_server.url, "reduced_motion": "reduce"} | options
        )
        contexts.append(context)
        if user is not None:
            context.add_cookies([session_cookie(user, live_server.url)])
        page = context.new_page()
        page.expected = []  # type: ignore[attr-defined]
        note_faults(page, live_server.url, faults)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def session_cookie(user: Any, url: str) -> Any:
    """Sign ``user`` in behind the browser's back."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


def note_faults(page: Page, site: str, faults: list[str]) -> None:
    """Add to ``faults`` what the page does that no page of ours may do."""

    def note(fault: str) -> None:
        if not any(part in fault for part in page.expected):  # type: ignore[attr-defined]
            faults.append(f"{page.url}: {fault}")

    def inspect_request(request: Any) -> None:
        if not request.url.startswith((site, "data:", "blob:", "about:")):
            note(f"asks {request.url}")

    page.on("request", inspect_request)
    page.on("pageerror", lambda error: note(str(error)))
    page.on("console", lambda line: note(line.text) if line.type == "error" else None)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page of a visitor who has not signed in."""
    return new_page()
