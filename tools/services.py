"""A private PostgreSQL and Redis for tests and measurements.

Run as a program it starts both on sockets in a temporary folder, prints their addresses as
one line of JSON and waits; when its standard input closes it ends both and removes the folder.
Whoever started it therefore cannot leave them behind, not even when killed.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

PORT = "5432"  # names the socket only: nothing listens on the network
PG_OPTIONS = {
    "listen_addresses": "''",
    "port": PORT,
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
}


def start() -> subprocess.Popen[str]:
    """Start both, put DATABASE_URL, REDIS_URL and VAR_ROOT into the environment.

    Keep the returned process: when its pipe closes, the services end and their folder goes.
    """
    keeper = subprocess.Popen(
        [sys.executable, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C reaches the starter alone
    )
    assert keeper.stdout is not None
    line = keeper.stdout.readline()
    if not line:
        raise RuntimeError("PostgreSQL and Redis did not start; the reason stands above.")
    os.environ.update(json.loads(line))
    return keeper


def stop(keeper: subprocess.Popen[str]) -> None:
    """End the services and wait until their folder is gone."""
    with keeper:  # closes the pipes and waits
        pass


def postgres_bin() -> Path:
    """Return the folder of PostgreSQL's programs, the newest version first."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True
    )
    if not folders:
        raise SystemExit("PostgreSQL is not installed (Debian: postgresql).")
    return folders[0]


def as_postgres(*command: str | Path) -> None:
    """Run one of PostgreSQL's programs; it refuses root, so root becomes its user."""
    prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    try:
        subprocess.run([*prefix, *command], check=True, capture_output=True, text=True, cwd="/")
    except subprocess.CalledProcessError as failed:
        raise SystemExit(failed.stdout + failed.stderr) from failed


def start_postgres(folder: Path) -> str:
    """Start PostgreSQL in ``folder`` and return its address."""
    data = folder / "data"
    data.mkdir(mode=0o700)
    if os.geteuid() == 0:
        shutil.chown(data, "postgres")
    user = ["-U", "postgres", "--auth-local=trust", "--no-sync", "--no-instructions"]
    as_postgres(postgres_bin() / "initdb", "-D", data, "--locale=C.UTF-8", "--encoding=UTF8", *user)
    options = PG_OPTIONS | {"unix_socket_directories": str(data)}
    flags = " ".join(f"-c {name}={value}" for name, value in options.items())
    log = data / "log"
    as_postgres(postgres_bin() / "pg_ctl", "-D", data, "-w", "-s", "-l", log, "-o", flags, "start")
    return f"postgres://postgres@{quote(str(data), safe='')}:{PORT}/parks"


def start_redis(folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    """Start Redis in ``folder`` and return its process and address."""
    socket = folder / "redis.sock"
    program = shutil.which("redis-server")
    if program is None:
        raise SystemExit("Redis is not installed (Debian: redis-server).")
    options = ["--port", "0", "--unixsocket", str(socket), "--save", "", "--appendonly", "no"]
    process = subprocess.Popen([program, *options, "--dir", str(folder)], stdout=subprocess.DEVNULL)
    until = time.monotonic() + 10
    while not socket.exists():
        if process.poll() is not None or time.monotonic() > until:
            raise SystemExit("Redis did not start.")
        time.sleep(0.01)
    return process, f"redis+socket://{socket}?virtual_host=0"


def keep() -> None:
    """Start both, say where, wait for the end of standard input, end both."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    folder = Path(tempfile.mkdtemp(prefix="parks-"))
    folder.chmod(0o711)
    redis = None
    try:
        redis, redis_url = start_redis(folder)
        addresses = {"DATABASE_URL": start_postgres(folder), "REDIS_URL": redis_url}
        print(json.dumps(addresses | {"VAR_ROOT": str(folder / "var")}), flush=True)
        sys.stdin.read()
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            data = str(folder / "data")
            as_postgres(postgres_bin() / "pg_ctl", "-D", data, "-s", "-m", "immediate", "stop")
        if redis is not None:
            redis.terminate()
            redis.wait()
        shutil.rmtree(folder)


if __name__ == "__main__":
    keep()
