"""The past of an agency or a stay as pages show it: its own changes, and the rosters it is from."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from django.db.models import QuerySet

from accounts.scope import scoped
from parks.history import Change, changes
from records import batches
from records.actor import Actor
from tenants.models import Agency, RosterImport, Tenancy
from tenants.queries import history

#: So many imports are looked through for the row, the latest first [the system's own limit].
READ: Final = 64


def past_of(row: Agency | Tenancy, actor: Actor) -> list[Change]:
    """The row's last changes, the newest first; of an import, that it was and from which file.

    Imports are named where the actor sees their park.
    """
    uploads = scoped(RosterImport.objects.exclude(applied_at=None), actor)
    stays = [row] if isinstance(row, Tenancy) else row.tenancies.all()
    parks = {stay.park_id for stay in stays}
    wrote = list(_that_wrote(row, uploads.filter(park__in=parks)))
    entries = list(history(row, wrote))
    return [
        change if entry.object_kind == row._meta.label_lower else replace(change, fields=[])
        for entry, change in zip(entries, changes(entries), strict=True)
    ]


def _that_wrote(row: Agency | Tenancy, uploads: QuerySet[RosterImport]) -> Iterator[int]:
    kind = row._meta.label_lower
    found = uploads.order_by("-applied_at").values_list("pk", "traces")[:READ]
    for pk, traces in found.iterator():
        for written in map(batches.read, traces):
            if written.kind == kind and (row.pk in written.new or row.pk in written.changed):
                yield pk
