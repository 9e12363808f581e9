"""Uploads of rosters, for tests."""

from typing import Any

from parks.models import Park
from records import acts
from records.actor import Actor
from tenants.acts import check_roster
from tenants.models import RosterImport
from tests.factories import make_credit_code
from tests.records.books import upload
from tests.tenants.books import book, good_row

YEAR = 2025


def sent(actor: Actor, park: Park, *rows: dict[str, Any]) -> RosterImport:
    """A roster of these rows, uploaded."""
    return check_roster(actor, park, upload(book(*rows)), YEAR)


def numbered(number: int, **cells: Any) -> dict[str, Any]:
    """A good row of the agency of this number."""
    own = {"credit_code": make_credit_code(number), "name": f"样例{number}号公司"}
    return good_row(**(own | {"licence_number": f"样例{number}号"} | cells))


def run(found: RosterImport) -> None:
    """Let the job of a long roster run."""
    assert found.job is not None
    acts.run_job(found.job)
    found.refresh_from_db()
