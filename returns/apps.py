from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReturnsConfig(AppConfig):
    name = "returns"
    verbose_name = _("Returns and standing duties")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make this app's own entries in the registries, now that the models are there."""
        import_module("returns.wiring")
