"""The daily round of all sweeps."""

import logging
from collections.abc import Mapping
from datetime import date

from records.sweeps import Sweep, all_sweeps

logger = logging.getLogger(__name__)


def sweep(day: date, sweeps: Mapping[str, Sweep] | None = None) -> dict[str, int]:
    """Run every sweep for `day`; returns by key how many rows each changed.

    One that fails keeps none of the others from running. Raises ExceptionGroup of what failed.
    """
    done, failed = {}, []
    for key, run in (all_sweeps() if sweeps is None else sweeps).items():
        try:
            done[key] = run(day)
        except Exception as error:
            logger.exception("sweep %s failed", key)
            failed.append(error)
    if failed:
        raise ExceptionGroup("sweeps failed", failed)
    return done
