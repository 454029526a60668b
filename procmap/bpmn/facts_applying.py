"""Facts of our own that stand in files, put into the landscape that was read from them."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import TypeVar

from lxml import etree

from procmap.bpmn.diagnostics import build_diagnostic
from procmap.bpmn.facts_reading import TWICE, Reading, read_facts
from procmap.bpmn.own_facts import NAMESPACE, OwnFacts
from procmap.bpmn.parsing import parse_kept
from procmap.bpmn.patching import find_facts
from procmap.findings import Finding
from procmap.labels import Text
from procmap.model import (
    Boundary,
    Document,
    Element,
    Landscape,
    Lane,
    Participant,
    Process,
    Role,
    Unit,
    build_chart,
    fold,
)
from procmap.source import ElementRef, SourceLocation

__all__ = ["apply_own_facts", "read_carrier"]

P = TypeVar("P", Lane, Participant)


@dataclass(slots=True)
class _Found:
    units: dict[str, Unit] = field(default_factory=dict)
    positions: dict[str, Role] = field(default_factory=dict)
    boundaries: dict[tuple[str, str], Boundary] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def apply_own_facts(landscape: Landscape, *, stating: AbstractSet[str]) -> Landscape:
    """A landscape with the facts that `write_bpmn` once wrote into its files.

    Args:
        landscape: what was read, as far as BPMN goes.
        stating: the documents with such facts.
    """
    if not stating:
        return landscape
    found = _Found()
    documents = tuple(
        _apply(document, found) if document.path in stating else document
        for document in landscape.documents
    )
    chart = build_chart(found.units.values())
    return landscape.model_copy(
        update={
            "documents": documents,
            "units": tuple(
                sorted(found.units.values(), key=lambda unit: (len(chart.line(unit.key)), unit.key))
            ),
            "roles": tuple(found.positions[key] for key in sorted(found.positions)),
            "boundaries": tuple(found.boundaries[key] for key in sorted(found.boundaries)),
            "diagnostics": (*landscape.diagnostics, *found.findings),
        }
    )


def read_carrier(carrier: etree._Element, place: SourceLocation) -> Reading:
    """Read the facts about one element.

    Args:
        carrier: its XML, or any element around its ``extensionElements``.
        place: where it stands.
    """
    first, *others = find_facts(carrier) or (None,)
    if first is None:
        return Reading(OwnFacts())
    reading = read_facts(first, place)
    reading.problems.extend((each, TWICE.fill(name="facts")) for each in others)
    return reading


def _apply(document: Document, found: _Found) -> Document:
    processes = tuple(_apply_process(process, found) for process in document.processes)
    participants = tuple(_with_meaning(pool, found) for pool in document.participants)
    for definition in document.definitions:
        _read(definition, found)
    pools = {pool.ref: pool for pool in participants}
    return document.model_copy(
        update={
            "processes": tuple(_with_pools(process, pools) for process in processes),
            "participants": participants,
        }
    )


def _apply_process(process: Process, found: _Found) -> Process:
    facts = _read(process, found)
    lanes = tuple(_with_meaning(lane, found) for lane in process.lanes)
    return process.model_copy(
        update={
            "kind": facts.kind if facts.kind.is_recorded else process.kind,
            "ownership": facts.ownership if facts.ownership.is_recorded else process.ownership,
            "lanes": lanes,
        }
    )


def _with_pools(process: Process, pools: Mapping[ElementRef, Participant]) -> Process:
    changed = tuple(pools.get(pool.ref, pool) for pool in process.participants)
    return process.model_copy(update={"participants": changed}) if changed else process


def _with_meaning(placed: P, found: _Found) -> P:
    facts = _read(placed, found)
    if not facts.meaning.is_recorded:
        return placed
    return placed.model_copy(update={"meaning": facts.meaning})


def _read(element: Element, found: _Found) -> OwnFacts:
    kept = [parse_kept(text) for text in element.kept if NAMESPACE in text]
    if not kept:
        return OwnFacts()
    carrier = etree.Element("carrier")
    carrier.extend(kept)
    reading = read_carrier(carrier, element.location)
    for number, (_, problem) in enumerate(reading.problems):
        _note(element, "BPM410", str(number), found, problem=problem)
    for unit in reading.facts.units:
        _enter_unit(unit, element, found)
    for role in reading.facts.positions:
        found.positions.setdefault(fold(role.name), role)
    for boundary in reading.facts.boundaries:
        key = boundary.source_unit, boundary.target_unit
        known = found.boundaries.setdefault(key, boundary)
        if _without_origins(known) != _without_origins(boundary):
            _note(element, "BPM310", " → ".join(key), found, unit=" → ".join(key))
    return reading.facts


def _enter_unit(unit: Unit, element: Element, found: _Found) -> None:
    """The first file that says something about a unit is believed, and others complete it."""
    known = found.units.setdefault(unit.key, unit)
    if known is unit:
        return
    merged = known.model_copy(
        update={
            "organisation": known.organisation or unit.organisation,
            "parent": known.parent or unit.parent,
            "level": known.level or unit.level,
            "manager": known.manager if known.manager.is_recorded else unit.manager,
        }
    )
    if _say(merged) != _say(_complete(unit, merged)):
        _note(element, "BPM310", unit.key, found, unit=unit.name)
    found.units[unit.key] = merged


def _complete(unit: Unit, merged: Unit) -> Unit:
    """The unit with what it leaves open taken from the merged one."""
    return unit.model_copy(
        update={
            "organisation": unit.organisation or merged.organisation,
            "parent": unit.parent or merged.parent,
            "level": unit.level or merged.level,
            "manager": unit.manager if unit.manager.is_recorded else merged.manager,
        }
    )


def _without_origins(boundary: Boundary) -> Boundary:
    """The boundary without where its facts come from, for comparison."""
    return replace(
        boundary,
        coordinator=replace(boundary.coordinator, origin=None),
        routine=replace(boundary.routine, origin=None),
        channel=replace(boundary.channel, origin=None),
    )


def _say(unit: Unit) -> Unit:
    """The unit without where its facts come from, for comparison."""
    return unit.model_copy(update={"manager": replace(unit.manager, origin=None)})


def _note(element: Element, code: str, subject: str, found: _Found, **values: str | Text) -> None:
    found.findings.append(
        build_diagnostic(
            code,
            element.location,
            elements=(element.ref,),
            subject=(subject,),
            parameters=values,
        )
    )
