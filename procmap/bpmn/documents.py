"""The second pass: a document of the model from what the first pass noted."""

from __future__ import annotations

import hashlib

from lxml import etree

from procmap.bpmn.artifacts import build_annotation, build_group
from procmap.bpmn.data import build_data_element
from procmap.bpmn.diagrams import build_diagrams
from procmap.bpmn.flows import build_association, build_message_flow
from procmap.bpmn.inventory import build_inventory
from procmap.bpmn.markup import build_keeper
from procmap.bpmn.notes import Notes
from procmap.bpmn.processes import build_process
from procmap.bpmn.root_elements import build_definition, build_participant
from procmap.findings import Finding
from procmap.model import Document, Participant
from procmap.source import ElementRef

__all__ = ["build_document"]


def build_document(
    path: str, data: bytes, root: etree._Element
) -> tuple[Document, tuple[Finding, ...]]:
    """Build a document, with what the reader noticed about it.

    Args:
        path: what the document is known by.
        data: its bytes.
        root: its ``definitions`` element.
    """
    notes = Notes(path)
    inventory = build_inventory(root, keeper=build_keeper(root), notes=notes)
    top = inventory.top
    diagrams = build_diagrams(inventory)
    participants = tuple(build_participant(pool, inventory) for pool in top.within("participant"))
    pools = _group_by_process(participants)
    document = Document(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        exporter=top.take("exporter") or "",
        exporter_version=top.take("exporterVersion") or "",
        target_namespace=top.take("targetNamespace") or "",
        processes=tuple(
            build_process(
                process,
                participants=pools.get(process.ref, ()),
                diagrams=diagrams,
                inventory=inventory,
            )
            for process in top.within("process")
        ),
        participants=participants,
        message_flows=tuple(
            build_message_flow(flow, inventory) for flow in top.within("message flow")
        ),
        definitions=tuple(build_definition(draft) for draft in top.within("definition")),
        data_stores=tuple(build_data_element(store, inventory) for store in top.within("data")),
        annotations=tuple(build_annotation(note, inventory) for note in top.within("annotation")),
        associations=tuple(
            build_association(line, inventory) for line in top.within("association")
        ),
        groups=tuple(build_group(group, inventory) for group in top.within("group")),
        diagrams=diagrams,
        attributes=tuple(top.attributes.items()),
        kept=tuple(top.kept),
        source=data,
    )
    inventory.release()
    return document, tuple(notes.findings)


def _group_by_process(
    participants: tuple[Participant, ...],
) -> dict[ElementRef, tuple[Participant, ...]]:
    found: dict[ElementRef, tuple[Participant, ...]] = {}
    for participant in participants:
        if participant.process is not None:
            found[participant.process] = (*found.get(participant.process, ()), participant)
    return found
