"""The tests: PostgreSQL and Redis of their own (tools/services.py), or SQLite when asked."""

import dj_database_url

from config.environment import text
from config.settings.base import *
from config.settings.base import STORAGES, VAR_ROOT
from config.settings.databases import sqlite

WORKER = text("PYTEST_XDIST_WORKER", "gw0")
# VAR_ROOT is a temporary folder of the services; each worker has its part of it.
SCRATCH = VAR_ROOT / WORKER
SCRATCH.mkdir(parents=True, exist_ok=True)

SECRET_KEY = "only-for-tests"
AUDIT_KEY = "only-for-tests"
ALLOWED_HOSTS = ["*"]

if text("DATABASE", "postgresql") == "sqlite":
    DATABASES = {
        "default": sqlite(SCRATCH / "unused") | {"TEST": {"NAME": SCRATCH / "test.sqlite3"}}
    }
else:
    DATABASES = {"default": {**dj_database_url.parse(text("DATABASE_URL"))}}

# Workers of one run share a Redis: each has its own keys and its own queue.
CELERY_BROKER_URL = text("REDIS_URL")
CELERY_TASK_DEFAULT_QUEUE = f"tests-{WORKER}"
CELERY_BROKER_TRANSPORT_OPTIONS = {"global_keyprefix": f"{WORKER}:"}

PRIVATE_ROOT = SCRATCH / "private"
AUDIT_HEAD_DIR = SCRATCH / "audit"
STORAGES = STORAGES | {
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_ROOT},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
