"""An update adds, marks and re-matches; nothing that somebody typed is lost."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from procmap import api
from procmap.model import Document, Landscape
from procmap.register import Update
from procmap.register.updating.unkept import find_unkept

from .builders import build_document, build_landscape

FORMS = ["register.xlsx", "register"]


def cells(path: Path, sheet: str) -> list[list[str]]:
    """The rows of a sheet, in whichever form, heads first."""
    from procmap.register.reading.csv_folder import read_csv_grid
    from procmap.register.reading.workbook import read_grids

    if path.is_dir():
        return [list(row.cells) for row in read_csv_grid(path / f"{sheet}.csv", []).rows]
    titles = {"svommebaner": "Svømmebaner", "prosesser": "Prosesser", "enheter": "Enheter"}
    grids = {grid.title: grid for grid in read_grids(path)[0]}
    return [list(row.cells) for row in grids[titles[sheet]].rows]


def type_into(path: Path, sheet: str, row: int, column: int, text: str) -> None:
    """What a person would do in a spreadsheet; rows and columns from 1."""
    if path.is_dir():
        file = path / f"{sheet}.csv"
        lines = file.read_text(encoding="utf-8-sig").splitlines()
        parts = lines[row - 1].split(";")
        parts[column - 1] = text
        lines[row - 1] = ";".join(parts)
        file.write_text("\n".join(lines), encoding="utf-8")
        return
    titles = {"svommebaner": "Svømmebaner", "prosesser": "Prosesser"}
    book = load_workbook(path)
    book[titles[sheet]].cell(row, column).value = text
    book.save(path)


def new(folder: Path, form: str, landscape: Landscape) -> Path:
    path = folder / form
    api.write_register(landscape, path)
    return path


def update(path: Path, *documents: Document) -> Update:
    return api.update_register(Landscape(documents=documents), path)


@pytest.mark.parametrize("form", FORMS)
def test_updating_an_untouched_register_changes_nothing(tmp_path: Path, form: str) -> None:
    path = new(tmp_path, form, build_landscape())
    before = cells(path, "svommebaner"), cells(path, "prosesser")
    done = update(path, build_document())
    assert (done.added, done.gone, done.matched, done.unkept) == ((), (), (), ())
    assert (cells(path, "svommebaner"), cells(path, "prosesser")) == before


@pytest.mark.parametrize("form", FORMS)
def test_what_is_new_is_added_and_what_was_typed_stays(tmp_path: Path, form: str) -> None:
    path = new(tmp_path, form, build_landscape())
    type_into(path, "prosesser", 2, 4, "Leder byggesak")
    done = update(path, build_document(lanes=("Saksbehandler", "Geodata", "Arkiv")),
                  build_document("lonn.bpmn", process="Lønn"))  # fmt: skip
    assert "byggesak.bpmn, Arkiv" in done.added
    assert "Lønn" in done.added
    rows = cells(path, "prosesser")
    assert [row[0] for row in rows[1:]] == ["Byggesak", "Lønn"]
    assert rows[1][3] == "Leder byggesak"
    assert any(row[1] == "Arkiv" for row in cells(path, "svommebaner"))


@pytest.mark.parametrize("form", FORMS)
def test_what_is_gone_is_marked_and_kept(tmp_path: Path, form: str) -> None:
    path = new(tmp_path, form, build_landscape())
    type_into(path, "svommebaner", 3, 4, "rolle")
    done = update(path, build_document(lanes=("Geodata",)))
    assert done.gone == ("byggesak.bpmn, Saksbehandler",)
    row = next(r for r in cells(path, "svommebaner") if r[1] == "Saksbehandler")
    assert "finnes ikke i modellene lenger" in row
    # A second update finds the mark, and takes it away once the lane is back.
    assert update(path, build_document()).gone == ()
    row = next(r for r in cells(path, "svommebaner") if r[1] == "Saksbehandler")
    assert "finnes ikke i modellene lenger" not in row


@pytest.mark.parametrize("form", FORMS)
def test_a_model_exported_with_new_ids_is_found_again_by_name(tmp_path: Path, form: str) -> None:
    first = build_document(lanes=("", "Kommunen"))
    path = new(tmp_path, form, Landscape(documents=(first,)))
    type_into(path, "prosesser", 2, 4, "Leder byggesak")
    text = first.model_dump_json().replace('"P"', '"P9"').replace('"L1"', '"L9"')
    done = update(path, Document.model_validate_json(text))
    assert set(done.matched) == {
        "Byggesak → byggesak.bpmn#P9",
        "byggesak.bpmn, L1 → L9",
    }
    landscape = Landscape(documents=(Document.model_validate_json(text),)).with_register(path)
    assert landscape["Byggesak"].owners[0].holder.name == "Leder byggesak"


@pytest.mark.parametrize("form", [*FORMS, "register.yaml"])
def test_a_backup_is_made_each_time_and_never_over_another(tmp_path: Path, form: str) -> None:
    path = new(tmp_path, form, build_landscape())
    first = update(path, build_document())
    if form.endswith("yaml"):
        first.path.unlink()
    second = update(path, build_document())
    assert first.backup != second.backup
    assert first.backup.exists()
    assert second.backup.exists()


def test_a_yaml_register_stays_and_a_new_one_is_written_beside(tmp_path: Path) -> None:
    path = new(tmp_path, "register.yaml", build_landscape())
    text = path.read_text(encoding="utf-8") + "# a comment\n"
    path.write_text(text, encoding="utf-8")
    done = update(path, build_document())
    assert done.path.name == "register.new.yaml"
    assert path.read_text(encoding="utf-8") == text


def test_what_would_be_lost_is_listed_and_the_original_stays(tmp_path: Path) -> None:
    path = new(tmp_path, "register.xlsx", build_landscape())
    book = load_workbook(path)
    book.create_sheet("Notater")["A1"] = "=1+1"
    book.save(path)
    before = path.read_bytes()
    done = update(path, build_document(), build_document("lonn.bpmn", process="Lønn"))
    assert done.path.name == "register.new.xlsx"
    assert done.unkept == (("lagrede verdier av formler", "saved values of formulas"),)
    assert path.read_bytes() == before
    assert cells(done.path, "prosesser")[-1][0] == "Lønn"


@pytest.mark.parametrize(
    ("part", "content", "kind"),
    [
        ("xl/threadedComments/threadedComment1.xml", b"<x/>", "threads"),
        ("xl/pivotTables/pivotTable1.xml", b"<x/>", "pivots"),
        ("xl/charts/chart1.xml", b"<x/>", "drawings"),
        (
            "xl/worksheets/sheet9.xml",
            b"<worksheet><extLst><ext/></extLst></worksheet>",
            "validation",
        ),
        (
            "xl/worksheets/sheet9.xml",
            b"<worksheet><c><f>A1</f><v>1</v></c></worksheet>",
            "formulas",
        ),
        ("xl/sharedStrings.xml", b"<sst><si><r><t>a</t></r></si></sst>", "rich text"),
    ],
)
def test_what_openpyxl_would_lose_is_looked_for(
    tmp_path: Path, part: str, content: bytes, kind: str
) -> None:
    plain = tmp_path / "plain.xlsx"
    Workbook().save(plain)
    assert find_unkept(plain.read_bytes()) == ()
    path = tmp_path / "r.xlsx"
    with zipfile.ZipFile(plain) as made, zipfile.ZipFile(path, "w") as changed:
        for info in made.infolist():
            if info.filename != part:
                changed.writestr(info.filename, made.read(info))
        changed.writestr(part, content)
    assert find_unkept(path.read_bytes()) == (kind,)
