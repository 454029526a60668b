"""DAT503: put in, and nobody recorded to read it: always a question, one a process."""

from __future__ import annotations

import pytest

from procmap.findings import Finding
from procmap.model import DataItem, DataUse

from .builders import build_landscape, build_process, find, ref
from .changing import associate, register_data, use

READ = use("Alder", "reads", "T2")


def run(*uses: DataUse) -> list[Finding]:
    landscape = build_landscape(build_process("T1@A -> T2@A"))
    return find(register_data(landscape, *uses), "DAT503")


@pytest.mark.parametrize("kind", ["collects", "writes"])
def test_what_nobody_is_recorded_to_read_is_for_information(kind: str) -> None:
    (finding,) = run(use("Adresse", kind, "T1"), READ)  # type: ignore[arg-type]  # a kind
    assert finding.severity == "I"
    assert finding.message() == "Vi vet ikke ennå hvem som bruker «Adresse» fra «Byggesak»."
    assert finding.elements == (ref("Process"), ref("T1"))


def test_several_items_are_one_question() -> None:
    (finding,) = run(use("Adresse", "writes", "T1"), use("Telefon", "writes", "T2"), READ)
    assert "2 opplysninger fra «Byggesak», blant dem «Adresse»" in finding.message()


def test_a_register_that_says_of_nothing_who_reads_it_is_not_asked() -> None:
    assert not run(use("Adresse", "writes", "T1"))


def test_what_is_read_somewhere_or_never_put_in_is_not_flagged() -> None:
    assert not run(use("Adresse", "writes", "T1"), use("adresse", "reads"), READ)
    assert not run(READ)


def test_a_drawn_association_of_a_mapped_element_is_reading_it() -> None:
    process = associate(build_process("T1@A -> T2@A"), ("T2", "input", ref("Store")))
    uses = (use("Adresse", "writes", "T1"), READ)
    landscape = register_data(build_landscape(process), *uses)
    assert len(find(landscape, "DAT503")) == 1
    for element in (ref("Store"), ref("Process_Data0")):
        items = (DataItem(name="Adresse", elements=(element,)),)
        assert not find(landscape.model_copy(update={"data_items": items}), "DAT503")
