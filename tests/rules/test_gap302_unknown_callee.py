"""GAP302: a call to a process that no file holds; expressions and blanks are not flagged."""

from __future__ import annotations

import pytest

from procmap.model import Definition

from .builders import build_landscape, build_process, find, ref, severities

CALLING = build_process("T1@A -> Call1", calls={"Call1": "p:Innsyn"})
OTHER = build_process("T1@A", id_="Other", name="Lønn", document="n.bpmn")


def test_in_a_folder_it_should_be_clarified() -> None:
    (finding,) = find(build_landscape(CALLING, OTHER), "GAP302")
    assert finding.severity == "W"
    assert finding.message() == (
        "«Call1» i «Byggesak» viser til prosessen «p:Innsyn», som ikke er i noen av filene."
    )
    assert finding.elements == (ref("Call1"), ref("Process"))


def test_a_single_file_is_for_information() -> None:
    assert severities(find(build_landscape(CALLING), "GAP302")) == ["I"]


def test_what_counts_as_a_folder_is_an_option() -> None:
    landscape = build_landscape(CALLING, OTHER)
    settings = {"options": {"GAP302": {"folder_size": 3}}}
    assert severities(find(landscape, "GAP302", settings)) == ["I"]


@pytest.mark.parametrize("called", ["${next}", "#{bean.next}", '="proc" + x', "", "  ", None])
def test_expressions_and_blanks_are_not_flagged(called: str | None) -> None:
    process = build_process("T1@A -> Call1", calls={"Call1": called} if called is not None else {})
    assert not find(build_landscape(process, OTHER), "GAP302")


def test_a_resolved_call_is_not_flagged() -> None:
    node = CALLING.nodes[1].model_copy(update={"calls": OTHER.ref})
    process = CALLING.model_copy(update={"nodes": (CALLING.nodes[0], node)})
    assert not find(build_landscape(process, OTHER), "GAP302")


def test_an_id_that_several_files_share_is_known() -> None:
    others = (build_process("T1", id_="Innsyn", document=f"{n}.bpmn") for n in "no")
    assert not find(build_landscape(CALLING, *others), "GAP302")


def test_a_global_task_of_the_same_file_is_known() -> None:
    landscape = build_landscape(CALLING, OTHER)
    (document, other) = landscape.documents
    task = Definition(ref=ref("Innsyn"), type="globalUserTask")
    document = document.model_copy(update={"definitions": (task,)})
    assert not find(landscape.model_copy(update={"documents": (document, other)}), "GAP302")


def test_several_calls_of_one_process_are_one_finding() -> None:
    process = build_process("Call1 -> Call2", calls={"Call1": "Innsyn", "Call2": "Innsyn"})
    (finding,) = find(build_landscape(process, OTHER), "GAP302")
    assert finding.message("en") == (
        "2 steps in “Byggesak” refer to the process “Innsyn”, which is in none of the files."
    )


@pytest.mark.parametrize(
    ("type_", "known"),
    [("globalTask", True), ("GlobalTask", True), ("globalScriptTask", True), ("message", False)],
)
def test_a_root_element_is_called_only_where_it_is_a_global_task(type_: str, known: bool) -> None:
    landscape = build_landscape(CALLING, OTHER)
    (document, other) = landscape.documents
    document = document.model_copy(
        update={"definitions": (Definition(ref=ref("Innsyn"), type=type_),)}
    )
    found = find(landscape.model_copy(update={"documents": (document, other)}), "GAP302")
    assert bool(found) is not known
