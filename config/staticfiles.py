"""What of the libraries' files is published, and under which names."""

from django.contrib.staticfiles.apps import StaticFilesConfig
from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(StaticFilesConfig):
    """Leaves out what no page asks for: compressing it took half a minute."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "*.map",
        "django_htmx/ext",
        "htm*-4*",
        "rest_framework",
    ]


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Names that change with the content; the source maps left out are not looked for."""

    patterns = (("*.css", HashedFilesMixin.patterns[0][1][:2]),)
