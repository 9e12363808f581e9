"""A large roster for measurements: its rows, its workbook, and its import.

Run as a program it runs the jobs that check and apply the import of that number, in a process of
its own, and prints the seconds taken and the peak of its memory in MB as one line of JSON.
"""

import json
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import IO, Any

import django
import xlsxwriter

ROWS = 20_000
#: One row in so many has a date that cannot be read.
WRONG = 100


def rows(later: int = 0) -> Iterator[list[Any]]:
    """Each as the template has it: fourteen cells.

    `later` years every agency has another name, licence, area and figures.
    """
    from tests.factories import make_credit_code

    first, more = date(2020, 1, 1), "新" * later
    for n in range(ROWS):
        day = first + timedelta(n % 2000)
        agency = [f"样例人力资源{more}有限公司{n}", make_credit_code(n), "人力资源服务机构"]
        until = day + timedelta(1825 + 365 * later)
        licence = [f"样例证字{n}号", "人力资源服务许可证", day, until]
        stay = [day + timedelta(30), None, None, 100 + n % 50 + later]
        yield [*agency, *licence, *stay, 1_000_000 + n + later, 500_000 + n + later, "否"]


def workbook(file: IO[bytes], later: int = 0) -> None:
    """The rows under the template's headings, one in a hundred wrong."""
    from tenants.roster.columns import COLUMNS

    options = {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("名册")
        sheet.write_row(0, 0, [column.headed for column in COLUMNS])
        for number, cells in enumerate(rows(later), 1):
            if number % WRONG == 0:
                cells[7] = "春天"
            sheet.write_row(number, 0, cells)
    file.seek(0)


def main(number: int, actor: dict[str, Any]) -> None:
    from records.actor import Actor
    from records.acts import run_job
    from tenants.acts import apply_roster
    from tenants.models import RosterImport

    # As the worker does: what a check kept is not read by who only starts the next job.
    upload = RosterImport.objects.defer("changes").get(pk=number)
    assert upload.job is not None
    start = perf_counter()
    run_job(upload.job)
    checked = perf_counter()
    upload.refresh_from_db(fields=("state", "summary", "errors"))
    run_job(apply_roster(Actor(**actor), upload, good_only=True).job or 0)
    times = {"check": checked - start, "apply": perf_counter() - checked}
    print(json.dumps(times | {"megabytes": _peak()}))


def _peak() -> float:
    """The most memory of this program. (What getrusage says is never less than its parent's.)"""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found is not None
    return int(found[1]) / 1024


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]), json.loads(sys.argv[2]))
