"""Who acts: a person in one membership, or a named job."""

from dataclasses import dataclass
from typing import Final

JOB_ROLE: Final = "job"


@dataclass(frozen=True)
class Actor:
    """A person at work in one role and one area, or a job; it lives for one request or run.

    ``area_path`` is the subtree the actor may see ("140000/140700/"); "" for a job.
    ``on_behalf_of`` names the person who delegated the role, "" when nobody did;
    ``on_behalf_of_id`` is that person's id.
    """

    user_id: int | None
    name: str
    role: str
    organisation_id: int | None
    organisation: str
    area_path: str
    membership_id: int | None = None
    on_behalf_of: str = ""
    on_behalf_of_id: int | None = None
    job: str = ""
    ip: str = ""
    language: str = "zh-hans"

    @property
    def persons(self) -> frozenset[int]:
        """The people behind this actor, for the rule of four eyes: who acts, and for whom."""
        return frozenset(i for i in (self.user_id, self.on_behalf_of_id) if i is not None)


def job_actor(name: str) -> Actor:
    """The actor of work that no person ordered: a scheduled task or a command."""
    return Actor(
        user_id=None,
        name=name,
        role=JOB_ROLE,
        organisation_id=None,
        organisation="",
        area_path="",
        job=name,
    )
