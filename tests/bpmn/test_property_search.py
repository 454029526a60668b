"""Fields with a meaning, wherever they stand."""

from __future__ import annotations

import pytest

from procmap.bpmn import read_bpmn
from procmap.bpmn.properties import Fields, PropertyNames, find_values
from procmap.bpmn.property_search import find_properties
from procmap.model import Landscape
from tests.bpmn.builders import definitions


def extended(*stated: tuple[str, str]) -> str:
    fields = "".join(f'<zeebe:property name="{name}" value="{value}"/>' for name, value in stated)
    return f"<extensionElements><zeebe:properties>{fields}</zeebe:properties></extensionElements>"


def read(body: str) -> Landscape:
    return read_bpmn(definitions(body), name="a.bpmn")


def test_systems_and_kpis_are_found_on_any_element_in_file_order() -> None:
    landscape = read(
        f'<process id="P">{extended(("KPI", "5 dager"))}<laneSet><lane id="L">'
        f"{extended(('Informed', 'Arkiv'))}</lane></laneSet>"
        f'<task id="T">{extended(("it-system", "Sak"), ("x", "y"), ("System", ""))}</task>'
        "</process>"
    )
    found = [(each.element.id, each.meaning, each.value) for each in find_properties(landscape)]
    assert found == [("P", "kpi", "5 dager"), ("L", "informed", "Arkiv"), ("T", "system", "Sak")]
    assert find_properties(Landscape.from_json(landscape.to_json())) == find_properties(landscape)


def test_names_are_the_users_own() -> None:
    landscape = read(
        f'<process id="P"><task id="T">{extended(("Verktøy", "Sak"))}</task></process>'
    )
    assert find_properties(landscape) == ()
    (found,) = find_properties(landscape, properties=PropertyNames(system=("verktøy",)))
    assert (found.name, found.value) == ("Verktøy", "Sak")


def test_a_system_that_trisotech_refers_to_by_id_is_named() -> None:
    space = 'xmlns:t="http://www.trisotech.com/2015/triso/modeling"'
    landscape = read(
        f'<process id="P"><task id="T"><extensionElements {space}><t:graphRelations>'
        "<t:systemRef>S</t:systemRef></t:graphRelations></extensionElements></task></process>"
        f'<extensionElements {space}><t:graphObjects><t:system id="S" name="Rekruttering"/>'
        "</t:graphObjects></extensionElements>"
    )
    assert [(p.meaning, p.value) for p in find_properties(landscape)] == [
        ("system", "Rekruttering")
    ]


@pytest.mark.parametrize("name", ["IT-system", "it_system", "itSystem", " It System "])
def test_names_are_compared_without_joints(name: str) -> None:
    assert Fields().meaning_of(name) == "system"


def test_the_spellings_of_many_files_do_not_fill_the_memory() -> None:
    names = PropertyNames(system=("verktøy", "x" * 1_000))
    fields, later = Fields(names), Fields(names)
    for number in range(12_000):
        assert fields.meaning_of(f"felt {number}") is None
    assert fields.meaning_of("x" * 1_000) == later.meaning_of("VERKTØY") == "system"
    known = fields._meanings
    assert known is later._meanings
    assert len(known) <= 10_000
    assert max(map(len, known)) <= 100


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (None, ()),
        ("", ()),
        (" [] ", ()),
        ("No entry", ()),
        ("[not json", ("[not json",)),
        ('"Leder"', ("Leder",)),
        ('[1, null, "a", {"title": "b"}, {"id": 2}]', ("a", "b")),
        ("[" * 100_000, ("[" * 100_000,)),
    ],
)
def test_values_of_a_field(text: str | None, values: tuple[str, ...]) -> None:
    assert find_values(text) == values
