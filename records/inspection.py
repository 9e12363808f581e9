"""What a file really is, and what makes it unfit to be kept: read from its bytes alone.

Every function takes a seekable binary file and raises ``Refused`` with a sentence for the
person who uploaded it. Limits are the system's own.
"""

import codecs
import lzma
import re
import struct
import zlib
from collections.abc import Collection, Iterator
from pathlib import PurePath
from typing import IO, Final, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

import olefile
from django.utils.translation import gettext_lazy as _

from records.errors import Refused

MAX_BYTES: Final = 50 * 1024 * 1024
MAX_UNPACKED: Final = 500 * 1024 * 1024
MAX_RATIO: Final = 200
#: Small packages compress well without meaning harm.
RATIO_FROM: Final = 20 * 1024 * 1024
MAX_PARTS: Final = 10_000
#: The list of a package's parts is read whole.
MAX_CONTENT_TYPES: Final = 1024 * 1024


class FileKind(NamedTuple):
    """A type of file that may be handed in."""

    key: str
    content_type: str
    extensions: tuple[str, ...]


_OFFICE = "application/vnd.openxmlformats-officedocument."
KINDS: Final = {
    kind.key: kind
    for kind in (
        FileKind("pdf", "application/pdf", ("pdf",)),
        FileKind("jpg", "image/jpeg", ("jpg", "jpeg")),
        FileKind("png", "image/png", ("png",)),
        FileKind("docx", _OFFICE + "wordprocessingml.document", ("docx",)),
        FileKind("xlsx", _OFFICE + "spreadsheetml.sheet", ("xlsx",)),
        FileKind("doc", "application/msword", ("doc",)),
        FileKind("xls", "application/vnd.ms-excel", ("xls",)),
        FileKind("ofd", "application/ofd", ("ofd",)),
        FileKind("csv", "text/csv", ("csv", "txt")),
    )
}
#: What people hand in as evidence: bare text is taken where a table is asked for, and only there.
DOCUMENTS: Final = tuple(key for key in KINDS if key != "csv")

_PACKAGE: Final = b"PK\x03\x04"
_COMPOUND: Final = olefile.MAGIC
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PARTS: Final = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "OFD.xml": "ofd"}
_MACRO_PART: Final = re.compile(r"(vbaProject\.bin|/macrosheets/|/activeX/)", re.IGNORECASE)
_BROKEN: Final = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    lzma.LZMAError,
    zlib.error,
)
_MACRO_ENTRIES: Final = {"macros", "vba", "_vba_project", "_vba_project_cur"}


def inspect(file: IO[bytes], name: str, allowed: Collection[str] = DOCUMENTS) -> FileKind:
    """The file's kind, when it is sound, within the limits and one of ``allowed``.

    Raises Refused (codes ``empty``, ``too_large``, ``wrong_type``, ``wrong_extension``,
    ``damaged``, ``encrypted``, ``macros``, ``unpacks_too_large``).
    """
    _check_size(file)
    key = _sniff(file) or _bare_text(file, name)
    if key is None or key not in allowed:
        raise Refused(_wrong_type(allowed), "wrong_type")
    kind = KINDS[key]
    if PurePath(name).suffix.lower().lstrip(".") not in kind.extensions:
        message = _("The file's content is %(found)s, but its name “%(name)s” ends otherwise.")
        raise Refused(message % {"found": key, "name": name}, "wrong_extension")
    return kind


def _check_size(file: IO[bytes]) -> None:
    size = file.seek(0, 2)
    file.seek(0)
    if size == 0:
        raise Refused(_("The file is empty."), "empty")
    if size > MAX_BYTES:
        message = _("The file is larger than %(limit)s MB.")
        raise Refused(message % {"limit": MAX_BYTES // 1024**2}, "too_large")


def _wrong_type(allowed: Collection[str]) -> str:
    message = _("Files of this type are not accepted. Accepted are: %(types)s.")
    return str(message % {"types": ", ".join(allowed)})


def _sniff(file: IO[bytes]) -> str | None:
    head = file.read(1024)
    file.seek(0)
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(_PACKAGE):
        return _package(file)
    if head.startswith(_COMPOUND):
        return _compound(file)
    return None


def _bare_text(file: IO[bytes], name: str) -> str | None:
    """Text has no sign of its own: it is what its name says, and holds no zero byte."""
    if PurePath(name).suffix.lower().lstrip(".") not in KINDS["csv"].extensions:
        return None
    head = file.read(1 << 16)
    file.seek(0)
    return None if b"\0" in head and not head.startswith(_UTF16) else "csv"


def _damaged() -> Refused:
    return Refused(_("The file is damaged and cannot be opened."), "damaged")


def _encrypted() -> Refused:
    return Refused(_("The file is protected by a password. Remove it and try again."), "encrypted")


def _macros() -> Refused:
    return Refused(_("The file contains macros. Save it without them and try again."), "macros")


def _package(file: IO[bytes]) -> str | None:
    """The kind of a zip-based document."""
    try:
        with ZipFile(file) as package:
            parts = package.infolist()
            _check_parts(parts)
            if _declares_macros(package):
                raise _macros()
    except _BROKEN as error:
        raise _damaged() from error
    finally:
        file.seek(0)
    names = {part.filename for part in parts}
    return next((key for part, key in _PARTS.items() if part in names), None)


def _check_parts(parts: list[ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise _encrypted()
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    bloated = unpacked > RATIO_FROM and unpacked > packed * MAX_RATIO
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or bloated:
        raise Refused(_("The file unpacks to more than can be read."), "unpacks_too_large")
    if any(_MACRO_PART.search("/" + part.filename) for part in parts):
        raise _macros()


def _declares_macros(package: ZipFile) -> bool:
    if "[Content_Types].xml" not in package.namelist():
        return False
    if package.getinfo("[Content_Types].xml").file_size > MAX_CONTENT_TYPES:
        raise Refused(_("The file unpacks to more than can be read."), "unpacks_too_large")
    return b"macroEnabled" in package.read("[Content_Types].xml")


def _compound(file: IO[bytes]) -> str | None:
    """The kind of an OLE document: doc, xls, or an encrypted newer one."""
    try:
        with olefile.OleFileIO(file) as document:
            names = {name.lower() for path in document.listdir(storages=True) for name in path}
            if "encryptedpackage" in names:
                raise _encrypted()
            if names & _MACRO_ENTRIES:
                raise _macros()
            return _old_office(document, names)
    except (OSError, struct.error, IndexError) as error:
        raise _damaged() from error
    finally:
        file.seek(0)


def _old_office(document: olefile.OleFileIO, names: set[str]) -> str | None:
    if "worddocument" in names:
        flags = struct.unpack_from("<H", document.openstream("WordDocument").read(12), 10)[0]
        if flags & 0x0100:
            raise _encrypted()
        return "doc"
    for name in ("Workbook", "Book"):
        if name.lower() in names:
            _check_workbook(document.openstream(name).read())
            return "xls"
    return None


def _check_workbook(stream: bytes) -> None:
    """Read the global records of a BIFF workbook: a password, sheets of Excel 4 macros."""
    for code, content in _biff_records(stream):
        if code == 0x002F:  # FILEPASS
            raise _encrypted()
        if code == 0x0085 and len(content) > 5 and content[5] == 1:  # BOUNDSHEET, macro sheet
            raise _macros()
        if code == 0x000A:  # EOF of the globals
            return


def _biff_records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        code, length = struct.unpack_from("<HH", stream, at)
        yield code, stream[at + 4 : at + 4 + length]
        at += 4 + length
