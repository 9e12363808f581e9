"""Loading the text of an edition's instrument: looked at first, then shown beside the rules."""

from django.core.files import File
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Area
from accounts.roles import Role
from accounts.scope import scoped
from applications.instruments.matching import place_in_text
from applications.instruments.reading import lines_of
from applications.instruments.splitting import Part, split
from applications.models import InstrumentPart, InstrumentText
from records.actor import Actor
from records.acts import record
from records.acts.attachments import clean_name, sha256_of
from records.errors import Refused
from rules.edition import Edition

LOADERS = frozenset({Role.ADMINISTRATOR})


def may_load(actor: Actor, law: Edition) -> bool:
    """Whether the actor administers an office in whose area the edition is in force."""
    mine = scoped(Area.objects.filter(code=law.area_code), actor)
    return actor.role in LOADERS and mine.exists()


@transaction.atomic
def read_text(actor: Actor, law: Edition, upload: File) -> InstrumentText:
    """Read and split a file, to be looked at before it is applied.

    Raises Refused where the file cannot be read, or has no article in it.
    """
    _ensure_loader(actor, law)
    name = clean_name(upload.name or "")
    parts = split_for(law, lines_of(upload, name))
    if not any(place_in_text(part).article for part in parts):
        reason = _(
            "No article was found in the file. Where a word processor numbers them by itself, "
            "save the document as plain text first."
        )
        raise Refused(reason, "no_article")
    assert actor.user_id is not None  # an administrator is a person
    text = InstrumentText.objects.create(
        edition=law.key, file_name=name, sha256=sha256_of(upload), loaded_by_id=actor.user_id
    )
    InstrumentPart.objects.bulk_create(
        InstrumentPart(
            instrument=text,
            order=order,
            article=place_in_text(part).article,
            place=part.place,
            text=part.text,
        )
        for order, part in enumerate(parts)
    )
    record(actor, "applications.read_text", text, after=_facts(text))
    return text


@transaction.atomic
def apply_text(actor: Actor, law: Edition, text: InstrumentText) -> InstrumentText:
    """Show this text beside the rules from now on; a second time it has no effect."""
    _ensure_loader(actor, law)
    others = InstrumentText.objects.select_for_update().filter(edition=law.key)
    found = {each.pk: each for each in others}[text.pk]
    if found.version is None:
        last = others.aggregate(last=Max("version"))["last"] or 0
        found.version, found.applied_at = last + 1, timezone.now()
        found.save(update_fields=("version", "applied_at"))
        record(actor, "applications.apply_text", found, after=_facts(found))
    return found


def split_for(law: Edition, lines: list[str]) -> tuple[Part, ...]:
    """The text in parts, counted as the edition's law counts."""
    return split(lines, sections=law.instrument.in_sections)


def _ensure_loader(actor: Actor, law: Edition) -> None:
    if not may_load(actor, law):
        raise Refused(_("The text is loaded by the administrator of the bureau's area."), "role")


def _facts(text: InstrumentText) -> dict[str, object]:
    return {
        "edition": text.edition,
        "version": text.version,
        "file": text.file_name,
        "sha256": text.sha256,
    }
