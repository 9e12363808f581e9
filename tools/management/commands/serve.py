"""manage.py serve: the whole system on one machine, ended by one Ctrl-C."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from http.client import HTTPConnection, HTTPException
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

PATIENCE = 15  # seconds a child may take to end
PORTS = 50  # tried upwards from the one asked for
PR_SET_PDEATHSIG = 1
EVERYWHERE = ("", "0.0.0.0", "::")  # noqa: S104  recognised here, not listened on

Child = subprocess.Popen[bytes]


class Command(BaseCommand):
    help = "Start web, worker and scheduler together; Ctrl-C ends all of it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, end)
        with listen(host, port) as listener:
            chosen = listener.getsockname()[1]
            if chosen != port:
                self.stdout.write(f"Port {port} is taken; using {chosen}.")
            address = site_address(host, chosen)
            os.environ.setdefault("SITE_URL", address)  # the children's settings read it
            self.stdout.write("Starting ...")
            self.stdout.flush()
            children = [start(web(listener), listener), start(worker())]
        try:
            wait_for_first_answer(host, chosen, children)
            self.stdout.write(f"Ready: {address}/   Ctrl-C ends it.")
            self.stdout.flush()
            watch(children)
        finally:
            stop(children)


def site_address(host: str, port: int) -> str:
    """The address at which people reach the site: one that listens everywhere is here, too."""
    name = "localhost" if host in EVERYWHERE else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}"


def end(number: int, frame: FrameType | None) -> None:
    """Leave the main loop; a second signal during the ending changes nothing."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    sys.exit(0)


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket on ``port`` or the next free one above it."""
    for candidate in range(port, port + PORTS):
        try:
            return socket.create_server((host, candidate), backlog=128)
        except OSError:
            continue
    raise SystemExit(f"No free port between {port} and {port + PORTS - 1}.")


def web(listener: socket.socket) -> list[str]:
    """One process with threads: SQLite has one writer anyway."""
    flags = ["--workers=1", "--threads=8", "--no-control-socket", "--log-level=warning"]
    return ["gunicorn", f"--bind=fd://{listener.fileno()}", *flags, "config.wsgi"]


def worker() -> list[str]:
    """The worker with the scheduler inside, one task at a time."""
    schedule = settings.VAR_ROOT / "queue" / "schedule"
    schedule.parent.mkdir(parents=True, exist_ok=True)
    flags = ["--pool=solo", "--without-gossip", "--without-mingle"]
    return ["celery", "-q", "-A", "config", "worker", "--beat", f"--schedule={schedule}", *flags]


def start(command: list[str], *inherited: socket.socket) -> Child:
    """Start a child in a session of its own: Ctrl-C reaches us, and we end it in order.

    Celery's warning to root would push the address off the screen.
    """
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        start_new_session=True,
        env=os.environ | {"PYTHONWARNINGS": "ignore::RuntimeWarning:celery.platforms"},
        pass_fds=[each.fileno() for each in inherited],
        preexec_fn=die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509  one thread
    )


def die_with_parent() -> None:
    """Ask the kernel to end this child when we are killed without a chance to do it."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def wait_for_first_answer(host: str, port: int, children: list[Child]) -> None:
    """Return when a page has been answered or a child has ended."""
    while all(child.poll() is None for child in children):
        connection = HTTPConnection(host, port, timeout=5)
        try:
            connection.request("GET", "/")
            connection.getresponse()
            return
        except (OSError, HTTPException):
            time.sleep(0.2)
        finally:
            connection.close()


def watch(children: list[Child]) -> None:
    """Return when a child has ended by itself, which none should."""
    while all(child.poll() is None for child in children):
        time.sleep(0.5)
    raise SystemExit("A part of the system ended by itself; ending the rest.")


def stop(children: list[Child]) -> None:
    """End every child in order, and after PATIENCE seconds whatever is left of it."""
    for child in children:
        child.terminate()
    until = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
