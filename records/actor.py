"""Who acts: a person in one membership, or a named job."""

from dataclasses import dataclass
from typing import Final

JOB_ROLE: Final = "job"


@dataclass(frozen=True)
class Actor:
    """A person at work in one role and one area, or a job; it lives for one request or run.

    ``area_path`` is the subtree the actor may see ("140000/140700/"); "" for a job.
    ``on_behalf_of`` names the person who delegated the role, "" when nobody did.
    """

    user_id: int | None
    name: str
    role: str
    organisation_id: int | None
    organisation: str
    area_path: str
    membership_id: int | None = None
    on_behalf_of: str = ""
    job: str = ""
    ip: str = ""
    language: str = "zh-hans"


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
