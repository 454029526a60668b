"""An update adds rows for what is new in the models to the further sheets, and nothing else."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from procmap import api
from procmap.model import (
    DataAssociation,
    DataElement,
    Document,
    FlowNode,
    Landscape,
    Lane,
    Performer,
    Process,
    SequenceFlow,
)
from procmap.register.updating.adding import ADDED_TO
from procmap.source import ElementRef

from .builders import strip
from .strategies import landscapes, registers

FILES = {
    "steps": "steg",
    "responsibilities": "raci",
    "data_uses": "steg-og-opplysninger",
    "handoffs": "overleveringer",
    "probabilities": "veivalg",
    "measures": "maaltall",
    "goals": "maal",
    "data_items": "opplysninger",
}
# What an update may write anew in a row that stands there: what the row means, and what is shown.
OURS = {"Modell", "Steg", "Fra steg", "Til steg", "Nr", "Mellom", "Antall", "Merknad fra procmap"}


def draw_document(path: str, steps: int) -> Document:
    """A process that goes back and forth between two lanes, with a choice and data."""
    ref = ElementRef(path, "P")

    def at(name: str) -> ElementRef:
        return ElementRef(path, name)

    tasks = [
        FlowNode(
            ref=at(f"T{n}"),
            name=f"Steg {n}",
            type="task",
            parent=ref,
            lane=at(f"L{n % 2}"),
            performers=(Performer("lane", f"Enhet {n % 2}", "lane", at(f"L{n % 2}")),),
        )
        for n in range(steps)
    ]
    choice = FlowNode(ref=at("X"), type="exclusiveGateway", parent=ref, lane=at("L0"))
    ways = [f"T{n}>T{n + 1}" for n in range(steps - 1)] + ["T0>X"]
    ways += [f"X>T{n}" for n in range(1, steps)]
    return Document(
        path=path,
        sha256="",
        processes=(
            Process(
                ref=ref,
                name=f"Prosess {path}",
                nodes=(*tasks, choice),
                lanes=tuple(
                    Lane(
                        ref=at(f"L{n}"),
                        name=f"Enhet {n}",
                        process=ref,
                        nodes=tuple(t.ref for t in (*tasks, choice) if t.lane == at(f"L{n}")),
                    )
                    for n in range(2)
                ),
                sequence_flows=tuple(
                    SequenceFlow(
                        ref=at(way),
                        source=at(way.partition(">")[0]),
                        target=at(way.partition(">")[2]),
                        parent=ref,
                    )
                    for way in ways
                ),
                data=tuple(
                    DataElement(ref=at(f"D{n}"), name=f"Skjema {n}", type="dataObject")
                    for n in range(steps)
                ),
                data_associations=tuple(
                    DataAssociation(
                        ref=at(f"A{n}"), node=at(f"T{n}"), direction="input", data=(at(f"D{n}"),)
                    )
                    for n in range(steps)
                ),
            ),
        ),
    )


def add_arrow(document: Document, way: str) -> Document:
    """The document with one more arrow in its process."""
    (process,) = document.processes
    ref, source, target = (ElementRef(document.path, each) for each in (way, *way.split(">")))
    arrow = SequenceFlow(ref=ref, source=source, target=target, parent=process.ref)
    drawn = process.model_copy(update={"sequence_flows": (*process.sequence_flows, arrow)})
    return document.model_copy(update={"processes": (drawn,)})


def read_rows(file: Path) -> list[list[str]]:
    text = file.read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def read_folder(folder: Path) -> dict[str, list[list[str]]]:
    return {file.stem: read_rows(file) for file in sorted(folder.glob("*.csv"))}


def count_rows(rows: list[list[str]]) -> Counter[tuple[str, ...]]:
    return Counter(
        tuple(row[: max((n for n, c in enumerate(row, 1) if c), default=0)]) for row in rows
    )


def shrink(landscape: Landscape) -> Landscape:
    """The models as they were: without the last document, or the last step of the only one."""
    *documents, last = landscape.documents
    if documents:
        return Landscape(documents=tuple(documents))
    process = last.processes[-1]
    gone = process.steps[-1].ref if process.steps else None
    before = process.model_copy(
        update={
            "nodes": tuple(node for node in process.nodes if node.ref != gone),
            "sequence_flows": tuple(f for f in process.sequence_flows if f.target != gone),
            "data_associations": tuple(a for a in process.data_associations if a.node != gone),
        }
    )
    return Landscape(
        documents=(last.model_copy(update={"processes": (*last.processes[:-1], before)}),)
    )


@settings(max_examples=10)
@given(st.data())
def test_the_updated_register_has_the_rows_of_a_new_template(data: st.DataObject) -> None:
    old, new = sorted(data.draw(st.tuples(st.integers(1, 4), st.integers(1, 4))))
    extra = data.draw(st.sampled_from([(), ("b.bpmn",), ("0.bpmn", "b.bpmn")]))
    before = Landscape(documents=(draw_document("a.bpmn", old),))
    after = Landscape(
        documents=(draw_document("a.bpmn", new), *(draw_document(path, 3) for path in extra))
    )
    registered = before.with_register(data.draw(registers(before)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "r")
        api.write_register(registered, path, full=True)
        done = api.update_register(after, path)
        api.write_register(after.with_register(path), Path(folder, "new"), full=True)
        updated, template = read_folder(path), read_folder(Path(folder, "new"))
        assert bool(done.added) == (after != before)
        for table in ADDED_TO:
            name = FILES[table]
            assert count_rows(updated[name]) == count_rows(template[name]), table


@settings(max_examples=12)
@given(st.data())
def test_no_fact_changes_nothing_typed_is_lost_and_twice_is_once(data: st.DataObject) -> None:
    after = data.draw(landscapes())
    before = shrink(after)
    registered = before.with_register(data.draw(registers(before)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "r")
        api.write_register(registered, path, full=data.draw(st.booleans()))
        shutil.copytree(path, Path(folder, "before"))
        old = read_folder(path)
        api.update_register(after, path)
        updated = read_folder(path)
        said = strip(after.with_register(Path(folder, "before")))
        assert strip(after.with_register(path)) == said
        assert updated.keys() == old.keys()
        for name, rows in old.items():
            for row, now in zip(rows, updated[name], strict=False):
                kept = zip(rows[0], row, now, strict=False)
                assert [c for h, c, _ in kept if h not in OURS] == [
                    c for h, c in zip(rows[0], now, strict=False) if h not in OURS
                ]
        again = api.update_register(after, path)
        assert again.added == ()
        assert read_folder(path) == updated


@pytest.mark.parametrize("form", ["r.xlsx", "r"])
def test_a_sheet_that_the_register_does_not_have_gets_no_rows(tmp_path: Path, form: str) -> None:
    path = tmp_path / form
    api.write_register(Landscape(documents=(draw_document("a.bpmn", 2),)), path)
    after = Landscape(documents=(draw_document("a.bpmn", 3), draw_document("b.bpmn", 3)))
    done = api.update_register(after, path)
    assert not any(":" in row for row in done.added)
    names = [p.stem for p in path.iterdir()] if path.is_dir() else load_workbook(path).sheetnames
    assert not {*FILES.values(), "Steg", "RACI", "Veivalg"} & set(names)


def test_a_workbook_gets_the_same_rows_and_says_where(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    api.write_register(Landscape(documents=(draw_document("a.bpmn", 2),)), path, full=True)
    book = load_workbook(path)
    sheet = book["Steg"]
    heads = {str(cell.value): at for at, cell in enumerate(sheet[1], start=1)}
    sheet.cell(2, heads["System"]).value = "Sikri"
    book.save(path)
    done = api.update_register(Landscape(documents=(draw_document("a.bpmn", 3),)), path)
    assert "Steg: Prosess a.bpmn, Steg 2" in done.added
    assert "Overleveringer: Prosess a.bpmn, Steg 1, Steg 2" in done.added
    assert "Opplysninger: Skjema 2" in done.added
    sheet = load_workbook(path)["Steg"]
    assert [row[heads["Steg"] - 1] for row in sheet.iter_rows(2, values_only=True)] == [
        "Steg 0",
        "Steg 1",
        "Steg 2",
    ]
    assert sheet.cell(2, heads["System"]).value == "Sikri"


def test_yaml_with_everything_in_it_keeps_everything_in_the_new_one(tmp_path: Path) -> None:
    before = Landscape(documents=(draw_document("a.bpmn", 2),))
    after = Landscape(documents=(draw_document("a.bpmn", 3),))
    for name, full in (("r.yaml", True), ("short.yaml", False)):
        api.write_register(before, tmp_path / name, full=full)
        done = api.update_register(after, tmp_path / name)
        text = done.path.read_text(encoding="utf-8")
        assert ("    step: Steg 2" in text) == full
        assert strip(after.with_register(done.path)) == strip(after)


def test_a_list_of_steps_that_was_typed_is_not_filled_up_with_drawn_ones(tmp_path: Path) -> None:
    models = Landscape(documents=(draw_document("a.bpmn", 2),))
    listed = models.with_register({"steps": [{"process": "Låne lokale", "step": "Ta imot"}]})
    api.write_register(listed, tmp_path / "r")
    before = read_rows(tmp_path / "r" / "steg.csv")
    assert api.update_register(models, tmp_path / "r").added == ()
    assert read_rows(tmp_path / "r" / "steg.csv") == before


def test_rows_that_use_the_name_of_the_drawing_are_found_where_the_register_gives_another(
    tmp_path: Path,
) -> None:
    models = Landscape(documents=(draw_document("a.bpmn", 2),))
    api.write_register(models, tmp_path / "r", full=True)
    for name, column, text in (("steg", "Steg", "Steg 0"), ("prosesser", "Prosess*", "")):
        file = tmp_path / "r" / f"{name}.csv"
        rows = read_rows(file)
        heads = rows[0]
        for row in rows[1:]:
            if text and row[heads.index(column)] == text:
                row[heads.index("Modell")], row[heads.index("System")] = "", "Sikri"
            elif not text:
                row[0] = "Et annet navn"
        file.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    before = models.with_register(tmp_path / "r")
    assert before.processes[0].label == "Et annet navn"
    assert before.processes[0].nodes[0].system.value == "Sikri"
    assert api.update_register(models, tmp_path / "r").added == ()
    assert strip(models.with_register(tmp_path / "r")) == strip(before)


def test_a_data_item_that_got_a_name_of_its_own_is_not_listed_again(tmp_path: Path) -> None:
    models = Landscape(documents=(draw_document("a.bpmn", 2),))
    api.write_register(models, tmp_path / "r", full=True)
    file = tmp_path / "r" / "opplysninger.csv"
    rows = read_rows(file)
    rows[1][0] = "Søknad"
    file.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    assert models.with_register(tmp_path / "r").data_items[0].name == "Søknad"
    assert api.update_register(models, tmp_path / "r").added == ()


def test_the_numbers_of_hand_offs_follow_the_map(tmp_path: Path) -> None:
    path = tmp_path / "r"
    document = draw_document("a.bpmn", 3)
    api.write_register(Landscape(documents=(document,)), path, full=True)
    process = document.processes[0]
    turned = process.model_copy(update={"sequence_flows": process.sequence_flows[1:]})
    after = Landscape(documents=(document.model_copy(update={"processes": (turned,)}),))
    api.update_register(after, path)
    heads, *rows = read_rows(path / "overleveringer.csv")
    at = {head: heads.index(head) for head in ("Nr", "Fra steg", "Til steg")}
    now = {(row[at["Fra steg"]], row[at["Til steg"]]): row[at["Nr"]] for row in rows}
    for handoff in api.analyze(after).handoffs:
        ends = [process.node_by_ref[ref].name for ref in (handoff.source, handoff.target)]
        assert now[ends[0], ends[1]] == str(handoff.number)


def test_hand_offs_that_come_of_rows_pointed_anew_are_added_at_once(tmp_path: Path) -> None:
    document = draw_document("a.bpmn", 3)
    before = Landscape(documents=(document,)).with_register(
        {
            "units": ["Enhet 0", "Enhet 1", "Arkiv"],
            "steps": [{"process": "Prosess a.bpmn", "step": "Steg 2", "who": "Arkiv"}],
        }
    )
    path = tmp_path / "r"
    api.write_register(before, path, full=True)
    # The same file by another name, with an arrow that crosses nothing but by what was typed.
    text = document.model_dump_json().replace('"a.bpmn"', '"c.bpmn"')
    after = Landscape(documents=(add_arrow(Document.model_validate_json(text), "T2>T0"),))
    done = api.update_register(after, path)
    rows = read_folder(path)
    assert "Overleveringer: Prosess a.bpmn, Steg 2, Steg 0" in done.added
    assert api.update_register(after, path).added == ()
    assert read_folder(path) == rows
    assert len(done.added) == len(set(done.added))
    assert done.backup.name.startswith("r.")
    assert len(list(tmp_path.iterdir())) == 3, "one backup for each update"
