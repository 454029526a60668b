"""Puts it together: from a landscape to hand-offs, crossing points, governance and figures."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable

from procmap.collector import collection_paused
from procmap.errors import ModelError
from procmap.graph.analysis import Analysis
from procmap.graph.crossing_points import CrossingKey, Draft, build_crossing_points
from procmap.graph.governance import Governor
from procmap.graph.handoffs import build_handoff, build_message_handoff
from procmap.graph.headline import find_headline
from procmap.graph.landscape_graph import build_landscape_graph
from procmap.graph.messages import Message, MessageReader, build_contact, build_draft
from procmap.graph.places import Placer
from procmap.graph.positions import Spots
from procmap.graph.process_flow import ProcessFlow, Surroundings, read_process_flow
from procmap.graph.reachability import find_unreached
from procmap.graph.trails import build_flow_trail
from procmap.labels import Given, Words
from procmap.model import Contact, Landscape, Level

__all__ = ["MAX_SUCCESSIONS", "analyze_landscape"]

MAX_SUCCESSIONS = 1_000_000


def analyze_landscape(
    landscape: Landscape,
    *,
    level: Level = "unit",
    as_of: dt.date | None = None,
    max_successions: int = MAX_SUCCESSIONS,
) -> Analysis:
    """Find hand-offs, who governs them, and the headline figures.

    Args:
        landscape: what was read, with or without a register.
        level: ``"person"``, ``"role"``, ``"unit"``, ``"organisation"``, or the depth of an
            ancestor in the organisation's tree (0 is the top).
        as_of: the day ownership is looked up for; ``None`` is the register's own day.
        max_successions: above this many in one process, its successions are not listed.

    Raises:
        ModelError: `level` is none of these.

    Examples:
        >>> analyze_landscape(Landscape()).crossings
        ()
    """
    _check_level(level)
    with collection_paused():
        analysis = _analyze(landscape, level, as_of, max_successions)
        return dataclasses.replace(analysis, headline=find_headline(analysis))


def _analyze(
    landscape: Landscape, level: Level, as_of: dt.date | None, max_successions: int
) -> Analysis:
    placer = Placer(landscape, level)
    places = placer.place_all(landscape.processes)
    graphs = build_landscape_graph(landscape)
    trail = build_flow_trail(graphs)
    governor = Governor(landscape, as_of)
    spots = Spots()
    around = Surroundings(
        graphs=graphs,
        places=places,
        spots=spots,
        step_spots={ref: spots.number(place) for ref, place in places.items()},
        drawn_in=trail.processes,
        max_successions=max_successions,
    )
    flows = {ref: read_process_flow(around, graph) for ref, graph in graphs.graphs.items()}
    reached = {ref: find_unreached(graph) for ref, graph in graphs.graphs.items()}
    reader = MessageReader(landscape, placer, places)
    messages = [message for document in landscape.documents for message in reader.read(document)]

    points = build_crossing_points(_collect_drafts(flows.values(), messages), graphs, governor)
    by_key = {CrossingKey(p.flow, p.source_unit.key, p.target_unit.key): p for p in points}
    handoffs = [
        build_handoff(
            pair,
            level=level,
            places=places,
            drawn_in=trail.processes,
            points=by_key,
            governor=governor,
            trail=trail,
        )
        for flow in flows.values()
        for pair in flow.pairs
    ]
    handoffs += [
        build_message_handoff(message, level=level, places=places, points=by_key)
        for message in messages
        if message.is_handoff
    ]
    return Analysis(
        landscape=landscape,
        level=level,
        as_of=as_of,
        places=places,
        successions=tuple(s for flow in flows.values() for s in flow.successions),
        handoffs=tuple(sorted(handoffs, key=lambda h: (h.process, h.number, h.key))),
        crossings=points,
        contacts=_collect_contacts(flows.values(), messages),
        unreachable={ref: r.unreachable for ref, r in reached.items() if r.unreachable},
        endless={ref: r.endless for ref, r in reached.items() if r.endless},
        dangling=frozenset(ref for ref, r in reached.items() if r.dangling),
        withheld={ref: flow.withheld for ref, flow in flows.items() if flow.withheld},
    )


def _check_level(level: object) -> None:
    depth = isinstance(level, int) and not isinstance(level, bool) and level >= 0
    if not depth and level not in ("person", "role", "unit", "organisation"):
        raise ModelError(
            Words("ukjent nivå: {level}", "unknown level {level}").fill(level=Given(level)),
            expected=Words(
                "«person», «role», «unit», «organisation» eller en dybde fra 0",
                "'person', 'role', 'unit', 'organisation', or a depth from 0",
            ),
        )


def _collect_drafts(
    flows: Iterable[ProcessFlow], messages: Iterable[Message]
) -> dict[CrossingKey, Draft]:
    drafts: dict[CrossingKey, Draft] = {}
    for flow in flows:
        drafts.update(flow.drafts)
    for message in messages:
        if message.is_handoff:
            draft = build_draft(message)
            drafts[draft.key] = draft
    return drafts


def _collect_contacts(
    flows: Iterable[ProcessFlow], messages: Iterable[Message]
) -> tuple[Contact, ...]:
    contacts = [contact for flow in flows for contact in flow.contacts]
    contacts += [build_contact(message) for message in messages if message.is_contact]
    return tuple(sorted(contacts, key=lambda c: (c.process, c.flow, c.direction, c.party.key)))
