"""Words of the register that people read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Light(models.TextChoices):
    """How an agency's licence stands on a day."""

    VALID = "valid", _("Licence valid")
    SOON = "soon", _("Expires within 90 days")
    EXPIRED = "expired", _("Licence expired")
    NONE = "none", _("No licence on record")
