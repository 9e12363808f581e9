"""What may be done to a park's archive; each act checks, changes and records."""

from parks.acts.archive import (
    DECIDERS,
    FOUNDERS,
    KEEPERS,
    add_park,
    add_site,
    change_park,
    change_site,
    ensure_role,
    recognise,
)

__all__ = [
    "DECIDERS",
    "FOUNDERS",
    "KEEPERS",
    "add_park",
    "add_site",
    "change_park",
    "change_site",
    "ensure_role",
    "recognise",
]
