"""Database triggers that make a table append-only, for each of the two databases.

A migration that alters a guarded table must install its guards again: SQLite rebuilds the
table and loses them. ``verify_audit`` reports guards that are missing.
"""

from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_INSTALL: Final = {
    "postgresql": (
        """CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{table} is append-only'; END $$""",
        """CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()""",
    ),
    "sqlite": (
        """CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
        """CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
        # INSERT OR REPLACE deletes without firing the trigger above
        """CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
        WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
    ),
}

_REMOVE: Final = {
    "postgresql": (
        "DROP TRIGGER IF EXISTS {table}_no_change ON {table}",
        "DROP FUNCTION IF EXISTS {table}_refuse()",
    ),
    "sqlite": (
        "DROP TRIGGER IF EXISTS {table}_no_update",
        "DROP TRIGGER IF EXISTS {table}_no_delete",
        "DROP TRIGGER IF EXISTS {table}_no_replace",
    ),
}

_PRESENT: Final = {
    "postgresql": """SELECT count(*) FROM pg_trigger
        WHERE tgrelid = '{table}'::regclass AND NOT tgisinternal AND tgenabled <> 'D'""",
    "sqlite": """SELECT count(*) FROM sqlite_master
        WHERE type = 'trigger' AND tbl_name = '{table}'""",
}

_EXPECTED: Final = {"postgresql": 1, "sqlite": 3}


def install(schema_editor: BaseDatabaseSchemaEditor, table: str, key: str = "id") -> None:
    """Make ``table``, whose primary key column is ``key``, append-only from here on."""
    for statement in _INSTALL[schema_editor.connection.vendor]:
        schema_editor.execute(statement.format(table=table, key=key))


def remove(schema_editor: BaseDatabaseSchemaEditor, table: str) -> None:
    for statement in _REMOVE[schema_editor.connection.vendor]:
        schema_editor.execute(statement.format(table=table))


def are_present(connection: BaseDatabaseWrapper, table: str) -> bool:
    """Whether every guard of ``table`` stands and is switched on."""
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT[connection.vendor].format(table=table))
        (count,) = cursor.fetchone()
    return bool(count >= _EXPECTED[connection.vendor])
