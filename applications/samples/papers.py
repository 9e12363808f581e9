"""Invented papers: small PDF files that say they are samples."""

from django.core.files.base import ContentFile

_PAGE = b"BT /F1 18 Tf 72 760 Td (SAMPLE - invented for demonstration) Tj 0 -30 Td (%s) Tj ET"


def paper(name: str, mark: str) -> "ContentFile[bytes]":
    """A one-page PDF called `name`.pdf; `mark` (ASCII) stands on it, so that each differs."""
    stream = _PAGE % mark.encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    return ContentFile(_written(objects), name=f"{name}.pdf")


def _written(objects: list[bytes]) -> bytes:
    """The objects as a PDF file with its table of offsets."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + head + tail
