"""Emptying the database after a test that commits.

Django's own flush fails on append-only tables, loses what migrations have seeded and costs a
pass over all permissions; this one switches the guards off, truncates, and puts the seed back.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

PREFIX = "seed_of_"


def keep_seed() -> None:
    """Copy aside every table that has rows after the migrations."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table in connection.introspection.django_table_names(only_existing=True):
            cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {table})")
            if cursor.fetchone()[0]:
                cursor.execute(f"CREATE TABLE {PREFIX}{table} AS SELECT * FROM {table}")


def restore_seed() -> None:
    """Empty every table and put the seed back."""
    tables = connection.introspection.table_names()
    kept = [table for table in tables if table.startswith(PREFIX)]
    used = connection.introspection.django_table_names(only_existing=True, include_views=False)
    with transaction.atomic(), connection.cursor() as cursor, guards_off(cursor):
        empty(cursor, used)
        for copy in kept:
            cursor.execute(f"INSERT INTO {copy.removeprefix(PREFIX)} SELECT * FROM {copy}")


def empty(cursor: CursorWrapper, tables: list[str]) -> None:
    """Delete all rows; numbering goes on, so that a stale id never fits a new row."""
    if connection.vendor == "postgresql":
        cursor.execute(f"TRUNCATE {', '.join(tables)}")
        return
    for table in tables:
        cursor.execute(f"DELETE FROM {table}")


@contextmanager
def guards_off(cursor: CursorWrapper) -> Iterator[None]:
    """Switch off triggers until the transaction's end (SQLite: until the block's)."""
    if connection.vendor == "postgresql":
        cursor.execute("SET LOCAL session_replication_role = 'replica'")
        yield
        return
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = cursor.fetchall()
    for name, _ in triggers:
        cursor.execute(f"DROP TRIGGER {name}")
    yield
    for _, statement in triggers:
        cursor.execute(statement)
