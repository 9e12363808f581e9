"""HTML to PDF: same input, same bytes."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from records.errors import Refused


def fitted(settings: Iterable[str]) -> bytes:
    """The first of several settings of one document that fills one page, else the last, as PDF.

    Each is HTML and made only when it is tried. Raises Refused where the system libraries of
    WeasyPrint are missing.
    """
    try:
        # WeasyPrint takes a second to load and is wanted here alone.
        from records import pdf_engine  # noqa: PLC0415
    except OSError as missing:
        raise Refused(
            _("PDF documents need the Pango library, which is not installed on this server."),
            "no_pdf",
        ) from missing
    return pdf_engine.fitted(settings)
