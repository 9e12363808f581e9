"""Reads of casework, each from a scoped queryset."""

from casework.queries.boxes import BOXES, box, counters
from casework.queries.cases import case_of, cases, opinions_of, steps_of
from casework.queries.notices import (
    notice_of,
    notices_of,
    objections,
    public_entry,
    public_notice,
    public_notices,
)
from casework.queries.panels import panels_of, seat_of, seats_waiting

__all__ = [
    "BOXES",
    "box",
    "case_of",
    "cases",
    "counters",
    "notice_of",
    "notices_of",
    "objections",
    "opinions_of",
    "panels_of",
    "public_entry",
    "public_notice",
    "public_notices",
    "seat_of",
    "seats_waiting",
    "steps_of",
]
