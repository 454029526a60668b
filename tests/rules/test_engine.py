"""The engine: pure rules, an order that nothing changes, and a crash that names its rule."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Iterator, Sequence
from random import Random
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.errors import RuleError
from procmap.findings import Finding
from procmap.graph import Analysis, analyze_landscape
from procmap.model import (
    Boundary,
    Channel,
    CrossingAgreement,
    DataItem,
    DataUse,
    EventDefinition,
    Fact,
    Goal,
    Holder,
    Landscape,
    Mandate,
    Measure,
    Opinion,
    Ownership,
    Person,
    Process,
    ProcessKind,
    Responsibility,
    Role,
    Scope,
    Support,
    System,
)
from procmap.rules import (
    RULES,
    Context,
    Options,
    RulesConfig,
    build_config,
    find_findings,
    find_rule,
)

from .builders import build_landscape, build_process, owned, ref
from .changing import associate

# Machines that are busy with other tests miss any deadline.
quick = settings(max_examples=25, deadline=None)

NODES = ("Start", "End", "T1", "T2", "T3", "T4", "X1", "Service", "Call1", "Sub")
LANES = ("A", "B", "D", "a", "b", "")


@st.composite
def processes(draw: st.DrawFn, document: str) -> Process:
    placed = {node: draw(st.sampled_from(LANES)) for node in NODES}
    arrows = draw(
        st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), min_size=1, max_size=14)
    )
    flow = "\n".join(
        " -> ".join(f"{node}@{placed[node]}" for node in arrow) for arrow in dict.fromkeys(arrows)
    )
    states: tuple[Fact[tuple[Ownership, ...]], ...]
    states = (
        Fact(),
        Fact.absent(),
        Fact.unknown(),
        Fact.not_applicable(),
        owned("Leder A", mandate=Fact.stated(Mandate("own_unit"))),
        owned("Direktør"),
        owned("Kari", kind="person", scope=Fact.stated(Scope("own_unit"))),
        Fact.stated((*(owned("Leder A").or_none or ()), *(owned("leder b").or_none or ()))),
    )
    return build_process(
        flow,
        document=document,
        name=draw(st.sampled_from(("Byggesak", "byggesak", ""))),
        ownership=draw(st.sampled_from(states)),
        calls={"Call1": draw(st.sampled_from(("Innsyn", "${x}", "")))},
    )


NAMES = ("Vedtak", "vedtak ", "Svar", "${svar}", "")
FACTS: tuple[Fact[str], ...] = (Fact(), Fact.absent(), Fact.unknown(), Fact.stated("Rutine"))
CHANNELS: tuple[Fact[Channel], ...] = (
    Fact(),
    Fact.absent(),
    Fact.stated("informal"),
    Fact.stated("system"),
)
COORDINATORS: tuple[Fact[Holder], ...] = (
    Fact(),
    Fact.stated(Holder("role", "Leder B")),
    Fact.stated(Holder("person", "Kari")),
)


@st.composite
def with_events(draw: st.DrawFn, document: str) -> Process:
    """A process whose start waits for, and whose end sends, something by name."""
    process = draw(processes(document))
    changed = {
        name: {"event_definitions": (EventDefinition("message", draw(st.sampled_from(NAMES))),)}
        for name in ("Start", "End")
    }
    changed["T1"] = {"documentation": draw(st.sampled_from(("", "Slik gjøres det.")))}
    for name in ("T1", "T2", "T3"):
        changed.setdefault(name, {})["support"] = draw(st.sampled_from(SUPPORT))
    changed["T2"]["system"] = draw(st.sampled_from((Fact(), Fact.stated("ERP"))))
    nodes = tuple(node.model_copy(update=changed.get(node.ref.id, {})) for node in process.nodes)
    kinds: tuple[Fact[ProcessKind], ...] = (Fact(), Fact.absent(), Fact.stated("core"))
    process = process.model_copy(
        update={
            "nodes": nodes,
            "kind": draw(st.sampled_from(kinds)),
            "customer": draw(st.sampled_from(FACTS)),
            "goal_setter": draw(st.sampled_from((*COORDINATORS[:2], Fact.absent()))),
            "measures": draw(st.sampled_from(MEASURES)),
            "goals": draw(st.sampled_from(GOALS)),
        }
    )
    known = [node.ref.id for node in process.nodes]
    lines = draw(
        st.lists(
            st.tuples(st.sampled_from(known), st.sampled_from(("input", "output"))), max_size=2
        )
    )
    return associate(process, *((node, way, ref("Store", document)) for node, way in lines))


SUPPORT: tuple[Fact[Support], ...] = (
    Fact(),
    Fact.unknown(),
    Fact.stated("manual"),
    Fact.stated("supported"),
)
MEASURES: tuple[Fact[tuple[Measure, ...]], ...] = (
    Fact(),
    Fact.absent(),
    Fact.unknown(),
    Fact.stated((Measure("Tid"), Measure("Feil", Fact.absent()))),
)
GOALS: tuple[Fact[tuple[Goal, ...]], ...] = (
    Fact(),
    Fact.stated((Goal("Raskere"), Goal("Enklere", path=Fact.unknown()))),
)
FILES = ("m.bpmn", "n.bpmn")


@st.composite
def registers(draw: st.DrawFn) -> dict[str, object]:
    """Data, RACI, opinions, systems and agreements; some of what they name is not there."""
    places = st.tuples(st.sampled_from(FILES), st.sampled_from(("T1", "T2", "T9")))
    uses = draw(
        st.lists(
            st.tuples(
                st.sampled_from(("Adresse", "adresse ", "Alder")),
                places,
                st.sampled_from(("collects", "reads", "writes")),
                st.booleans(),
            ),
            max_size=6,
        )
    )
    letters = draw(
        st.lists(st.tuples(places, st.sampled_from("RACI"), st.sampled_from("AB")), max_size=4)
    )
    answers = draw(st.lists(st.sampled_from((*FACTS, Fact.stated("Leder A"))), max_size=3))
    pair = draw(places)
    return {
        "data_items": tuple(
            DataItem(
                name=name,
                master=draw(st.sampled_from(FACTS)),
                personal=draw(st.sampled_from((Fact(), Fact.stated(value=True)))),
                assessed=draw(st.sampled_from(FACTS)),
                elements=draw(st.sampled_from(((), (ref("Store"),)))),
            )
            for name in ("Adresse", "Fødselsdato")
        ),
        "data_uses": tuple(
            DataUse(
                item=item,
                process=ref("Process", document),
                kind=kind,  # type: ignore[arg-type]  # one of the kinds
                step=ref(step, document) if has_step else None,
            )
            for item, (document, step), kind, has_step in uses
        ),
        "responsibilities": tuple(
            Responsibility(
                ref("Process", document),
                Holder("role", f"Leder {who}"),
                letter,  # type: ignore[arg-type]  # one of the letters
                ref(step, document),
            )
            for (document, step), letter, who in letters
        ),
        "opinions": tuple(
            Opinion(process="Byggesak", unit=f"kommune/{'ABD'[n]}", owner=answer)
            for n, answer in enumerate(answers)
        ),
        "systems": (
            System(
                name="ERP",
                line=draw(st.sampled_from(COORDINATORS)),
                technical=draw(st.sampled_from((Fact(), Fact.absent()))),
                responsible=draw(st.sampled_from((Fact(), Fact.absent(), Fact.unknown()))),
            ),
        ),
        "agreements": (
            CrossingAgreement(
                ref(pair[1], pair[0]),
                ref("T3", pair[0]),
                draw(st.sampled_from((*COORDINATORS, Fact.absent()))),
                draw(st.sampled_from(FACTS)),
                draw(st.sampled_from(CHANNELS)),
            ),
        ),
    }


@st.composite
def landscapes(draw: st.DrawFn) -> Landscape:
    landscape = build_landscape(*(draw(with_events(name)) for name in ("m.bpmn", "n.bpmn")))
    boundary = Boundary(
        "kommune/A",
        "kommune/B",
        draw(st.sampled_from(COORDINATORS)),
        draw(st.sampled_from(FACTS)),
        draw(st.sampled_from(CHANNELS)),
    )
    return landscape.model_copy(
        update={
            "boundaries": (boundary,),
            "people": (Person(name="Kari", unit="kommune/B", positions=("Leder A",)),),
            "roles": (
                Role(name="Leder A", holders=draw(st.sampled_from((Fact(), Fact.absent())))),
            ),
            **draw(registers()),
        }
    )


def spell_out(analysis: Analysis) -> str:
    """All of an analysis as text; comparing the object with itself would prove nothing."""
    fields = (getattr(analysis, field.name) for field in dataclasses.fields(analysis))
    return analysis.landscape.to_json() + "".join(repr(field) for field in fields)


@quick
@given(landscapes())
def test_rules_are_pure(landscape: Landscape) -> None:
    analysis = analyze_landscape(landscape)
    before = spell_out(analysis)
    first, second = find_findings(analysis), find_findings(analysis)
    assert first == second
    assert spell_out(analysis) == before


@quick
@given(landscapes())
def test_every_element_a_finding_points_at_exists(landscape: Landscape) -> None:
    for finding in find_findings(analyze_landscape(landscape)):
        refs = [*finding.elements, *(ref for e in finding.evidence for ref in e.elements)]
        assert refs
        assert [ref for ref in refs if ref not in landscape] == []


@quick
@given(landscapes())
def test_no_two_findings_share_a_fingerprint(landscape: Landscape) -> None:
    prints = [finding.fingerprint for finding in find_findings(analyze_landscape(landscape))]
    assert len(prints) == len(set(prints))


@quick
@given(landscapes())
def test_a_cause_is_among_the_findings_and_has_no_cause_itself(landscape: Landscape) -> None:
    found = {f.fingerprint: f for f in find_findings(analyze_landscape(landscape))}
    for finding in found.values():
        if finding.caused_by is not None:
            assert found[finding.caused_by].caused_by is None


T = TypeVar("T")
REGISTER_LISTS = (
    "agreements",
    "data_items",
    "data_uses",
    "opinions",
    "people",
    "responsibilities",
    "roles",
    "systems",
    "units",
)


def shuffle(analysis: Analysis, random: Random) -> Analysis:
    """The same analysis of the same files, with everything in it in another order."""

    def mix(items: Sequence[T]) -> tuple[T, ...]:
        return tuple(random.sample(items, len(items)))

    def mix_process(process: Process) -> Process:
        return process.model_copy(
            update={
                "nodes": mix(process.nodes),
                "sequence_flows": mix(process.sequence_flows),
                "lanes": mix(process.lanes),
            }
        )

    documents = tuple(
        document.model_copy(update={"processes": tuple(map(mix_process, document.processes))})
        for document in analysis.landscape.documents
    )
    return dataclasses.replace(
        analysis,
        landscape=analysis.landscape.model_copy(
            update={
                "documents": mix(documents),
                **{name: mix(getattr(analysis.landscape, name)) for name in REGISTER_LISTS},
            }
        ),
        successions=mix(analysis.successions),
        handoffs=mix(analysis.handoffs),
        crossings=mix(analysis.crossings),
        unreachable={ref: mix(nodes) for ref, nodes in analysis.unreachable.items()},
        endless={ref: mix(nodes) for ref, nodes in analysis.endless.items()},
    )


@quick
@given(landscapes(), st.randoms(use_true_random=False))
def test_order_of_files_and_elements_changes_nothing(landscape: Landscape, random: Random) -> None:
    analysis = analyze_landscape(landscape)
    assert find_findings(shuffle(analysis, random)) == find_findings(analysis)


@quick
@given(landscapes())
def test_findings_stand_by_severity_then_code(landscape: Landscape) -> None:
    found = [(f.severity.rank, f.code) for f in find_findings(analyze_landscape(landscape))]
    assert found == sorted(found)


@quick
@given(landscapes())
def test_what_is_not_recorded_gives_one_question_a_process_and_rule(landscape: Landscape) -> None:
    open_cases = {(rule.code, case.name) for rule in RULES for case in rule.cases if case.open}
    context = Context(analyze_landscape(landscape))
    seen = set()
    for finding in find_findings(context.analysis):
        if (finding.code, finding.parameters["case"]) in open_cases:
            process = context.process_of(finding)
            assert process is not None
            assert finding.severity == "I"
            assert (finding.code, process.ref) not in seen
            seen.add((finding.code, process.ref))


@quick
@given(processes("m.bpmn"), processes("n.bpmn"))
def test_raw_files_give_nothing_to_clarify_first(first: Process, second: Process) -> None:
    raw = [
        process.model_copy(
            update={
                "ownership": Fact(),
                "lanes": tuple(
                    lane.model_copy(update={"meaning": Fact()}) for lane in process.lanes
                ),
            }
        )
        for process in (first, second)
    ]
    found = find_findings(analyze_landscape(build_landscape(*raw, registered=False)))
    assert {f.code for f in found if f.severity != "I"} <= {"GAP301", "GAP302", "GAP303", "OWN109"}
    assert "E" not in {f.severity.value for f in found}


def test_findings_of_one_rule_stand_by_process_then_number() -> None:
    flow = "T1@A -> T2@B -> T3@A"
    landscape = build_landscape(
        build_process(flow, name="Å", document="a.bpmn", ownership=Fact.absent()),
        build_process(flow, name="b", document="b.bpmn", ownership=Fact.absent()),
        build_process(flow, name="A", document="c.bpmn", ownership=Fact.absent()),
    )
    found = [f for f in find_findings(analyze_landscape(landscape)) if f.code == "HND202"]
    assert [(f.parameters["p"], f.parameters["i"]) for f in found] == [
        (name, number) for name in ("A", "b", "Å") for number in (1, 2)
    ]


def test_a_rule_that_crashes_is_named_with_its_cause() -> None:
    def crash(context: Context, options: Options) -> Iterator[Finding]:
        yield from ()
        raise ZeroDivisionError(f"{context.processes}{options.values}")

    rule = dataclasses.replace(find_rule("OWN101"), check=crash)
    with pytest.raises(RuleError, match=r"rule OWN101 \(process-without-owner\)") as caught:
        find_findings(Analysis(Landscape()), config=RulesConfig(((rule, Options()),)))
    assert "ZeroDivisionError" in str(caught.value)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_a_finding_under_another_rule_s_code_is_refused() -> None:
    rule = dataclasses.replace(find_rule("OWN101"), code="OWN199")
    analysis = analyze_landscape(build_landscape(build_process("T1@A")))
    with pytest.raises(RuleError, match="'OWN101'; expected 'OWN199'"):
        find_findings(analysis, config=RulesConfig(((rule, Options()),)))


def test_a_configuration_pickles() -> None:
    config = build_config({"options": {"GAP302": {"folder_size": 5}}})
    again = pickle.loads(pickle.dumps(config))  # noqa: S301  # our own bytes
    assert [(r.code, dict(o.values)) for r, o in again.rules] == [
        (r.code, dict(o.values)) for r, o in config.rules
    ]
