"""What a list of owners may hold that nobody meant it to, and what we write of it."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from procmap import api
from procmap.model import Landscape
from procmap.register import InvalidRegisterError, read_own_list
from procmap.register.reading import workbook

from .builders import build_landscape


def save(path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def rewrite(path: Path, target: Path, parts: dict[str, bytes]) -> Path:
    """The same archive with some parts added or changed."""
    with zipfile.ZipFile(path) as made, zipfile.ZipFile(target, "w") as changed:
        for info in made.infolist():
            if info.filename not in parts:
                changed.writestr(info.filename, made.read(info))
        for name, data in parts.items():
            changed.writestr(name, data)
    return target


def problems(path: Path) -> list[str]:
    with pytest.raises(InvalidRegisterError) as caught:
        read_own_list(build_landscape(), path)
    return [problem.name for problem in caught.value.errors]


HEADS: list[object] = ["Prosess", "Prosesseier"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7", "no-workbook"),
        (b"Prosess;Eier", "no-workbook"),
        (b"PK\x03\x04 not a zip", "no-workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-workbook"),
        (b"", "no-workbook"),
    ],
)
def test_another_kind_of_file_with_the_ending_of_a_workbook_is_refused(
    tmp_path: Path, content: bytes, name: str
) -> None:
    path = tmp_path / "l.xlsx"
    path.write_bytes(content)
    assert problems(path) == [name]


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    for name in ("l.xlsx", "l.csv"):
        assert problems(tmp_path / name) == ["missing-file"]


def test_a_zip_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MAX_UNPACKED", 1024**2)
    path = save(tmp_path / "l.xlsx", HEADS)
    bomb = rewrite(path, tmp_path / "b.xlsx", {"xl/media/image1.bin": b"\0" * (2 * 1024**2)})
    assert problems(bomb) == ["bomb"]


def test_macros_and_links_to_other_files_are_left_alone(tmp_path: Path) -> None:
    path = save(tmp_path / "l.xlsx", HEADS, ["Byggesak", "Leder byggesak"])
    target = rewrite(
        path,
        tmp_path / "l.xlsm",
        {
            "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Auto_Open",
            "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
        },
    )
    own = read_own_list(build_landscape(), target)
    assert own.landscape["Byggesak"].owners
    api.write_register(build_landscape(), tmp_path / "r.xlsx", own_list=own)
    with zipfile.ZipFile(tmp_path / "r.xlsx") as archive:
        assert not [name for name in archive.namelist() if "vba" in name or "external" in name]


def test_a_formula_is_its_saved_value_and_one_without_is_listed(tmp_path: Path) -> None:
    rows: list[list[object]] = [HEADS, ["Byggesak", '="Leder "&"byggesak"'], ["Lønn", "=1+1"]]
    path = save(tmp_path / "l.xlsx", *rows)
    with zipfile.ZipFile(path) as archive:
        data = archive.read("xl/worksheets/sheet1.xml")
    old = re.search(rb'<c r="B2"[^>]*>.*?</c>', data)
    assert old is not None
    new = b'<c r="B2" t="str"><f>"Leder "&amp;"byggesak"</f><v>Leder byggesak</v></c>'
    target = rewrite(
        path, tmp_path / "m.xlsx", {"xl/worksheets/sheet1.xml": data.replace(old.group(), new)}
    )
    own = read_own_list(build_landscape(), target)
    assert own.landscape["Byggesak"].owners[0].holder.name == "Leder byggesak"
    assert [(left.line, left.reason) for left in own.left] == [(3, "formula")]


def test_dates_numbers_and_booleans_are_what_they_show(tmp_path: Path) -> None:
    path = save(
        tmp_path / "l.xlsx",
        ["Prosess", "Prosesseier", "Fra dato", "Verdi for innbyggeren"],
        [2024, True, dt.datetime(2026, 10, 1, tzinfo=None), 3.0],  # noqa: DTZ001 - as in a cell
        ["Byggesak", "Leder byggesak", dt.date(2026, 10, 1), "Raskt svar"],
        ["Lønn", "Lønnssjef", None, "Rett lønn"],
    )
    own = read_own_list(build_landscape(), path)
    owner = own.landscape["Byggesak"].owners[0]
    assert owner.valid_from == dt.date(2026, 10, 1)
    assert own.landscape["Byggesak"].benefit.value == "Raskt svar"
    assert own.landscape["2024"].benefit.value == "3"


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-x", "@SUM(A1)", "\t=1", "'=1"])
def test_no_text_becomes_a_formula_in_what_is_written(tmp_path: Path, text: str) -> None:
    path = save(tmp_path / "l.xlsx", HEADS)
    book = load_workbook(path)
    for row, value in enumerate((text, "Byggesak"), start=2):
        cell = book.worksheets[0].cell(row, 1)
        cell.value = value
        cell.data_type = "s"
        owner = book.worksheets[0].cell(row, 2)
        owner.value = text
        owner.data_type = "s"
    book.save(path)
    for form in ("r.xlsx", "r"):
        target = tmp_path / form
        api.write_register(build_landscape(), target, own_list=path)
        if target.is_dir():
            for file in target.glob("*.csv"):
                cells = re.split(r'[;\n]"?', file.read_text(encoding="utf-8-sig"))
                assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
        else:
            for sheet in load_workbook(target).worksheets:
                assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def test_a_list_with_thousands_of_unknown_names_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "l.csv"
    lines = ["Prosess;Prosesseier;Enhet"]
    lines += [f"Proses {n};Ledr {n};Enhed {n}" for n in range(1_000)]
    path.write_text("\n".join(lines), encoding="utf-8")
    own = read_own_list(Landscape(), path)
    assert own.rows == 1_000
    assert len(own.landscape.units) == 1_000
    assert len(own.listing("nb")) < 400_000
