"""Errors, escalations and cancellations: which boundary event catches which end event."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.model import EventDefinition, FlowNode, Process
from procmap.source import ElementRef

__all__ = ["catch_throws", "find_catchers"]

_THROWN = frozenset({"error", "escalation", "cancel"})


def catch_throws(process: Process) -> dict[ElementRef, tuple[ElementRef, ...]]:
    """The boundary events that catch each throwing end event, at the nearest scope that does."""
    boundaries: dict[ElementRef, list[FlowNode]] = {}
    for node in process.nodes:
        if node.attached_to is not None:
            boundaries.setdefault(node.attached_to, []).append(node)
    caught: dict[ElementRef, tuple[ElementRef, ...]] = {}
    for node in process.nodes:
        if node.type != "endEvent":
            continue
        found: dict[ElementRef, None] = {}
        for definition in node.event_definitions:
            if definition.kind in _THROWN:
                scope = node.parent
                while scope in process.node_by_ref:
                    here = find_catchers(definition, boundaries.get(scope, ()))
                    if here:
                        found.update(dict.fromkeys(here))
                        break
                    scope = process.node_by_ref[scope].parent
        if found:
            caught[node.ref] = tuple(found)
    return caught


def find_catchers(
    thrown: EventDefinition, boundaries: Sequence[FlowNode]
) -> tuple[ElementRef, ...]:
    """Boundary events of one host that catch a definition: those that name it, else catch-alls."""
    named = tuple(b.ref for b in boundaries if any(_names(d, thrown) for d in b.event_definitions))
    return named or tuple(
        b.ref for b in boundaries if any(_catches_all(d, thrown) for d in b.event_definitions)
    )


def _names(caught: EventDefinition, thrown: EventDefinition) -> bool:
    if caught.kind != thrown.kind:
        return False
    return any(
        mine and mine == theirs
        for mine, theirs in (
            (caught.reference, thrown.reference),
            (caught.code, thrown.code),
            (caught.name, thrown.name),
        )
    )


def _catches_all(caught: EventDefinition, thrown: EventDefinition) -> bool:
    return caught.kind == thrown.kind and (caught.reference is None or thrown.reference is None)
