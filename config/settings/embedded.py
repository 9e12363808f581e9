"""The default: one machine, SQLite, tasks through files; nothing else to install."""

from config.environment import made_key, words
from config.settings.base import *
from config.settings.base import INSTALLED_APPS, VAR_ROOT
from config.settings.databases import sqlite
from config.settings.logs import logging

SECRET_KEY = made_key("SECRET_KEY", VAR_ROOT / "keys")
AUDIT_KEY = made_key("AUDIT_KEY", VAR_ROOT / "keys")
ALLOWED_HOSTS = words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
INSTALLED_APPS = [*INSTALLED_APPS, "tools"]  # for manage.py serve

DATABASES = {"default": sqlite(VAR_ROOT / "database.sqlite3")}
QUEUE = VAR_ROOT / "queue"
QUEUE.mkdir(parents=True, exist_ok=True)  # what is queued before the worker's first start waits
CELERY_BROKER_URL = "filesystem://localhost/"
CELERY_BROKER_TRANSPORT_OPTIONS = {
    name: str(QUEUE) for name in ("data_folder_in", "data_folder_out", "control_folder")
}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_ROOT / "mail"
LOGGING = logging(as_json=False)
