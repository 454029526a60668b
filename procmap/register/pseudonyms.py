"""Names of persons replaced by names that say nothing, the same one for the same person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from procmap.model import (
    Document,
    Fact,
    FlowNode,
    Goal,
    Holder,
    Landscape,
    Lane,
    Measure,
    Ownership,
    Performer,
    Person,
    Process,
    Role,
    System,
    Unit,
    fold,
)
from procmap.source import ElementRef

__all__ = ["pseudonymise"]

Names = Mapping[str, str]


def pseudonymise(landscape: Landscape) -> Landscape:
    """A landscape in which every person the register names is called «Person 1», «Person 2» ….

    Names in the register's own cells are replaced: persons, deputies, who holds a position, who
    owns, coordinates, leads, performs, follows up or stands in the RACI table. Free text, such as
    a routine or a decision, stays as it was typed, and so do names of persons that the register's
    people do not hold.

    Args:
        landscape: the models with the register applied.

    Examples:
        >>> pseudonymise(Landscape(people=(Person(name="Kari Nes"),))).people[0].name
        'Person 1'
    """
    known: dict[str, None] = {}
    for person in landscape.people:
        known.setdefault(fold(person.name))
    for person in landscape.people:
        known.update({fold(person.deputy): None} if person.deputy else {})
    for role in landscape.roles:
        known.update((fold(name), None) for name in role.holders.or_none or ())
    names = {name: f"Person {number}" for number, name in enumerate(sorted(known), start=1)}
    return landscape.model_copy(
        update={
            "people": tuple(
                sorted((_person(p, names) for p in landscape.people), key=lambda p: fold(p.name))
            ),
            "roles": tuple(_role(role, names) for role in landscape.roles),
            "units": tuple(_unit(unit, names) for unit in landscape.units),
            "unmodelled": tuple(_process(p, names) for p in landscape.unmodelled),
            "documents": tuple(_document(d, names) for d in landscape.documents),
            "boundaries": tuple(
                replace(b, coordinator=_fact_of_holder(b.coordinator, names))
                for b in landscape.boundaries
            ),
            "agreements": tuple(
                replace(a, coordinator=_fact_of_holder(a.coordinator, names))
                for a in landscape.agreements
            ),
            "responsibilities": tuple(
                replace(one, holder=_holder(one.holder, names))
                for one in landscape.responsibilities
            ),
            "responsibility_answers": tuple(
                one if one.holder is None else replace(one, holder=_holder(one.holder, names))
                for one in landscape.responsibility_answers
            ),
            "systems": tuple(_system(system, names) for system in landscape.systems),
            "data_uses": tuple(
                replace(use, source=_fact(use.source, names)) for use in landscape.data_uses
            ),
            "opinions": tuple(
                o.model_copy(update={"owner": _fact(o.owner, names)}) for o in landscape.opinions
            ),
            "decisions": tuple(
                d.model_copy(update={"responsible": _name(d.responsible, names)})
                for d in landscape.decisions
            ),
        }
    )


def _name(name: str, names: Names) -> str:
    return names.get(fold(name), name)


def _fact(fact: Fact[str], names: Names) -> Fact[str]:
    return fact if fact.value is None else Fact.stated(_name(fact.value, names), fact.origin)


def _person(person: Person, names: Names) -> Person:
    deputy = _name(person.deputy, names) if person.deputy else None
    return person.model_copy(update={"name": _name(person.name, names), "deputy": deputy})


def _role(role: Role, names: Names) -> Role:
    held = role.holders.value
    if held is not None:
        called = tuple(sorted(_name(name, names) for name in held))
        role = role.model_copy(update={"holders": Fact.stated(called, role.holders.origin)})
    return role.model_copy(update={"name": _name(role.name, names)})


def _unit(unit: Unit, names: Names) -> Unit:
    return unit.model_copy(update={"manager": _fact(unit.manager, names)})


def _document(document: Document, names: Names) -> Document:
    processes = tuple(_process(process, names) for process in document.processes)
    return document.model_copy(update={"processes": processes})


def _process(process: Process, names: Names) -> Process:
    owners = process.ownership
    if owners.value is not None:
        renamed = tuple(_owner(owner, names) for owner in owners.value)
        owners = Fact.stated(renamed, owners.origin)
    update: dict[str, object] = {
        "ownership": owners,
        "goal_setter": _fact_of_holder(process.goal_setter, names),
        "measures": _measures(process.measures, names),
        "goals": _goals(process.goals, names),
    }
    if not process.modelled:
        # A listed lane is named after who performs its steps; a drawn one is the drawing's.
        update["nodes"] = tuple(_node(node, names) for node in process.nodes)
        update["lanes"] = tuple(_lane(lane, names) for lane in process.lanes)
    elif any(p.source == "register" for node in process.nodes for p in node.performers):
        update["nodes"] = tuple(_drawn_node(node, names) for node in process.nodes)
    return process.model_copy(update=update)


def _measures(fact: Fact[tuple[Measure, ...]], names: Names) -> Fact[tuple[Measure, ...]]:
    if fact.value is None:
        return fact
    renamed = (replace(m, owner=_fact_of_holder(m.owner, names)) for m in fact.value)
    return Fact.stated(tuple(renamed), fact.origin)


def _goals(fact: Fact[tuple[Goal, ...]], names: Names) -> Fact[tuple[Goal, ...]]:
    if fact.value is None:
        return fact
    renamed = (replace(g, setter=_fact_of_holder(g.setter, names)) for g in fact.value)
    return Fact.stated(tuple(renamed), fact.origin)


def _system(system: System, names: Names) -> System:
    return system.model_copy(
        update={
            "line": _fact_of_holder(system.line, names),
            "technical": _fact_of_holder(system.technical, names),
        }
    )


def _owner(owner: Ownership, names: Names) -> Ownership:
    return replace(owner, holder=_holder(owner.holder, names))


def _holder(holder: Holder, names: Names) -> Holder:
    return Holder(holder.kind, _name(holder.name, names))


def _fact_of_holder(fact: Fact[Holder], names: Names) -> Fact[Holder]:
    return fact if fact.value is None else Fact.stated(_holder(fact.value, names), fact.origin)


def _node(node: FlowNode, names: Names) -> FlowNode:
    performers = tuple(
        Performer(p.kind, _name(p.name, names), p.source, _ref(p.ref, names))
        for p in node.performers
    )
    return node.model_copy(update={"performers": performers, "lane": _ref(node.lane, names)})


def _drawn_node(node: FlowNode, names: Names) -> FlowNode:
    """A node of a drawing: what the register says of it, not what the drawing does."""
    performers = tuple(
        replace(p, name=_name(p.name, names)) if p.source == "register" else p
        for p in node.performers
    )
    return node.model_copy(update={"performers": performers})


def _lane(lane: Lane, names: Names) -> Lane:
    return lane.model_copy(update={"name": _name(lane.name, names), "ref": _ref(lane.ref, names)})


def _ref(ref: ElementRef | None, names: Names) -> ElementRef | None:
    """The reference of a listed lane, whose id ends in the folded name of who it is."""
    if ref is None:
        return None
    start, colon, who = ref.id.rpartition(":")
    return ElementRef(ref.document, f"{start}{colon}{fold(names[who])}") if who in names else ref
