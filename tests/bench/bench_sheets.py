"""A roster of 20,000 rows imported beside a bare COPY of the same rows, and a long list exported.

The import is what people wait for: the workbook read, every cell checked, compared with the
register, and its good rows written, each to the agency, the stay, the licence and the figures.
A second roster changes all four of each row, beside a bare UPDATE of the same rows.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from time import perf_counter
from typing import Any

import tablib
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.db.models import Model
from import_export.resources import ModelResource

from accounts.roles import Role
from parks.models import Park
from records.actor import Actor
from records.sheets import write_table
from tenants.acts import check_roster
from tenants.models import Agency, AnnualFigure, Licence, Tenancy
from tenants.roster.plan import WRITTEN
from tests.bench.database import scratch_database
from tests.bench.rosters import ROWS, WRONG, rows, workbook
from tests.factories import make_actor, make_park

COPIES = 20
MEGABYTES = 250
#: The plain resource is let at so many rows only: it takes long.
PLAIN = 2_000
EXPORTED = 100_000
TABLE = """
CREATE TABLE bare (
    name text, credit_code text PRIMARY KEY, kind text, licence text, licence_kind text,
    issued_on date, expires_on date, entered_on date, left_on date, site text,
    floor_area numeric, gross_revenue numeric, net_revenue numeric, prospective text
)
"""


def run() -> list[dict[str, Any]]:
    """Seconds and megabytes of the import, rows a second beside a resource, seconds of export."""
    with scratch_database():
        park = make_park()
        operator = make_actor(Role.OPERATOR, park.operator)
        taken, changed = _imported(park, operator, "new"), _imported(park, operator, "changed")
        updated = _updated_bare()
        applied, copied, name = taken["apply"], _copied_back(), f"import of {ROWS:,} rows"
        return [
            _row(f"{name}, checked, with errors", applied, copied, COPIES, "s"),
            _row("as one bare table", applied, _copied_flat(), None, "s"),
            _row("its dry run before", taken["check"], copied, COPIES, "s"),
            _row("its memory at most", taken["megabytes"], None, MEGABYTES, "MB"),
            _row("a roster that changes every row", changed["apply"], updated, COPIES, "s"),
            _row("its dry run before", changed["check"], updated, COPIES, "s"),
            _row("its memory at most", changed["megabytes"], None, MEGABYTES, "MB"),
            _row(
                "the first beside a plain resource", ROWS / applied, _plain(), None, "rows a second"
            ),
            _exported(),
        ]


def _row(
    name: str, measured: float, baseline: float | None, budget: float | None, unit: str
) -> dict[str, Any]:
    ratio = round(measured / baseline, 2) if baseline else None
    return {
        "name": name,
        "measured": round(measured, 2),
        "baseline": baseline and round(baseline, 2),
        "ratio": ratio,
        "budget": budget,
        "unit": unit,
    }


def _copied_back() -> float:
    """A bare COPY of the very rows that the import wrote, into the tables that it wrote them to."""
    tables = [model._meta.db_table for model in (Agency, Tenancy, Licence, AnnualFigure)]
    with connection.cursor() as cursor:
        kept = {table: io.StringIO() for table in tables}
        for table, text in kept.items():
            cursor.copy_expert(f"COPY {table} TO STDOUT", text)
            text.seek(0)
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
        return _seconds(lambda: _copy_all(cursor, kept))


def _copy_all(cursor: Any, kept: Mapping[str, io.StringIO]) -> None:
    with transaction.atomic():
        for table, text in kept.items():
            cursor.copy_expert(f"COPY {table} FROM STDIN", text)


def _copied_flat() -> float:
    """A bare COPY of the workbook's rows into one table with a key and nothing else."""
    text = io.StringIO()
    for row in rows():
        text.write("\t".join("\\N" if cell is None else str(cell) for cell in row) + "\n")
    text.seek(0)
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
        return _seconds(lambda: cursor.copy_expert("COPY bare FROM STDIN", text))


def _updated_bare() -> float:
    """A bare COPY of all that the rows hold, and an UPDATE of what an import writes of them."""
    with connection.cursor() as cursor:
        kept: dict[type[Model], io.StringIO] = {}
        for model in (Agency, Tenancy, Licence, AnnualFigure):
            kept[model] = text = io.StringIO()
            cursor.copy_expert(f"COPY {model._meta.db_table} TO STDOUT", text)
            text.seek(0)
            cursor.execute(f"CREATE TEMP TABLE said_{model.__name__} (LIKE {model._meta.db_table})")
        return _seconds(lambda: _update_all(cursor, kept))


def _update_all(cursor: Any, kept: Mapping[type[Model], io.StringIO]) -> None:
    with transaction.atomic():
        for model, text in kept.items():
            table, said = model._meta.db_table, f"said_{model.__name__}"
            cursor.copy_expert(f"COPY {said} FROM STDIN", text)
            columns = [model._meta.get_field(name).column for name in WRITTEN[model]]
            changes = ", ".join(f"{column} = said.{column}" for column in columns)
            cursor.execute(
                f"UPDATE {table} SET {changes} FROM {said} AS said WHERE {table}.id = said.id"
            )


def _imported(park: Park, operator: Actor, what: str) -> dict[str, float]:
    """Checked and applied in a process of its own, so that its memory is its own.

    All its good rows are `what`: "new" in the register, or "changed" by the roster of a year later.
    """
    with tempfile.TemporaryFile() as file:
        workbook(file, later=int(what == "changed"))
        upload = SimpleUploadedFile("名册.xlsx", file.read())
    found = check_roster(operator, park, upload, 2025)
    environment = {
        **os.environ,
        "DATABASE_URL": os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{_database()}",
    }
    command = [sys.executable, "-m", "tests.bench.rosters", str(found.pk)]
    answer = subprocess.run(
        [*command, json.dumps(asdict(operator))],
        env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    found.refresh_from_db()
    assert found.summary["left_out"] == ROWS // WRONG
    assert found.summary[what] == ROWS - ROWS // WRONG
    assert Agency.objects.count() == ROWS - ROWS // WRONG
    taken: dict[str, float] = json.loads(answer.stdout)
    return taken


def _database() -> str:
    return str(connection.settings_dict["NAME"])


class _Plain(ModelResource):
    """What django-import-export does by itself with the first three columns."""

    class Meta:
        model = Agency
        fields = ("name", "credit_code", "kind")
        import_id_fields = ("credit_code",)


def _plain() -> float:
    """Rows a second of a plain resource that adds agencies alone."""
    lines = [(row[0], f"{n:018}", "agency") for n, row in zip(range(PLAIN), rows(), strict=False)]
    dataset = tablib.Dataset(*lines, headers=["name", "credit_code", "kind"])
    return PLAIN / _seconds(lambda: _Plain().import_data(dataset, raise_errors=True))


def _exported() -> dict[str, Any]:
    def lines() -> Iterator[list[Any]]:
        kept = list(rows())
        for _turn in range(EXPORTED // ROWS):
            yield from kept

    header = [f"{n}" for n in range(14)]
    # Taken in turns, so that a busy machine slows both alike.
    pairs = [
        (
            _seconds(lambda: write_table(io.BytesIO(), "表", header, lines(), "样例")),
            _seconds(lambda: _bare(lines())),
        )
        for _round in range(3)
    ]
    ours, bare = (min(column) for column in zip(*pairs, strict=True))
    return _row(f"export of {EXPORTED:,} rows", ours, bare, None, "s")


def _bare(lines: Iterator[list[Any]]) -> None:
    options = {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(io.BytesIO(), options) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)


def _seconds(call: Callable[[], object]) -> float:
    start = perf_counter()
    call()
    return perf_counter() - start
