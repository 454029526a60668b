"""Named messages and signals: which process sends them, and which waits for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from procmap.model import FlowNode, Landscape, Process, fold
from procmap.rules.context import Context
from procmap.source import ElementRef

__all__ = ["Exchange", "find_exchanges", "find_flow_ends", "find_named_flows"]

_THROWING: Final = frozenset({"intermediateThrowEvent", "endEvent", "implicitThrowEvent"})
_CATCHING: Final = frozenset({"startEvent", "intermediateCatchEvent", "boundaryEvent"})
_TASKS: Final[dict[str, Literal["out", "in"]]] = {"sendTask": "out", "receiveTask": "in"}


@dataclass(frozen=True, slots=True)
class Exchange:
    """One end of a named message or signal.

    Args:
        kind: ``"message"`` or ``"signal"``.
        name: its name as written.
        direction: ``"out"`` where it is sent, ``"in"`` where it is waited for.
        node: the event or task.
        process: the process it stands in.
    """

    kind: str
    name: str
    direction: Literal["out", "in"]
    node: FlowNode
    process: Process

    @property
    def key(self) -> tuple[str, str]:
        """What makes two ends the same message or signal, also across files."""
        return self.kind, fold(self.name)


def find_exchanges(context: Context) -> Iterator[Exchange]:
    """Both kinds of ends, process by process.

    Those without a name are left out, and those whose name an engine works out while it runs.
    """
    names = _find_definition_names(context.landscape)
    for process in context.processes:
        for node in process.nodes:
            if node.type in _TASKS:
                name = names.get((node.ref.document, _find_message_id(node)), "")
                if _is_name(name):
                    yield Exchange("message", name, _TASKS[node.type], node, process)
            elif node.type in _THROWING or node.type in _CATCHING:
                direction: Literal["out", "in"] = "out" if node.type in _THROWING else "in"
                for definition in node.event_definitions:
                    if definition.kind in ("message", "signal") and _is_name(definition.name):
                        yield Exchange(definition.kind, definition.name, direction, node, process)


def find_named_flows(landscape: Landscape) -> frozenset[tuple[str, str]]:
    """Keys of the messages that a drawn message flow carries: those have two ends."""
    names = _find_definition_names(landscape)
    found = (
        names.get((flow.ref.document, flow.message or ""), "") for flow in landscape.message_flows
    )
    return frozenset(("message", fold(name)) for name in found if fold(name))


def find_flow_ends(landscape: Landscape) -> tuple[frozenset[ElementRef], frozenset[ElementRef]]:
    """What drawn message flows leave, and what they arrive at, where they have both ends."""
    whole = [f for f in landscape.message_flows if f.source is not None and f.target is not None]
    return (
        frozenset(f.source for f in whole if f.source is not None),
        frozenset(f.target for f in whole if f.target is not None),
    )


def _is_name(name: str) -> bool:
    is_expression = name.startswith("=") or "${" in name or "#{" in name
    return bool(fold(name)) and not is_expression


def _find_definition_names(landscape: Landscape) -> dict[tuple[str, str], str]:
    return {
        (document.path, definition.ref.id): definition.name
        for document in landscape.documents
        for definition in document.definitions
        if definition.type == "message"
    }


def _find_message_id(node: FlowNode) -> str:
    written = next((value for name, value in node.attributes if name == "messageRef"), "")
    return written.rpartition(":")[2]
