"""Files that people hand in or the system makes, kept in private storage."""

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _


def private_storage() -> Storage:
    """The storage that no web server publishes; every byte leaves through the download view."""
    return storages["private"]


class Attachment(models.Model):
    """A file and whose it is: ``owner_kind`` names a registry entry in ``records.attachments``.

    ``content_type`` is what the bytes are, never what the uploader claimed. ``size`` is in
    bytes, ``sha256`` hexadecimal. ``detached_at`` makes a file part of the past: off its
    owner's pages and closed to its readers; the file itself is kept.
    """

    file = models.FileField(storage=private_storage, upload_to="attachments/%Y/%m", max_length=200)
    name = models.CharField(_("file name"), max_length=200)
    size = models.BigIntegerField(_("size"))
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64, db_index=True)
    owner_kind = models.CharField(max_length=60)
    owner_id = models.BigIntegerField()
    area_path = models.CharField(max_length=200, blank=True)
    organisation_id = models.BigIntegerField(null=True)
    uploaded_by_id = models.BigIntegerField(null=True)
    uploaded_by = models.CharField(_("uploaded by"), max_length=150)
    uploaded_at = models.DateTimeField(_("uploaded at"))
    detached_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("file")
        ordering = ("uploaded_at", "pk")
        indexes = (models.Index(fields=("owner_kind", "owner_id"), name="attachment_by_owner"),)

    def __str__(self) -> str:
        return self.name
