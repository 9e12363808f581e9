"""A server: PostgreSQL and Redis, every secret from the environment."""

import dj_database_url

from config.environment import key, text, words
from config.settings.base import *
from config.settings.logs import logging

SECRET_KEY = key("SECRET_KEY")
AUDIT_KEY = key("AUDIT_KEY")
ALLOWED_HOSTS = words("ALLOWED_HOSTS")
SITE_URL = text("SITE_URL")
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")

DATABASES = {"default": dj_database_url.parse(key("DATABASE_URL"), conn_max_age=60)}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": text("REDIS_URL"),
    }
}
CELERY_BROKER_URL = text("REDIS_URL")

REQUIRE_SECOND_FACTOR = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_SSL_REDIRECT = True
TRUSTED_PROXIES = int(text("TRUSTED_PROXIES", "0"))
# The reverse proxy in front ends TLS and must overwrite this header.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

EMAIL_HOST = text("EMAIL_HOST", "localhost")
EMAIL_PORT = int(text("EMAIL_PORT", "25"))
DEFAULT_FROM_EMAIL = text("EMAIL_FROM", "noreply@localhost")
LOGGING = logging(as_json=True)
