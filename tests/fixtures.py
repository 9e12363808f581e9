"""Fixtures for all tests: the database's cleaning, a Celery worker, pages in Chromium."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from celery.contrib.testing.worker import start_worker
from django.conf import settings
from django.test import Client, TransactionTestCase
from django.utils import translation
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from accounts.models import User
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


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a file's bytes by their argument: they may hold the time, and every worker of one run
    must know the tests by the same names."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Tests that commit are cleaned up after by ``tests.clean``."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        clean.keep_seed()
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _: clean.restore_seed())
        yield


@pytest.fixture(autouse=True)
def own_language() -> None:
    """No test speaks the language that the last request of another one left behind."""
    translation.deactivate()


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


class Opener:
    """Opens pages in contexts of their own and keeps what went wrong on them.

    ``open(user)`` is a page signed in, ``open()`` one not; options go to the browser's context
    (``locale="en"``, ``java_script_enabled=False``). ``faults`` gathers requests to other sites
    and errors, breaches of the content security policy included; one that a test expects is
    announced by a part of its text: ``open.expected.append("403")``.
    """

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser = browser
        self.site = site
        self.expected: list[str] = []
        self.faults: list[str] = []

    def __call__(self, user: User | None = None, **options: Any) -> Page:
        defaults: dict[str, Any] = {
            "locale": "zh-CN",
            "base_url": self.site,
            "reduced_motion": "reduce",
        }
        context = self.browser.new_context(**defaults | options)
        if user is not None:
            context.add_cookies([session_cookie(user, self.site)])
        page = context.new_page()
        page.on("request", lambda request: self.inspect(page, request))
        page.on("pageerror", lambda error: self.note(page, str(error)))
        page.on("console", lambda line: self.read(page, line))
        return page

    def inspect(self, page: Page, request: Request) -> None:
        if not request.url.startswith((self.site, "data:", "blob:", "about:")):
            self.note(page, f"asks {request.url}")

    def read(self, page: Page, line: ConsoleMessage) -> None:
        if line.type == "error":
            self.note(page, line.text)

    def note(self, page: Page, fault: str) -> None:
        if not any(part in fault for part in self.expected):
            self.faults.append(f"{page.url}: {fault}")

    def close(self) -> None:
        for context in self.browser.contexts:
            context.close()


def session_cookie(user: User, url: str) -> Any:
    """Sign ``user`` in behind the browser's back."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


@pytest.fixture
def new_page(browser: Browser, live_server: Any) -> Iterator[Opener]:
    """An ``Opener`` on the live server; a fault on one of its pages fails the test."""
    opener = Opener(browser, live_server.url)
    yield opener
    opener.close()
    assert opener.faults == []


@pytest.fixture
def page(new_page: Opener) -> Page:
    """A page of a visitor who has not signed in."""
    return new_page()
