"""What a file really is: each good kind, and each bad file by name."""

import io

import pytest

from records import inspection
from records.errors import Refused
from records.inspection import inspect
from records.workbooks.packages import unfit_cells
from tests.records import files

DOC = files.compound({"WordDocument": b"\xec\xa5" + b"\0" * 30})
XLS = files.compound({"Workbook": files.biff((0x0809, b"\0" * 16), (0x000A, b""))})


def refusal(content: bytes, name: str, **options: tuple[str, ...]) -> str:
    with pytest.raises(Refused) as caught:
        inspect(io.BytesIO(content), name, **options)
    return caught.value.code


@pytest.mark.parametrize(
    ("content", "name", "key"),
    [
        (files.PDF, "a.pdf", "pdf"),
        (files.JPG, "a.JPEG", "jpg"),
        (files.PNG, "a.png", "png"),
        (files.docx(), "a.docx", "docx"),
        (files.workbook(), "a.xlsx", "xlsx"),
        (files.package({"OFD.xml": b"<ofd/>"}), "a.ofd", "ofd"),
        (DOC, "a.doc", "doc"),
        (XLS, "a.xls", "xls"),
    ],
)
def test_a_sound_file_is_known_by_its_bytes(content: bytes, name: str, key: str):
    file = io.BytesIO(content)
    assert inspect(file, name).key == key
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.pdf", "empty"),
        (b"MZ\x90\0", "a.exe", "wrong_type"),
        (b"just text", "a.pdf", "wrong_type"),
        (b"<html><script>", "a.docx", "wrong_type"),
        (files.package({"readme.txt": b"x"}), "a.zip", "wrong_type"),
        (files.package({"xl/workbook.bin": b"x"}), "a.xlsb", "wrong_type"),
        (files.compound({"Contents": b"x"}), "a.doc", "wrong_type"),
        (files.PDF, "a.docx", "wrong_extension"),
        (files.PDF, "pdf", "wrong_extension"),
        (files.docx()[:-30], "a.docx", "damaged"),
        (files.corrupt_package(), "a.docx", "damaged"),
        (files.docx(**{"[Content_Types].xml": b" " * 2**21}), "a.docx", "unpacks_too_large"),
        (XLS[:600], "a.xls", "damaged"),
        (files.encrypted_package(), "a.docx", "encrypted"),
        (files.compound({"EncryptedPackage": b"x"}), "a.xlsx", "encrypted"),
        (files.compound({"WordDocument": b"\0" * 10 + b"\0\x01"}), "a.doc", "encrypted"),
        (files.compound({"Workbook": files.biff((0x2F, b"\0\0"))}), "a.xls", "encrypted"),
        (files.docx(**{"word/vbaProject.bin": b"x"}), "a.docx", "macros"),
        (files.docx(**{"xl/macrosheets/sheet1.xml": b"x"}), "a.docx", "macros"),
        (
            files.docx(**{"[Content_Types].xml": b"application/vnd.ms-word.macroEnabled"}),
            "a.docx",
            "macros",
        ),
        (files.compound({"Workbook": b"x"}, ("_VBA_PROJECT_CUR",)), "a.xls", "macros"),
        (
            files.compound({"Workbook": files.biff((0x85, b"\0\0\0\0\0\x01\x01\0A"))}),
            "a.xls",
            "macros",
        ),
        (files.bomb(), "a.docx", "unpacks_too_large"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(content: bytes, name: str, code: str):
    assert refusal(content, name) == code


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(inspection, "MAX_BYTES", 10)
    assert refusal(files.PDF, "a.pdf") == "too_large"


def test_a_package_of_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(inspection, "MAX_PARTS", 1)
    assert refusal(files.docx(), "a.docx") == "unpacks_too_large"


def test_a_kind_that_this_place_does_not_take_is_refused():
    assert refusal(files.PDF, "a.pdf", allowed=("xlsx",)) == "wrong_type"


def test_cells_with_formulas_are_named():
    found = unfit_cells(io.BytesIO(files.workbook(formula=True)))
    assert found == {"名单": {(3, 1): "formula"}}


def test_a_workbook_of_plain_values_names_no_cell():
    assert unfit_cells(io.BytesIO(files.workbook())) == {}
