"""Flow nodes, and the flows between them (BPMN 2.0.2, chapters 8.4 and 10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.model.element import Element
from procmap.model.facts import Fact
from procmap.model.performers import Performer
from procmap.source import ElementRef

__all__ = [
    "ACTIVITY_TYPES",
    "CONTAINER_TYPES",
    "EVENT_TYPES",
    "GATEWAY_TYPES",
    "EventDefinition",
    "FlowNode",
    "MessageFlow",
    "SequenceFlow",
    "Support",
]

Support = Literal["manual", "supported", "automatic"]

CONTAINER_TYPES = frozenset({"subProcess", "transaction", "adHocSubProcess"})
ACTIVITY_TYPES = CONTAINER_TYPES | {
    "task",
    "userTask",
    "manualTask",
    "serviceTask",
    "sendTask",
    "receiveTask",
    "scriptTask",
    "businessRuleTask",
    "callActivity",
    "callChoreography",
    "choreographyTask",
    "subChoreography",
}
EVENT_TYPES = frozenset(
    {
        "startEvent",
        "endEvent",
        "intermediateThrowEvent",
        "intermediateCatchEvent",
        "boundaryEvent",
        "implicitThrowEvent",
        "event",
    }
)
GATEWAY_TYPES = frozenset(
    {
        "exclusiveGateway",
        "parallelGateway",
        "inclusiveGateway",
        "eventBasedGateway",
        "complexGateway",
    }
)


@dataclass(frozen=True, slots=True)
class EventDefinition:
    """What an event waits for or sends.

    Args:
        kind: the BPMN name without its ending: ``"message"``, ``"timer"``, ``"error"``,
            ``"escalation"``, ``"cancel"``, ``"compensate"``, ``"conditional"``, ``"link"``,
            ``"signal"``, ``"terminate"``.
        name: name of the link, or of the message, signal, error or escalation referred to.
        reference: id of the message, signal, error, escalation or activity referred to.
        code: the error's or escalation's code; two errors with one code are the same error.
        id: id of the definition itself.
        targets: for links: ids of the definitions it names as source or target.
    """

    kind: str
    name: str = ""
    reference: str | None = None
    code: str = ""
    id: str | None = None
    targets: tuple[str, ...] = ()


class FlowNode(Element):
    """An activity, event or gateway, on whatever level of its process it stands.

    Attributes:
        type: the BPMN name, such as ``"userTask"``.
        parent: the process or sub-process it stands in.
        lane: the leaf lane that lists it, or ``None``.
        performers: who performs it, the strongest source first; empty where nothing says it.
        performer_answer: what the register answers to who performs it where that is no name:
            nobody does, nobody knows, or the question does not apply. The first two go before
            what is drawn.
        event_definitions: what an event waits for or sends.
        attached_to: host of a boundary event.
        interrupting: for boundary events and starts of event sub-processes.
        triggered_by_event: for event sub-processes.
        for_compensation: performed only to undo another activity.
        instantiates: a receive task or event-based gateway that starts the process.
        loop: ``"standard"``, ``"parallel"``, ``"sequential"`` or ``None``.
        called_element: what a call activity calls, as written; ``None`` where it says nothing.
        calls: the process that `called_element` was resolved to.
        default_flow: id of the default sequence flow.
        system: name of the system it is done in, as the register says.
        support: done by hand, by a person with a system, or by a system alone, as the register
            says.
        description: what is done, as the register says; `documentation` is what the file says.

    Examples:
        >>> node = FlowNode(ref=ElementRef("a.bpmn", "T1"), type="userTask", name="Vurdere søknad",
        ...                 parent=ElementRef("a.bpmn", "P1"))
        >>> node.is_activity, node.label
        (True, 'Vurdere søknad')
    """

    type: str
    parent: ElementRef
    lane: ElementRef | None = None
    performers: tuple[Performer, ...] = ()
    performer_answer: Fact[str] = Fact()
    event_definitions: tuple[EventDefinition, ...] = ()
    attached_to: ElementRef | None = None
    interrupting: bool = True
    triggered_by_event: bool = False
    for_compensation: bool = False
    instantiates: bool = False
    loop: Literal["standard", "parallel", "sequential"] | None = None
    called_element: str | None = None
    calls: ElementRef | None = None
    default_flow: str | None = None
    system: Fact[str] = Fact()
    support: Fact[Support] = Fact()
    description: Fact[str] = Fact()

    @property
    def label(self) -> str:
        """What to call it: its name, else its id."""
        return self.name or self.ref.id

    @property
    def settled_performers(self) -> tuple[Performer, ...]:
        """Its performers; none where somebody said that nobody does it, or that nobody knows."""
        answer = self.performer_answer
        return () if answer.is_absent or answer.is_unknown else self.performers

    @property
    def is_activity(self) -> bool:
        """A task, sub-process or call activity."""
        return self.type in ACTIVITY_TYPES

    @property
    def is_event(self) -> bool:
        """A start, end, intermediate or boundary event."""
        return self.type in EVENT_TYPES

    @property
    def is_gateway(self) -> bool:
        """A gateway of any kind."""
        return self.type in GATEWAY_TYPES

    @property
    def is_container(self) -> bool:
        """A sub-process of any kind, whether or not it has content."""
        return self.type in CONTAINER_TYPES

    def has_event(self, kind: str) -> bool:
        """Whether one of its event definitions is of this kind."""
        return any(definition.kind == kind for definition in self.event_definitions)


class SequenceFlow(Element):
    """An arrow between two flow nodes of one process.

    Attributes:
        source: where it leaves; ``None`` where the file's reference is missing or dangling.
        target: where it arrives; ``None`` likewise.
        parent: the process or sub-process it stands in.
        condition: the text of its condition, or ``None``.
        probability: how often it is taken when its source is reached, 0 to 1, as the register
            says.
    """

    source: ElementRef | None
    target: ElementRef | None
    parent: ElementRef
    condition: str | None = None
    probability: Fact[float] = Fact()


class MessageFlow(Element):
    """A message between two participants.

    Attributes:
        source: a flow node or participant; ``None`` where the reference is missing or dangling.
        target: likewise.
        message: id of the message it carries, or ``None``.
    """

    source: ElementRef | None
    target: ElementRef | None
    message: str | None = None
