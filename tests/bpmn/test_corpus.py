"""Real files: everything is read, or said; counted independently, with plain lxml."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from procmap.bpmn import read_bpmn
from procmap.model import Document, Element, Landscape, Process
from procmap.source import ElementRef

pytestmark = pytest.mark.corpus

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DIAGRAM = "{http://www.omg.org/spec/BPMN/20100524/DI}BPMNDiagram"
COUNTED = [
    "process", "participant", "lane", "messageFlow", "sequenceFlow", "association",
    "textAnnotation", "group", "dataObject", "dataObjectReference", "dataStoreReference",
    "dataStore", "dataInputAssociation", "dataOutputAssociation", "task", "userTask", "manualTask",
    "serviceTask", "sendTask", "receiveTask", "scriptTask", "businessRuleTask", "callActivity",
    "subProcess", "transaction", "adHocSubProcess", "startEvent", "endEvent", "boundaryEvent",
    "intermediateThrowEvent", "intermediateCatchEvent", "exclusiveGateway", "parallelGateway",
    "inclusiveGateway", "eventBasedGateway", "complexGateway", "message", "signal", "error",
    "escalation", "resource", "category", "categoryValue", "collaboration", "itemDefinition",
]  # fmt: skip
GROUND_TRUTH = sorted((Path(__file__).parent.parent / "ground_truth").glob("*.yaml"))


@pytest.fixture(scope="module")
def corpus(corpus_dir: Path) -> Landscape:
    return read_bpmn(corpus_dir)


@pytest.fixture(scope="module")
def trees(corpus_dir: Path, corpus: Landscape) -> dict[str, etree._Element]:
    return {
        document.path: etree.parse(corpus_dir / document.path).getroot()
        for document in corpus.documents
    }


def elements_of(document: Document) -> Iterator[tuple[str, Element]]:
    """Every element of the model with its BPMN name."""
    yield from (("participant", each) for each in document.participants)
    yield from (("messageFlow", each) for each in document.message_flows)
    yield from ((each.type, each) for each in document.definitions)
    yield from ((each.type, each) for each in document.data_stores)
    for process in document.processes:
        yield ("process", process)
        yield from ((each.type, each) for each in process.nodes)
        yield from (("sequenceFlow", each) for each in process.sequence_flows)
        yield from (("lane", each) for each in process.lanes)
        yield from ((each.type, each) for each in process.data)
        for line in process.data_associations:
            yield (f"data{line.direction.title()}Association", line)
    holders: list[Document | Process] = [document, *document.processes]
    for holder in holders:
        yield from (("association", each) for each in holder.associations)
        yield from (("textAnnotation", each) for each in holder.annotations)
        yield from (("group", each) for each in holder.groups)


def test_every_file_is_read_or_said_with_its_place(corpus: Landscape, corpus_dir: Path) -> None:
    with (corpus_dir / "manifest.csv").open(encoding="utf-8", newline="") as file:
        status = {row["file"]: row["status"] for row in csv.DictReader(file)}
    expected = {"malformed": "BPM101", "notbpmn": "BPM103"}
    said = {
        finding.location.file: (finding.code, finding.location.line is not None)
        for finding in corpus.diagnostics
        if finding.location is not None and finding.code.startswith("BPM1")
    }
    assert {document.path for document in corpus.documents} == {
        file for file, each in status.items() if each == "ok"
    }
    assert said == {
        file: (expected[each], True) for file, each in status.items() if each in expected
    }


def test_every_element_is_in_the_model_by_name_and_id(
    corpus: Landscape, trees: dict[str, etree._Element]
) -> None:
    for document in corpus.documents:
        in_file = Counter(
            (name, element.get("id"))
            for name in COUNTED
            for element in trees[document.path].iter(f"{BPMN}{name}")
        )
        in_model = Counter(
            (name, dict(element.attributes).get("id", element.id))
            for name, element in elements_of(document)
            if name in COUNTED
        )
        nameless = Counter(name for name, stated in in_file.elements() if not stated)
        made_up = Counter(name for name, _ in (in_model - in_file).elements())
        assert made_up == nameless, document.path
        with_id = Counter({key: count for key, count in in_file.items() if key[1]})
        assert not with_id - in_model, document.path


def test_every_vendor_element_is_kept(corpus: Landscape, trees: dict[str, etree._Element]) -> None:
    """Outside the drawing: those live in the source bytes alone."""
    for document in corpus.documents:
        root = trees[document.path]
        drawn = {each for page in root.iter(DIAGRAM) for each in page.iter("{*}*")}
        in_file = Counter(
            element.tag
            for element in root.iter("{*}*", "extensionElements")
            if element not in drawn
            and (not element.tag.startswith(BPMN) or element.tag == f"{BPMN}extensionElements")
        )
        kept = [*document.kept, *(text for _, each in elements_of(document) for text in each.kept)]
        in_model = Counter(
            element.tag for text in kept for element in etree.fromstring(text).iter("{*}*")
        )
        assert not in_file - in_model, document.path


def test_every_documentation_is_in_the_model(
    corpus: Landscape, trees: dict[str, etree._Element]
) -> None:
    for document in corpus.documents:
        read = {each.ref.id: each.documentation for _, each in elements_of(document)}
        for element in trees[document.path].iter(f"{BPMN}documentation"):
            parent = element.getparent()
            text = "".join(element.xpath("string()")).strip()
            if text and parent is not None and parent.tag.removeprefix(BPMN) in COUNTED:
                assert text in read[parent.get("id") or ""], document.path


def test_ends_of_flows_are_those_of_the_file(
    corpus: Landscape, trees: dict[str, etree._Element]
) -> None:
    for document in corpus.documents:
        in_file = {
            (element.get("id"), element.get("sourceRef"), element.get("targetRef"))
            for name in ("sequenceFlow", "messageFlow")
            for element in trees[document.path].iter(f"{BPMN}{name}")
            if element.get("id")
        }
        flows = [
            *document.message_flows,
            *(flow for process in document.processes for flow in process.sequence_flows),
        ]
        for flow in flows:
            left = dict(flow.attributes)
            source = flow.source.id if flow.source else left.get("sourceRef")
            target = flow.target.id if flow.target else left.get("targetRef")
            assert (
                (flow.id, source, target) in in_file
                or flow.id.startswith("_sequenceFlow_")
                or "~" in f"{flow.id}{source}{target}"
            ), document.path


def test_everything_pointed_at_exists(corpus: Landscape) -> None:
    known: set[ElementRef] = set()
    for document in corpus.documents:
        refs = [element.ref for _, element in elements_of(document)]
        assert len(set(refs)) == len(refs), document.path
        known.update(refs)
    for process in corpus.processes:
        for node in process.nodes:
            pointed = [node.parent, node.lane, node.attached_to, node.calls]
            pointed += [performer.ref for performer in node.performers]
            assert known.issuperset(ref for ref in pointed if ref is not None)
    assert known.issuperset(ref for finding in corpus.diagnostics for ref in finding.elements)


@pytest.mark.parametrize("path", GROUND_TRUTH, ids=lambda path: path.stem)
def test_performers_are_those_counted_by_hand(path: Path, corpus_dir: Path) -> None:
    counted: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    data = (corpus_dir / counted["file"]).read_bytes()
    if hashlib.sha256(data).hexdigest() != counted["sha256"]:
        pytest.skip("another version of the model")
    landscape = read_bpmn(data, name="a.bpmn")
    for process in counted["processes"]:
        found = {}
        for node in landscape[ElementRef("a.bpmn", process["id"])].nodes:
            refs = (each.ref for each in node.performers if each.kind in ("lane", "pool"))
            found[node.id] = next((ref.id for ref in refs if ref is not None), None)
        for step in process["steps"]:
            assert found[step["id"]] == step["performer"], step
