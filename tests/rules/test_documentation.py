"""What is documented about a process is counted, and never graded."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from procmap.graph import analyze_landscape
from procmap.labels.documentation import DOCUMENTED_FACTS
from procmap.model import (
    Fact,
    FactState,
    Landscape,
    Mandate,
    Participant,
    Performer,
    Process,
    Unit,
)
from procmap.rules import Documentation, build_report
from procmap.rules.documentation import FactTally
from procmap.rules.saving import build_json

from .boundaries import build_bounded
from .builders import build_landscape, build_process, owned, ref
from .changing import change, change_steps
from .test_engine import landscapes, quick

FLOW = "Start@A -> T1@A -> T2@B -> End@B"


def document(landscape: Landscape) -> Documentation:
    return build_report(analyze_landscape(landscape)).documentation


def tally(name: str, process: Process) -> FactTally:
    return document(build_landscape(process)).of(process).fact(name)


SINGLE = ("kind", "customer", "purpose", "benefit", "measures", "goals", "goal_setter")


@pytest.mark.parametrize("name", SINGLE)
@pytest.mark.parametrize("state", [s for s in FactState if s is not FactState.STATED])
def test_a_fact_of_a_process_is_counted_once(name: str, state: FactState) -> None:
    found = tally(name, change(build_process(FLOW), **{name: Fact(state)}))
    assert (found.count(state), found.total) == (1, 1)


def test_who_owns_it_and_what_the_owner_may_do() -> None:
    process = build_process(FLOW, ownership=owned(mandate=Fact.stated(Mandate("whole"))))
    for name in ("owner", "scope", "mandate"):
        assert tally(name, process) == FactTally(name, stated=1)
    nobody = build_process(FLOW, ownership=Fact.absent())
    assert tally("owner", nobody) == FactTally("owner", absent=1)
    assert tally("mandate", nobody).total == 0


def test_steps_are_counted_one_by_one() -> None:
    process = change_steps(
        build_process(FLOW),
        {
            "T1": {"system": Fact.stated("ERP"), "documentation": "Slik."},
            "T2": {
                "support": Fact.stated("manual"),
                "description": Fact.unknown(),
                "lane": None,
                "performers": (),
            },
        },
    )
    assert tally("systems", process) == FactTally("systems", stated=1, not_recorded=1)
    assert tally("support", process) == FactTally("support", stated=2)
    assert tally("descriptions", process) == FactTally("descriptions", stated=1, unknown=1)
    assert tally("performers", process) == FactTally("performers", stated=1, not_recorded=1)


def test_what_is_agreed_is_counted_by_hand_off() -> None:
    landscape = build_bounded(routine=Fact.stated("Rutine"), channel=Fact.absent())
    (process,) = document(landscape).processes
    assert process.fact("routines") == FactTally("routines", stated=1)
    assert process.fact("channels") == FactTally("channels", absent=1)
    assert process.fact("coordinators") == FactTally("coordinators", not_recorded=1)
    silent = landscape.model_copy(update={"boundaries": ()})
    assert document(silent).processes[0].fact("channels") == FactTally("channels", not_recorded=1)


def test_a_process_of_an_outside_party_is_not_ours_to_document() -> None:
    landscape = build_landscape(build_process("T1@A"))
    outside = tuple(
        Unit(key=u.key, name=u.name, kind="outside") if u.key == "kommune/A" else u
        for u in landscape.units
    )
    assert not document(landscape.model_copy(update={"units": outside})).processes


def test_the_lines_say_what_there_is_and_leave_out_what_there_is_not() -> None:
    found = document(build_landscape(build_process("T1@A", ownership=Fact.absent())))
    assert found.lines()[:2] == ("Hva som er sagt om 1 prosess", "  Prosesseier: 1 finnes ikke")
    assert found.lines("en")[0] == "What is said about 1 process"
    assert not any("Mandat" in line or "Overlevering" in line for line in found.lines())
    assert found.processes[0].lines()[0] == "Prosesseier: 1 finnes ikke"
    assert str(found) == "\n".join(found.lines())


@quick
@given(landscapes())
def test_every_process_has_every_fact_and_the_sums_are_right(landscape: Landscape) -> None:
    found = document(landscape)
    for process in found.processes:
        assert tuple(t.name for t in process.facts) == tuple(DOCUMENTED_FACTS)
        assert process.total.total == sum(t.total for t in process.facts)
        known = landscape[process.process]
        assert process.fact("performers").total == len(known.steps)
    for added in found.facts:
        assert added.recorded == sum(p.fact(added.name).recorded for p in found.processes)


def test_it_goes_into_json() -> None:
    landscape = build_landscape(build_process(FLOW))
    report = build_report(analyze_landscape(landscape))
    text = build_json(report.headline, report.findings, documentation=report.documentation)
    (process,) = json.loads(text)["documentation"]
    assert process["process"] == str(ref("Process"))
    assert process["facts"]["customer"] == {
        "stated": 0,
        "absent": 0,
        "unknown": 0,
        "not_applicable": 0,
        "not_recorded": 1,
    }


def test_a_process_that_is_not_there_is_said_not_to_be() -> None:
    with pytest.raises(KeyError):
        document(Landscape()).of(ref("Process"))


def test_a_pool_without_lanes_says_who_performs_a_step() -> None:
    pool = Participant(ref=ref("Pool"), name="Kommunen", process=ref("Process"))
    process = change_steps(
        change(build_process("T1 -> T2"), participants=(pool,)),
        {"T1": {"performers": (Performer("pool", "Kommunen", "pool", pool.ref),)}},
    )
    landscape = build_landscape(process, participants=(pool,))
    found = document(landscape).of(process).fact("performers")
    assert found == FactTally("performers", stated=1, not_recorded=1)
