"""Real files of many tools: what they state of performers is read, counted with plain lxml."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from procmap.bpmn import read_bpmn
from procmap.bpmn.property_search import find_properties
from procmap.bpmn.quality import find_quality_notes
from procmap.model import Landscape

pytestmark = pytest.mark.corpus

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
STATED = ("assignee", "candidateUsers", "candidateGroups")


@pytest.fixture(scope="module")
def corpus(corpus_dir: Path) -> Landscape:
    return read_bpmn(corpus_dir)


def find_assigned(root: etree._Element) -> set[str]:
    """Ids of what has an assignment in any tool's attributes or elements."""
    found: set[str] = set()
    for element in root.iter("{*}*"):
        names = {etree.QName(name).localname for name, value in element.items() if value.strip()}
        if etree.QName(element).localname == "assignmentDefinition" and names.intersection(STATED):
            step = element.getparent()
            step = step.getparent() if step is not None else None
            found.add(step.get("id") or "" if step is not None else "")
        elif element.tag.startswith(BPMN) and names.intersection(STATED):
            found.add(element.get("id") or "")
    return found


def test_every_assignment_of_a_step_is_a_performer(corpus: Landscape, corpus_dir: Path) -> None:
    checked = 0
    for document in corpus.documents:
        assigned = find_assigned(etree.parse(corpus_dir / document.path).getroot())
        for process in document.processes:
            for node in process.nodes:
                if node.id in assigned:
                    checked += 1
                    assert any(each.source == "assignee" for each in node.performers), node.ref
    assert checked


def test_no_tool_has_filled_in_an_owner(corpus: Landscape) -> None:
    """As the page on real files says; a permission group is no owner."""
    assert not any(process.ownership.is_recorded for process in corpus.processes)


def test_quality_notes_are_about_elements_there_are(corpus: Landscape) -> None:
    notes = find_quality_notes(corpus)
    assert set(Counter(note.code for note in notes)) == {"BPM501", "BPM502", "BPM503", "BPM504"}
    assert all(ref in corpus for note in notes for ref in note.elements)
    assert len({note.fingerprint for note in notes}) == len(notes)


def test_systems_that_steps_refer_to_are_found(corpus: Landscape) -> None:
    assert all(each.value for each in find_properties(corpus))


def test_fingerprints_of_diagnostics_about_elements_are_unique(corpus: Landscape) -> None:
    keys = [
        (each.fingerprint, each.location)
        for each in corpus.diagnostics
        if each.code in ("BPM209", "BPM210", "BPM303", "BPM304")
    ]
    assert len(set(keys)) == len(keys)
