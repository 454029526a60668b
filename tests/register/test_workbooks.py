"""What real workbooks hold: merged cells, formulas, bombs, and what is no workbook at all."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from procmap.model import Landscape
from procmap.register import InvalidRegisterError, apply_register
from procmap.register.merging.checks import find_names_alike
from procmap.register.reading import workbook

Rows = list[list[object]]


def save(path: Path, **sheets: Rows) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def names_of_problems(path: Path) -> list[str]:
    with pytest.raises(InvalidRegisterError) as caught:
        apply_register(Landscape(), path)
    return [problem.name for problem in caught.value.errors]


def test_merged_cells_say_what_they_show_on_every_row(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Enheter"
    for row in (["Enhet", "Ligger under"], ["Kommunen", ""], ["A", "Kommunen"], ["B", None]):
        sheet.append(row)
    sheet.merge_cells("B3:B4")
    book.save(path)
    landscape = apply_register(Landscape(), path)
    assert {unit.name: unit.parent for unit in landscape.units}["B"] == "/kommunen"


def test_a_cell_in_the_last_corner_of_a_sheet_costs_no_more_than_another(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    book = Workbook()
    for title in ("Enheter", "Notater"):
        sheet = book.create_sheet(title)
        sheet.append(["Enhet"])
        sheet.append(["Lønn"])
        sheet.cell(1_048_576, 1).value = "Arkiv"
        sheet.cell(1, 16_384).number_format = "0"
        sheet.cell(1_048_576, 16_384).number_format = "0"
    book.save(path)
    assert [unit.name for unit in apply_register(Landscape(), path).units] == ["Arkiv", "Lønn"]


def test_a_formula_without_a_saved_value_is_a_problem_with_its_cell(tmp_path: Path) -> None:
    path = save(tmp_path / "r.xlsx", Enheter=[["Enhet", "Leder"], ["A", '="Leder "&A2']])
    with pytest.raises(InvalidRegisterError) as caught:
        apply_register(Landscape(), path)
    (problem,) = caught.value.errors
    assert problem.name == "formula"
    assert problem.where("en").endswith("sheet Enheter, row 2, column Leder")
    assert "B2" in problem.message("nb")


def test_a_formula_with_a_saved_value_is_that_value(tmp_path: Path) -> None:
    path = save(tmp_path / "r.xlsx", Enheter=[["Enhet", "Leder"], ["A", "=1"]])
    other = tmp_path / "s.xlsx"
    with zipfile.ZipFile(path) as made, zipfile.ZipFile(other, "w") as changed:
        for part in made.infolist():
            data = made.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                old = re.search(rb'<c r="B2"[^>]*>.*?</c>', data)
                assert old is not None
                new = b'<c r="B2" t="str"><f>"Leder "&amp;A2</f><v>Leder A</v></c>'
                data = data.replace(old.group(), new)
            changed.writestr(part.filename, data)
    assert apply_register(Landscape(), other).units[0].manager.value == "Leder A"


def test_formulas_in_sheets_of_their_own_are_nobodys_problem(tmp_path: Path) -> None:
    path = save(tmp_path / "r.xlsx", Enheter=[["Enhet", "Leder"], ["A", ""]], Mitt=[["=1+1"]])
    found = apply_register(Landscape(), path).diagnostics
    assert [d.code for d in found] == ["REG103"]


def test_heads_may_stand_below_a_title(tmp_path: Path) -> None:
    rows: Rows = [["Vårt register"], [], ["ENHET", "leder (STILLING)*"], ["A", "Leder A"]]
    landscape = apply_register(Landscape(), save(tmp_path / "r.xlsx", enheter=rows))
    assert landscape.units[0].manager.value == "Leder A"


def test_dates_typed_as_text_are_dates(tmp_path: Path) -> None:
    rows: Rows = [
        ["Prosess", "Prosesseier", "Fra", "Til"],
        ["Lønn", "Lønnssjef", "01.10.2026", "1. november 2026"],
        ["IT", "IT-leder", "i fjor", None],
    ]
    assert names_of_problems(save(tmp_path / "r.xlsx", Prosesser=rows)) == ["bad-date"]


def test_a_ring_of_units_names_its_row(tmp_path: Path) -> None:
    rows: Rows = [["Enhet", "Ligger under"], ["A", "B"], ["B", "A"]]
    assert names_of_problems(save(tmp_path / "r.xlsx", Enheter=rows)) == ["unit-cycle"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"not a workbook", "no-workbook"),
        (b"PK\x03\x04 broken", "no-workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-workbook"),
        (b"", "no-workbook"),
    ],
)
def test_what_is_no_workbook_is_said_to_be_none(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / "r.xlsx"
    path.write_bytes(content)
    assert names_of_problems(path) == [name]


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert names_of_problems(tmp_path / "r.xlsx") == ["missing-file"]


def test_a_zip_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MAX_UNPACKED", 4 * 1024**2)
    path = tmp_path / "r.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(workbook.MAX_UNPACKED // 1024**2 + 1):
                part.write(b"\0" * 1024**2)
    assert path.stat().st_size < 1024**2
    assert names_of_problems(path) == ["bomb"]


def test_a_doctype_in_a_workbook_is_refused(tmp_path: Path) -> None:
    path = save(tmp_path / "r.xlsx", Enheter=[["Enhet"], ["A"]])
    other = tmp_path / "s.xlsx"
    with zipfile.ZipFile(path) as made, zipfile.ZipFile(other, "w") as changed:
        for part in made.infolist():
            data = made.read(part)
            if part.filename == "xl/workbook.xml":
                data = b'<!DOCTYPE x [<!ENTITY a "b">]>' + data
            changed.writestr(part.filename, data)
    assert names_of_problems(other) == ["doctype"]


def test_a_workbook_without_any_of_the_sheets_is_no_register(tmp_path: Path) -> None:
    assert names_of_problems(save(tmp_path / "r.xlsx", Ark1=[["Hei"]])) == ["no-sheets"]


def test_all_problems_of_all_sheets_come_at_once(tmp_path: Path) -> None:
    path = save(
        tmp_path / "r.xlsx",
        Enheter=[["Enhet", "Ligger under"], ["A", "X"], ["B", "Y"]],
        Prosesser=[["Prosess", "Type"], ["Lønn", "tull"]],
    )
    assert names_of_problems(path) == ["unknown-unit", "unknown-unit", "bad-word"]


def test_two_owners_of_one_whole_and_positions_nobody_knows_are_noted(tmp_path: Path) -> None:
    book_rows: Rows = [["Prosess", "Prosesseier", "Omfang"], ["Lønn", "Lønssjef", "hele"]]
    path = save(
        tmp_path / "s.xlsx",
        Enheter=[["Enhet", "Leder"], ["Lønn", "Lønnssjef"]],
        Prosesser=book_rows,
        Eierskap=[["Prosess", "Hvem", "Gjelder"], ["Lønn", "HR-sjef", "hele"]],
    )
    found = {d.code: d for d in apply_register(Landscape(), path).diagnostics}
    assert found["REG209"].message("en") == (
        "«Lønn» has 2 owners of the whole process at one time: HR-sjef, Lønssjef."
    )
    assert "REG403" in found
    assert "«Lønnssjef» and «Lønssjef»" in found["REG404"].message("en")


def test_ten_thousand_rows_are_read(tmp_path: Path) -> None:
    # What grows with the square of the rows would be felt already; the benchmarks read more.
    lines = ["Enhet;Ligger under", "E0;"]
    lines += [f"E{n};E{n // 10}" for n in range(1, 10_000)]
    path = tmp_path / "enheter.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert len(apply_register(Landscape(), path).units) == 10_000


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (["Økonomi", "Økonmi"], 1),
        (["HR og lønn", "HR- og lønn"], 1),
        (["Skole 1", "Skole 2"], 0),
        (["Sone A", "Sone B"], 0),
        (["Kultur", "Idrett"], 0),
        (["IT", "IK"], 0),
    ],
)
def test_names_are_alike_in_all_but_a_letter_or_a_mark(names: list[str], pairs: int) -> None:
    assert len(find_names_alike(names)) == pairs
