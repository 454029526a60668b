"""GAP304: one figure for the landscape."""

from __future__ import annotations

from procmap.model import MessageFlow, Participant

from .builders import build_landscape, build_process, find, ref
from .test_gap301_broken_chain import OTHER, SENDING, WAITING, carry

ALONE = build_process("T1@C", document="o.bpmn", name="Arkiv")


def test_processes_without_a_link_are_one_figure() -> None:
    (finding,) = find(build_landscape(SENDING, OTHER), "GAP304")
    assert finding.severity == "I"
    assert finding.message() == "2 av 2 prosesser er ikke koblet til noen annen i modellene."


def test_a_message_by_name_links_two() -> None:
    (finding,) = find(build_landscape(SENDING, WAITING, ALONE), "GAP304")
    assert finding.message("en") == (
        "1 of 3 processes is not linked to any other in the models: “Arkiv”."
    )
    assert not find(build_landscape(SENDING, WAITING), "GAP304")


def test_a_call_links_two_and_a_call_out_of_sight_one() -> None:
    calling = build_process("Call1", id_="P", name="Kall", calls={"Call1": "Borte"})
    (finding,) = find(build_landscape(calling, ALONE), "GAP304")
    assert finding.elements == (ALONE.ref,)


def test_a_message_flow_links_two() -> None:
    second = build_process("T9@B", id_="Second", name="Lønn")
    first = build_process("T1@A")
    pools = [Participant(ref=ref(f"Pool{n}"), process=p.ref) for n, p in enumerate((first, second))]
    landscape = build_landscape(first, second, participants=pools)
    flow = MessageFlow(ref=ref("M"), source=ref("T1"), target=ref("Pool1"))
    (document,) = landscape.documents
    document = document.model_copy(update={"message_flows": (flow,)})
    assert find(landscape, "GAP304")
    assert not find(landscape.model_copy(update={"documents": (document,)}), "GAP304")


def test_a_single_process_is_not_isolated() -> None:
    assert not find(build_landscape(ALONE), "GAP304")


def test_two_that_wait_for_the_same_are_not_linked() -> None:
    waiting = [carry(build_process("Start@A -> T1@A", document=f"{n}.bpmn"), "Start") for n in "mn"]
    (finding,) = find(build_landscape(*waiting), "GAP304")
    assert finding.parameters["k"] == 2
