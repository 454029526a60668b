"""CAP701: many positions, or alone with steps; names are never in a finding."""

from __future__ import annotations

from procmap.model import Fact, Landscape, LaneMeaning, Person, Process, Role

from .builders import build_landscape, build_process, case_of, find, owned

KARI = "Kari Elvestrand"


def in_role_lane(document: str) -> Process:
    process = build_process("T1@A -> T2@A", document=document, name=document)
    lanes = tuple(
        lane.model_copy(update={"meaning": Fact.stated(LaneMeaning("role", ("kommune/A",)))})
        for lane in process.lanes
    )
    return process.model_copy(update={"lanes": lanes})


def build(*, positions: tuple[str, ...] = ("A",), deputy: str | None = None) -> Landscape:
    return build_landscape(in_role_lane("m.bpmn"), in_role_lane("n.bpmn")).model_copy(
        update={
            "people": (Person(name=KARI, positions=positions, deputy=deputy),),
            "roles": tuple(Role(name=p, holders=Fact.stated((KARI,))) for p in positions),
        }
    )


def test_steps_in_several_processes_on_one_person_are_a_question() -> None:
    (finding,) = find(build(), "CAP701")
    assert (finding.severity.value, case_of(finding)) == ("I", "alone")
    assert finding.message().startswith("4 steg i 2 prosesser hviler på én person (A).")


def test_a_deputy_is_enough() -> None:
    assert not find(build(deputy="Tor"), "CAP701")


def test_one_process_is_not_many() -> None:
    landscape = build()
    alone = landscape.model_copy(update={"documents": landscape.documents[:1]})
    assert not find(alone, "CAP701")


def test_more_positions_than_the_option_are_for_information() -> None:
    (finding,) = find(build(positions=("C", "B", "X"), deputy="Tor"), "CAP701")
    assert finding.message() == "Én person har 3 stillinger: B, C, X."
    assert not find(build(positions=("B", "C"), deputy="Tor"), "CAP701")


def test_a_position_that_two_hold_rests_on_nobody_alone() -> None:
    landscape = build()
    roles = (Role(name="A", holders=Fact.stated((KARI, "Tor"))),)
    assert not find(landscape.model_copy(update={"roles": roles}), "CAP701")


def test_no_finding_holds_a_name() -> None:
    landscape = build(positions=("A", "B", "C"))
    process = landscape.processes[0].model_copy(update={"ownership": owned("A")})
    document = landscape.documents[0].model_copy(update={"processes": (process,)})
    changed = landscape.model_copy(update={"documents": (document, *landscape.documents[1:])})
    found = find(changed, "CAP701")
    assert {case_of(f) for f in found} == {"many-positions", "alone"}
    assert not any("kari" in f.model_dump_json().casefold() for f in found)
