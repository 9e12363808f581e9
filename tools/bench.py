"""make bench: what was measured, beside its baseline and its budget, in one table.

Each ``tests/bench/bench_*.py`` offers ``run()``, which returns rows with ``name``,
``measured``, ``baseline``, ``ratio``, ``budget`` and ``unit``; None prints as a dash.
"""

import importlib
import os
from pathlib import Path
from typing import Any

import django

from tools import services

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "bench"
COLUMNS = ("name", "measured", "baseline", "ratio", "budget", "unit")


def rows() -> list[dict[str, Any]]:
    """Run every module of the folder in the order of their names."""
    found = []
    for path in sorted(FOLDER.glob("bench_*.py")):
        found += importlib.import_module(f"tests.bench.{path.stem}").run()
    return found


def shown(value: object) -> str:
    """Return a cell's text: three significant digits for a fraction."""
    if isinstance(value, float):
        return f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"
    return "-" if value is None else str(value)


def table(measured: list[dict[str, Any]]) -> str:
    """Return the rows as text, names to the left and figures to the right."""
    cells = [list(COLUMNS)]
    cells += [[shown(row.get(name)) for name in COLUMNS] for row in measured]
    widths = [max(len(line[i]) for line in cells) for i in range(len(COLUMNS))]
    return "\n".join(
        "  ".join(
            text.ljust(width) if i in (0, len(COLUMNS) - 1) else text.rjust(width)
            for i, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    )


def main() -> None:
    """Measure on services of our own, print, end them."""
    keeper = services.start()
    try:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
        django.setup()
        print(table(rows()))
    finally:
        services.stop(keeper)


if __name__ == "__main__":
    main()
