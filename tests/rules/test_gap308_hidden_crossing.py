"""GAP308: units that share data or messages with no model between them."""

from __future__ import annotations

import pytest

from procmap.findings import Finding
from procmap.model import (
    DataElement,
    DataItem,
    DataUse,
    Definition,
    EventDefinition,
    Landscape,
    MessageFlow,
    Process,
    Unit,
)

from .builders import build_landscape, build_process, case_of, find, ref
from .changing import associate, change_steps, use

PUTS = build_process("Start@A -> T1@A -> End@A", id_="Puts")
READS = build_process("Start2@B -> T2@B -> End2@B", id_="Reads", name="Lønn")
USES = (
    use("Adresse", "writes", "T1", process="Puts"),
    use("adresse", "reads", "T2", process="Reads"),
)


def share(*uses: DataUse, puts: Process = PUTS, reads: Process = READS) -> Landscape:
    landscape = build_landscape(puts, reads)
    item = DataItem(name="Adresse")
    return landscape.model_copy(update={"data_items": (item,), "data_uses": uses or USES})


def add(landscape: Landscape, **fields: object) -> Landscape:
    (document,) = landscape.documents
    return landscape.model_copy(update={"documents": (document.model_copy(update=fields),)})


def hidden(landscape: Landscape) -> list[Finding]:
    return find(landscape, "GAP308")


def test_an_item_put_in_by_one_unit_and_read_by_another_should_be_clarified() -> None:
    (finding,) = hidden(share())
    assert finding.severity == "W"
    assert finding.message() == (
        "«Adresse» legges inn i «Byggesak» (A) og brukes i «Lønn» (B), men ingen modell viser "
        "overleveringen."
    )
    assert finding.question() == "Hvordan får B vite at «Adresse» er endret?"
    assert finding.elements == (ref("Puts"), ref("Reads"), ref("T1"), ref("T2"))


def test_many_readers_are_one_finding() -> None:
    more = build_process("T3@C", id_="More", name="Innsyn")
    landscape = share()
    landscape = add(landscape, processes=(PUTS, READS, more))
    landscape = landscape.model_copy(
        update={"data_uses": (*USES, use("Adresse", "reads", "T3", process="More"))}
    )
    (finding,) = hidden(landscape)
    assert finding.message() == (
        "«Adresse» legges inn av A og brukes av B / C, men ingen modell viser overleveringen."
    )


def test_many_units_are_named_by_the_first_three() -> None:
    landscape = share()
    more = [
        build_process(f"T{n}@{unit}", id_=f"P{n}", name=f"P{n}")
        for n, unit in ((3, "C"), (4, "D"), (5, "E"))
    ]
    landscape = add(landscape, processes=(PUTS, READS, *more)).model_copy(
        update={
            "data_uses": (*USES, *(use("Adresse", "reads", process=p.ref.id) for p in more)),
            "units": (*landscape.units, Unit(key="kommune/E", name="E")),
        }
    )
    (finding,) = hidden(landscape)
    assert finding.parameters["b"] == "B / C / D / …"


def test_a_process_without_a_step_stands_for_its_units() -> None:
    loose = [use("Adresse", u.kind, process=u.process.id) for u in USES]
    assert len(hidden(share(*loose))) == 1


@pytest.mark.parametrize("kinds", [("reads", "reads"), ("writes", "writes"), ("reads", "writes")])
def test_what_is_only_read_or_only_written_is_no_hand_over(kinds: tuple[str, str]) -> None:
    uses = (
        use("Adresse", kinds[0], "T1", process="Puts"),  # type: ignore[arg-type]  # a kind
        use("Adresse", kinds[1], "T2", process="Reads"),  # type: ignore[arg-type]  # a kind
    )
    found = hidden(share(*uses))
    assert [f.parameters["p"] for f in found] == (["Lønn"] if kinds == ("reads", "writes") else [])


def test_one_unit_on_both_sides_is_not_flagged() -> None:
    same = build_process("Start2@A -> T2@A -> End2@A", id_="Reads", name="Lønn")
    assert not hidden(share(reads=same))


@pytest.mark.parametrize("lane", ["b", ""])
def test_an_assumed_or_unknown_unit_is_not_flagged(lane: str) -> None:
    assumed = build_process(f"T2@{lane}", id_="Reads", name="Lønn")
    assert not hidden(share(reads=assumed))


def test_different_items_are_not_shared() -> None:
    assert not hidden(share(USES[0], use("Alder", "reads", "T2", process="Reads")))


def test_a_message_flow_shows_the_hand_over() -> None:
    flow = MessageFlow(ref=ref("M"), source=ref("End"), target=ref("Start2"))
    assert not hidden(add(share(), message_flows=(flow,)))
    back = MessageFlow(ref=ref("M"), source=ref("End2"), target=ref("Start"))
    assert len(hidden(add(share(), message_flows=(back,)))) == 1


@pytest.mark.parametrize(("caller", "called"), [("Puts", "Reads"), ("Reads", "Puts")])
def test_a_call_shows_it_there_and_back(caller: str, called: str) -> None:
    step = {"Puts": "T1", "Reads": "T2"}[caller]
    puts, reads = (
        change_steps(p, {step: {"type": "callActivity", "calls": ref(called)}})
        for p in (PUTS, READS)
    )
    assert not hidden(share(puts=puts, reads=reads))


def test_a_process_between_them_may_show_it() -> None:
    between = build_process("T3@C", id_="Between", name="Innsyn")
    landscape = add(
        share(),
        processes=(PUTS, READS, between),
        message_flows=(
            MessageFlow(ref=ref("M1"), source=ref("End"), target=ref("T3")),
            MessageFlow(ref=ref("M2"), source=ref("T3"), target=ref("Start2")),
        ),
    )
    assert not hidden(landscape)


def exchange(reference: str | None = None) -> tuple[Process, Process]:
    event = EventDefinition("message", "Vedtak", reference=reference)
    return (
        change_steps(PUTS, {"End": {"event_definitions": (event,)}}),
        change_steps(READS, {"Start2": {"event_definitions": (event,)}}),
    )


def test_a_named_message_shows_that_data_is_handed_over() -> None:
    puts, reads = exchange()
    assert not hidden(share(puts=puts, reads=reads))


def test_a_message_defined_once_and_drawn_nowhere_should_be_clarified() -> None:
    message = Definition(ref=ref("M1"), type="message", name="Vedtak")
    landscape = add(build_landscape(*exchange("M1")), definitions=(message,))
    (finding,) = hidden(landscape)
    assert (finding.severity.value, case_of(finding)) == ("W", "message")
    assert finding.question("en") == "How does “Vedtak” reach B?"
    flow = MessageFlow(ref=ref("M"), source=ref("End"), target=ref("Start2"))
    assert not hidden(add(landscape, message_flows=(flow,)))
    # A name alone, or a definition of another file, is no shared definition.
    assert not hidden(add(landscape, definitions=()))


STORE = DataElement(ref=ref("Store"), type="dataStore", name="Arkivet")


def stored(**more: object) -> Landscape:
    puts = associate(PUTS, ("T1", "output", ref("Store")))
    reads = associate(READS, ("T2", "input", ref("Store")))
    return add(build_landscape(puts, reads), data_stores=(STORE,), **more)


def test_a_data_store_of_one_file_is_shared() -> None:
    (finding,) = hidden(stored())
    assert finding.parameters["d"] == "Arkivet"
    nameless = STORE.model_copy(update={"name": ""})
    assert not hidden(add(stored(), data_stores=(nameless,)))


def test_a_store_that_the_register_maps_is_the_item() -> None:
    item = DataItem(name="Adresse", elements=(ref("Store"),))
    (finding,) = hidden(stored().model_copy(update={"data_items": (item,)}))
    assert finding.parameters["d"] == "Adresse"


def test_equal_words_in_two_files_are_two_stores() -> None:
    other = build_process("T2@B", id_="Reads", name="Lønn", document="n.bpmn")
    puts = associate(PUTS, ("T1", "output", ref("Store")))
    reads = associate(other, ("T2", "input", ref("Store", "n.bpmn")))
    landscape = build_landscape(puts, reads)
    documents = tuple(
        d.model_copy(
            update={"data_stores": (STORE.model_copy(update={"ref": ref("Store", d.path)}),)}
        )
        for d in landscape.documents
    )
    assert not hidden(landscape.model_copy(update={"documents": documents}))
