"""python -m rules."""

import sys

from rules.command import main

sys.exit(main())
