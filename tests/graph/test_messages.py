"""Messages between pools, and contacts with outside parties."""

from __future__ import annotations

from procmap.graph import analyze_landscape
from procmap.model import LaneMeaning, Unit

from .builders import build_landscape, build_process, map_lanes, ref


def test_a_message_between_two_pools_nobody_placed_is_undetermined() -> None:
    landscape = build_landscape(
        build_process("T1 -> T2", pool="Kommune"),
        build_process("T3", id_="Other", pool="Etat"),
        messages=[(ref("T2"), ref("T3"))],
    )
    (point,) = analyze_landscape(landscape).crossings
    assert (point.medium, point.between, point.governance) == (
        "message",
        "undetermined",
        "undetermined",
    )
    assert (point.source_unit.name, point.target_unit.name) == ("Kommune", "Etat")


def test_a_black_box_is_an_outside_party_and_makes_contacts() -> None:
    landscape = build_landscape(
        build_process("T1@A -> T2@B"),
        messages=[(ref("Box_Søker"), ref("T1")), (ref("T2"), ref("Box_Søker"))],
        black_boxes=["Søker"],
    )
    analysis = analyze_landscape(landscape)
    assert [(c.direction, c.party.name, c.unit and c.unit.name) for c in analysis.contacts] == [
        ("in", "Søker", "A"),
        ("out", "Søker", "B"),
    ]
    assert [point.medium for point in analysis.crossings] == ["sequence"]
    assert analysis.headline[4].value == 2


def test_a_lane_said_to_be_outside_makes_contacts_and_no_hand_offs() -> None:
    landscape = map_lanes(
        build_landscape(build_process("T1@Innbygger -> T2@A -> T3@Innbygger")),
        {"Innbygger": LaneMeaning("outside")},
    )
    analysis = analyze_landscape(landscape)
    assert analysis.handoffs == ()
    assert analysis.crossings == ()
    assert sorted(c.direction for c in analysis.contacts) == ["in", "out"]


def test_a_role_without_a_recorded_unit_leaves_hand_offs_undecided() -> None:
    landscape = map_lanes(
        build_landscape(build_process("T1@Saksbehandler -> T2@A", pool="Kommune")),
        {"Saksbehandler": LaneMeaning("role")},
    )
    analysis = analyze_landscape(landscape)
    assert [s.crosses for s in analysis.successions] == [None]


def test_two_lanes_mapped_to_one_unit_are_a_stay() -> None:
    unit = Unit(key="k/a", name="Byggesak", organisation="Kommunen")
    landscape = map_lanes(
        build_landscape(build_process("T1@Leder -> T2@Saksbehandler"), units=[unit]),
        {"Leder": LaneMeaning("role", ("k/a",)), "Saksbehandler": LaneMeaning("role", ("k/a",))},
    )
    analysis = analyze_landscape(landscape)
    assert [s.crosses for s in analysis.successions] == [False]
    assert analysis.headline[1].value == 0


def test_lanes_of_two_files_are_never_merged_by_name() -> None:
    landscape = build_landscape(
        build_process("T1@A -> T2@B"), build_process("T1@A -> T2@B", document="o.bpmn")
    )
    keys = {c.source_unit.key for c in analyze_landscape(landscape).crossings}
    assert keys == {"m.bpmn#Lane_A", "o.bpmn#Lane_A"}


def test_a_step_outside_the_lanes_of_its_pool_is_no_unit_beside_them() -> None:
    landscape = build_landscape(build_process("T1@A -> T2", pool="Kommune"))
    assert [s.crosses for s in analyze_landscape(landscape).successions] == [None]
