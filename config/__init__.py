"""Settings, addresses and the start of Celery: wiring without logic."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
