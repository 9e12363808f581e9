"""Handing out a workbook."""

from io import BytesIO

from django.http import FileResponse

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(content: bytes, name: str) -> FileResponse:
    """The bytes as a download of that name."""
    return FileResponse(
        BytesIO(content), as_attachment=True, filename=name, content_type=CONTENT_TYPE
    )
