"""What must hold for the figures of any process."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.graph import analyze_landscape
from procmap.graph.figures import Figure, Metrics
from procmap.graph.flow_graph import VertexKind
from procmap.graph.landscape_graph import build_landscape_graph
from procmap.graph.positions import Spots, build_positions
from procmap.graph.walks import Walker
from procmap.model import (
    Fact,
    FlowNode,
    Landscape,
    LaneMeaning,
    Mandate,
    Ownership,
    Performer,
    Process,
    Scope,
    SequenceFlow,
    Unit,
)
from procmap.model.ownership import Holder
from procmap.source import ElementRef
from tests.graph.builders import build_landscape, map_lanes, ref
from tests.graph.strategies import landscapes, processes

from .blocks import Block, blocks, draw_process

UNITS = (
    Unit(key="top", name="Kommunen", organisation="K", manager=Fact.stated("Direktør")),
    Unit(key="t", name="Teknisk", organisation="K", parent="top", manager=Fact.stated("Sjef")),
    Unit(key="a", name="A", organisation="K", parent="t", manager=Fact.stated("Leder A")),
    Unit(key="b", name="B", organisation="K", parent="t", manager=Fact.stated("Leder B")),
    Unit(key="c", name="C", organisation="K", parent="top", manager=Fact.stated("Leder C")),
)
PLACED = {name: LaneMeaning("unit", (name.lower(),)) for name in "ABC"}


def place(process: Process) -> Landscape:
    return map_lanes(build_landscape(process, units=UNITS), PLACED)


def said(figures: tuple[Figure, ...]) -> list[tuple[object, ...]]:
    """What the figures say, without the names of elements."""
    return sorted(
        (
            figure.name,
            figure.scope,
            figure.subject,
            round(figure.value, 9) if figure.value is not None else figure.withheld[:12],
            round(figure.not_clarified, 9),
            round(figure.assumed, 9),
            # Of several paths that say the same, one is shown.
            len(figure.elements) if figure.name != "ping_pong" else 0,
        )
        for figure in figures
    )


@settings(max_examples=60, deadline=None)
@given(processes(10), st.randoms(use_true_random=False))
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
    before, after = (
        Metrics(analyze_landscape(place(p))).with_stated(uniform=True) for p in (process, renamed)
    )
    assert said(before.figures) == said(after.figures)


@settings(max_examples=80, deadline=None)
@given(processes(10))
def test_a_coarser_level_has_no_more_crossings_among_what_is_decided(process: Process) -> None:
    landscape = place(process)
    fine = {
        (s.source, s.target, s.medium): s.crosses for s in analyze_landscape(landscape).successions
    }
    for level in (2, 1, 0, "organisation"):
        coarse = {
            (s.source, s.target, s.medium): s.crosses
            for s in analyze_landscape(landscape, level=level).successions  # type: ignore[arg-type]
        }
        decided = [key for key, crosses in fine.items() if crosses is not None]
        assert sum(coarse[key] is True for key in decided) <= sum(
            fine[key] is True for key in decided
        )


@settings(max_examples=80, deadline=None)
@given(processes(10))
def test_an_owner_with_a_mandate_for_the_whole_leaves_nothing_ungoverned(process: Process) -> None:
    whole = Ownership(
        Holder("role", "Prosesseier"),
        scope=Fact.stated(Scope("whole")),
        mandate=Fact.stated(Mandate("whole")),
    )
    owned = process.model_copy(update={"ownership": Fact.stated((whole,))})
    before, after = (Metrics(analyze_landscape(place(p))) for p in (process, owned))
    share = after.find("ungoverned_share")
    assert share.value in (0, None)
    assert share.not_clarified == 0
    for figure in before.figures:
        if figure.name == "agreed_share":
            subject = figure.subject or None
            assert after.find("agreed_share", subject) == figure


@settings(max_examples=80, deadline=None)
@given(processes(10))
def test_elements_behind_figures_are_in_the_model(process: Process) -> None:
    landscape = place(process)
    for figure in Metrics(analyze_landscape(landscape)).with_stated(uniform=True):
        assert all(element in landscape for element in figure.elements)


@settings(max_examples=60, deadline=None)
@given(processes(10, every_lane=True))
def test_shares_lie_between_nothing_and_everything(process: Process) -> None:
    for figure in Metrics(analyze_landscape(place(process))).with_stated(uniform=True):
        if figure.value is None:
            continue
        if figure.name.endswith("_share") or figure.name in ("owner_reach", "betweenness"):
            assert 0 <= figure.value <= 1
        elif figure.name == "ei_index":
            assert -1 <= figure.value <= 1
        else:
            assert figure.value >= -1e-9 or figure.name == "modularity"


@settings(max_examples=80, deadline=None)
@given(blocks(), st.data())
def test_wrapping_a_stretch_in_a_sub_process_changes_no_figure_of_the_case(
    block: Block, data: st.DataObject
) -> None:
    process, probabilities = draw_process(block)
    if not process.steps:
        return
    step = data.draw(st.sampled_from(process.steps))
    box = FlowNode(
        ref=ref("Box"), type="subProcess", parent=ref("Process"), performers=step.performers
    )

    def led(end: ElementRef | None) -> ElementRef | None:
        return box.ref if end == step.ref else end

    wrapped = process.model_copy(
        update={
            "nodes": (
                *(
                    n.model_copy(update={"parent": box.ref}) if n.ref == step.ref else n
                    for n in process.nodes
                ),
                box,
            ),
            "sequence_flows": tuple(
                f.model_copy(update={"source": led(f.source), "target": led(f.target)})
                for f in process.sequence_flows
            ),
        }
    )
    before, after = (
        Metrics(analyze_landscape(place(p))).with_stated(probabilities=probabilities)
        for p in (process, wrapped)
    )
    ignored = {"control_flow_complexity"}
    first, second = before.of(process), after.of(wrapped)
    for name, figure in first.items():
        if name not in ignored:
            assert second[name].value == pytest.approx(figure.value), name


@settings(max_examples=60, deadline=None)
@given(blocks(), st.data())
def test_splitting_a_step_inside_its_unit_leaves_the_hand_offs_of_the_case(
    block: Block, data: st.DataObject
) -> None:
    process, probabilities = draw_process(block)
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
    before, after = (
        Metrics(analyze_landscape(place(p))).with_stated(probabilities=probabilities)
        for p in (process, split)
    )
    for name in ("crossing_points", "expected_handoffs", "handoff_variance", "fewest_handoffs"):
        expected, found = before.find(name, process), after.find(name, split)
        assert found.value == pytest.approx(expected.value), name


@settings(max_examples=60, deadline=None)
@given(blocks())
def test_without_choices_a_case_has_as_many_hand_offs_as_are_listed(block: Block) -> None:
    def choiceless(part: Block) -> Block:
        """Every way at once, and loops walked once."""
        parts = tuple(choiceless(inner) for inner in part.parts)
        if part.kind in ("xor", "or"):
            return Block("and", parts=parts)
        if part.kind == "loop":
            return Block("seq", parts=parts)
        return Block(part.kind, part.lane, parts)

    process, _ = draw_process(choiceless(block))
    analysis = analyze_landscape(place(process))
    figure = analysis.metrics.find("expected_handoffs", process)
    assert figure.value == pytest.approx(len(analysis.handoffs))


@settings(max_examples=120, deadline=None)
@given(landscapes(12))
def test_walking_contracted_gateways_finds_what_walking_each_does(landscape: Landscape) -> None:
    analysis = analyze_landscape(landscape)
    graphs = build_landscape_graph(landscape)
    (graph,) = graphs.graphs.values()
    spots = Spots()
    step_spots = {key: spots.number(value) for key, value in analysis.places.items()}
    positions = build_positions(graph, analysis.places, spots)
    plain, contracted = (
        Walker(
            graphs,
            graph,
            positions=positions,
            step_spots=step_spots,
            max_work=10**6,
            contract=contract,
        )
        for contract in (False, True)
    )
    for vertex, kind in enumerate(graph.kinds):
        if kind is not VertexKind.STEP:
            expected = sorted(plain.next_steps(vertex), key=lambda r: r.step)
            assert sorted(contracted.next_steps(vertex), key=lambda r: r.step) == expected


def test_a_performer_that_is_a_set_is_undecided_and_not_a_stay() -> None:
    process = Process(
        ref=ref("Process"),
        nodes=tuple(
            FlowNode(
                ref=ref(name),
                type="task",
                parent=ref("Process"),
                performers=tuple(
                    Performer("lane", lane, "lane", ref(f"Lane_{lane}")) for lane in lanes
                ),
            )
            for name, lanes in (("T1", "AB"), ("T2", "AB"), ("T3", "C"))
        ),
        sequence_flows=tuple(
            SequenceFlow(ref=ref(f"F{i}"), source=ref(a), target=ref(b), parent=ref("Process"))
            for i, (a, b) in enumerate((("T1", "T2"), ("T2", "T3")))
        ),
    )
    lanes = tuple(
        lane.model_copy(update={"process": ref("Process")})
        for lane in draw_process(Block("task", "A"))[0].lanes
    )
    landscape = place(process.model_copy(update={"lanes": lanes}))
    found = Metrics(analyze_landscape(landscape)).of(ref("Process"))
    assert found["crossing_share"].numerator == 1
    assert found["crossing_share"].not_clarified == 1
    assert found["expected_handoffs"].value == 1
