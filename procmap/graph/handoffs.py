"""Hand-offs: pairs of steps, or ends of a message, with different performers."""

from __future__ import annotations

from collections.abc import Mapping

from procmap.graph.analysis import StepPlace
from procmap.graph.crossing_points import CrossingKey
from procmap.graph.governance import End, Governor
from procmap.graph.messages import Message, find_between
from procmap.graph.places import unite
from procmap.graph.process_flow import Pair
from procmap.model import Between, CrossingPoint, Handoff, Level, Party, Trail, Unit
from procmap.source import ElementRef

__all__ = ["build_handoff", "build_message_handoff"]


def build_handoff(
    pair: Pair,
    *,
    level: Level,
    places: Mapping[ElementRef, StepPlace],
    drawn_in: Mapping[ElementRef, ElementRef],
    points: Mapping[CrossingKey, CrossingPoint],
    governor: Governor,
    trail: Trail,
) -> Handoff:
    """Build the hand-off of a succession that changes hands."""
    step = pair.step
    source, target = places[step.source], places[step.target]
    source_unit = unite(source.units) if source.units else None
    target_unit = unite(target.units) if target.units else None
    point = points.get(pair.crossing) if pair.crossing is not None else None
    if point is not None and not governor.agreements.is_about(step.source.document):
        governance, governed_by = point.governance, point.governed_by
    elif source_unit is not None and target_unit is not None:
        # Two roles or persons of one unit: whoever answers for the unit answers for both. Where
        # single hand-offs have agreements, those over one arrow may be governed differently.
        governance, governed_by = governor.govern(
            End(drawn_in[step.source], source_unit, frozenset({step.source})),
            End(drawn_in[step.target], target_unit, frozenset({step.target})),
        )
    else:
        governance, governed_by = "undetermined", ()
    return Handoff(
        key=f"{step.source}>{step.target}:{step.medium}",
        number=point.number if point is not None else 0,
        source=step.source,
        target=step.target,
        source_unit=source_unit,
        target_unit=target_unit,
        source_performer=_unite_parties(source.parties),
        target_performer=_unite_parties(target.parties),
        level=level,
        medium=step.medium,
        between=_between(source_unit, target_unit),
        process=pair.process,
        flow=step.flow,
        governance=governance,
        governed_by=governed_by,
        trail=trail,
    )


def build_message_handoff(
    message: Message,
    *,
    level: Level,
    places: Mapping[ElementRef, StepPlace],
    points: Mapping[CrossingKey, CrossingPoint],
) -> Handoff:
    """Build the hand-off of a message that changes hands."""
    source, target = unite(message.source.units), unite(message.target.units)
    point = points[CrossingKey(message.flow.ref, source.key, target.key)]
    return Handoff(
        key=f"{message.flow.ref}:message",
        number=point.number,
        source=message.source.ref,
        target=message.target.ref,
        source_unit=source,
        target_unit=target,
        source_performer=_message_party(places.get(message.source.ref), source),
        target_performer=_message_party(places.get(message.target.ref), target),
        level=level,
        medium="message",
        between=point.between,
        process=message.process,
        flow=message.flow.ref,
        governance=point.governance,
        governed_by=point.governed_by,
    )


def _between(source: Unit | None, target: Unit | None) -> Between:
    if source is None or target is None:
        return "undetermined"
    return find_between(source, target, message=False)


def _unite_parties(parties: tuple[Party, ...]) -> Party:
    if len(parties) == 1:
        return parties[0]
    return Party(
        key=" / ".join(party.key for party in parties),
        name=" / ".join(party.name for party in parties),
        kind=parties[0].kind,
        assumed=any(party.assumed for party in parties),
        how=parties[0].how,
    )


def _message_party(place: StepPlace | None, unit: Unit) -> Party:
    if place is not None and place.parties:
        return _unite_parties(place.parties)
    return Party(unit.key, unit.name, "unit", assumed=unit.assumed, how="pool")
