"""python -m rules."""

import os
import sys

from rules.command import main

try:
    status = main()
    sys.stdout.flush()
except BrokenPipeError:  # pragma: no cover - tested in a process of its own
    # Who reads has gone (`| head -1`). What is left must not make Python complain at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    status = 0
sys.exit(status)
