from importlib import import_module

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "casework"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make this app's own entries in the registries, now that the models are there."""
        import_module("casework.wiring")
