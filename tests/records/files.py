"""Files good and bad, made by hand."""

import io
import struct
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter

PDF = b"%PDF-1.7\n%sample\n"
JPG = b"\xff\xd8\xff\xe0" + b"0" * 32
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 32


def package(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(**more: bytes) -> bytes:
    parts = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}
    return package(parts | more)


def workbook(formula: bool = False, sheet: str = "名单") -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        page = book.add_worksheet(sheet)
        page.write_row(0, 0, ["机构", "收入"])
        page.write_row(1, 0, ["样例公司", 5])
        if formula:
            page.write_formula("B3", "=SUM(B2:B2)", None, 5)
    return buffer.getvalue()


def encrypted_package() -> bytes:
    """A zip whose first entry says that it is encrypted."""
    content = bytearray(docx())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(signature)
        content[at + offset] |= 1
    return bytes(content)


def corrupt_package() -> bytes:
    """A zip whose list of parts cannot be unpacked."""
    name = b"[Content_Types].xml"
    content = bytearray(docx(**{name.decode(): b"<Types/>" * 99}))
    at = content.index(name) + len(name)
    content[at : at + 6] = b"\xff" * 6
    return bytes(content)


def bomb() -> bytes:
    return package({"[Content_Types].xml": b"", "word/document.xml": b"0" * (30 * 1024 * 1024)})


def biff(*records: tuple[int, bytes]) -> bytes:
    return b"".join(struct.pack("<HH", code, len(body)) + body for code, body in records)


def compound(streams: dict[str, bytes], storages: tuple[str, ...] = ()) -> bytes:
    """A minimal OLE compound file: one FAT sector, one directory, streams of 4,096 bytes or more.

    Streams are padded to 4,096 bytes, below which they would live in the mini stream.
    """
    streams = {name: body.ljust(4096, b"\0") for name, body in streams.items()}
    names = [*streams, *storages]
    entries = 1 + len(names)
    directory_sectors = -(-entries // 4)
    fat = [0xFFFFFFFD]  # the FAT's own sector
    fat += [*range(2, directory_sectors + 1), 0xFFFFFFFE]
    starts, bodies = {}, b""
    for name, body in streams.items():
        first, sectors = len(fat), -(-len(body) // 512)
        starts[name] = first
        fat += [*range(first + 1, first + sectors), 0xFFFFFFFE]
        bodies += body.ljust(sectors * 512, b"\0")
    rows = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1 if names else 0xFFFFFFFF)]
    for index, name in enumerate(names, start=1):
        right = index + 1 if index < len(names) else 0xFFFFFFFF
        kind, size = (2, len(streams[name])) if name in streams else (1, 0)
        rows.append(_entry(name, kind, starts.get(name, 0xFFFFFFFE), size, right=right))
    directory = b"".join(rows).ljust(directory_sectors * 512, b"\0")
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff")
    return _header() + table + directory + bodies


def _header() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    end = 0xFFFFFFFE
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    return head + struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)


def _entry(
    name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF
) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    row = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
    row += struct.pack("<III", 0xFFFFFFFF, right, child) + b"\0" * 36
    return row + struct.pack("<IQ", start, size)
