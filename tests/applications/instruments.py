"""Texts of regulations for tests: invented sentences around the numbers of articles and items."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile

from rules.citing import cited
from rules.edition import Edition
from rules.quoted import by_clause
from rules.source import Place, place_of

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def lines(law: Edition) -> list[str]:
    """A text that has every article and item, with half of the words that the rules quote."""
    letters = law.clauses[0].id.partition("-")[0]
    words = by_clause(law)
    told = ["样例文件", "第一章　总则（样例）"]
    last = 0
    for clause in law.clauses:
        place = place_of(clause.id)
        quoted = words.get(clause.id, ())[:1]
        sentence = f"样例文字{'，'.join(quoted)}，样例结尾。"
        if place.article != last and place.article:
            head = cited(f"{letters}-{place.article}").zh
            told.append(f"{head}　{'' if _whole(place) else '样例引言。'}")
        last = place.article or last
        told[-1:] = [told[-1] + sentence] if _whole(place) else [told[-1], _head(place) + sentence]
    return told


def _whole(place: Place) -> bool:
    return not (place.items or place.points or place.closing or place.annex or not place.article)


def _head(place: Place) -> str:
    if place.annex:
        return f"附件{place.annex}　"
    if place.points:
        return f"{place.points[0]}. "
    if place.items:
        return cited(f"XX-1({place.items[0]})").zh.removeprefix("第一条")
    return ""


def text_file(*told: str, encoding: str = "utf-8", name: str = "样例.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\n".join(told).encode(encoding), "text/plain")


def invented_text(law: Edition) -> SimpleUploadedFile:
    return text_file(*lines(law))


def document(*paragraphs: str, xml: str = "", **parts: bytes) -> SimpleUploadedFile:
    """A docx of these paragraphs, or of this document.xml, with further parts."""
    body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
    whole = xml or f"<w:document {_W}><w:body>{body}</w:body></w:document>"
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", whole)
        for name, content in parts.items():
            package.writestr(f"word/{name.replace('_', '.')}", content)
    return SimpleUploadedFile("样例.docx", file.getvalue())


def word(inner: str) -> str:
    """A document.xml around these elements."""
    return f"<w:document {_W}><w:body>{inner}</w:body></w:document>"
