"""The embedded database; PostgreSQL is named by DATABASE_URL."""

from pathlib import Path
from typing import Any


def sqlite(path: Path) -> dict[str, Any]:
    """Return settings under which several processes may write one SQLite file.

    IMMEDIATE takes the write lock when a transaction begins, where waiting (20 seconds)
    still works; a lock asked for later would fail at once.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
