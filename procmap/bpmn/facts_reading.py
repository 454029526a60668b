"""Our facts from XML: what `facts_xml` wrote, and what people made of it since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, Literal, TypeVar, cast, get_args

from lxml import etree

from procmap.bpmn.own_facts import OwnFacts, name_withheld, own
from procmap.errors import ProcmapError
from procmap.labels import Text, Words
from procmap.model import (
    Boundary,
    Fact,
    FactState,
    Holder,
    LaneKind,
    LaneMeaning,
    Mandate,
    Ownership,
    ProcessKind,
    Role,
    Scope,
    Unit,
)
from procmap.model.organisation import UnitKind
from procmap.model.ownership import Channel, HolderKind, OwnershipKind
from procmap.source import ElementRef, SourceLocation

__all__ = ["TWICE", "Reading", "read_facts"]

T = TypeVar("T")

_Reach = Literal["whole", "own_unit", "units"]
_ScopeKind = Literal["whole", "own_unit", "units", "steps"]


TWICE: Final = Words("{name} står her to ganger", "{name} stands here twice")
_UNKNOWN: Final = Words(
    "{name} er ikke noe element fra procmap her", "{name} is no element of procmap here"
)


class UnreadableFactError(ProcmapError):
    """A fact cannot be understood; never leaves the reading room."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a ``facts`` element says.

    Args:
        facts: what was understood.
        problems: the child elements that were not, and why not.
    """

    facts: OwnFacts
    problems: list[tuple[etree._Element, Text | str]] = field(default_factory=list)


def read_facts(element: etree._Element, place: SourceLocation) -> Reading:
    """Read a ``facts`` element; a part that is not understood is not recorded, and said.

    Args:
        element: the element.
        place: where it stands; every fact comes from there.
    """
    facts = OwnFacts()
    problems: list[tuple[etree._Element, Text | str]] = []
    seen: set[str] = set()
    for child in element.iterchildren("*"):
        name = str(child.tag)
        try:
            reader = _READERS.get(name)
            if reader is None:
                raise _build_problem(_UNKNOWN, name=etree.QName(child).localname)
            if name in seen:
                raise _build_problem(TWICE, name=etree.QName(child).localname)
            seen.add(name)
            facts = reader(facts, child, place)
        except UnreadableFactError as error:
            problems.append((child, error.parts.problem))
        except ValueError as error:
            problems.append((child, str(error)))
    return Reading(facts, problems)


def _read_kind(facts: OwnFacts, element: etree._Element, place: SourceLocation) -> OwnFacts:
    def value() -> ProcessKind:
        return cast("ProcessKind", _choose(element, "value", get_args(ProcessKind)))

    return replace(facts, kind=_read_fact(element, place, value))


def _read_ownership(facts: OwnFacts, element: etree._Element, place: SourceLocation) -> OwnFacts:
    def value() -> tuple[Ownership, ...]:
        return tuple(_build_ownership(each, place) for each in _children(element, "responsibility"))

    return replace(facts, ownership=_read_fact(element, place, value))


def _read_meaning(facts: OwnFacts, element: etree._Element, place: SourceLocation) -> OwnFacts:
    def value() -> LaneMeaning:
        kind = cast("LaneKind", _choose(element, "kind", get_args(LaneKind)))
        return LaneMeaning(kind, _unit_refs(element))

    return replace(facts, meaning=_read_fact(element, place, value))


def _read_units(facts: OwnFacts, element: etree._Element, place: SourceLocation) -> OwnFacts:
    units = tuple(_build_unit(each, place) for each in _children(element, "unit"))
    if len({unit.key for unit in units}) < len(units):
        raise _build_problem(Words("to enheter har samme nøkkel", "two units have the same key"))
    return replace(facts, units=units)


def _read_positions(facts: OwnFacts, element: etree._Element, _: SourceLocation) -> OwnFacts:
    positions = tuple(
        Role(name=_get(each, "name"), unit=each.get("unit"))
        for each in _children(element, "position")
    )
    return replace(facts, positions=positions)


def _read_boundaries(facts: OwnFacts, element: etree._Element, place: SourceLocation) -> OwnFacts:
    boundaries = tuple(_build_boundary(each, place) for each in _children(element, "boundary"))
    if len({(each.source_unit, each.target_unit) for each in boundaries}) < len(boundaries):
        said = Words(
            "to grenser er mellom de samme enhetene", "two boundaries are between the same units"
        )
        raise _build_problem(said)
    return replace(facts, boundaries=boundaries)


_READERS: Final[Mapping[str, Callable[[OwnFacts, etree._Element, SourceLocation], OwnFacts]]] = (
    MappingProxyType(
        {
            own("kind"): _read_kind,
            own("ownership"): _read_ownership,
            own("meaning"): _read_meaning,
            own("units"): _read_units,
            own("positions"): _read_positions,
            own("boundaries"): _read_boundaries,
        }
    )
)


def _build_ownership(element: etree._Element, place: SourceLocation) -> Ownership:
    holder = next(_children(element, "holder"), None)
    if holder is None:
        raise _build_problem(
            Words("et ansvar har ingen innehaver", "a responsibility has no holder")
        )
    scope = next(_children(element, "scope"), None)
    mandate = next(_children(element, "mandate"), None)
    return Ownership(
        holder=_build_holder(holder),
        kind=cast("OwnershipKind", _choose(element, "kind", get_args(OwnershipKind))),
        scope=Fact() if scope is None else _read_fact(scope, place, lambda: _scope(scope, place)),
        mandate=Fact()
        if mandate is None
        else _read_fact(mandate, place, lambda: _mandate(mandate)),
        source=element.get("source", ""),
        valid_from=_read_day(element, "from"),
        valid_to=_read_day(element, "to"),
    )


def _build_holder(element: etree._Element) -> Holder:
    kind = cast("HolderKind", _choose(element, "kind", get_args(HolderKind)))
    return Holder(kind, _read_name(element))


def _build_boundary(element: etree._Element, place: SourceLocation) -> Boundary:
    coordinator = next(_children(element, "coordinator"), None)
    routine = next(_children(element, "routine"), None)
    channel = next(_children(element, "channel"), None)
    return Boundary(
        _get(element, "source"),
        _get(element, "target"),
        coordinator=Fact()
        if coordinator is None
        else _read_fact(coordinator, place, lambda: _coordinator(coordinator)),
        routine=Fact()
        if routine is None
        else _read_fact(routine, place, lambda: _get(routine, "value")),
        channel=Fact()
        if channel is None
        else _read_fact(channel, place, lambda: _channel(channel)),
    )


def _coordinator(element: etree._Element) -> Holder:
    holder = next(_children(element, "holder"), None)
    if holder is None:
        said = Words("en koordinator har ingen innehaver", "a coordinator has no holder")
        raise _build_problem(said)
    return _build_holder(holder)


def _channel(element: etree._Element) -> Channel:
    return cast("Channel", _choose(element, "value", get_args(Channel)))


def _scope(element: etree._Element, place: SourceLocation) -> Scope:
    kind = cast("_ScopeKind", _choose(element, "kind", get_args(_ScopeKind)))
    steps = tuple(
        ElementRef(each.get("document", place.file), _get(each, "id"))
        for each in _children(element, "step")
    )
    return Scope(kind, _unit_refs(element), steps)


def _mandate(element: etree._Element) -> Mandate:
    kind = cast("_Reach", _choose(element, "kind", get_args(_Reach)))
    return Mandate(kind, _unit_refs(element))


def _build_unit(element: etree._Element, place: SourceLocation) -> Unit:
    manager = next(_children(element, "manager"), None)
    return Unit(
        key=_get(element, "key"),
        name=_get(element, "name"),
        organisation=element.get("organisation", ""),
        parent=element.get("parent"),
        level=element.get("level", ""),
        kind=cast("UnitKind", _choose(element, "kind", get_args(UnitKind))),
        manager=Fact()
        if manager is None
        else _read_fact(manager, place, lambda: _read_name(manager)),
    )


def _read_fact(element: etree._Element, place: SourceLocation, value: Callable[[], T]) -> Fact[T]:
    stated = [state.value for state in FactState if state is not FactState.NOT_RECORDED]
    state = FactState(_choose(element, "state", stated))
    if state is FactState.STATED:
        return Fact.stated(value(), place)
    return Fact(state, None, place)


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return element.iterchildren(own(name))


def _unit_refs(element: etree._Element) -> tuple[str, ...]:
    return tuple(_get(each, "ref") for each in _children(element, "unit"))


def _get(element: etree._Element, key: str) -> str:
    value = element.get(key)
    if value is None:
        said = Words("{name} har ingen {key}", "{name} has no {key}")
        raise _build_problem(said, name=etree.QName(element).localname, key=key)
    return value


def _choose(element: etree._Element, key: str, choices: list[str] | tuple[str, ...]) -> str:
    value = _get(element, key)
    if value not in choices:
        name = etree.QName(element).localname
        said = Words(
            "{key} i {name} er «{value}», ikke en av {choices}",
            "{key} of {name} is {value!r}, not one of {choices}",
        )
        raise _build_problem(said, key=key, name=name, value=value, choices=", ".join(choices))
    return value


def _read_name(element: etree._Element) -> str:
    withheld = element.get("withheld")
    if withheld is None:
        return _get(element, "name")
    digits = withheld if withheld.isascii() and withheld.isdigit() and len(withheld) < 10 else "0"
    if int(digits) == 0:
        said = Words(
            "withheld er «{given}», ikke et tall fra 1",
            "withheld is {given!r}, not a number from 1",
        )
        raise _build_problem(said, given=withheld)
    return name_withheld(int(digits))


def _read_day(element: etree._Element, key: str) -> dt.date | None:
    value = element.get(key)
    try:
        return None if value is None else dt.date.fromisoformat(value)
    except ValueError:
        said = Words("{key} er «{value}», ikke en dag", "{key} is {value!r}, no day")
        raise _build_problem(said, key=key, value=value) from None


def _build_problem(words: Words, **values: object) -> UnreadableFactError:
    return UnreadableFactError(words.fill(**values))
