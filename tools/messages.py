"""Check that every sentence of the interface stands translated, without changing a file.

The sources are copied aside and collected there anew, so that a sentence nobody collected
shows as untranslated too.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
PO = Path("locale/zh_Hans/LC_MESSAGES/django.po")


def sources() -> list[str]:
    """Return the tracked and new files that hold sentences, and the translation itself."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    found = subprocess.run(
        [*listing, "*.py", "*.html", "*.txt", "*.po"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    names = found.stdout.rstrip("\0").split("\0")
    return [name for name in names if not name.startswith("tests/") and (ROOT / name).exists()]


def collected(folder: Path) -> polib.POFile:
    """Copy the sources to ``folder``, collect there, and return the result."""
    for name in sources():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    (folder / "locale").mkdir(exist_ok=True)
    collect = [sys.executable, "-m", "django", "makemessages", "--locale=zh_Hans", "--no-obsolete"]
    subprocess.run([*collect, "--verbosity=0"], check=True, cwd=folder)
    return polib.pofile(str(folder / PO))


def main() -> int:
    """Print each sentence that lacks a certain translation; 1 when there is one."""
    with tempfile.TemporaryDirectory() as folder:
        catalogue = collected(Path(folder))
    open_entries = [*catalogue.untranslated_entries(), *catalogue.fuzzy_entries()]
    for entry in open_entries:
        places = ", ".join(name for name, _ in entry.occurrences[:2])
        print(f"not translated: {entry.msgid!r} ({places})")
    print(f"{len(catalogue) - len(open_entries)} of {len(catalogue)} sentences are translated.")
    return 1 if open_entries else 0


if __name__ == "__main__":
    sys.exit(main())
