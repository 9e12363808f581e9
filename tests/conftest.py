"""The ground all tests stand on.

PostgreSQL and Redis start here, on import, because Django's settings need their addresses and
the conftest of a folder may import models. Workers of pytest-xdist inherit the addresses. The
tests of ``rules`` need none of this: ``pytest --confcutdir=tests/rules -p no:django tests/rules``.
"""

import os

import django

from tools import services

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright runs an event loop

KEEPER = None if "DATABASE_URL" in os.environ else services.start()

django.setup()

pytest_plugins = ["tests.fixtures"]


def pytest_unconfigure() -> None:
    if KEEPER is not None:
        services.stop(KEEPER)
