"""What every deployment has in common."""

from datetime import timedelta
from pathlib import Path

from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config.environment import text

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_ROOT = Path(text("VAR_ROOT", str(BASE_DIR / "var")))

INSTALLED_APPS = [
    "records",
    "accounts",
    "parks",
    "casework",
    "tenants",
    "returns",
    "applications",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "config.staticfiles.StaticFiles",
    "django.forms",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "drf_spectacular",
    "rest_framework",
]
MIDDLEWARE = [
    "accounts.proxies.ProxyMiddleware",
    # Before all that answers, so that the policy also stands on static files and refusals.
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accounts.middleware.ActorMiddleware",
    "accounts.middleware.PolicyMiddleware",
    # Last, as its documentation asks: it answers the locked-out.
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.context.frame",
            ]
        },
    }
]
FORM_RENDERER = "records.renderer.FormRenderer"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Language and time
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# Sign-in
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {"user_attributes": ("username", "name", "email")}),
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "/"
AXES_VERBOSE = False
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "accounts.views.sign_in.locked_out"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=30)
# Five failures within the half hour; a lock lasts as long, however often one knocks meanwhile.
AXES_HANDLER = "accounts.lockout.LockoutHandler"
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
# A name and its address together: a stranger elsewhere cannot lock somebody out.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
# Reviewers, directors, administrators and auditors; off in the demonstration.
REQUIRE_SECOND_FACTOR = False
OTP_TOTP_ISSUER = "HR Parks"
# Half an hour without a request signs out [the system's own default].
SESSION_COOKIE_AGE = 30 * 60
# ActorMiddleware keeps it alive, with one write a minute at most.
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True

# How many reverse proxies of ours a request passes; without any X-Forwarded-For is not believed
TRUSTED_PROXIES = 0

# Browser's side
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR_ROOT / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
PRIVATE_ROOT = VAR_ROOT / "private"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_ROOT, "file_permissions_mode": 0o600},
    },
    "staticfiles": {"BACKEND": "config.staticfiles.StaticStorage"},
}

# Where links in e-mails and on printed forms lead; `serve` says its own address
SITE_URL = text("SITE_URL", "http://localhost:8000")

# Audit trail: the signed heads are kept outside the database
AUDIT_HEAD_DIR = VAR_ROOT / "audit"

# Tasks: late acknowledgement, so a killed worker's task comes back; the hard limit stays
# below the time (an hour) after which Redis hands a task out again.
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 50 * 60
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULE: dict[str, dict[str, object]] = {
    "send-outbox": {"task": "records.tasks.send_outbox", "schedule": timedelta(minutes=1)},
    "sweep-jobs": {"task": "records.tasks.sweep_jobs", "schedule": timedelta(minutes=5)},
    "sign-audit-head": {
        "task": "records.tasks.sign_audit_head",
        "schedule": crontab(hour=3, minute=10),
    },
    # From early in the morning, so that what is sent on a day's account is there when offices
    # open; then again and again, for whatever was lost on the way. A day done costs one query.
    "daily-sweep": {
        "task": "records.tasks.daily_sweep",
        "schedule": crontab(hour="6-23", minute="*/10"),
    },
}

# Interface for programs
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        # The first one decides that nobody gets 401, not 403.
        "accounts.callers.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["accounts.callers.ActorPermission"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "accounts.callers.KeysetPagination",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "PAGE_SIZE": 50,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "HR service industrial parks",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["accounts.callers.ActorPermission"],
}
