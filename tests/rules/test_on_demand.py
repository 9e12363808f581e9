"""What importing the rules brings along, each seen in an interpreter of its own."""

import subprocess
import sys

FILES = "[name for name in sys.modules if name.startswith('rules.jurisdictions.')]"


def printed(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, rules; {program}"],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={"PYTHONIOENCODING": "utf-8"},
    )
    return done.stdout.strip()


def test_no_jurisdiction_is_read_before_an_edition_is_asked_for() -> None:
    assert printed(f"print({FILES})") == "[]"
    assert printed(f"rules.jurisdictions(); print(len({FILES}))") == "5"


def test_a_clause_is_cited_rightly_by_who_asks_for_nothing_else() -> None:
    asked = "from rules.citing import cited; print(cited('QP-3(2)').zh)"
    assert printed(asked) == "三、（二）"
