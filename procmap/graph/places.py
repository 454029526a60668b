"""Where each flow node lies: the unit that performs it, and the party at the level asked for.

The order of carriers, and what is assumed where nobody has said anything, follow the decision
pages "Lanes are not units" and "What a hand-off is".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from procmap.graph.analysis import StepPlace
from procmap.model import (
    Chart,
    Fact,
    Landscape,
    Lane,
    LaneMeaning,
    Level,
    Participant,
    Party,
    Performer,
    Process,
    Unit,
    fold,
)
from procmap.source import ElementRef

__all__ = ["Placer", "unite"]

_RANK = {
    "register": 0,
    "resource role": 1,
    "assignee": 1,
    "lane": 2,
    "host": 3,
    "sub-process": 3,
    "geometry": 4,
    "pool": 5,
}
_INHERITED = 3


@dataclass(frozen=True, slots=True)
class _Carried:
    """What one performer resolves to; `blocks` when somebody said that it is no plain unit."""

    units: tuple[Unit, ...] = ()
    parties: tuple[Party, ...] = ()
    blocks: bool = False


class Placer:
    """Places the nodes of a landscape; lanes and pools are looked up once and shared."""

    def __init__(self, landscape: Landscape, level: Level) -> None:
        self.chart: Chart = landscape.chart
        self.level = level
        self._carriers: dict[ElementRef, Lane | Participant] = {}
        for document in landscape.documents:
            self._carriers.update((p.ref, p) for p in document.participants)
            for process in document.processes:
                self._carriers.update((lane.ref, lane) for lane in process.lanes)
        for process in landscape.unmodelled:
            self._carriers.update((lane.ref, lane) for lane in process.lanes)
        self._carried: dict[Performer, _Carried] = {}
        self._places: dict[tuple[Performer, ...], StepPlace] = {}
        # A pool with named lanes is the whole of them: it is no unit beside its own lanes.
        self._divided = {
            participant.ref
            for process in landscape.processes
            if any(lane.name for lane in process.lanes)
            for participant in process.participants
        }
        # A pool whose process is empty is drawn, and read, as a black box.
        self._with_content = {p.ref for p in landscape.processes if p.nodes}

    def place_all(self, processes: Iterable[Process]) -> dict[ElementRef, StepPlace]:
        """The place of every flow node of these processes."""
        places: dict[ElementRef, StepPlace] = {}
        for process in processes:
            for node in process.nodes:
                places[node.ref] = self.place(node.settled_performers)
            _fill_hosts(process, places)
        return places

    def place(self, performers: tuple[Performer, ...]) -> StepPlace:
        """The place that these performers, the strongest first, give."""
        known = self._places.get(performers)
        if known is None:
            known = self._places[performers] = self._resolve(performers)
        return known

    def participant_unit(self, participant: Participant) -> Unit | None:
        """The unit or outside party a pool stands for; ``None`` where that is not known."""
        meaning = participant.meaning
        if meaning.is_recorded:
            units = self._meant(participant, meaning)
            return units[0] if len(units) == 1 else None
        if participant.process is None or participant.process not in self._with_content:
            return _outside(participant)
        return _assumed(participant.ref, participant.name)

    def _resolve(self, performers: tuple[Performer, ...]) -> StepPlace:
        units: tuple[Unit, ...] = ()
        parties: tuple[Party, ...] = ()
        how = ""
        may_assume = True
        for _, group in groupby(sorted(performers, key=_rank), key=_rank):
            carried = [(p.source, self._carry(p)) for p in group]
            if not units:
                units = _distinct(
                    unit for _, c in carried for unit in c.units if may_assume or not unit.assumed
                )
                how = carried[0][0] if units else ""
            if not parties:
                parties = _distinct_parties(
                    party
                    for _, c in carried
                    for party in c.parties
                    if may_assume or not party.assumed
                )
            may_assume = may_assume and not any(c.blocks for _, c in carried)
        outside = bool(units) and all(unit.kind == "outside" for unit in units)
        if self.level == "unit":
            parties = tuple(_unit_party(unit, how) for unit in units)
        elif self.level == "organisation" or isinstance(self.level, int):
            parties = _distinct_parties(self._coarser(units, how))
        elif outside:
            parties = tuple(_unit_party(unit, how) for unit in units)
        return StepPlace(units=units, parties=parties, outside=outside, how=how)

    def _carry(self, performer: Performer) -> _Carried:
        known = self._carried.get(performer)
        if known is None:
            known = self._carried[performer] = self._interpret(performer)
        return known

    def _interpret(self, performer: Performer) -> _Carried:
        if performer.kind in ("lane", "pool"):
            carrier = self._carriers.get(performer.ref) if performer.ref is not None else None
            if carrier is None:
                return _Carried()
            if not carrier.meaning.is_recorded:
                if carrier.ref in self._divided:
                    return _Carried()
                return _Carried(units=(_assumed(carrier.ref, carrier.name or performer.name),))
            units = self._meant(carrier, carrier.meaning)
            return _Carried(units, self._meant_parties(carrier, performer), blocks=not units)
        if performer.kind == "expression" or not performer.name:
            return _Carried()
        return _Carried(self._units_named(performer), self._parties_named(performer))

    def _meant(self, carrier: Lane | Participant, meaning: Fact[LaneMeaning]) -> tuple[Unit, ...]:
        stated = meaning.or_none
        if stated is None:
            return ()
        if stated.kind == "outside":
            return (_outside(carrier),)
        found = tuple(self.chart.units[key] for key in stated.units if key in self.chart.units)
        if not found and stated.kind == "role":
            key = self.chart.unit_of_role(carrier.name)
            found = (self.chart.units[key],) if key in self.chart.units else ()
        return found

    def _meant_parties(
        self, carrier: Lane | Participant, performer: Performer
    ) -> tuple[Party, ...]:
        stated = carrier.meaning.or_none
        if stated is None or stated.kind != "role":
            return ()
        return self._role_parties(carrier.name, performer.source)

    def _units_named(self, performer: Performer) -> tuple[Unit, ...]:
        """Units that a resource role, assignee or register cell names."""
        key: str | None = None
        if performer.kind in ("person", "role"):
            person = self.chart.people.get(fold(performer.name))
            key = person.unit if person is not None else self.chart.unit_of_role(performer.name)
        if key is None:
            unit = self.chart.find_unit(performer.name)
            key = unit.key if unit is not None else None
        return (self.chart.units[key],) if key is not None and key in self.chart.units else ()

    def _parties_named(self, performer: Performer) -> tuple[Party, ...]:
        if performer.kind == "role":
            return self._role_parties(performer.name, performer.source)
        if performer.kind != "person":
            return ()
        if self.level == "person":
            return (Party(fold(performer.name), performer.name, "person", how=performer.source),)
        person = self.chart.people.get(fold(performer.name))
        return tuple(
            Party(fold(name), name, "role", how=performer.source)
            for name in (person.positions if person is not None else ())
        )

    def _role_parties(self, role: str, how: str) -> tuple[Party, ...]:
        if self.level == "role":
            return (Party(fold(role), role, "role", how=how),)
        people = self.chart.people
        return tuple(
            Party(name, people[name].name, "person", how=how)
            for name in self.chart.holders(role)
            if name in people
        )

    def _coarser(self, units: Sequence[Unit], how: str) -> Iterator[Party]:
        """Parties at organisation level or at a depth of the tree; nothing where not recorded."""
        for unit in units:
            if unit.kind == "outside":
                yield _unit_party(unit, how)
            elif unit.assumed:
                continue
            elif isinstance(self.level, int):
                line = self.chart.line(unit.key)[::-1]
                above = self.chart.units[line[min(self.level, len(line) - 1)]]
                yield _unit_party(above, how)
            elif unit.organisation:
                yield Party(fold(unit.organisation), unit.organisation, "organisation", how=how)


def unite(units: Sequence[Unit]) -> Unit:
    """One unit to stand for several that may perform the same step; the first where just one.

    Examples:
        >>> unite((Unit(key="b", name="B"), Unit(key="a", name="A"))).name
        'A / B'
    """
    if len(units) == 1:
        return units[0]
    ordered = sorted(units, key=lambda unit: unit.key)
    organisations = {unit.organisation for unit in ordered}
    return Unit(
        key=" / ".join(unit.key for unit in ordered),
        name=" / ".join(unit.name for unit in ordered),
        organisation=organisations.pop() if len(organisations) == 1 else "",
        assumed=any(unit.assumed for unit in ordered),
        one_of=tuple(unit.key for unit in ordered),
    )


def _rank(performer: Performer) -> tuple[int, bool]:
    """How near to the step it is said; less near, the lane around something said inherits."""
    rank = _RANK[performer.source]
    return rank, rank == _INHERITED and performer.kind in ("lane", "pool")


def _fill_hosts(process: Process, places: dict[ElementRef, StepPlace]) -> None:
    """Give a sub-process without a performer of its own the only one inside, where just one."""
    inner: dict[ElementRef, dict[tuple[Unit, ...], StepPlace]] = {}
    for node in reversed(process.nodes):
        place = places[node.ref]
        if node.is_container and not place.units:
            found = inner.get(node.ref, {})
            if len(found) == 1:
                place = places[node.ref] = next(iter(found.values()))
        if node.is_activity and place.units:
            inner.setdefault(node.parent, {})[place.units] = place


def _assumed(ref: ElementRef, name: str) -> Unit:
    return Unit(key=str(ref), name=name or ref.id, assumed=True)


def _outside(carrier: Lane | Participant) -> Unit:
    return Unit(key=str(carrier.ref), name=carrier.name or carrier.ref.id, kind="outside")


def _unit_party(unit: Unit, how: str) -> Party:
    return Party(
        unit.key,
        unit.name,
        "outside" if unit.kind == "outside" else "unit",
        assumed=unit.assumed,
        how=how,
    )


def _distinct(units: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple(sorted({unit.key: unit for unit in units}.values(), key=lambda unit: unit.key))


def _distinct_parties(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple(sorted({party.key: party for party in parties}.values(), key=lambda p: p.key))
