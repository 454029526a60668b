from __future__ import annotations

import pytest

from procmap.errors import AmbiguousNameError, ProcmapError, UnknownNameError
from procmap.model import Document, Landscape, Participant, Process
from procmap.source import ElementRef


def process(document: str, id_: str, name: str = "") -> Process:
    return Process(ref=ElementRef(document, id_), name=name)


def landscape(*processes: Process) -> Landscape:
    documents = tuple(
        Document(
            path=path,
            sha256="",
            processes=tuple(p for p in processes if p.ref.document == path),
        )
        for path in sorted({p.ref.document for p in processes})
    )
    return Landscape(documents=documents)


TWO = landscape(
    process("a/byggesak.bpmn", "Process_1", "Byggesak"),
    process("b.bpmn", "Process_1", "Innsyn"),
    process("b.bpmn", "Process_2", "byggesak "),
)


def test_a_reference_and_file_with_id_find_a_process() -> None:
    ref = ElementRef("b.bpmn", "Process_1")
    assert TWO[ref].name == TWO["b.bpmn#Process_1"].name == "Innsyn"


def test_a_unique_id_and_a_unique_folded_name_find_a_process() -> None:
    assert TWO["Process_2"].name == "byggesak "
    assert TWO[" INNSYN"].ref.id == "Process_1"


@pytest.mark.parametrize(
    ("key", "candidates"),
    [
        ("Process_1", ("a/byggesak.bpmn#Process_1 («Byggesak»)", "b.bpmn#Process_1 («Innsyn»)")),
        ("Byggesak", ("a/byggesak.bpmn#Process_1 («Byggesak»)", "b.bpmn#Process_2 («byggesak »)")),
    ],
)
def test_what_fits_several_lists_them(key: str, candidates: tuple[str, ...]) -> None:
    with pytest.raises(AmbiguousNameError) as error:
        TWO[key]
    assert error.value.candidates == candidates
    assert all(candidate in str(error.value) for candidate in candidates)


def test_what_fits_nothing_lists_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as error:
        TWO["Innsynn"]
    assert error.value.candidates == ("b.bpmn#Process_1 («Innsyn»)",)


def test_lookup_errors_are_procmap_errors_and_lookup_errors() -> None:
    with pytest.raises(LookupError):
        TWO["nothing"]
    with pytest.raises(ProcmapError):
        TWO[ElementRef("b.bpmn", "nothing")]


def test_a_name_with_a_hash_sign_is_a_name_where_no_element_has_it() -> None:
    assert landscape(process("a.bpmn", "P", "Sak #1"))["sak #1"].ref.id == "P"


def test_a_process_is_called_by_its_participant_else_by_its_file() -> None:
    ref = ElementRef("mappe/lonn.bpmn", "P")
    pool = Participant(ref=ElementRef("mappe/lonn.bpmn", "Pool"), name="Kommunen", process=ref)
    assert Process(ref=ref).label == "lonn"
    assert Process(ref=ref, participants=(pool,)).label == "Kommunen"
    assert Process(ref=ref, name="Lønn", participants=(pool,)).label == "Lønn"


def test_a_landscape_contains_its_elements() -> None:
    assert ElementRef("b.bpmn", "Process_2") in TWO
    assert ElementRef("b.bpmn", "Process_9") not in TWO
    assert "b.bpmn" not in TWO
