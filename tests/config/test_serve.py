"""manage.py serve starts three parts and never leaves one behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.management.commands.serve import site_address

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    environment = os.environ | {
        "VAR_ROOT": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "config.settings.embedded",
    }
    (tmp_path / "static").mkdir()
    with subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port=0"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        yield process
        process.kill()


def wait_until_ready(process: subprocess.Popen[str]) -> str:
    """The address that it prints."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("Ready: http://127.0.0.1:"):
            return line.split()[1].rstrip("/")
    raise AssertionError("serve ended before it was ready")


def descendants(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [each for child in map(int, children) for each in (child, *descendants(child))]


def alive(pids: list[int]) -> list[int]:
    return [pid for pid in pids if Path(f"/proc/{pid}/cmdline").exists() and not zombie(pid)]


def zombie(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"


def wait_for_end(pids: list[int]) -> list[int]:
    until = time.monotonic() + 20
    while alive(pids) and time.monotonic() < until:
        time.sleep(0.1)
    return alive(pids)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8155"),
        ("0.0.0.0", "http://localhost:8155"),
        ("::1", "http://[::1]:8155"),
    ],
)
def test_the_site_is_where_it_is_served(host: str, address: str) -> None:
    assert site_address(host, 8155) == address


def test_the_parts_know_the_address_that_is_printed(served: subprocess.Popen[str]) -> None:
    printed = wait_until_ready(served)
    for part in descendants(served.pid)[:2]:
        told = Path(f"/proc/{part}/environ").read_bytes().split(b"\0")
        assert f"SITE_URL={printed}".encode() in told


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_part_outlives_serve(served: subprocess.Popen[str], number: signal.Signals) -> None:
    wait_until_ready(served)
    parts = descendants(served.pid)
    assert len(parts) >= 3
    served.send_signal(number)
    assert wait_for_end(parts) == []


def test_serve_ends_when_a_part_dies(served: subprocess.Popen[str]) -> None:
    wait_until_ready(served)
    parts = descendants(served.pid)
    os.kill(parts[0], signal.SIGKILL)
    assert served.wait(timeout=20) == 1
    assert wait_for_end(parts) == []
