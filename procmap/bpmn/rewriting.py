"""One file with other facts in it, proved to be the same file otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TypeVar

from lxml import etree

from procmap.bpmn.contents import Opened, find_tree
from procmap.bpmn.drafts import Draft
from procmap.bpmn.facts_applying import read_carrier
from procmap.bpmn.facts_reading import Reading
from procmap.bpmn.facts_xml import build_facts_element, write_facts
from procmap.bpmn.inventory import Inventory, build_inventory
from procmap.bpmn.limits import NO_LIMITS, Meter
from procmap.bpmn.markup import CountingKeeper
from procmap.bpmn.notes import Notes
from procmap.bpmn.own_facts import OwnFacts
from procmap.bpmn.patching import find_facts, patch_source, strip_facts
from procmap.bpmn.refusals import Refusal, build_error
from procmap.bpmn.vocabulary import bpmn
from procmap.bpmn.wanted import find_named
from procmap.bpmn.withholding import Withholder
from procmap.errors import ModelError
from procmap.labels import Words
from procmap.model import Fact, Landscape
from procmap.source import ElementRef, SourceLocation

__all__ = ["rewrite_source"]

T = TypeVar("T")

_HOMES = (bpmn("process"), bpmn("collaboration"))


@dataclass(frozen=True, slots=True)
class _Carriers:
    """The elements of a file that facts can be about.

    Args:
        opened: the file's tree.
        elements: their XML by reference.
        readings: what the file says about them already.
        home: the first process or collaboration, where units and positions stand.
    """

    opened: Opened
    elements: Mapping[ElementRef, etree._Element]
    readings: Mapping[ElementRef, Reading]
    home: ElementRef | None


def rewrite_source(
    source: bytes,
    path: str,
    *,
    recorded: Mapping[ElementRef, OwnFacts],
    landscape: Landscape,
    withholder: Withholder | None,
) -> bytes:
    """The bytes of a file with what is recorded about it, and with no other facts of ours.

    Args:
        source: the bytes it was read from.
        path: the document.
        recorded: what is recorded about its elements.
        landscape: the units and positions there are.
        withholder: takes out names of persons; ``None`` to write them.

    Raises:
        ModelError: a fact is about an element that the file does not have, a name cannot be
            written as XML, or the file's encoding does not let itself be changed.
    """
    carriers = _find_carriers(source, path)
    wanted = _complete(recorded, carriers, landscape)
    missing = sorted(wanted.keys() - carriers.elements.keys())
    if missing:
        raise ModelError(
            Words(
                "det er registrert noe om et element som filen ikke har",
                "facts are recorded about an element that its file does not have",
            ),
            where=str(missing[0]),
            expected=Words(
                "en prosess, svømmebane eller deltaker i filen",
                "a process, lane or participant of the file",
            ),
        )
    changes: dict[etree._Element, etree._Element] = {}
    for ref, carrier in carriers.elements.items():
        facts = wanted.get(ref, OwnFacts())
        if withholder is not None:
            facts = withholder.withhold(facts)
        changed = _build_change(ref, carrier, facts, carriers.readings[ref])
        if changed is not None:
            changes[carrier] = changed
    if not changes:
        return source
    try:
        patched = patch_source(
            source, carriers.opened.root, changes, encoding=_find_encoding(carriers.opened)
        )
    except ModelError as error:
        raise error.recast(ModelError, where=path) from error
    _check(patched, carriers.opened.root, path)
    return patched


def _find_carriers(source: bytes, path: str) -> _Carriers:
    opened = find_tree(source, path)
    if isinstance(opened, Refusal):
        raise build_error(path, opened)
    root = opened.root
    # The reader's own first pass: ids that are missing or repeated are made up the same way.
    inventory = build_inventory(root, keeper=CountingKeeper(Meter(NO_LIMITS)), notes=Notes(path))
    drafts = _find_drafts(inventory)
    homes = {draft.element: draft.ref for draft in drafts if draft.element.tag in _HOMES}
    readings = {
        draft.ref: read_carrier(draft.element, SourceLocation(path, draft.id, draft.line))
        for draft in drafts
    }
    carriers = _Carriers(
        opened,
        elements={draft.ref: draft.element for draft in drafts},
        readings=readings,
        home=next((homes[child] for child in root if child in homes), None),
    )
    inventory.release()
    return carriers


def _find_encoding(opened: Opened) -> str | None:
    """ASCII for a file whose declared encoding is wrong: it is right in whatever it is read as."""
    return None if opened.mended is None else "ascii"


def _find_drafts(inventory: Inventory) -> list[Draft]:
    top = inventory.top
    processes = top.within("process")
    return [
        *processes,
        *(lane for process in processes for lane in process.within("lane")),
        *top.within("participant"),
        *(draft for draft in top.within("definition") if draft.type == "collaboration"),
    ]


def _complete(
    recorded: Mapping[ElementRef, OwnFacts], carriers: _Carriers, landscape: Landscape
) -> dict[ElementRef, OwnFacts]:
    """The facts, with the units and positions that they need at the first element of the file."""
    present = [reading.facts for reading in carriers.readings.values()]
    wanted = {
        ref: _leave_out(facts, ref, carriers.readings[ref].facts)
        if ref in carriers.readings
        else facts
        for ref, facts in recorded.items()
    }
    named = find_named(wanted.values(), landscape, present=present)
    if carriers.home is not None and (named.units or named.positions or named.boundaries):
        wanted[carriers.home] = replace(
            wanted.get(carriers.home, OwnFacts()),
            units=named.units,
            positions=named.positions,
            boundaries=named.boundaries,
        )
    return wanted


def _leave_out(facts: OwnFacts, ref: ElementRef, present: OwnFacts) -> OwnFacts:
    """The facts without those that the file states in the words of another tool."""

    def is_theirs(fact: Fact[T], ours: Fact[T]) -> bool:
        said_here = fact.origin is not None and fact.origin.file == ref.document
        return said_here and not ours.is_recorded

    return replace(
        facts,
        kind=Fact() if is_theirs(facts.kind, present.kind) else facts.kind,
        ownership=Fact() if is_theirs(facts.ownership, present.ownership) else facts.ownership,
        meaning=Fact() if is_theirs(facts.meaning, present.meaning) else facts.meaning,
    )


def _build_change(
    ref: ElementRef, carrier: etree._Element, facts: OwnFacts, reading: Reading
) -> etree._Element | None:
    """The new ``facts`` element; ``None`` where the file says the same already."""
    present = find_facts(carrier)
    if not present and facts == OwnFacts():
        return None
    new = _build_element(ref, carrier, facts, reading)
    if len(present) == 1:
        # What was not understood stays, and does not make a difference.
        old = _build_element(ref, carrier, reading.facts, reading)
        if write_facts(old) == write_facts(new):
            return None
    return new


def _build_element(
    ref: ElementRef, carrier: etree._Element, facts: OwnFacts, reading: Reading
) -> etree._Element:
    try:
        element = build_facts_element(facts, document=ref.document, taken=carrier.nsmap)
    except ValueError as error:
        raise ModelError(
            Words(
                "et navn har et tegn som XML ikke kan ha ({error})",
                "a name holds a character that XML cannot hold ({error})",
            ).fill(error=error),
            where=str(ref),
            remedy=Words(
                "Fjern kontrolltegn fra navnene i registeret.",
                "Take control characters out of the names in the register.",
            ),
        ) from error
    said = {child.tag for child in element}
    for child, _ in reading.problems:
        if child.tag not in said and child.getparent() in find_facts(carrier)[:1]:
            copied = deepcopy(child)
            copied.tail = None
            element.append(copied)
    return element


def _check(patched: bytes, root: etree._Element, path: str) -> None:
    """Prove that nothing but our facts is different, under Canonical XML 2.0."""
    again = find_tree(patched, path)
    same = False
    if not isinstance(again, Refusal):
        strip_facts(root)
        strip_facts(again.root)
        same = _canonical(root) == _canonical(again.root)
    if not same:
        raise ModelError(
            Words(
                "det kan ikke skrives noe inn i filen uten at noe annet i den også endres",
                "facts cannot be added without changing the file otherwise",
            ),
            where=path,
            remedy=Words(
                "Lagre modellen som UTF-8 i verktøyet den er laget i. Hjelper ikke det, så send "
                "filen med en feilmelding til procmap-prosjektet.",
                "Save the model as UTF-8 in the tool that made it; if that does not help, "
                "the file goes with a report to the procmap project.",
            ),
        )


def _canonical(root: etree._Element) -> bytes:
    text: bytes = etree.tostring(root.getroottree(), method="c14n2")
    return text
