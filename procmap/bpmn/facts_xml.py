"""Our facts as XML: one ``facts`` element, as docs/procmap.xsd describes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from procmap.bpmn.own_facts import NAMESPACE, OwnFacts, number_withheld, own
from procmap.model import (
    Boundary,
    Fact,
    Holder,
    LaneMeaning,
    Mandate,
    Ownership,
    ProcessKind,
    Scope,
    Unit,
)

__all__ = ["build_facts_element", "write_facts"]

_PREFIX = "procmap"


def build_facts_element(
    facts: OwnFacts, *, document: str, taken: Mapping[str | None, str] | None = None
) -> etree._Element:
    """Build the ``facts`` element of one process, collaboration, lane or participant.

    Args:
        facts: what to say; what is not recorded is left out.
        document: the document it is for, whose own steps are named by their id alone.
        taken: prefixes in use where it will stand.

    Raises:
        ValueError: a name holds a character that XML cannot hold.
    """
    element = etree.Element(own("facts"), nsmap={_find_prefix(taken or {}): NAMESPACE})
    _add_kind(element, facts.kind)
    _add_ownership(element, facts.ownership, document)
    _add_meaning(element, facts.meaning)
    if facts.units:
        units = etree.SubElement(element, own("units"))
        for unit in facts.units:
            _add_unit(units, unit)
    if facts.positions:
        positions = etree.SubElement(element, own("positions"))
        for role in facts.positions:
            _add(positions, "position", name=role.name, unit=role.unit)
    if facts.boundaries:
        boundaries = etree.SubElement(element, own("boundaries"))
        for boundary in facts.boundaries:
            _add_boundary(boundaries, boundary)
    return element


def write_facts(element: etree._Element, *, newline: str = "\n", indent: str = "") -> str:
    """A ``facts`` element as text; "" where it says nothing.

    Args:
        element: the element.
        newline: the line ending of the file; "" for all on one line.
        indent: what the lines of the element around it begin with.
    """
    if not len(element):
        return ""
    if newline:
        etree.indent(element, space="  ")
    # Line breaks in names are written as references: these here are ours alone.
    text: str = etree.tostring(element, encoding="unicode", with_tail=False)
    return text.replace("\n", newline + indent)


def _find_prefix(taken: Mapping[str | None, str]) -> str:
    prefix, number = _PREFIX, 1
    while taken.get(prefix, NAMESPACE) != NAMESPACE:
        number += 1
        prefix = f"{_PREFIX}{number}"
    return prefix


def _add(around: etree._Element, tag: str, /, **values: str | None) -> etree._Element:
    """Add an element with the attributes that say something."""
    element = etree.SubElement(around, own(tag))
    for key, value in values.items():
        if value is not None:
            element.set(key.rstrip("_"), value)
    return element


def _add_name(element: etree._Element, name: str) -> None:
    number = number_withheld(name)
    if number is None:
        element.set("name", name)
    else:
        element.set("withheld", str(number))


def _add_kind(parent: etree._Element, fact: Fact[ProcessKind]) -> None:
    if fact.is_recorded:
        _add(parent, "kind", state=fact.state.value, value=fact.value)


def _add_ownership(
    parent: etree._Element, fact: Fact[tuple[Ownership, ...]], document: str
) -> None:
    if not fact.is_recorded:
        return
    element = _add(parent, "ownership", state=fact.state.value)
    for each in fact.value or ():
        responsibility = _add(
            element,
            "responsibility",
            kind=each.kind,
            source=each.source or None,
            from_=each.valid_from.isoformat() if each.valid_from else None,
            to=each.valid_to.isoformat() if each.valid_to else None,
        )
        _add_holder(responsibility, each.holder)
        _add_scope(responsibility, each.scope, document)
        _add_mandate(responsibility, each.mandate)


def _add_holder(parent: etree._Element, holder: Holder) -> None:
    element = _add(parent, "holder", kind=holder.kind)
    if holder.kind == "person":
        _add_name(element, holder.name)
    else:
        element.set("name", holder.name)


def _add_scope(parent: etree._Element, fact: Fact[Scope], document: str) -> None:
    if not fact.is_recorded:
        return
    scope = fact.value
    element = _add(parent, "scope", state=fact.state.value, kind=scope.kind if scope else None)
    if scope is not None:
        _add_unit_refs(element, scope.units)
        for step in scope.steps:
            elsewhere = None if step.document == document else step.document
            _add(element, "step", document=elsewhere, id=step.id)


def _add_mandate(parent: etree._Element, fact: Fact[Mandate]) -> None:
    if not fact.is_recorded:
        return
    mandate = fact.value
    kind = mandate.kind if mandate else None
    element = _add(parent, "mandate", state=fact.state.value, kind=kind)
    _add_unit_refs(element, mandate.units if mandate else ())


def _add_meaning(parent: etree._Element, fact: Fact[LaneMeaning]) -> None:
    if not fact.is_recorded:
        return
    meaning = fact.value
    kind = meaning.kind if meaning else None
    element = _add(parent, "meaning", state=fact.state.value, kind=kind)
    _add_unit_refs(element, meaning.units if meaning else ())


def _add_unit_refs(parent: etree._Element, keys: Iterable[str]) -> None:
    for key in keys:
        _add(parent, "unit", ref=key)


def _add_unit(parent: etree._Element, unit: Unit) -> None:
    element = _add(
        parent,
        "unit",
        key=unit.key,
        name=unit.name,
        organisation=unit.organisation or None,
        parent=unit.parent,
        level=unit.level or None,
        kind=unit.kind,
    )
    if unit.manager.is_recorded:
        manager = _add(element, "manager", state=unit.manager.state.value)
        if unit.manager.value is not None:
            _add_name(manager, unit.manager.value)


def _add_boundary(parent: etree._Element, boundary: Boundary) -> None:
    element = _add(parent, "boundary", source=boundary.source_unit, target=boundary.target_unit)
    coordinator = boundary.coordinator
    if coordinator.is_recorded:
        said = _add(element, "coordinator", state=coordinator.state.value)
        if coordinator.value is not None:
            _add_holder(said, coordinator.value)
    for tag, fact in (("routine", boundary.routine), ("channel", boundary.channel)):
        if fact.is_recorded:
            _add(element, tag, state=fact.state.value, value=fact.value)
