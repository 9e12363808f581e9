"""Handing out a table file."""

from io import BytesIO

from django.http import FileResponse

from records.sheets import WRITERS


def workbook(content: bytes, name: str) -> FileResponse:
    """The bytes as a download of that name, whose ending says what they are."""
    _writer, content_type = WRITERS.get(name.rpartition(".")[2].lower(), WRITERS["csv"])
    return FileResponse(
        BytesIO(content), as_attachment=True, filename=name, content_type=content_type
    )
