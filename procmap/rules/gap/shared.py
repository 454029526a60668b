"""What processes share besides their flow: data items, data stores and message definitions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from procmap.model import DataUseKind, Document, FlowNode, Process
from procmap.rules.context import Context
from procmap.rules.dat.uses import Use, find_items
from procmap.source import ElementRef

__all__ = ["Shared", "find_shared"]

_THROWING = frozenset({"intermediateThrowEvent", "endEvent", "implicitThrowEvent", "sendTask"})
_CATCHING = frozenset({"startEvent", "intermediateCatchEvent", "boundaryEvent", "receiveTask"})


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing, with what processes do with it.

    Args:
        kind: a data ``"item"`` of the register, a data ``"store"`` of a file, or a ``"message"``
            that a file defines once.
        key: what tells it from others of its kind.
        name: what to call it.
        uses: who puts it in or sends it, and who reads or receives it.
    """

    kind: Literal["item", "store", "message"]
    key: str
    name: str
    uses: tuple[Use, ...]


def find_shared(context: Context) -> Iterator[Shared]:
    """Everything that several processes may share, the register's items first.

    Args:
        context: what is checked.
    """
    mapped: set[ElementRef] = set()
    for item in find_items(context):
        mapped.update(item.item.elements)
        yield Shared("item", item.name, item.name, item.uses)
    processes: dict[str, list[Process]] = {}
    for process in context.processes:
        processes.setdefault(process.ref.document, []).append(process)
    for document in sorted(context.landscape.documents, key=lambda document: document.path):
        inside = processes.get(document.path, [])
        if len(inside) > 1:
            yield from _find_stores(document, inside, mapped)
            yield from _find_messages(document, inside)


def _find_stores(
    document: Document, processes: list[Process], mapped: set[ElementRef]
) -> Iterator[Shared]:
    uses: dict[ElementRef, list[Use]] = {}
    stores = {store.ref: store for store in document.data_stores if store.ref not in mapped}
    for process in processes:
        data = {element.ref: element.refers_to or element.ref for element in process.data}
        for association in process.data_associations:
            node = process.node_by_ref.get(association.node)
            kind: DataUseKind = "reads" if association.direction == "input" else "writes"
            for ref in association.data:
                store = data.get(ref, ref)
                if store in stores and ref not in mapped and node is not None:
                    uses.setdefault(store, []).append(Use(process, kind, node))
    for ref, found in sorted(uses.items()):
        if stores[ref].name:
            yield Shared("store", str(ref), stores[ref].name, tuple(sorted(found, key=_order)))


def _find_messages(document: Document, processes: list[Process]) -> Iterator[Shared]:
    names = {d.ref.id: d.name for d in document.definitions if d.type == "message" and d.name}
    uses: dict[str, list[Use]] = {}
    for process in processes:
        for node in process.nodes:
            if node.type in _THROWING or node.type in _CATCHING:
                kind: DataUseKind = "writes" if node.type in _THROWING else "reads"
                for message in _find_message_ids(node):
                    if message in names:
                        uses.setdefault(message, []).append(Use(process, kind, node))
    for message, found in sorted(uses.items()):
        key = str(document.ref(message))
        yield Shared("message", key, names[message], tuple(sorted(found, key=_order)))


def _find_message_ids(node: FlowNode) -> Iterator[str]:
    for definition in node.event_definitions:
        if definition.kind == "message" and definition.reference:
            yield definition.reference.rpartition(":")[2]
    for name, value in node.attributes:
        if name == "messageRef":
            yield value.rpartition(":")[2]


def _order(use: Use) -> tuple[ElementRef, str]:
    return use.place, use.kind
