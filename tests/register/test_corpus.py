from __future__ import annotations

from pathlib import Path

import pytest

from procmap import api
from procmap.bpmn import read_bpmn
from procmap.graph import analyze_landscape
from procmap.model import Landscape
from procmap.register import apply_register, write_register
from procmap.register.merging.facts import strip_origins
from procmap.register.template.rows import build_sheets
from procmap.register.updating.adding import ADDED_TO

from .builders import find_diagnostics, strip
from .test_adding import FILES, count_rows, read_folder


@pytest.mark.corpus
@pytest.mark.parametrize("form", ["register.yaml", "register.xlsx", "register"])
def test_the_untouched_template_of_real_models_changes_nothing(
    corpus_dir: Path, tmp_path: Path, form: str
) -> None:
    landscape = read_bpmn(corpus_dir)
    path = tmp_path / form
    write_register(landscape, path, full=form != "register.xlsx")
    after = apply_register(landscape, path)
    assert not find_diagnostics(after)
    assert strip(after) == strip(landscape)


@pytest.mark.corpus
def test_a_register_updated_for_more_real_models_has_the_rows_of_a_new_one(
    corpus_dir: Path, tmp_path: Path
) -> None:
    documents = read_bpmn(corpus_dir).documents
    before, after = (Landscape(documents=documents[::step]) for step in (8, 4))
    api.write_register(before, tmp_path / "r", full=True)
    assert api.update_register(after, tmp_path / "r").added
    api.write_register(after, tmp_path / "new", full=True)
    updated, template = read_folder(tmp_path / "r"), read_folder(tmp_path / "new")
    for table in ADDED_TO:
        assert count_rows(updated[FILES[table]]) == count_rows(template[FILES[table]]), table
    assert strip(after.with_register(tmp_path / "r")) == strip(after)
    assert not api.update_register(after, tmp_path / "r").added


@pytest.mark.corpus
def test_every_prefilled_row_of_real_models_means_one_thing(
    corpus_dir: Path, tmp_path: Path
) -> None:
    landscape = read_bpmn(corpus_dir)
    handoffs = analyze_landscape(landscape).handoffs
    rows = {
        sheet.sheet.table: sheet.rows
        for sheet in build_sheets(landscape, full=True, handoffs=handoffs)
    }
    answers = {
        "steps": {"who": "Leder", "support": "for hånd"},
        "responsibilities": {"who": "Leder", "letters": "A"},
        "data_uses": {"kind": "leser"},
        "handoffs": {"channel": "skjema"},
        "probabilities": {"probability": "10 %"},
        "goals": {"name": "Raskere"},
    }
    filled = {table: [row | answer for row in rows[table]] for table, answer in answers.items()}
    items = [row | {"name": f"Opplysning {n}"} for n, row in enumerate(rows["data_items"])]
    after = apply_register(landscape, {**filled, "data_items": items})
    assert not {"REG201", "REG206", "REG207", "REG210", "REG214", "REG215"} & {
        d.code for d in after.diagnostics
    }
    flows = [flow for process in after.processes for flow in process.sequence_flows]
    nodes = [node for process in after.processes for node in process.nodes]
    assert {
        "steps": sum(node.support.is_stated for node in nodes),
        "responsibilities": len(after.responsibilities),
        "data_uses": len(after.data_uses),
        "handoffs": len(after.agreements),
        "probabilities": sum(flow.probability.is_stated for flow in flows),
        "goals": sum(process.goals.is_stated for process in after.processes),
    } == {table: len(rows[table]) for table in answers}
    assert sum(len(item.elements) for item in after.data_items) == len(items)
    write_register(after, tmp_path / "r")
    again = apply_register(landscape, tmp_path / "r")
    tables = ("responsibilities", "agreements", "data_uses", "data_items")
    assert all(
        strip_origins(getattr(again, table)) == strip_origins(getattr(after, table))
        for table in tables
    )
