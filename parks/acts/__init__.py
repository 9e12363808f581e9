"""What may be done to a park's archive; each act checks, changes and records."""

from parks.acts.archive import (
    FOUNDERS,
    KEEPERS,
    add_park,
    add_site,
    change_park,
    change_site,
    ensure_role,
)
from parks.acts.corrections import correct_recognition
from parks.acts.decided import (
    DECIDERS,
    PLAQUE_KEEPERS,
    Document,
    give_plaque,
    move_premises,
    open_branch_site,
    place_under,
    recognise,
    recommend,
)

__all__ = [
    "DECIDERS",
    "FOUNDERS",
    "KEEPERS",
    "PLAQUE_KEEPERS",
    "Document",
    "add_park",
    "add_site",
    "change_park",
    "change_site",
    "correct_recognition",
    "ensure_role",
    "give_plaque",
    "move_premises",
    "open_branch_site",
    "place_under",
    "recognise",
    "recommend",
]
