"""The algorithm against ten real models counted by hand from the picture."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
import yaml

from procmap.bpmn import read_bpmn
from procmap.graph import Analysis, analyze_landscape
from procmap.model import Unit
from procmap.source import ElementRef

FOLDER = Path(__file__).parent.parent / "ground_truth"
CASES = sorted(FOLDER.glob("*.yaml"))

pytestmark = pytest.mark.corpus


def test_there_are_ten_models() -> None:
    assert len(CASES) == 10


@pytest.fixture(params=CASES, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest, corpus_dir: Path) -> tuple[dict[str, Any], Analysis]:
    counted = yaml.safe_load(request.param.read_text(encoding="utf-8"))
    file = corpus_dir / counted["file"]
    assert hashlib.sha256(file.read_bytes()).hexdigest() == counted["sha256"]
    return counted, analyze_landscape(read_bpmn(file))


def carrier(unit: Unit | None) -> str | None:
    """The lane or pool that an assumed unit or outside party was taken from."""
    return unit.key.rpartition("#")[2] if unit is not None else None


def belongs(ref: ElementRef, process: str) -> bool:
    return ref.id == process


def test_steps_and_performers(case: tuple[dict[str, Any], Analysis]) -> None:
    counted, analysis = case
    processes = {p.ref.id: p for p in analysis.landscape.processes}
    for expected in counted["processes"]:
        found = {
            step.ref.id: carrier(analysis.places[step.ref].unit)
            for step in processes[expected["id"]].steps
            if step.calls is None
        }
        assert found == {step["id"]: step["performer"] for step in expected["steps"]}


def test_hand_offs(case: tuple[dict[str, Any], Analysis]) -> None:
    counted, analysis = case
    for expected in counted["processes"]:
        found = {
            (h.source.id, h.target.id, h.medium)
            for h in analysis.handoffs
            if belongs(h.process, expected["id"]) and h.medium != "message"
        }
        assert found == {(h["source"], h["target"], h["medium"]) for h in expected["handoffs"]}


def test_stays_and_undecided_successions(case: tuple[dict[str, Any], Analysis]) -> None:
    counted, analysis = case
    for expected in counted["processes"]:
        successions = [s for s in analysis.successions if belongs(s.process, expected["id"])]
        assert sum(s.crosses is False for s in successions) == expected["stays"]
        assert sum(s.crosses is None for s in successions) == expected["undecided"]


def test_crossing_points(case: tuple[dict[str, Any], Analysis]) -> None:
    counted, analysis = case
    for expected in counted["processes"]:
        found = {
            (c.flow.id, carrier(c.source_unit), carrier(c.target_unit))
            for c in analysis.crossings
            if belongs(c.process, expected["id"]) and c.medium != "message"
        }
        assert found == {(c["flow"], c["source"], c["target"]) for c in expected["crossings"]}


def test_messages(case: tuple[dict[str, Any], Analysis]) -> None:
    counted, analysis = case
    found = {
        c.flow.id: ("undetermined", carrier(c.source_unit), carrier(c.target_unit))
        for c in analysis.crossings
        if c.medium == "message"
    }
    for contact in analysis.contacts:
        ends = (carrier(contact.unit), carrier(contact.party))
        found[contact.flow.id] = (
            "outside",
            *(ends if contact.direction == "out" else reversed(ends)),
        )
    expected = {m["id"]: (m["kind"], m["source"], m["target"]) for m in counted["messages"]}
    assert found == expected
