"""Graphs for networkx: steps with their successions, or units with their hand-offs."""

from __future__ import annotations

from typing import Final, Literal

import networkx as nx

from procmap.errors import ModelError
from procmap.graph.analysis import Analysis, StepPlace
from procmap.graph.analyze import analyze_landscape
from procmap.graph.figures.case_graph import WithheldError
from procmap.graph.figures.unit_network import build_network
from procmap.labels import Given, Names, Words
from procmap.model import FlowNode, Handoff, Landscape, Unit
from procmap.source import ElementRef

__all__ = ["ATTRIBUTES", "build_networkx", "to_networkx"]

# What nodes and edges carry, by level: a table as data, which the documentation is held against.
ATTRIBUTES: Final[dict[str, dict[str, str]]] = {
    "step nodes": {
        "document": "path of the file",
        "element": "BPMN id",
        "label": "name, else id",
        "type": "the BPMN name, such as userTask",
        "step": "it is a step; else it interrupts or hosts, or a message ends there",
        "process": 'the process, as file.bpmn#id; "" for a participant',
        "unit": 'key of the unit that performs it; "" where that is not settled',
        "outside": "it is performed by an outside party",
        "assumed": "the unit is assumed: nobody has said that it is one",
        "how": 'how procmap knows who performs it; "" where it does not',
    },
    "step edges": {
        "medium": "sequence, call or message; also the key of the edge",
        "process": "the process whose drawing shows it, as file.bpmn#id",
        "crosses": "yes, no or undetermined: whether the performer changes",
        "number": "number of the crossing point it goes over; 0 for none",
        "governance": 'yes, no or undetermined; "" for what is no hand-off',
        "contact": "one end is an outside party",
    },
    "unit nodes": {
        "label": "name of the unit",
        "organisation": 'its legal organisation; "" where nobody said',
        "parent": 'key of the unit above; "" for none',
        "assumed": "nobody has said that it is a unit",
    },
    "unit edges": {
        "weight": "number of hand-offs",
        "distance": "1 / weight, for shortest ways",
        "governed": "for how many somebody is responsible for both sides",
        "ungoverned": "for how many nobody is",
        "agreed": "for how many a routine or channel is agreed",
        "not_agreed": "for how many there is none",
    },
}


def to_networkx(
    landscape: Landscape, *, level: Literal["step", "unit"] = "step"
) -> nx.MultiDiGraph[str] | nx.DiGraph[str]:
    """A landscape as a networkx graph.

    Args:
        landscape: what was read, with or without a register.
        level: ``"step"``: steps as nodes, by ``"file.bpmn#id"``, successions and messages as edges
            of a `MultiDiGraph`, keyed by medium. ``"unit"``: units as nodes, by key, hand-offs as
            weighted edges of a `DiGraph`. `ATTRIBUTES` says what they carry: strings, numbers and
            booleans only, so that every networkx writer can write them.

    Raises:
        ModelError: the level is neither, or there are too many successions to list.

    Examples:
        >>> to_networkx(Landscape(), level="unit").number_of_nodes()
        0
    """
    return build_networkx(analyze_landscape(landscape), level=level)


def build_networkx(
    analysis: Analysis, *, level: Literal["step", "unit"] = "step"
) -> nx.MultiDiGraph[str] | nx.DiGraph[str]:
    """The same for an analysis that is there already; the graph of units needs unit level.

    Raises:
        ModelError: as for `to_networkx`.
    """
    if level == "unit":
        return _build_units(analysis)
    if level != "step":
        raise ModelError(
            Words("ukjent nivå for en graf: {level}", "unknown level {level} of graph").fill(
                level=Given(level)
            ),
            expected=Names(("step", "unit"), joined="or"),
        )
    for process, reason in sorted(analysis.withheld.items()):
        raise ModelError(
            Words(
                "overgangene i den er ikke listet opp: {reason}",
                "its successions were not listed: {reason}",
            ).fill(reason=reason),
            where=str(process),
        )
    return _build_steps(analysis)


def _build_steps(analysis: Analysis) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    drawn_in = {n.ref: p.ref for p in analysis.landscape.processes for n in p.nodes}
    for process in analysis.landscape.processes:
        for node in process.steps:
            _add_node(graph, analysis, node.ref, process.ref, is_step=True)
    handoffs = {(h.source, h.target, h.medium): h for h in analysis.handoffs}
    for succession in analysis.successions:
        pair = (succession.source, succession.target)
        for ref in pair:
            _add_node(graph, analysis, ref, drawn_in.get(ref), is_step=False)
        _add_edge(
            graph,
            pair,
            succession.medium,
            process=succession.process,
            crosses={True: "yes", False: "no", None: "undetermined"}[succession.crosses],
            handoff=handoffs.get((*pair, succession.medium)),
            contact=any(analysis.places[ref].outside for ref in pair),
        )
    for handoff in analysis.handoffs:
        if handoff.medium == "message":
            pair = (handoff.source, handoff.target)
            for ref in pair:
                _add_node(graph, analysis, ref, drawn_in.get(ref), is_step=False)
            _add_edge(
                graph,
                pair,
                "message",
                process=handoff.process,
                crosses="yes",
                handoff=handoff,
                contact=False,
            )
    return graph


def _add_node(
    graph: nx.MultiDiGraph[str],
    analysis: Analysis,
    ref: ElementRef,
    process: ElementRef | None,
    *,
    is_step: bool,
) -> None:
    """Add a step, or what else a succession or message begins or ends at."""
    if str(ref) in graph:
        return
    element = analysis.landscape.element(ref)
    place = analysis.places.get(ref, StepPlace())
    graph.add_node(
        str(ref),
        document=ref.document,
        element=ref.id,
        label=element.name or ref.id,
        type=element.type if isinstance(element, FlowNode) else "participant",
        step=is_step,
        process=str(process) if process is not None else "",
        unit=place.unit.key if place.unit is not None else "",
        outside=place.outside,
        assumed=any(unit.assumed for unit in place.units),
        how=place.how,
    )


def _add_edge(
    graph: nx.MultiDiGraph[str],
    pair: tuple[ElementRef, ElementRef],
    medium: str,
    *,
    process: ElementRef,
    crosses: str,
    handoff: Handoff | None,
    contact: bool,
) -> None:
    graph.add_edge(
        str(pair[0]),
        str(pair[1]),
        key=medium,
        medium=medium,
        process=str(process),
        crosses=crosses,
        number=handoff.number if handoff is not None else 0,
        governance=handoff.governance if handoff is not None else "",
        contact=contact,
    )


def _build_units(analysis: Analysis) -> nx.DiGraph[str]:
    try:
        network = build_network(analysis)
    except WithheldError as error:
        raise ModelError(error.reason) from None
    units: dict[str, Unit] = dict(analysis.landscape.chart.units)
    graph: nx.DiGraph[str] = nx.DiGraph()
    for key, name in network.names.items():
        unit = units.get(key)
        graph.add_node(
            key,
            label=name,
            organisation=unit.organisation if unit is not None else "",
            parent=(unit.parent or "") if unit is not None else "",
            assumed=key in network.assumed,
        )
    for (source, target), edge in network.edges.items():
        graph.add_edge(
            source,
            target,
            weight=edge.count,
            distance=1 / edge.count,
            governed=edge.governed,
            ungoverned=edge.ungoverned,
            agreed=edge.agreed,
            not_agreed=edge.not_agreed,
        )
    return graph
