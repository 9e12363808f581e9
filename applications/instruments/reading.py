"""The lines of an instrument's text, from a docx or a plain text, read without trusting either."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import IO, Final
from xml.etree.ElementTree import Element, ParseError
from zipfile import ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext as _

from records.errors import Refused
from records.inspection import inspect

MAX_TEXT: Final = 2 * 1024 * 1024
MAX_DOCX: Final = 20 * 1024 * 1024
MAX_XML: Final = 30 * 1024 * 1024
MAX_CHARACTERS: Final = 600_000
ENCODINGS: Final = ("utf-8-sig", "gb18030")

_DOCUMENT: Final = "word/document.xml"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Office writes a drawing's words twice: once for today's programs, once for old ones.
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}


def lines_of(file: IO[bytes], name: str) -> list[str]:
    """The paragraphs, without blank ones.

    Raises Refused (codes of `records.inspection.inspect`, besides `no_text` and `encoding`).
    """
    if PurePath(name).suffix.lower() == ".txt":
        lines = _plain(file).splitlines()
    else:
        lines = list(_paragraphs(file, name))
    kept = [line.rstrip() for line in lines if line.strip()]
    if not kept:
        raise Refused(_("The file holds no text."), "no_text")
    if sum(map(len, kept)) > MAX_CHARACTERS:
        raise _too_large(MAX_TEXT)
    return kept


def _plain(file: IO[bytes]) -> str:
    raw = _whole(file, MAX_TEXT)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(raw, "utf-16")
    if b"\0" in raw:
        raise _no_encoding()
    try:
        return raw.decode(ENCODINGS[0])
    except UnicodeDecodeError:
        return _decoded(raw, ENCODINGS[1])


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise _no_encoding() from error


def _whole(file: IO[bytes], limit: int) -> bytes:
    file.seek(0)
    raw = file.read(limit + 1)
    if len(raw) > limit:
        raise _too_large(limit)
    return raw


def _paragraphs(file: IO[bytes], name: str) -> Iterator[str]:
    if file.seek(0, 2) > MAX_DOCX:
        raise _too_large(MAX_DOCX)
    inspect(file, name, ("docx",))
    with ZipFile(file) as package:
        if package.getinfo(_DOCUMENT).file_size > MAX_XML:
            raise Refused(_("The file unpacks to more than can be read."), "unpacks_too_large")
        with package.open(_DOCUMENT) as stream:
            yield from _told(stream)


def _told(stream: IO[bytes]) -> Iterator[str]:
    """Each paragraph once it ends; one within another (a text box) stands before it."""
    open_ones: list[list[str]] = []
    aside = 0
    try:
        for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
            started = event == "start"
            if element.tag == _FALLBACK:
                aside += 1 if started else -1
            elif element.tag == f"{_W}p":
                if started:
                    open_ones.append([])
                else:
                    yield from "".join(open_ones.pop()).split("\n")
                    element.clear()
            elif not started and not aside and open_ones:
                open_ones[-1].append(_words(element))
    except (ParseError, DefusedXmlException) as error:
        raise Refused(_("The file is damaged and cannot be opened."), "damaged") from error


def _words(element: Element) -> str:
    # What was struck out under tracked changes stands in another element and is left out.
    if element.tag == f"{_W}t":
        return element.text or ""
    return _BREAKS.get(element.tag, "")


def _too_large(limit: int) -> Refused:
    message = _("The file is larger than %(limit)s MB.")
    return Refused(message % {"limit": limit // 1024**2}, "too_large")


def _no_encoding() -> Refused:
    return Refused(_("The text is neither in UTF-8 nor in GB 18030."), "encoding")
