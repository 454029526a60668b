"""The second pass: a document of the model from what the first pass noted."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from lxml import etree

from procmap.bpmn.artifacts import build_annotation, build_group
from procmap.bpmn.contents import find_tree
from procmap.bpmn.data import build_data_element
from procmap.bpmn.drawing import Drawing
from procmap.bpmn.flows import build_association, build_message_flow
from procmap.bpmn.imports import find_imports
from procmap.bpmn.inventory import build_all, build_inventory
from procmap.bpmn.limits import NO_LIMITS, Limits, Meter
from procmap.bpmn.markup import BlanksLostError, CountingKeeper, Keeper, build_keeper
from procmap.bpmn.namespaces import is_overgrown, is_within
from procmap.bpmn.notes import Notes
from procmap.bpmn.parsing import has_blanks
from procmap.bpmn.processes import build_process
from procmap.bpmn.properties import PropertyNames
from procmap.bpmn.refusals import Refusal
from procmap.bpmn.root_elements import build_definition, build_participant
from procmap.bpmn.trusted import trust
from procmap.errors import ModelError
from procmap.findings import Finding
from procmap.labels import Words
from procmap.model import Document, Participant
from procmap.source import ElementRef

__all__ = ["Built", "build_document"]

_build: Final = trust(Document)


@dataclass(frozen=True, slots=True)
class Built:
    """A document that was just built.

    Args:
        document: the document.
        findings: what the reader noticed about it.
        imports: the BPMN files that it imports.
        calls: whether any of its call activities says what it calls.
        has_facts: whether procmap has written facts in it.
        states: whether any of its flow nodes says itself who performs it.
    """

    document: Document
    findings: tuple[Finding, ...]
    imports: tuple[str, ...]
    calls: bool
    has_facts: bool
    states: bool


def build_document(
    path: str,
    data: bytes,
    root: etree._Element,
    *,
    names: PropertyNames | None = None,
    limits: Limits | None = None,
) -> Built:
    """Build a document, with what the reader noticed about it.

    Args:
        path: what the document is known by.
        data: its bytes.
        root: its ``definitions`` element, perhaps without white space between elements.
        names: which names of user-defined fields mean what.
        limits: how much it may ask for.

    Raises:
        BeyondLimitsError: it asks for more.
    """
    limits = limits or Limits()
    names = names or PropertyNames()
    counting = CountingKeeper(Meter(limits), LaterMarkup(data))
    try:
        built = _build_document(path, data, root, names=names, keeper=counting)
    except BlanksLostError:
        root = _parse_whole(data)
        counting = CountingKeeper(Meter(limits), LaterMarkup(data))
        built = _build_document(path, data, root, names=names, keeper=counting)
    if is_within(limits.kept, data, count=counting.count):
        return built
    writing = build_keeper(root, sparing=is_overgrown(data), meter=Meter(limits))
    if not has_blanks(root):
        root = _parse_whole(data)
    return _build_document(path, data, root, names=names, keeper=writing)


def _parse_whole(data: bytes) -> etree._Element:
    """The root of a file that was read before, with all white space."""
    opened = find_tree(data, "", NO_LIMITS)
    if isinstance(opened, Refusal):
        raise ModelError(
            Words("filen kan ikke lenger leses", "the file can no longer be read"),
            remedy=Words("Les filen på nytt.", "Read the file again."),
        )
    return opened.root


@dataclass(slots=True, eq=False)
class LaterMarkup:
    """The bytes of a file, until what is kept of it is written out.

    Args:
        data: the bytes.
    """

    data: bytes
    _texts: tuple[str, ...] | None = None

    def write(self, places: tuple[int, ...]) -> tuple[str, ...]:
        """The markup at some places: the file is read again, by a keeper that writes at once.

        Raises:
            ModelError: the file can no longer be read.
        """
        texts = self._texts
        if texts is None:
            texts = self._texts = _write_all(self.data)
        return tuple([texts[place] for place in places])


def _write_all(data: bytes) -> tuple[str, ...]:
    root = _parse_whole(data)
    keeper = build_keeper(root, sparing=is_overgrown(data), meter=Meter(NO_LIMITS))
    _build_document("", data, root, names=PropertyNames(), keeper=keeper)
    return tuple(keeper.written)


def _build_document(
    path: str,
    data: bytes,
    root: etree._Element,
    *,
    names: PropertyNames,
    keeper: Keeper,
) -> Built:
    notes = Notes(path)
    inventory = build_inventory(root, keeper=keeper, notes=notes, names=names)
    top = inventory.top
    drawing = Drawing(inventory, data)
    participants = build_all(build_participant, top, "participant", inventory)
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
        message_flows=build_all(build_message_flow, top, "message flow", inventory),
        definitions=build_all(build_definition, top, "definition", inventory),
        data_stores=build_all(build_data_element, top, "data", inventory),
        annotations=build_all(build_annotation, top, "annotation", inventory),
        associations=build_all(build_association, top, "association", inventory),
        groups=build_all(build_group, top, "group", inventory),
        diagrams=drawing.find_pages_to_be(),
        attributes=top.rest(),
        kept=inventory.seal(top.kept),
        source=data,
    )
    inventory.release()
    return Built(
        document,
        tuple(notes.findings),
        imports=find_imports(inventory.imports),
        calls=inventory.calls,
        has_facts=inventory.has_facts,
        states=inventory.states,
    )


def _group_by_process(
    participants: tuple[Participant, ...],
) -> dict[ElementRef, tuple[Participant, ...]]:
    found: dict[ElementRef, list[Participant]] = {}
    for participant in participants:
        if participant.process is not None:
            found.setdefault(participant.process, []).append(participant)
    return {process: tuple(pools) for process, pools in found.items()}
