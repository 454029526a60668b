"""Files that nobody drew: BPMN elements in any order, with references that hit and miss."""

from __future__ import annotations

from hypothesis import strategies as st
from lxml import etree

from tests.bpmn.builders import NAMESPACES

BPMN = f"{{{NAMESPACES['']}}}"
IDS = [*"ABCDEABCDEABCDE", "tns:A", "A~2", "_task_1", "", "gone"]
NAMES = [
    "process", "collaboration", "participant", "messageFlow", "laneSet", "childLaneSet", "lane",
    "flowNodeRef", "task", "userTask", "subProcess", "boundaryEvent", "startEvent", "callActivity",
    "sequenceFlow", "exclusiveGateway", "dataObject", "dataObjectReference", "dataStore",
    "dataInputAssociation", "sourceRef", "targetRef", "association", "textAnnotation", "text",
    "group", "category", "categoryValue", "message", "resource", "potentialOwner", "resourceRef",
    "resourceAssignmentExpression", "messageEventDefinition", "eventDefinitionRef",
    "extensionElements", "ioSpecification", "dataInput", "documentation", "choreography",
    "conversation", "conditionExpression", "multiInstanceLoopCharacteristics", "unheardOf",
]  # fmt: skip
ATTRIBUTES = [
    "id", "name", "sourceRef", "targetRef", "processRef", "attachedToRef", "calledElement",
    "default", "dataObjectRef", "categoryValueRef", "messageRef", "bpmnElement", "isExecutable",
    f"{{{NAMESPACES['camunda']}}}assignee",
]  # fmt: skip


# What usually stands in what, so that the odd ones are odd in an interesting place.
USUAL = {
    "definitions": ["process", "process", "collaboration", "category", "dataStore", "message"],
    "process": ["task", "subProcess", "laneSet", "sequenceFlow", "boundaryEvent", "dataObject"],
    "subProcess": ["userTask", "callActivity", "laneSet", "sequenceFlow", "association"],
    "collaboration": ["participant", "messageFlow", "conversation", "textAnnotation"],
    "laneSet": ["lane"],
    "childLaneSet": ["lane"],
    "lane": ["flowNodeRef", "childLaneSet"],
    "userTask": ["potentialOwner", "dataInputAssociation", "extensionElements"],
    "dataInputAssociation": ["sourceRef", "targetRef"],
    "startEvent": ["messageEventDefinition", "eventDefinitionRef"],
    "potentialOwner": ["resourceRef", "resourceAssignmentExpression"],
}


@st.composite
def odd_files(draw: st.DrawFn) -> bytes:
    """A well-formed file with `definitions` as its root, and all else as it comes."""
    root = etree.Element(f"{BPMN}definitions", nsmap={None: NAMESPACES[""], "tns": "urn:tns"})
    elements = [root]
    for _ in range(draw(st.integers(0, 30))):
        parent = draw(st.sampled_from(elements))
        usual = USUAL.get(parent.tag.removeprefix(BPMN), [])
        name = draw(st.sampled_from(usual if usual and draw(st.integers(0, 4)) else NAMES))
        element = etree.SubElement(parent, BPMN + name)
        element.set("id", draw(st.sampled_from(IDS)))
        for key in draw(st.lists(st.sampled_from(ATTRIBUTES), max_size=4)):
            element.set(key, draw(st.sampled_from(IDS)))
        element.text = draw(st.sampled_from([*IDS, "${x}"]))
        # What can hold something interesting is filled the more often.
        elements += [element] * (3 if name in USUAL else 1)
    return etree.tostring(root)


@st.composite
def proper_files(draw: st.DrawFn) -> bytes:
    """A file as tools write them: unique ids, references that hit, lanes, levels, a drawing."""
    root = etree.Element(
        f"{BPMN}definitions",
        nsmap={prefix or None: uri for prefix, uri in NAMESPACES.items()},
    )
    process = etree.SubElement(root, f"{BPMN}process", id="P", name="Byggesak")
    collaboration = etree.SubElement(root, f"{BPMN}collaboration", id="C")
    etree.SubElement(collaboration, f"{BPMN}participant", id="Pool", name="K", processRef="P")
    etree.SubElement(collaboration, f"{BPMN}participant", id="Outside", name="Innbygger")
    lanes = [
        etree.SubElement(_lane_set(process), f"{BPMN}lane", id=f"L{n}", name=f"Enhet {n}")
        for n in range(draw(st.integers(0, 3)))
    ]
    containers = [process]
    nodes: list[str] = []
    kinds = st.sampled_from(["task", "userTask", "subProcess", "exclusiveGateway", "endEvent"])
    for n, kind in enumerate(draw(st.lists(kinds, min_size=1, max_size=8))):
        node = etree.SubElement(draw(st.sampled_from(containers)), BPMN + kind, id=f"N{n}")
        nodes.append(f"N{n}")
        if kind == "subProcess":
            containers.append(node)
        if kind == "userTask" and draw(st.booleans()):
            etree.SubElement(node, f"{BPMN}potentialOwner", name="Leder")
        if draw(st.booleans()):
            etree.SubElement(node, f"{BPMN}documentation").text = "Slik gjør vi det"
        if lanes and draw(st.booleans()):
            etree.SubElement(draw(st.sampled_from(lanes)), f"{BPMN}flowNodeRef").text = f"N{n}"
    ends = st.sampled_from(nodes)
    for n in range(draw(st.integers(0, 8))):
        parts = {"id": f"F{n}", "sourceRef": draw(ends), "targetRef": draw(ends)}
        etree.SubElement(process, f"{BPMN}sequenceFlow", parts)
    for n in range(draw(st.integers(0, 2))):
        parts = {"id": f"M{n}", "sourceRef": draw(ends), "targetRef": "Outside"}
        etree.SubElement(collaboration, f"{BPMN}messageFlow", parts)
    host = draw(ends)
    etree.SubElement(process, f"{BPMN}boundaryEvent", id="Edge", attachedToRef=host)
    _draw(root, [lane.get("id") or "" for lane in lanes], nodes, draw(st.integers(0, 99)))
    return etree.tostring(root)


def _lane_set(process: etree._Element) -> etree._Element:
    found = process.find(f"{BPMN}laneSet")
    return etree.SubElement(process, f"{BPMN}laneSet") if found is None else found


def _draw(root: etree._Element, lanes: list[str], nodes: list[str], offset: int) -> None:
    di, dc = f"{{{NAMESPACES['bpmndi']}}}", f"{{{NAMESPACES['dc']}}}"
    diagram = etree.SubElement(root, f"{di}BPMNDiagram")
    plane = etree.SubElement(diagram, f"{di}BPMNPlane", bpmnElement="C")
    places = {lane: (0, 100 * n, 900, 100) for n, lane in enumerate(lanes)}
    places |= {node: (50 * n, 7 * n + offset, 40, 40) for n, node in enumerate(nodes)}
    for element, (x, y, width, height) in places.items():
        shape = etree.SubElement(plane, f"{di}BPMNShape", bpmnElement=element)
        parts = {"x": str(x), "y": str(y), "width": str(width), "height": str(height)}
        etree.SubElement(shape, f"{dc}Bounds", parts)
