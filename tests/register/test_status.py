from __future__ import annotations

from pathlib import Path

from procmap import api
from procmap.bpmn import read_bpmn
from procmap.model import Landscape
from procmap.register import apply_register, find_status

from .builders import build_landscape


def test_blank_cells_are_counted_by_sheet_and_vet_ikke_is_an_answer() -> None:
    landscape = apply_register(
        build_landscape(),
        {
            "units": [{"name": "Geodata", "manager": "unknown"}],
            "lanes": [{"model": "byggesak.bpmn", "lane": "Geodata", "is": "unit"}],
        },
    )
    status = find_status(landscape)
    counts = {part.name: (part.filled, part.total) for part in status.sheets}
    assert counts == {
        "units": (2, 2),
        "lanes": (2, 4),
        "processes": (0, 2),
        "boundaries": (0, 0),
    }
    assert [(u.name, u.filled, u.total) for u in status.units] == [("Geodata", 4, 4)]


def test_the_next_cells_are_at_most_ten_and_the_weightiest_first(samples_dir: Path) -> None:
    landscape = read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    status = api.find_register_status(landscape)
    weights = [cell.weight for cell in status.next_cells]
    assert len(weights) == 10
    assert weights == sorted(weights, reverse=True)
    assert (
        status.next_cells[0]
        .describe("nb")
        .startswith("Prosesser: Behandle innsynskrav – Prosesseier (stilling) (")
    )
    assert status.next_cells[0].describe("en").endswith(" hand-offs)")


def test_filling_in_the_first_cell_takes_it_off_the_list(samples_dir: Path) -> None:
    landscape = read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    first = api.find_register_status(landscape).next_cells[0]
    answered = landscape.with_owner(first.row, holder="Arkivleder")
    after = api.find_register_status(answered)
    assert first not in after.next_cells
    assert sum(p.filled for p in after.sheets) > sum(
        p.filled for p in api.find_register_status(landscape).sheets
    )


def test_a_sheet_about_the_work_is_counted_once_somebody_has_begun_on_it() -> None:
    models = build_landscape()
    core = ["units", "lanes", "processes", "boundaries"]
    assert [part.name for part in find_status(models).sheets] == core
    rows = {
        "steps": [{"process": "Byggesak", "step": "T0", "system": "vet ikke"}],
        "goals": [{"process": "Byggesak", "goal": "nei, ingen"}],
        "data_items": [{"name": "Navn", "personal": "ja"}],
    }
    status = find_status(apply_register(models, rows))
    counted = {part.name: (part.filled, part.total) for part in status.sheets[4:]}
    assert counted == {"steps": (1, 6), "goals": (1, 1), "data_items": (1, 5)}
    assert all(cell.describe(lang) for cell in status.next_cells for lang in ("nb", "en"))


def test_processes_of_the_same_name_are_told_apart_by_their_files(
    samples_dir: Path, tmp_path: Path
) -> None:
    drawn = (samples_dir / "lonn.bpmn").read_bytes()
    (tmp_path / "en.bpmn").write_bytes(drawn)
    (tmp_path / "to.bpmn").write_bytes(drawn + b"\n")
    landscape = read_bpmn(tmp_path)
    cells = find_status(landscape).next_cells
    rows = {cell.row for cell in cells if cell.table == "processes"}
    assert rows == {"en.bpmn, Lønn", "to.bpmn, Lønn"}


def test_a_cell_that_no_hand_off_hangs_on_says_nothing_of_hand_offs() -> None:
    landscape = apply_register(Landscape(), {"processes": [{"name": "Lønn"}]})
    told = [cell.describe("nb") for cell in find_status(landscape).next_cells]
    assert "Prosesser: Lønn – Type" in told
    assert not [text for text in told if "overlevering" in text]
