"""Invariants of hand-offs over generated processes, and a slow oracle that shares no code."""

from __future__ import annotations

import random
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from procmap.graph import Analysis, analyze_landscape
from procmap.model import FlowNode, Landscape, Process, SequenceFlow
from procmap.source import ElementRef

from .builders import build_landscape, ref
from .strategies import landscapes, processes


def ways(process: Process, step: ElementRef, *, visits: int) -> Iterator[list[SequenceFlow]]:
    """Every way from a step to a next one that passes no gateway or event more often than this."""
    out: dict[ElementRef, list[SequenceFlow]] = {}
    for flow in process.sequence_flows:
        if flow.source is not None:
            out.setdefault(flow.source, []).append(flow)

    def walk(way: list[SequenceFlow]) -> Iterator[list[SequenceFlow]]:
        head = way[-1].target
        assert head is not None
        if process.node_by_ref[head].is_activity:
            yield way
        elif [flow.source for flow in way].count(head) < visits:
            for flow in out.get(head, []):
                yield from walk([*way, flow])

    for first in out.get(step, []):
        yield from walk([first])


def lane_of(node: FlowNode) -> str:
    return node.performers[0].name if node.performers else ""


def naive_crossings(process: Process) -> set[tuple[str, str, str]]:
    found = set()
    for step in process.steps:
        # Twice, since a case can leave a lane and come back to the gateway where it was.
        for way in ways(process, step.ref, visits=2):
            lanes = [lane_of(process.node_by_ref[f.target]) for f in way if f.target]
            if lane_of(step) == lanes[-1]:
                continue
            last = max(i for i in range(len(way)) if ([lane_of(step), *lanes])[i] != lanes[i])
            found.add((way[last].ref.id, lane_of(step), lanes[-1]))
    return found


def figures(analysis: Analysis) -> tuple[object, ...]:
    return (
        len(analysis.successions),
        len(analysis.handoffs),
        len(analysis.crossings),
        sum(s.crosses is None for s in analysis.successions),
        [(f.name, f.value, f.total, f.not_clarified, f.assumed) for f in analysis.headline],
    )


@given(landscapes())
def test_successions_are_those_a_slow_search_over_all_ways_finds(landscape: Landscape) -> None:
    (process,) = landscape.processes
    expected = {
        (step.ref, way[-1].target)
        for step in process.steps
        for way in ways(process, step.ref, visits=1)
    }
    found = analyze_landscape(landscape).successions
    assert {(s.source, s.target) for s in found} == expected
    assert len(found) == len(expected)


@given(landscapes(6, every_lane=True))
def test_crossing_points_are_those_a_slow_search_over_all_ways_finds(landscape: Landscape) -> None:
    (process,) = landscape.processes
    found = analyze_landscape(landscape).crossings
    assert {(c.flow.id, c.source_unit.name, c.target_unit.name) for c in found} == naive_crossings(
        process
    )


@given(landscapes(12))
def test_every_hand_off_goes_over_a_crossing_point_between_its_units(landscape: Landscape) -> None:
    analysis = analyze_landscape(landscape)
    points = {point.number: point for point in analysis.crossings}
    for handoff in analysis.handoffs:
        point = points[handoff.number]
        assert (point.source_unit, point.target_unit) == (handoff.source_unit, handoff.target_unit)
        assert point.flow == handoff.flow


@given(landscapes(12))
def test_a_path_leads_from_step_to_step_along_drawn_flows(landscape: Landscape) -> None:
    (process,) = landscape.processes
    flows = {flow.ref: flow for flow in process.sequence_flows}
    for handoff in analyze_landscape(landscape).handoffs:
        path = handoff.path
        assert (path[0], path[-1]) == (handoff.source, handoff.target)
        for before, flow, after in zip(path[::2], path[1::2], path[2::2], strict=False):
            assert (flows[flow].source, flows[flow].target) == (before, after)


@given(processes(12), st.randoms(use_true_random=False))
def test_order_and_ids_change_no_figure(process: Process, shuffler: random.Random) -> None:
    nodes, flows = list(process.nodes), list(process.sequence_flows)
    shuffler.shuffle(nodes)
    shuffler.shuffle(flows)
    names = {n.ref: ref(f"n{i}") for i, n in enumerate(nodes)}
    renamed = process.model_copy(
        update={
            "nodes": tuple(n.model_copy(update={"ref": names[n.ref]}) for n in nodes),
            "sequence_flows": tuple(
                f.model_copy(
                    update={
                        "ref": ref(f"f{i}"),
                        "source": names[f.source] if f.source else None,
                        "target": names[f.target] if f.target else None,
                    }
                )
                for i, f in enumerate(flows)
            ),
        }
    )
    before = analyze_landscape(build_landscape(process))
    after = analyze_landscape(build_landscape(renamed))
    assert figures(before) == figures(after)


@given(processes(12), st.randoms(use_true_random=False))
def test_order_changes_no_number(process: Process, shuffler: random.Random) -> None:
    nodes, flows = list(process.nodes), list(process.sequence_flows)
    shuffler.shuffle(nodes)
    shuffler.shuffle(flows)
    shuffled = process.model_copy(update={"nodes": tuple(nodes), "sequence_flows": tuple(flows)})
    before = analyze_landscape(build_landscape(process))
    after = analyze_landscape(build_landscape(shuffled))
    assert before.crossings == after.crossings
    assert before.handoffs == after.handoffs


@given(processes(10, every_lane=True), st.data())
def test_splitting_a_step_inside_its_unit_leaves_the_crossing_points(
    process: Process, data: st.DataObject
) -> None:
    if not process.steps:
        return
    step = data.draw(st.sampled_from(process.steps))
    second = step.model_copy(update={"ref": ref("Second")})
    split = process.model_copy(
        update={
            "nodes": (*process.nodes, second),
            "sequence_flows": (
                *(
                    f.model_copy(update={"source": second.ref}) if f.source == step.ref else f
                    for f in process.sequence_flows
                ),
                SequenceFlow(
                    ref=ref("between"), source=step.ref, target=second.ref, parent=ref("Process")
                ),
            ),
        }
    )

    def keys(p: Process) -> set[str]:
        return {c.key for c in analyze_landscape(build_landscape(p)).crossings}

    assert keys(split) == keys(process)


@given(processes(8, every_lane=True), st.data())
def test_wrapping_a_stretch_in_a_sub_process_changes_no_figure(
    process: Process, data: st.DataObject
) -> None:
    """Each node in turn becomes a chain of three, and that chain a sub-process."""
    if not process.steps:
        return
    step = data.draw(st.sampled_from(process.steps))
    chain = [step.model_copy(update={"ref": ref(f"Inner{i}")}) for i in range(3)]
    links = [
        SequenceFlow(
            ref=ref(f"link{i}"),
            source=chain[i].ref,
            target=chain[i + 1].ref,
            parent=ref("Process"),
        )
        for i in range(2)
    ]
    others = tuple(n for n in process.nodes if n.ref != step.ref)

    def led(source: ElementRef, target: ElementRef) -> tuple[SequenceFlow, ...]:
        return tuple(
            f.model_copy(
                update={
                    "source": source if f.source == step.ref else f.source,
                    "target": target if f.target == step.ref else f.target,
                }
            )
            for f in process.sequence_flows
        )

    flat = process.model_copy(
        update={
            "nodes": (*others, *chain),
            "sequence_flows": (*led(chain[-1].ref, chain[0].ref), *links),
        }
    )
    box = FlowNode(
        ref=ref("Box"), type="subProcess", parent=ref("Process"), performers=step.performers
    )
    inner = {"parent": box.ref}
    wrapped = process.model_copy(
        update={
            "nodes": (*others, box, *(n.model_copy(update=inner) for n in chain)),
            "sequence_flows": (
                *led(box.ref, box.ref),
                *(f.model_copy(update=inner) for f in links),
            ),
        }
    )
    before = analyze_landscape(build_landscape(flat))
    after = analyze_landscape(build_landscape(wrapped))
    assert figures(before) == figures(after)
    assert {c.key for c in before.crossings} == {c.key for c in after.crossings}
