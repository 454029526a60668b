"""The second pass: a document of the model from what the first pass noted."""

from __future__ import annotations

import hashlib
from typing import Final

from lxml import etree

from procmap.bpmn.artifacts import build_annotation, build_group
from procmap.bpmn.data import build_data_element
from procmap.bpmn.drawing import Drawing
from procmap.bpmn.flows import build_association, build_message_flow
from procmap.bpmn.inventory import build_inventory
from procmap.bpmn.limits import Limits, Meter
from procmap.bpmn.markup import build_keeper
from procmap.bpmn.namespaces import is_overgrown
from procmap.bpmn.notes import Notes
from procmap.bpmn.processes import build_process
from procmap.bpmn.properties import Fields, PropertyNames
from procmap.bpmn.root_elements import build_definition, build_participant
from procmap.bpmn.trusted import trust
from procmap.findings import Finding
from procmap.model import Document, Participant
from procmap.source import ElementRef

__all__ = ["build_document"]

_build: Final = trust(Document)


def build_document(
    path: str,
    data: bytes,
    root: etree._Element,
    *,
    names: PropertyNames | None = None,
    limits: Limits | None = None,
) -> tuple[Document, tuple[Finding, ...]]:
    """Build a document, with what the reader noticed about it.

    Args:
        path: what the document is known by.
        data: its bytes.
        root: its ``definitions`` element.
        names: which names of user-defined fields mean what.
        limits: how much it may ask for.

    Raises:
        BeyondLimitsError: it asks for more.
    """
    notes = Notes(path)
    meter = Meter(limits or Limits())
    keeper = build_keeper(root, sparing=is_overgrown(data), meter=meter)
    inventory = build_inventory(root, keeper=keeper, notes=notes)
    inventory.fields = Fields(names or PropertyNames())
    top = inventory.top
    drawing = Drawing(inventory, data)
    participants = tuple(build_participant(pool, inventory) for pool in top.within("participant"))
    pools = _group_by_process(participants)
    document = _build(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        exporter=top.take("exporter") or "",
        exporter_version=top.take("exporterVersion") or "",
        target_namespace=top.take("targetNamespace") or "",
        processes=tuple(
            build_process(
                process,
                participants=pools.get(process.ref, ()),
                drawing=drawing,
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
        diagrams=drawing.find_pages_to_be(),
        attributes=tuple(top.attributes.items()),
        kept=tuple(top.kept),
        source=data,
    )
    inventory.release()
    return document, tuple(notes.findings)


def _group_by_process(
    participants: tuple[Participant, ...],
) -> dict[ElementRef, tuple[Participant, ...]]:
    found: dict[ElementRef, list[Participant]] = {}
    for participant in participants:
        if participant.process is not None:
            found.setdefault(participant.process, []).append(participant)
    return {process: tuple(pools) for process, pools in found.items()}
