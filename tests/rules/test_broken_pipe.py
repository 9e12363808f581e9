"""The command line ends quietly when nobody reads on."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("command", [["list"], ["show", "jinzhong-2022"]])
def test_a_reader_that_goes_leaves_no_complaint(command: list[str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "rules", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()
    assert complaint == ""
    assert process.returncode == 0
