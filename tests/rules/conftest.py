"""The command line, called within the process."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from rules.command import main

# No test asserts a time: a busy machine fails none.
settings.register_profile("rules", deadline=None)
settings.load_profile("rules")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Any:
    """Run one command, with a dictionary or raw text as its file."""

    def call(
        *arguments: str, facts: object = None, option: str = "--facts"
    ) -> tuple[int, Any, str]:
        words = list(arguments)
        if facts is not None:
            file = tmp_path / "facts.json"
            file.write_bytes(
                facts
                if isinstance(facts, bytes)
                else (facts if isinstance(facts, str) else json.dumps(facts)).encode()
            )
            words += [option, str(file)]
        status = main(words)
        out, err = capsys.readouterr()
        return status, json.loads(out) if out else None, err

    return call
