"""The names of BPMN 2.0: which element may stand where, and what the reader makes of it.

One table, from qualified name to `Kind`, says all that the first pass has to know. What a table
does not name is kept verbatim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from procmap.model.flow import ACTIVITY_TYPES, CONTAINER_TYPES, EVENT_TYPES, GATEWAY_TYPES

__all__ = [
    "BPMN",
    "DC",
    "DD",
    "DI",
    "NOT_EXECUTED",
    "REFERABLE",
    "ROOT",
    "TOP",
    "Group",
    "Kind",
    "bpmn",
]

BPMN: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DI: Final = "http://www.omg.org/spec/BPMN/20100524/DI"
DC: Final = "http://www.omg.org/spec/DD/20100524/DC"
DD: Final = "http://www.omg.org/spec/DD/20100524/DI"

# The upper ones become elements of the model; the lower ones belong to the element around them.
Group = Literal[
    "annotation",
    "association",
    "data",
    "data association",
    "definition",
    "document",
    "group",
    "lane",
    "message flow",
    "node",
    "participant",
    "process",
    "sequence flow",
    #
    "diagram",
    "documentation",
    "implied",  # says again what another element says
    "kept and opened",  # kept verbatim, and its content read too
    "opened",  # nothing in itself: its content belongs to the element around it
    "part",  # read by the element's builder
    "part and kept",  # read by the element's builder, which cannot hold all of it
]


_IN_ANOTHER: Final = frozenset(
    {
        "diagram",
        "documentation",
        "implied",
        "kept and opened",
        "opened",
        "part",
        "part and kept",
    }
)


def bpmn(name: str) -> str:
    """The qualified name of a BPMN element, in Clark notation."""
    return f"{{{BPMN}}}{name}"


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """What the reader makes of an element.

    Args:
        group: which builder it goes to.
        type: its BPMN name.
        content: what may stand in it, by qualified name.
        is_element: whether it becomes an element of the model.
        is_implied: whether it says again what another element says.
        is_part: whether it is read by the builder of the element around it, and kept nowhere.
    """

    group: Group
    type: str
    content: Mapping[str, Kind] = field(default_factory=dict, repr=False)
    is_element: bool = field(init=False, repr=False)
    is_implied: bool = field(init=False, repr=False)
    is_part: bool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "is_element", self.group not in _IN_ANOTHER)
        object.__setattr__(self, "is_implied", self.group == "implied")
        object.__setattr__(self, "is_part", self.group == "part")


def _table(
    group: Group, names: Iterable[str], content: Mapping[str, Kind] | None = None
) -> dict[str, Kind]:
    return {bpmn(name): Kind(group, name, content or {}) for name in sorted(names)}


_EVENT_DEFINITIONS = frozenset(
    f"{kind}EventDefinition"
    for kind in (
        "cancel",
        "compensate",
        "conditional",
        "error",
        "escalation",
        "link",
        "message",
        "signal",
        "terminate",
        "timer",
    )
)
_RESOURCE_ROLES = frozenset({"humanPerformer", "performer", "potentialOwner", "resourceRole"})
_LOOPS = frozenset({"multiInstanceLoopCharacteristics", "standardLoopCharacteristics"})
_ROOT_ELEMENTS = _EVENT_DEFINITIONS | {
    "correlationProperty",
    "endPoint",
    "error",
    "escalation",
    "globalBusinessRuleTask",
    "globalManualTask",
    "globalScriptTask",
    "globalTask",
    "globalUserTask",
    "interface",
    "itemDefinition",
    "message",
    "partnerEntity",
    "partnerRole",
    "resource",
    "signal",
}

_DOCUMENTATION = _table("documentation", ["documentation"])
_DATA = _DOCUMENTATION | _table("part", ["dataState"])
_ARTIFACTS = (
    _table("association", ["association"], _DOCUMENTATION)
    | _table("group", ["group"], _DOCUMENTATION)
    | _table("annotation", ["textAnnotation"], _DOCUMENTATION | _table("part", ["text"]))
)

# Lanes hold lane sets, which hold lanes: the table refers to itself.
_LANE = _DOCUMENTATION | _table("part", ["flowNodeRef"])
_LANES = _table("lane", ["lane"], _LANE)
_LANE |= _table("opened", ["childLaneSet"], _LANES)
_LANES[bpmn("lane")] = Kind("lane", "lane", _LANE)

_NODE = (
    _DOCUMENTATION
    | _table("implied", ["incoming", "outgoing"])
    | _table("part", _EVENT_DEFINITIONS | _LOOPS | {"eventDefinitionRef"})
    | _table("part and kept", _RESOURCE_ROLES | {"extensionElements"})
    | _table(
        "data association",
        ["dataInputAssociation", "dataOutputAssociation"],
        _DOCUMENTATION | _table("part", ["sourceRef", "targetRef"]),
    )
)

# Processes and sub-processes hold flow nodes, some of which are sub-processes.
_FLOW_ELEMENTS: dict[str, Kind] = (
    _table(
        "sequence flow", ["sequenceFlow"], _DOCUMENTATION | _table("part", ["conditionExpression"])
    )
    | _table("data", ["dataObject", "dataObjectReference", "dataStoreReference"], _DATA)
    | _table("opened", ["laneSet"], _LANES)
    | _table("node", (ACTIVITY_TYPES | EVENT_TYPES | GATEWAY_TYPES) - CONTAINER_TYPES, _NODE)
    | _ARTIFACTS
)
_CONTAINER = _NODE | _FLOW_ELEMENTS
_SUB_PROCESSES = _table("node", CONTAINER_TYPES, _CONTAINER)
_CONTAINER |= _SUB_PROCESSES
_PROCESS = (
    _DOCUMENTATION
    | _FLOW_ELEMENTS
    | _SUB_PROCESSES
    | _table(
        "kept and opened", ["ioSpecification"], _table("data", ["dataInput", "dataOutput"], _DATA)
    )
)

_COLLABORATION = (
    _DOCUMENTATION
    | _table("participant", ["participant"], _DOCUMENTATION)
    | _table("message flow", ["messageFlow"], _DOCUMENTATION)
    | _ARTIFACTS
)
_CATEGORY = _DOCUMENTATION | _table("definition", ["categoryValue"], _DOCUMENTATION)

TOP: Final = Kind(
    "document",
    "definitions",
    _table("process", ["process"], _PROCESS)
    | _table("definition", ["collaboration"], _COLLABORATION)
    | _table("definition", ["category"], _CATEGORY)
    | _table("definition", _ROOT_ELEMENTS, _DOCUMENTATION)
    | _table("data", ["dataStore"], _DATA)
    | {f"{{{DI}}}BPMNDiagram": Kind("diagram", "BPMNDiagram")},
)

ROOT: Final = bpmn("definitions")

# Elements that the model should hold wherever they stand; the reader says so where it does not.
REFERABLE: Final = (
    (frozenset(_CONTAINER) | frozenset(_COLLABORATION) | frozenset(_LANES))
    - frozenset(_NODE)
    - {bpmn("laneSet")}
) | {bpmn("process"), bpmn("dataStore")}

# BPMN's other kinds of model: kept and reported.
NOT_EXECUTED: Final = frozenset(
    bpmn(name)
    for name in (
        "callConversation",
        "choreography",
        "conversation",
        "globalChoreographyTask",
        "globalConversation",
        "subConversation",
    )
)
