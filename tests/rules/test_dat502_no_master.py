"""DAT502: said to have no master; where not recorded, one question a process."""

from __future__ import annotations

import pytest

from procmap.model import DataItem, DataUse, Fact, Landscape

from .builders import build_landscape, build_process, case_of, find, ref, severities
from .changing import register_data, use

PUT_IN = use("Adresse", "writes", "T1")
AGAIN = use("Adresse", "collects", "T1", process="Other", document="n.bpmn")
KNOWN = DataItem(name="Alder", master=Fact.stated("Folkeregisteret"))


def build(*uses: DataUse, **facts: object) -> Landscape:
    other = build_process("T1@B", id_="Other", document="n.bpmn", name="Lønn")
    return register_data(build_landscape(build_process("T1@A"), other), *uses, **facts)


@pytest.mark.parametrize(
    ("master", "case", "severity"),
    [(Fact.absent(), "absent", "W"), (Fact.unknown(), "unknown", "I")],
)
def test_an_item_said_to_have_none_is_asked_about(
    master: Fact[str], case: str, severity: str
) -> None:
    (finding,) = find(build(PUT_IN, master=master), "DAT502")
    assert (case_of(finding), finding.severity.value) == (case, severity)
    assert finding.elements == (ref("Process"), ref("T1"))
    assert finding.question() == "Hvor retter vi «Adresse» når det er feil?"


def test_not_recorded_is_a_question_once_others_have_one_and_two_put_it_in() -> None:
    landscape = build(PUT_IN, AGAIN, use("Alder", "reads", "T1"))
    assert not find(landscape, "DAT502")
    begun = landscape.model_copy(update={"data_items": (*landscape.data_items, KNOWN)})
    (finding,) = find(begun, "DAT502")
    assert (finding.severity.value, case_of(finding)) == ("I", "not-recorded")
    alone = begun.model_copy(update={"data_uses": (PUT_IN, use("Alder", "reads", "T1"))})
    assert not find(alone, "DAT502")


def test_several_items_of_one_process_are_one_question() -> None:
    more = [
        use("Telefon", u.kind, "T1", process=u.process.id, document=u.process.document)
        for u in (PUT_IN, AGAIN)
    ]
    landscape = build(PUT_IN, AGAIN, *more, use("Alder", "reads", "T1"))
    items = (DataItem(name="Adresse"), DataItem(name="Telefon"), KNOWN)
    (finding,) = find(landscape.model_copy(update={"data_items": items}), "DAT502")
    assert "2 opplysninger fra «Byggesak»" in finding.message()


@pytest.mark.parametrize("master", [Fact.stated("Folkeregisteret"), Fact.not_applicable()])
def test_a_master_is_not_flagged(master: Fact[str]) -> None:
    assert not find(build(PUT_IN, AGAIN, master=master), "DAT502")


def test_an_item_that_no_process_uses_has_no_place_to_ask_at() -> None:
    assert not find(build(master=Fact.absent()), "DAT502")
    assert severities(find(build(use("Adresse", "reads"), master=Fact.absent()), "DAT502")) == ["W"]
