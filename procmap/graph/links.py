"""Link events: pairs of throw and catch that stand for one arrow (BPMN 2.0.2, 10.5.5)."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.model import EventDefinition, FlowNode, Process, fold
from procmap.source import ElementRef

__all__ = ["match_links"]


def match_links(process: Process) -> Iterator[tuple[ElementRef, ElementRef]]:
    """Pair link throws with link catches, each throw by the first key that fits any catch.

    Keys, strongest first: the references between the two definitions, the definitions' name, the
    events' name. Real files often leave the definitions unnamed.
    """
    throws, catches = (
        _links(process, "intermediateThrowEvent"),
        _links(process, "intermediateCatchEvent"),
    )
    by_id: dict[str, list[ElementRef]] = {}
    by_source: dict[str, list[ElementRef]] = {}
    by_link: dict[str, list[ElementRef]] = {}
    by_event: dict[str, list[ElementRef]] = {}
    for node, link in catches:
        _note(by_id, link.id or "", node)
        for source in link.targets:
            _note(by_source, source, node)
        _note(by_link, fold(link.name), node)
        _note(by_event, fold(node.name), node)
    for node, link in throws:
        referred = [ref for target in link.targets for ref in by_id.get(target, ())]
        found = (
            referred
            or by_source.get(link.id or "")
            or by_link.get(fold(link.name))
            or by_event.get(fold(node.name), [])
        )
        for catch in dict.fromkeys(found):
            yield node.ref, catch


def _links(process: Process, type_: str) -> list[tuple[FlowNode, EventDefinition]]:
    return [
        (node, definition)
        for node in process.nodes
        if node.type == type_
        for definition in node.event_definitions
        if definition.kind == "link"
    ]


def _note(index: dict[str, list[ElementRef]], key: str, node: FlowNode) -> None:
    if key:
        index.setdefault(key, []).append(node.ref)
