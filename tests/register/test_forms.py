"""One register as workbook, CSV, YAML and data frames: the same facts, with their own places."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from procmap import api
from procmap.bpmn import read_bpmn
from procmap.errors import RegisterError
from procmap.model import Fact, Landscape
from procmap.register import InvalidRegisterError, apply_register, write_register
from procmap.register.reading.columns import COLUMNS
from procmap.register.sheets import SHEETS
from procmap.register.template.rows import build_sheets
from procmap.register.words import fold_key

from .builders import build_landscape, find_diagnostics, strip


class Frame:
    """As much of a data frame as reading one needs."""

    def __init__(self, heads: list[str], rows: list[tuple[object, ...]]) -> None:
        self.columns = heads
        self._rows = rows

    def itertuples(self, *, index: bool, name: str | None) -> list[tuple[object, ...]]:
        assert not index
        assert name is None
        return self._rows


@pytest.fixture(scope="module")
def models(samples_dir: Path) -> Landscape:
    return read_bpmn(samples_dir)


@pytest.fixture(scope="module")
def registered(models: Landscape, samples_dir: Path) -> Landscape:
    return apply_register(models, samples_dir / "register.yaml")


@pytest.mark.parametrize("form", ["register.xlsx", "register-csv"])
def test_all_forms_of_the_sample_register_say_the_same(
    models: Landscape, registered: Landscape, samples_dir: Path, form: str
) -> None:
    other = apply_register(models, samples_dir / form)
    assert strip(other) == strip(registered)
    assert not find_diagnostics(other)


def test_data_frames_of_the_sample_register_say_the_same(
    models: Landscape, registered: Landscape, samples_dir: Path
) -> None:
    frames: dict[str, Any] = {}
    for path in sorted((samples_dir / "register-csv").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            heads, *rows = csv.reader(file, delimiter=";")
        frames[path.stem] = Frame(heads, [tuple(cell or float("nan") for cell in r) for r in rows])
    assert strip(apply_register(models, frames)) == strip(registered)


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("form", ["r.yaml", "r.xlsx", "r"])
def test_an_untouched_template_changes_no_finding(
    models: Landscape, tmp_path: Path, form: str, full: bool
) -> None:
    api.write_register(models, tmp_path / form, full=full)
    after = models.with_register(tmp_path / form)
    assert api.analyze(after).findings == api.analyze(models).findings


def test_every_head_of_the_template_is_read_back_as_its_key() -> None:
    for sheet in SHEETS:
        for column in sheet.columns:
            for head in column.heads:
                assert COLUMNS[sheet.table].get(fold_key(head)) == column.key, (sheet.table, head)
        assert {COLUMNS["register"].get(fold_key(t)) for t in (*sheet.titles, *sheet.files)} == {
            sheet.table
        }


def test_one_data_frame_is_the_table_its_columns_are_most_like() -> None:
    frame: Any = Frame(["PROSESS", "prosesseier (stilling)*"], [("Lønn", "Lønnssjef")])
    landscape = apply_register(Landscape(), frame)
    assert landscape["Lønn"].owners[0].holder.name == "Lønnssjef"
    with pytest.raises(RegisterError, match="no single table"):
        apply_register(Landscape(), Frame(["a", "b"], []))  # type: ignore[arg-type]  # a frame


def test_blank_none_unknown_and_not_relevant_are_four_facts(tmp_path: Path) -> None:
    folder = tmp_path / "csv"
    folder.mkdir()
    (folder / "prosesser.csv").write_text(
        "prosess;PROSESSEIER\nA;\nB;nei, ingen\nC;vet ikke\nD;ikke relevant\n", encoding="utf-8"
    )
    landscape = apply_register(Landscape(), folder)
    states = [landscape[name].ownership.state.value for name in "ABCD"]
    assert states == ["not_recorded", "absent", "unknown", "not_applicable"]


def test_problems_say_sheet_row_and_column(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Enheter"
    for row in (["Enhet", "Ligger under"], ["Økonomi", ""], ["Lønn", "Økonmi"]):
        sheet.append(row)
    path = tmp_path / "register.xlsx"
    book.save(path)
    with pytest.raises(InvalidRegisterError) as caught:
        apply_register(Landscape(), path)
    (problem,) = caught.value.errors
    assert problem.where("nb") == f"{path.as_posix()}, ark Enheter, rad 3, kolonne Ligger under"
    assert problem.message("nb") == "enhet «Økonmi» finnes ikke; mente du «Økonomi»?"


def test_unknown_columns_and_files_are_reported_once(tmp_path: Path) -> None:
    (tmp_path / "enheter.csv").write_text("Enhet;Farge\nA;rød\nB;blå\n", encoding="utf-8")
    (tmp_path / "notater.csv").write_text("Hva\nnoe\n", encoding="utf-8")
    (tmp_path / "maltal.csv").write_text("Prosess;Måltall\nA;Tid\n", encoding="utf-8")
    found = apply_register(Landscape(), tmp_path).diagnostics
    assert sorted(d.code for d in found) == ["REG101", "REG103", "REG103"]
    nearest = {
        d.parameters["sheet"]: d.parameters.get("nearest") for d in found if "sheet" in d.parameters
    }
    assert nearest["maltal"] == "«Måltall»"


def test_windows_csv_with_commas_is_read_and_noted(tmp_path: Path) -> None:
    path = tmp_path / "enheter.csv"
    path.write_bytes("Enhet,Leder\nLønn,Lønnssjef\nØkonomi,Økonomisjef\n".encode("cp1252"))
    landscape = apply_register(Landscape(), path)
    assert [unit.name for unit in landscape.units] == ["Lønn", "Økonomi"]
    assert "REG104" in find_diagnostics(landscape)


def test_what_begins_like_a_formula_stays_text_and_comes_back(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    names = ["=1+1", "+47 Sentralbord", "-Kultur", "@Arkiv", "'=x"]
    landscape = apply_register(Landscape(), {"units": [{"name": name} for name in names]})
    for form in ("r.xlsx", "r"):
        write_register(landscape, tmp_path / form)
        assert strip(apply_register(Landscape(), tmp_path / form)) == strip(landscape)
    cells = [c for row in load_workbook(tmp_path / "r.xlsx")["Enheter"].iter_rows() for c in row]
    assert "f" not in {cell.data_type for cell in cells}
    lines = (tmp_path / "r" / "enheter.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert not any(line.startswith(("=", "+", "-", "@")) for line in lines)


def test_the_workbook_has_grey_cells_choices_frozen_heads_and_notes(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "r.xlsx"
    write_register(build_landscape(), path)
    book = load_workbook(path)
    assert book.sheetnames == [
        "Enheter",
        "Svømmebaner",
        "Prosesser",
        "Grenser",
        "Hvem eier",
        "Beslutninger",
        "Lister",
    ]
    assert book["Lister"].sheet_state == "hidden"
    lanes = book["Svømmebaner"]
    assert lanes.freeze_panes == "B2"
    assert all(cell.comment and cell.comment.text for cell in lanes[1])
    assert lanes["A2"].fill.fgColor.rgb.endswith("EDEDED")
    assert len(lanes.data_validations.dataValidation) == 2


def test_boundaries_are_listed_with_the_largest_first(samples_dir: Path, tmp_path: Path) -> None:
    landscape = read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    api.write_register(landscape, tmp_path / "r.xlsx")
    sheets = {s.sheet.table: s for s in build_sheets(landscape, boundaries={})}
    assert len(sheets["boundaries"].rows) == len(landscape.boundaries)
    from openpyxl import load_workbook

    rows = list(load_workbook(tmp_path / "r.xlsx")["Grenser"].iter_rows(2, values_only=True))
    counts = [int(str(row[2])) for row in rows if row[2]]
    assert len(rows) > len(landscape.boundaries)
    assert counts == sorted(counts, reverse=True)


def test_owners_of_a_table_of_their_own_are_put_under_their_process() -> None:
    landscape = apply_register(
        Landscape(),
        {
            "units": ["Lønn"],
            "prosesser": [{"Prosess": "Lønn", "Prosesseier": "Lønnssjef", "mandat": "hele"}],
            "eierskap": [
                {"prosess": "lønn", "hvem": "HR-sjef", "rolle": "koordinator"},
                {"prosess": "Arkiv", "hvem": "Arkivleder", "fra": "1. oktober 2026"},
            ],
        },
    )
    assert [o.kind for o in landscape["Lønn"].owners] == ["owner", "coordinator"]
    assert landscape["Lønn"].owners[0].mandate.is_stated
    assert landscape["Arkiv"].owners[0].valid_from == dt.date(2026, 10, 1)


def test_the_organisation_stands_once_on_the_top_row(tmp_path: Path) -> None:
    landscape = apply_register(
        Landscape(),
        {"organisation": {"name": "Fjordvik", "inhabitants": 4200}, "as_of": "2026-10-01"},
    )
    write_register(landscape, tmp_path / "r.xlsx")
    again = apply_register(Landscape(), tmp_path / "r.xlsx")
    assert again.organisation.value is not None
    assert again.organisation.value.inhabitants.value == 4200
    assert again.as_of == dt.date(2026, 10, 1)
    assert isinstance(again.organisation, Fact)


def test_an_ending_that_is_no_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"\.docx"):
        write_register(Landscape(), tmp_path / "r.docx")


def test_a_folder_that_holds_something_is_not_written_into(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    with pytest.raises(RegisterError, match="holds something"):
        write_register(Landscape(), tmp_path)
