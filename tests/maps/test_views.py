"""Other views than the file's: lanes by unit or role, closed sub-processes, hand-offs, top down."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

import procmap as pm
from procmap.errors import RenderError
from procmap.graph import analyze_landscape
from procmap.maps import Picture, draw_swimlane
from procmap.model import Document, Landscape, Performer, Process

from .builders import (
    data,
    document_of,
    draw,
    flows,
    lane,
    message,
    node,
    note,
    pool,
    process,
    reads,
    ref,
    two_lanes,
)
from .measuring import SVG, measure, read_drawing
from .strategies import processes
from .test_contract import groups


def performed_by_lanes(subject: Process) -> Process:
    """As the reader leaves it: who performs a step is the lane that lists it."""
    nodes = [
        each.model_copy(
            update={"performers": (Performer("lane", each.lane.id, "lane", each.lane),)}
        )
        if each.lane is not None and not each.performers
        else each
        for each in subject.nodes
    ]
    return subject.model_copy(update={"nodes": tuple(nodes)})


def drawn(subject: Process | Document, **more: Any) -> Picture:
    """A map of what was really analysed."""
    if isinstance(subject, Process):
        subject = performed_by_lanes(subject)
    document = subject if isinstance(subject, Document) else document_of(subject)
    analysis = analyze_landscape(Landscape(documents=(document,)))
    shown = analysis.landscape.documents[0]
    of = shown if isinstance(subject, Document) else shown.processes[0]
    return draw_swimlane(of, analysis=analysis, **more)


def lane_names(svg: str) -> list[str]:
    return [group.findtext(f"{SVG}title") or "" for group in groups(svg, "procmap-lane")]


def performed(id_: str, role: str, **more: Any) -> Any:
    who = (Performer("role", role, "assignee"),)
    return node(id_, "userTask", id_, performers=who, **more)


def by_roles() -> Process:
    return process(
        [
            node("s", "startEvent"),
            performed("a", "Saksbehandler"),
            node("g", "exclusiveGateway"),
            performed("b", "Leder"),
            performed("c", "Saksbehandler"),
            node("x", "userTask"),
        ],
        flows("s>a", "a>g", "g>b", "b>c", "c>x"),
    )


class TestLanes:
    def test_lanes_can_be_roles(self) -> None:
        svg = drawn(by_roles(), lanes="role").svg
        assert lane_names(svg) == ["Saksbehandler", "Leder", "Rollen er ikke avklart"]

    def test_events_and_gateways_stand_where_the_path_before_them_does(self) -> None:
        drawing = read_drawing(drawn(by_roles(), lanes="role").svg)
        # Lanes of ours have no BPMN id, and the last one read is the last one drawn.
        assert list(drawing.lanes) == [""]
        middle = {id_: (n.box[1] + n.box[3]) / 2 for id_, n in drawing.nodes.items()}
        assert middle["s"] == pytest.approx(middle["a"])
        assert abs(middle["g"] - middle["a"]) < abs(middle["g"] - middle["b"])

    def test_lanes_can_be_units(self, samples_dir: Any) -> None:
        landscape = pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
        report = pm.analyze(landscape)
        subject = report.landscape["Byggesak"]
        units = {unit.name for unit in report.analysis.units_of(subject)}
        svg = pm.draw(subject, report=report, lanes="unit").svg
        assert units <= set(lane_names(svg))
        drawing = read_drawing(svg)
        assert {node_.id for node_ in subject.nodes} <= set(drawing.nodes)

    def test_every_number_stays_whatever_the_lanes_are(self, samples_dir: Any) -> None:
        landscape = pm.read_bpmn(samples_dir / "byggesak.bpmn")
        report = pm.analyze(landscape)
        (subject,) = report.landscape.processes
        numbers = [
            sorted(g.get("data-number") or "" for g in groups(svg, "procmap-number"))
            for svg in (
                pm.draw(subject, report=report, **choice).svg  # type: ignore[arg-type] # the choices are literals
                for choice in ({}, {"lanes": "unit"}, {"lanes": "role"}, {"view": "handoffs"})
            )
        ]
        assert all(each == numbers[0] for each in numbers)


def with_sub_process() -> Process:
    return process(
        [
            node("s", "startEvent", lane="A"),
            node("g", "subProcess", "Behandle", lane="A"),
            node("x", "userTask", "Inni", inside="g"),
            node("y", "userTask", "Også inni", inside="g"),
            node("h", "subProcess", "Innerst", inside="g"),
            node("z", "userTask", "Dypt inne", inside="h"),
            node("t", "boundaryEvent", "Frist", on="g"),
            node("b", "userTask", "Purre", lane="B"),
        ],
        [
            *flows("s>g", "t>b"),
            flows("_>_", "_>_", "x>y")[2].model_copy(update={"parent": ref("g")}),
        ],
        lanes=[lane("A"), lane("B")],
        participants=(pool("K", of="P"),),
        data=(data("d", "Vedlegg").model_copy(update={"parent": ref("g")}), data("e", "Sak")),
        data_associations=(reads("x", "e"),),
        annotations=(note("n", "Bare for x"),),
    )


class TestSubProcesses:
    def test_a_closed_sub_process_is_one_box(self) -> None:
        drawing = read_drawing(draw(with_sub_process(), subprocesses="closed").svg)
        assert {"g", "t", "b"} <= set(drawing.nodes)
        assert not {"x", "y", "z", "h", "d"} & set(drawing.nodes)
        assert {flow.id for flow in drawing.flows if flow.kind == "sequence"} == {"f0", "f1"}

    def test_data_that_its_content_reads_reaches_the_box(self) -> None:
        drawing = read_drawing(draw(with_sub_process(), subprocesses="closed").svg)
        assert [flow.target for flow in drawing.flows if flow.source == "e"] == ["g"]

    def test_messages_to_its_content_reach_the_box(self) -> None:
        document = document_of(
            with_sub_process(),
            participants=[pool("K", of="P"), pool("Innbygger")],
            messages=[message("m", "Innbygger", "z")],
        )
        drawing = read_drawing(draw(document, subprocesses="closed").svg)
        line = next(flow for flow in drawing.flows if flow.kind == "message")
        assert line.target == "g"
        box = drawing.nodes["g"].box
        assert box[0] <= line.points[-1][0] <= box[2]

    def test_hand_offs_that_are_closed_in_are_counted(self) -> None:
        subject = process(
            [
                node("g", "subProcess", "Behandle", lane="A"),
                node("x", "userTask", inside="g", lane="A"),
                node("y", "userTask", inside="g", lane="B"),
            ],
            flows("x>y"),
            lanes=[lane("A"), lane("B")],
        )
        said = "1 overlevering til ligger i det som ikke er tegnet her."
        assert said in drawn(subject, subprocesses="closed").svg
        assert said not in drawn(subject).svg


def chain() -> Process:
    """A works twice, is away in between, and works in parallel with B."""
    return process(
        [
            node("s", "startEvent", "Søknad", lane="A"),
            node("a1", "userTask", "Motta", lane="A"),
            node("a2", "userTask", "Registrere", lane="A"),
            node("b1", "userTask", "Vurdere", lane="B"),
            node("a3", "userTask", "Skrive vedtak", lane="A"),
            node("a4", "sendTask", "Sende", lane="A"),
            node("e", "endEvent", "Ferdig", lane="A"),
        ],
        flows("s>a1", "a1>a2", "a2>b1", "b1>a3", "a3>a4", "a4>e"),
        lanes=[lane("A"), lane("B")],
    )


class TestHandoffs:
    def test_one_box_stands_for_each_stretch_of_work(self) -> None:
        drawing = read_drawing(drawn(chain(), view="handoffs").svg)
        assert set(drawing.nodes) == {"s", "a1", "b1", "a3", "e"}

    def test_a_box_names_the_first_step_and_the_last_and_how_many_there_are(self) -> None:
        picture = drawn(chain(), view="handoffs")
        assert "2 steg: Motta – Registrere" in picture.text_list

    def test_work_that_is_away_in_between_is_two_stretches(self) -> None:
        subject = process(
            [
                node("a0", "userTask", lane="A"),
                node("g", "parallelGateway", lane="A"),
                node("a1", "userTask", lane="A"),
                node("b", "userTask", lane="B"),
                node("j", "parallelGateway", lane="A"),
                node("a2", "userTask", lane="A"),
            ],
            flows("a0>g", "g>a1", "g>b", "a1>j", "b>j", "j>a2"),
            lanes=[lane("A"), lane("B")],
        )
        drawing = read_drawing(drawn(subject, view="handoffs").svg)
        assert len(drawing.nodes) == 3
        plain = [flow for flow in drawing.flows if not flow.numbers]
        assert len(plain) == 1

    def test_data_is_left_out_unless_asked_for(self) -> None:
        subject = chain().model_copy(
            update={"data": (data("d", "Sak"),), "data_associations": (reads("a2", "d"),)}
        )
        assert "d" not in read_drawing(drawn(subject, view="handoffs").svg).nodes
        shown = read_drawing(drawn(subject, view="handoffs", show_data=True).svg)
        assert ("d", "a1") in {(flow.source, flow.target) for flow in shown.flows}

    @settings(max_examples=10)
    @given(processes())
    def test_every_numbered_flow_of_any_process_stays(self, subject: Process) -> None:
        plain, contracted = (
            sorted(n for flow in read_drawing(svg).flows for n in flow.numbers)
            for svg in (
                drawn(subject, lanes="unit").svg,
                drawn(subject, view="handoffs").svg,
            )
        )
        assert plain == contracted

    @settings(max_examples=10)
    @given(processes())
    def test_nothing_overlaps_in_a_view_of_hand_offs(self, subject: Process) -> None:
        found = measure(drawn(subject, view="handoffs").svg, subject)
        assert (found.overlaps, found.through_nodes, found.loose_ends) == (0, 0, 0), found.where


class TestDirection:
    def test_time_runs_down(self) -> None:
        drawing = read_drawing(draw(two_lanes(), direction="down").svg)
        y = {id_: found.box[1] for id_, found in drawing.nodes.items()}
        assert y["s"] < y["a"] < y["g"] < y["b"] <= y["c"] < y["e"]

    def test_lanes_stand_side_by_side_with_their_names_on_top(self) -> None:
        drawing = read_drawing(draw(two_lanes(), direction="down").svg)
        first, second = drawing.lanes["A"], drawing.lanes["B"]
        assert first[2] == pytest.approx(second[0])
        assert all(header[3] == pytest.approx(first[1]) for header in drawing.headers)

    def test_lanes_are_wide_enough_for_their_names(self) -> None:
        subject = process([node("a", lane="A")], lanes=[lane("A", "Arealplanleggingsavdelingen")])
        drawing = read_drawing(draw(subject, direction="down").svg)
        box = drawing.lanes["A"]
        assert box[2] - box[0] >= 110

    @settings(max_examples=12)
    @given(processes())
    def test_any_process_is_drawn_down_without_overlap(self, subject: Process) -> None:
        found = measure(draw(subject, direction="down").svg, subject)
        assert found.faults == 0, found.where

    def test_words_stay_beside_what_they_name(self) -> None:
        svg = draw(two_lanes(), direction="down").svg
        assert measure(svg, two_lanes()).label_clashes == 0

    def test_boundary_events_sit_on_the_right_side(self) -> None:
        subject = process(
            [node("a", "userTask", "Vente"), node("b", "boundaryEvent", "Frist", on="a")]
        )
        nodes = read_drawing(draw(subject, direction="down").svg).nodes
        event = nodes["b"].box
        assert (event[0] + event[2]) / 2 == pytest.approx(nodes["a"].box[2], abs=0.1)


@pytest.mark.parametrize(
    ("choice", "known"),
    [
        ({"view": "all"}, "'steps' or 'handoffs'"),
        ({"lanes": "person"}, "'file', 'unit' or 'role'"),
        ({"subprocesses": "half"}, "'open' or 'closed'"),
        ({"direction": "up"}, "'right' or 'down'"),
    ],
)
def test_unknown_choices_are_refused_with_those_that_are_known(
    choice: dict[str, Any], known: str
) -> None:
    with pytest.raises(RenderError, match=known):
        draw(two_lanes(), **choice)


@pytest.mark.parametrize(
    "choice",
    [{"view": "handoffs"}, {"lanes": "unit"}, {"direction": "down"}, {"subprocesses": "closed"}],
)
def test_the_files_own_drawing_cannot_be_drawn_otherwise(choice: dict[str, Any]) -> None:
    with pytest.raises(RenderError, match="layout='source' does not"):
        draw(two_lanes(), layout="source", **choice)


def test_choices_of_a_swimlane_map_are_refused_for_other_maps() -> None:
    with pytest.raises(RenderError, match="direction='down' says nothing"):
        pm.draw(Landscape(), kind="landscape", direction="down")
