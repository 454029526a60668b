"""The template with everything in it: what is prefilled, and that all forms say the same."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from procmap import api
from procmap.bpmn import read_bpmn
from procmap.model import Landscape
from procmap.register import InvalidRegisterError, apply_register
from procmap.register.sheets import SHEETS

from .builders import find_diagnostics, strip
from .test_forms import Frame

TITLES = {
    "nb": {
        "Steg": "Steg",
        "RACI": "Steg",
        "Steg og opplysninger": "Opplysning",
        "Overleveringer": "Kanal",
        "Veivalg": "Hvor ofte?",
        "Måltall": "Følges opp av",
        "Mål": "Satt av",
        "Opplysninger": "Behandlingsgrunnlag",
        "Systemer": "Ansvarlig i IT",
        "Andre navn": "Kalles også",
        "Satt til side": "Begrunnelse",
        "Kodeverk": "Kode",
        "Om registeret": "Skjemaversjon",
    },
    "en": {
        "Steps": "How",
        "RACI": "RACI",
        "Step data": "From whom?",
        "Hand-offs": "Who settles disagreement?",
        "Choices": "How often?",
        "Measures": "Baseline",
        "Goals": "How to get there",
        "Data items": "Legal basis",
        "Systems": "Who decides what?",
        "Other names": "Also called",
        "Set aside": "Until",
        "Code lists": "Code list",
        "About": "As of",
    },
}
WORK: dict[str, Any] = {
    "systems": [{"name": "ERP", "line": "Lønnssjef", "technical": "IT-leder", "decides": "?"}],
    "steps": [
        {
            "process": "Byggesak",
            "step": "Arkivere sak",
            "who": "Arkivar",
            "system": "ERP",
            "support": "automatic",
        }
    ],
    "responsibilities": [
        {"process": "Byggesak", "step": "Fordele sak", "who": "Geodata", "letters": "C/I"}
    ],
    "measures": [{"process": "Lønn", "name": "Feil per kjøring", "owner": "Lønnssjef"}],
    "goals": [{"process": "Lønn", "name": "none"}],
    "data_items": [{"name": "Søknad", "elements": "byggesak.bpmn#DataObject_Byggesoknad"}],
    "data_uses": [{"process": "Lønn", "item": "Lønn", "kind": ["reads", "writes"]}],
    "handoffs": [
        {"process": "Byggesak", "from": "Fordele sak", "to": "Sende vedtak til søker",
         "channel": "form"}
    ],
    "probabilities": [
        {"process": "Byggesak", "flow": "Flow_071he1f", "probability": "30 %"},
        {"process": "Byggesak", "flow": "Flow_0vzazvd", "probability": "0.7"},
    ],
    "set_aside": [{"code": "OWN101", "reason": "Pilot", "until": "2026-12-31"}],
    "codes": [{"list": "KOSTRA", "code": "301", "name": "Plansaksbehandling"}],
    "processes": [{"name": "Byggesak", "codes": ["KOSTRA 301", "APQC 10.2.1"]}],
}  # fmt: skip


@pytest.fixture(scope="module")
def models(samples_dir: Path) -> Landscape:
    return read_bpmn(samples_dir)


@pytest.fixture(scope="module")
def registered(models: Landscape, samples_dir: Path) -> Landscape:
    return apply_register(apply_register(models, samples_dir / "register.yaml"), WORK)


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_full_workbook_has_every_sheet_with_heads_notes_and_frozen_panes(
    registered: Landscape, tmp_path: Path, lang: Any
) -> None:
    api.write_register(registered, tmp_path / "r.xlsx", full=True, lang=lang)
    book = load_workbook(tmp_path / "r.xlsx")
    assert book.sheetnames[:-1] == [sheet.title(lang) for sheet in SHEETS]
    for title, head in TITLES[lang].items():
        heads = list(book[title][1])
        assert head in {cell.value for cell in heads}, title
        assert all(cell.comment and cell.comment.text for cell in heads)
        assert book[title].freeze_panes
    first, *_ = TITLES[lang]
    assert book[first].freeze_panes == "E2"
    rules = book[first].data_validations.dataValidation
    choices = {next(iter(rule.sqref.ranges)).min_col for rule in rules}
    names = [cell.value for cell in book[first][1]]
    offered = {"nb": {"Prosess", "Hvem", "System", "Hvordan"},
               "en": {"Process", "Who", "System", "How"}}  # fmt: skip
    assert {names[at - 1] for at in choices} == offered[lang]


@pytest.mark.parametrize("form", ["r.yaml", "r.xlsx", "r"])
@pytest.mark.parametrize("full", [False, True])
def test_every_form_says_the_same(
    models: Landscape, registered: Landscape, tmp_path: Path, form: str, full: bool
) -> None:
    assert not find_diagnostics(registered)
    api.write_register(registered, tmp_path / form, full=full)
    again = apply_register(models, tmp_path / form)
    assert strip(again) == strip(registered)
    assert not find_diagnostics(again)


def test_the_addition_to_the_sample_register_has_every_table_and_comes_back(
    models: Landscape, samples_dir: Path, tmp_path: Path
) -> None:
    base = apply_register(models, samples_dir / "register.yaml")
    landscape = apply_register(base, samples_dir / "register-utvidet.yaml")
    assert not find_diagnostics(landscape)
    assert all(
        (
            landscape.systems,
            landscape.responsibilities,
            landscape.data_items,
            landscape.data_uses,
            landscape.agreements,
            landscape.aliases,
            landscape.set_aside,
            landscape["Lønn"].measures.is_stated,
            landscape["Byggesak"].goals.is_stated,
            landscape["Idéhåndtering"].steps,
        )
    )
    api.write_register(landscape, tmp_path / "r.xlsx")
    assert strip(apply_register(models, tmp_path / "r.xlsx")) == strip(landscape)


@pytest.mark.parametrize("form", ["r.xlsx", "r"])
def test_a_full_register_just_written_is_up_to_date(
    models: Landscape, registered: Landscape, tmp_path: Path, form: str
) -> None:
    api.write_register(registered, tmp_path / form, full=True)
    update = api.update_register(models, tmp_path / form)
    assert (update.added, update.gone, update.matched) == ((), (), ())


def test_data_frames_say_the_same(models: Landscape, registered: Landscape, tmp_path: Path) -> None:
    api.write_register(registered, tmp_path / "r", full=True)
    frames: dict[str, Any] = {}
    for path in sorted((tmp_path / "r").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            heads, *rows = csv.reader(file, delimiter=";")
        frames[path.stem] = Frame(heads, [tuple(cell or float("nan") for cell in r) for r in rows])
    assert strip(apply_register(models, frames)) == strip(registered)


def test_every_step_hand_off_and_choice_stands_there_to_be_filled_in(
    registered: Landscape, tmp_path: Path
) -> None:
    api.write_register(registered, tmp_path / "r.xlsx", full=True)
    book = load_workbook(tmp_path / "r.xlsx")
    steps = sum(len(process.steps) for process in registered.processes)
    assert book["Steg"].max_row == 1 + steps
    report = api.analyze(registered)
    assert book["Overleveringer"].max_row >= 1 + len({h.number for h in report.handoffs})
    rows = list(book["Overleveringer"].iter_rows(2, values_only=True))
    drawn = {(h.number, h.process) for h in report.handoffs if h.number}
    assert {(int(str(row[0])), row[2]) for row in rows if row[0]} == {
        (number, str(process)) for number, process in drawn
    }
    ways = list(book["Veivalg"].iter_rows(2, values_only=True))
    assert ("Dekning i budsjettet?", "Ja") in {row[2:4] for row in ways}


def test_a_cell_filled_in_states_its_fact(models: Landscape, tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    api.write_register(models, path, full=True)
    book = load_workbook(path)
    sheet = book["Overleveringer"]
    heads = {str(cell.value): cell.column for cell in sheet[1]}
    sheet.cell(2, heads["Kanal"]).value = "e-post"
    shares = book["Veivalg"]
    heads = {str(cell.value): cell.column for cell in shares[1]}
    # A spreadsheet keeps 25 % as the number.
    shares.cell(2, heads["Hvor ofte?"]).value = 0.25
    book.save(path)
    after = apply_register(models, path)
    (agreement,) = after.agreements
    assert agreement.channel.value == "e-mail"
    flows = [f for p in after.processes for f in p.sequence_flows if f.probability.is_recorded]
    assert [flow.probability.value for flow in flows] == [0.25]


def test_what_is_wrong_is_said_with_sheet_row_and_column(models: Landscape, tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    api.write_register(models, path, full=True)
    book = load_workbook(path)
    sheet = book["Steg"]
    heads = {str(cell.value): cell.column for cell in sheet[1]}
    sheet.cell(3, heads["Hvordan"]).value = "med sytsem"
    book.save(path)
    with pytest.raises(InvalidRegisterError) as caught:
        apply_register(models, path)
    (problem,) = caught.value.errors
    assert problem.where("nb") == f"{path.as_posix()}, ark Steg, rad 3, kolonne Hvordan"
    assert problem.message("nb").endswith("mente du «med system»?")
    sheet.cell(3, heads["Hvordan"]).value = "for hånd"
    sheet.cell(3, heads["Steg"]).value = "Kontrolere budsjettdekning"
    book.save(path)
    found = find_diagnostics(apply_register(models, path))["REG207"]
    assert found.location is not None
    assert (found.location.sheet, found.location.line) == ("Steg", 3)
    assert found.location.column == "Steg"
    assert found.parameters["nearest"] == "«Kontrollere budsjettdekning»"


def test_a_raci_table_with_positions_as_columns_is_read_from_a_csv_file(
    models: Landscape, tmp_path: Path
) -> None:
    (tmp_path / "raci.csv").write_text(
        "Prosess;Steg;Leder byggesak;Geodata;Merknad\n"
        "Byggesak;Fordele sak;A/R;;haster\n"
        "Byggesak;Godkjenne vedtaket;A;C;\n",
        encoding="utf-8",
    )
    landscape = apply_register(models, tmp_path)
    letters = [(r.holder.name, r.letter) for r in landscape.responsibilities]
    assert sorted(letters) == [
        ("Geodata", "C"),
        ("Leder byggesak", "A"),
        ("Leder byggesak", "A"),
        ("Leder byggesak", "R"),
    ]
    assert set(find_diagnostics(landscape)) == {"REG101"}
