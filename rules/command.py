"""The regulations on the command line. Answers are JSON in UTF-8.

Bad input ends with status 2 and one line on standard error.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from rules import answers
from rules.errors import BadInput, UnknownKey
from rules.scoring import READINGS
from rules.workdays import today


class _OneLine(ArgumentParser):
    """Complains in one line instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(message)


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one command; the exit status."""
    # Whatever the locale says; lone surrogates from a file come out as JSON escapes.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        answer = _answer(arguments)
    except (BadInput, UnknownKey) as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 2
    print(json.dumps(answer, ensure_ascii=False, indent=2))
    return 0


def _answer(arguments: Sequence[str] | None) -> Any:
    given = _parser().parse_args(arguments)
    if given.command == "list":
        return answers.listed(today())
    if given.command == "show":
        return answers.shown(given.edition)
    if given.command == "assess":
        on = _day(given.on) if given.on else today()
        return answers.assessed(given.jurisdiction, _facts(given.facts), on)
    if given.command == "score":
        return answers.scored(given.sheet, _facts(given.answers), given.reading)
    if given.command == "grade":
        return answers.graded(given.jurisdiction, _facts(given.scores))
    if given.command == "subsidy":
        on = _day(given.on) if given.on else today()
        return answers.subsidy(given.jurisdiction, given.scheme, _facts(given.facts), on)
    if given.command == "deadline":
        return answers.deadline(given.jurisdiction, given.duty, _day(given.start))
    return answers.coverage() if given.command == "coverage" else answers.questions()


def _parser() -> ArgumentParser:
    parser = _OneLine(prog="python -m rules", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("list", help="the editions")
    commands.add_parser("show", help="one edition").add_argument("edition")
    assess = commands.add_parser("assess", help="conditions against facts")
    assess.add_argument("jurisdiction")
    _file(assess, "--facts")
    assess.add_argument("--on", metavar="DATE", help="default: today")
    score = commands.add_parser("score", help="a score sheet against answers")
    score.add_argument("sheet")
    _file(score, "--answers")
    score.add_argument("--reading", default=READINGS[0], help=" or ".join(READINGS))
    grade = commands.add_parser("grade", help="grades of all parks scored in a cycle")
    grade.add_argument("jurisdiction")
    _file(grade, "--scores")
    subsidy = commands.add_parser("subsidy", help="what a scheme pays")
    subsidy.add_argument("jurisdiction")
    subsidy.add_argument("scheme")
    _file(subsidy, "--facts")
    subsidy.add_argument("--on", metavar="DATE", help="default: today")
    deadline = commands.add_parser("deadline", help="by when a duty must be done")
    deadline.add_argument("jurisdiction")
    deadline.add_argument("duty")
    deadline.add_argument("--from", required=True, dest="start", metavar="DATE")
    commands.add_parser("coverage", help="what carries each clause")
    commands.add_parser("questions", help="open questions of interpretation")
    return parser


def _file(parser: ArgumentParser, option: str) -> None:
    parser.add_argument(option, required=True, metavar="FILE", help="JSON, - for standard input")


def _day(written: str) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or day.isoformat() != written:
        raise BadInput(f"not a date like 2026-11-21: {written}")
    return day


def _facts(name: str) -> dict[str, Any]:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        given = json.loads(
            raw.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
        )
    except OSError as error:
        raise BadInput(f"cannot read {name}: {error.strerror}") from error
    except BadInput:
        raise
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{name} is not JSON in UTF-8: {error}") from error
    if not isinstance(given, dict):
        raise BadInput(f"{name}: expected a JSON object")
    return given


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    given = dict(pairs)
    if len(given) < len(pairs):
        raise BadInput("a key stands twice in the same object")
    return given


def _no_fraction(written: str) -> NoReturn:
    raise BadInput(f"{written}: write a number with a fraction in quotes")
