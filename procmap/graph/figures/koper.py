"""KOPeR: figures about the shape of a process (Nissen 1998, MIS Quarterly 22(4), 509-534)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from procmap.graph.analysis import Analysis
from procmap.graph.figures.case_graph import WithheldError
from procmap.graph.figures.components import find_components
from procmap.graph.figures.crossing_share import NOBODY_SAID
from procmap.graph.figures.figure import Figure, build_count, build_ratio, build_withheld
from procmap.graph.figures.step_facts import StepFacts
from procmap.graph.figures.step_graph import StepGraph, build_step_graph, find_back_edges
from procmap.graph.figures.unfolding import build_case_graph
from procmap.graph.flow_graph import FlowGraph
from procmap.graph.process_flow import compare_parties
from procmap.model import Fact, Process
from procmap.source import ElementRef

__all__ = ["find_koper", "find_length"]

_CALLS: Final = "A call is one activity here, done by whoever it is drawn with."
_EMPTY: Final = "it has no activities"


def find_koper(
    analysis: Analysis,
    graphs: Mapping[ElementRef, FlowGraph],
    process: Process,
    facts: Mapping[ElementRef, StepFacts],
) -> Iterator[Figure]:
    """Size, length, parallelism, and hand-offs, feedback and IT as fractions of the size.

    Size counts activities. Length is the number of activities on the longest way, a loop counted
    with all its activities. Hand-offs leave out successions that lead back. Only the extremes of
    these figures mean something by themselves.

    Args:
        analysis: hand-offs of a landscape.
        graphs: its flow graphs.
        process: the process.
        facts: what is recorded about each of its steps.
    """
    subject, size = str(process.ref), len(process.steps)
    steps = tuple(step.ref for step in process.steps)
    yield build_count("koper_size", subject, size, level=analysis.level, elements=steps)
    yield from _find_flow_figures(analysis, graphs, process)
    for name, said in (
        ("koper_it_support", {ref: fact.support for ref, fact in facts.items()}),
        ("koper_it_communication", {ref: fact.communication for ref, fact in facts.items()}),
        ("koper_it_automation", {ref: fact.automation for ref, fact in facts.items()}),
    ):
        yield _build_it(name, subject, said)


def find_length(graph: StepGraph) -> int:
    """Number of steps on the longest way, where a loop counts with all its steps."""
    best: dict[int, int] = {}
    for component in find_components(range(len(graph.refs)), graph.ahead):
        size = sum(number not in graph.hosts for number in component)
        behind = max((best.get(h, 0) for n in component for h in graph.ahead[n]), default=0)
        best.update(dict.fromkeys(component, size + behind))
    return max(best.values(), default=0)


def _find_flow_figures(
    analysis: Analysis, graphs: Mapping[ElementRef, FlowGraph], process: Process
) -> Iterator[Figure]:
    subject, size = str(process.ref), len(process.steps)
    names = ("koper_length", "koper_parallelism")
    loop_names = ("koper_handoff_fraction", "koper_feedback_fraction")
    try:
        if process.ref not in graphs or not size:
            raise WithheldError(_EMPTY)
        case = build_case_graph(graphs, process.ref, enter_calls=False)
        graph = build_step_graph(case)
    except WithheldError as error:
        for name in (*names, *loop_names):
            yield build_withheld(name, subject, error.reason, level=analysis.level)
        return
    assumes = (_CALLS,) if any(node.calls is not None for node in process.nodes) else ()
    length = find_length(graph)
    yield build_count("koper_length", subject, length, level=analysis.level, assumes=assumes)
    yield build_ratio(
        "koper_parallelism", subject, size, length, level=analysis.level, assumes=assumes
    )
    try:
        back = find_back_edges(graph)
    except WithheldError as error:
        for name in loop_names:
            yield build_withheld(
                name, subject, error.reason, level=analysis.level, elements=error.elements
            )
        return
    yield _build_handoffs(analysis, graph, back, process, assumes)
    leading = {number for number, head in back if head not in graph.hosts}
    yield build_ratio(
        "koper_feedback_fraction",
        subject,
        sum(head not in graph.hosts for _, head in back),
        size,
        level=analysis.level,
        assumes=assumes,
        elements=sorted(graph.refs[number] for number in leading),
    )


def _build_handoffs(
    analysis: Analysis,
    graph: StepGraph,
    back: frozenset[tuple[int, int]],
    process: Process,
    assumes: tuple[str, ...],
) -> Figure:
    """Hand-offs that lead forward; contacts with outside parties are counted apart."""
    crossing: dict[ElementRef, None] = {}
    count = undecided = assumed = stays = 0
    for number, heads in enumerate(graph.ahead):
        source = analysis.places[graph.refs[number]]
        for head in heads:
            target = analysis.places[graph.refs[head]]
            if (number, head) in back or head in graph.hosts or source.outside or target.outside:
                continue
            crosses = compare_parties(source.parties, target.parties)
            undecided += crosses is None
            stays += crosses is False
            if crosses:
                count += 1
                assumed += any(party.assumed for party in (*source.parties, *target.parties))
                crossing.update(dict.fromkeys((graph.refs[number], graph.refs[head])))
    if undecided and not count and not stays:
        return build_withheld(
            "koper_handoff_fraction",
            str(process.ref),
            NOBODY_SAID,
            not_clarified=undecided,
            level=analysis.level,
        )
    return build_ratio(
        "koper_handoff_fraction",
        str(process.ref),
        count,
        len(process.steps),
        not_clarified=undecided,
        assumed=assumed,
        level=analysis.level,
        assumes=assumes,
        elements=sorted(crossing),
    )


def _build_it(name: str, subject: str, facts: Mapping[ElementRef, Fact[bool]]) -> Figure:
    """Share of the activities of which it is said that it is so."""
    if not facts:
        return build_withheld(name, subject, _EMPTY)
    unsaid = [ref for ref, fact in facts.items() if not fact.is_recorded or fact.is_unknown]
    if len(unsaid) == len(facts):
        return build_withheld(name, subject, "it is not recorded for any of its steps")
    said = tuple(ref for ref, fact in facts.items() if fact.value)
    return build_ratio(
        name, subject, len(said), len(facts), not_clarified=len(unsaid), elements=said
    )
