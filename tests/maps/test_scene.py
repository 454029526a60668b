"""What is drawn, before anybody asks where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from procmap.maps.scene import Scene, Subject, build_scene
from procmap.model import (
    Bounds,
    Diagram,
    Document,
    EventDefinition,
    Fact,
    Landscape,
    LaneMeaning,
    MessageFlow,
    Performer,
    Process,
    Shape,
    Unit,
)

from .builders import (
    analysis,
    document_of,
    flows,
    lane,
    message,
    node,
    pool,
    process,
    ref,
    two_lanes,
)


def scene_of(subject: Process | Document, **more: Any) -> Scene:
    document = subject if isinstance(subject, Document) else document_of(subject)
    found = analysis(document, **more)
    if isinstance(subject, Document):
        return build_scene(Subject(document.processes, document, True, found))
    return build_scene(Subject((subject,), document, False, found))


def lane_of(scene: Scene, id_: str) -> str:
    found = next(each for each in scene.nodes if each.id == id_)
    return scene.lanes[found.lane].name


def test_lanes_stand_as_in_the_file() -> None:
    assert [each.name for each in scene_of(two_lanes()).lanes] == ["Servicetorg", "Byggesak"]


def test_lanes_stand_as_the_file_draws_them() -> None:
    shapes = (Shape("A", Bounds(0, 300, 600, 100)), Shape("B", Bounds(0, 100, 600, 100)))
    document = document_of(two_lanes(), diagrams=(Diagram("d", "", "P", shapes),))
    assert [each.id for each in scene_of(document).lanes] == ["B", "A"]


def test_lanes_nested_in_one_lane_stay_together_under_its_band() -> None:
    lanes = [
        lane("Ytre"),
        lane("Alene"),
        lane("Indre 1", inside="Ytre"),
        lane("Indre 2", inside="Ytre"),
    ]
    scene = scene_of(process([node("a", lane="Indre 2")], lanes=lanes))
    assert [each.id for each in scene.lanes] == ["Indre 1", "Indre 2", "Alene"]
    assert [(b.id, b.depth, b.first, b.last) for b in scene.bands] == [("Ytre", 0, 0, 1)]


def test_a_pool_with_lanes_is_a_band_left_of_them() -> None:
    subject = two_lanes(participants=(pool("K", "Kommunen", of="P"),))
    document = document_of(subject, participants=[pool("K", "Kommunen", of="P")])
    bands = scene_of(document).bands
    assert [(b.kind, b.name, b.first, b.last) for b in bands] == [("pool", "Kommunen", 0, 1)]


def test_a_process_without_lanes_is_one_lane_named_after_its_pool() -> None:
    subject = process([node("a")], participants=(pool("K", "Kommunen", of="P"),))
    scene = scene_of(document_of(subject, participants=[pool("K", "Kommunen", of="P")]))
    assert [(each.id, each.name) for each in scene.lanes] == [("K", "Kommunen")]


def test_a_process_without_pool_is_one_lane_named_after_itself() -> None:
    assert [each.name for each in scene_of(process([node("a")], name="Lønn")).lanes] == ["Lønn"]


def test_a_lane_without_a_name_says_so() -> None:
    lanes = [lane("A"), lane("B").model_copy(update={"name": ""})]
    assert [each.name for each in scene_of(process([], lanes=lanes)).lanes] == ["A", "(uten navn)"]


def test_what_lies_in_no_lane_gets_a_lane_of_its_own() -> None:
    subject = process([node("a", lane="A"), node("b")], lanes=[lane("A"), lane("B")])
    scene = scene_of(subject)
    assert [each.name for each in scene.lanes] == ["A", "B", "Uten bane"]
    assert lane_of(scene, "b") == "Uten bane"


def test_the_files_drawing_settles_the_lane_where_no_lane_lists_a_node() -> None:
    drawn = Performer("lane", "B", "geometry", ref("B"))
    subject = process([node("b", performers=(drawn,))], lanes=[lane("A"), lane("B")])
    assert lane_of(scene_of(subject), "b") == "B"


def test_boundary_events_and_content_lie_where_their_host_lies() -> None:
    subject = process(
        [
            node("g", "subProcess", lane="B"),
            node("x", inside="g"),
            node("t", "boundaryEvent", on="g", lane="A"),
        ],
        lanes=[lane("A"), lane("B")],
    )
    scene = scene_of(subject)
    assert lane_of(scene, "x") == "B"
    assert lane_of(scene, "t") == "B"


def test_a_boundary_event_without_host_is_an_event_by_itself() -> None:
    scene = scene_of(process([node("t", "boundaryEvent", on="borte")]))
    assert [each.kind for each in scene.nodes] == ["event"]


def test_a_sub_process_without_content_is_a_step_with_its_sign() -> None:
    scene = scene_of(process([node("g", "subProcess")]))
    assert [(each.kind, each.markers) for each in scene.nodes] == [("activity", ("content",))]


def test_content_in_other_lanes_is_drawn_there_with_a_line_to_it() -> None:
    subject = process(
        [
            node("g", "subProcess", lane="A"),
            node("x", inside="g", lane="B"),
            node("y", inside="g", lane="B"),
        ],
        flows("x>y"),
        lanes=[lane("A"), lane("B")],
    )
    scene = scene_of(subject)
    assert [each.kind for each in scene.nodes] == ["activity"] * 3
    assert lane_of(scene, "x") == "B"
    inside = [each for each in scene.flows if each.kind == "inside"]
    assert [(each.source_id, each.target_id) for each in inside] == [("g", "x")]


def test_an_event_shows_what_it_waits_for() -> None:
    timer, signal = EventDefinition("timer"), EventDefinition("signal")
    link = EventDefinition("link", "Til C")
    subject = process(
        [
            node("a", "intermediateCatchEvent", event_definitions=(timer,)),
            node("b", "endEvent", event_definitions=(timer, signal)),
            node("c", "intermediateThrowEvent", event_definitions=(link,)),
        ]
    )
    found = {each.id: each for each in scene_of(subject).nodes}
    assert (found["a"].trigger, found["a"].throws) == ("timer", False)
    assert (found["b"].trigger, found["b"].throws) == ("multiple", True)
    assert (found["c"].trigger, found["c"].name) == ("link", "Til C")


def test_activities_show_their_markers() -> None:
    subject = process(
        [
            node("a", loop="parallel", for_compensation=True),
            node("b", "adHocSubProcess", loop="standard"),
            node("c", "callActivity", calls=ref("Q")),
        ]
    )
    markers = {each.id: each.markers for each in scene_of(subject).nodes}
    assert markers == {
        "a": ("parallel", "compensation"),
        "b": ("loop", "ad-hoc", "content"),
        "c": ("content",),
    }


def test_a_registered_lane_carries_its_unit() -> None:
    meaning = Fact.stated(LaneMeaning("unit", ("k/bygg",)))
    subject = process([], lanes=[lane("A", meaning=meaning), lane("B")])
    landscape = Landscape(
        documents=(document_of(subject),), units=(Unit(key="k/bygg", name="Byggesak"),)
    )
    scene = scene_of(subject, landscape=landscape)
    assert [each.unit for each in scene.lanes] == ["Byggesak", ""]


def test_arrows_of_a_process_without_nodes_are_drawn_with_the_others() -> None:
    first = process([node("a"), node("b")])
    second = process([], flows("a>b"), id_="Q")
    scene = scene_of(document_of(first, second))
    assert [(each.source_id, each.target_id) for each in scene.flows] == [("a", "b")]
    assert len(scene.pools) == 1


def test_a_message_may_name_the_process_instead_of_its_pool() -> None:
    first = process([node("a")], participants=(pool("K1", of="P"),))
    second = process([node("b", inside="Q")], id_="Q", participants=(pool("K2", of="Q"),))
    document = document_of(
        first,
        second,
        participants=[pool("K1", of="P"), pool("K2", of="Q")],
        messages=[message("m", "a", "Q")],
    )
    scene = scene_of(document)
    assert scene.flows[0].target.pool == 1


def test_default_and_conditional_flows_are_told_apart() -> None:
    subject = process([node("a", default_flow="f0"), node("b"), node("c")], flows("a>b", "a>c"))
    conditional = subject.sequence_flows[1].model_copy(update={"condition": "x > 1"})
    subject = subject.model_copy(
        update={"sequence_flows": (subject.sequence_flows[0], conditional)}
    )
    found = scene_of(subject).flows
    assert [(each.default, each.conditional) for each in found] == [(True, False), (False, True)]


def conditioned(text: str, name: str = "") -> Process:
    (flow,) = flows("g>b")
    flow = flow.model_copy(update={"condition": text, "name": name})
    return process([node("g", "exclusiveGateway"), node("b")], [flow])


@pytest.mark.parametrize("text", ["Approved", "Ikke godkjent", "Søknaden er avslått?", "A/B, C"])
def test_a_condition_in_words_names_a_flow_that_has_no_name(text: str) -> None:
    assert [each.name for each in scene_of(conditioned(text)).flows] == [text]


@pytest.mark.parametrize("text", ["${ok}", "=x > 1", "a.b()", "is_ok", "true", "x == 'y'"])
def test_a_condition_that_an_engine_evaluates_is_no_name(text: str) -> None:
    assert [each.name for each in scene_of(conditioned(text)).flows] == [""]


def test_a_flow_with_a_name_keeps_it() -> None:
    assert [each.name for each in scene_of(conditioned("Godkjent", "Ja")).flows] == ["Ja"]


def with_actors(*drawn: str, messages: Sequence[MessageFlow] = ()) -> Document:
    """In the manner of Bonita: a participant for each actor, and shapes of the processes."""
    shapes = tuple(Shape(id_, Bounds(0, 100 * i, 600, 90)) for i, id_ in enumerate(drawn))
    return document_of(
        process([node("a")]),
        participants=[pool("Pool", of="P"), pool("Actor"), pool("Innbygger")],
        messages=messages,
        diagrams=(Diagram("d", "", "C", shapes),) if drawn else (),
    )


def test_a_participant_that_the_file_does_not_draw_is_no_pool_of_the_map() -> None:
    scene = scene_of(with_actors("P", "Innbygger"))
    assert [each.name for each in scene.pools] == ["Pool", "Innbygger"]


def test_without_a_drawing_every_participant_is_a_pool() -> None:
    scene = scene_of(with_actors())
    assert {each.name for each in scene.pools} == {"Pool", "Actor", "Innbygger"}


def test_a_participant_that_messages_reach_is_a_pool_all_the_same() -> None:
    scene = scene_of(with_actors("P", messages=[message("m", "a", "Actor")]))
    assert {each.name for each in scene.pools} == {"Pool", "Actor"}
