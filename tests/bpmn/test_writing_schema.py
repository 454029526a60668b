"""What is written follows the schema that the documentation has of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from procmap.bpmn.facts_xml import build_facts_element, write_facts
from procmap.bpmn.own_facts import NAMESPACE, OwnFacts, own
from procmap.model import Boundary, Fact, LaneMeaning, Ownership, ProcessKind, Role, Unit
from tests.bpmn.statements import boundaries, facts, meanings, ownerships, units

SCHEMA = Path(__file__).parents[2] / "docs" / "procmap.xsd"
PAGE = SCHEMA.with_name("procmap-namespace.md")
checkout_only = pytest.mark.skipif(not SCHEMA.exists(), reason="the schema is in a checkout only")


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA))


@checkout_only
@given(
    ownership=facts(st.lists(ownerships, max_size=3).map(tuple)),
    kind=facts(st.sampled_from(["core", "support", "management"])),
    meaning=facts(meanings),
    chart=units() | st.just(()),
    agreed=boundaries,
)
def test_all_that_is_written_is_valid(
    schema: etree.XMLSchema,
    ownership: Fact[tuple[Ownership, ...]],
    kind: Fact[ProcessKind],
    meaning: Fact[LaneMeaning],
    chart: tuple[Unit, ...],
    agreed: tuple[Boundary, ...],
) -> None:
    roles = (Role(name="a", unit="k"), Role(name="b"))
    said = OwnFacts(kind, ownership, meaning, chart, roles, agreed)
    text = write_facts(build_facts_element(said, document="a.bpmn"))
    schema.assertValid(etree.fromstring(text))


@checkout_only
@pytest.mark.parametrize(
    "inside",
    ['<kind/>', '<kind state="maybe"/>', '<meaning state="stated" kind="pool"/>', '<owner/>',
     '<units><unit key="a" name="x" kind="unit"/><unit key="a" name="y" kind="unit"/></units>'],
)  # fmt: skip
def test_what_the_reader_would_not_understand_is_not_valid(
    schema: etree.XMLSchema, inside: str
) -> None:
    assert not schema.validate(etree.fromstring(f'<facts xmlns="{NAMESPACE}">{inside}</facts>'))


@checkout_only
def test_the_example_of_the_page_is_valid_and_the_page_names_every_element(
    schema: etree.XMLSchema,
) -> None:
    page = PAGE.read_text(encoding="utf-8")
    example = etree.fromstring(page.split("```xml\n")[1].split("```")[0])
    found = list(example.iter(own("facts")))
    assert len(found) > 1
    for element in found:
        schema.assertValid(element)
    names = schema_names()
    assert {name for name in names if f"`{name}`" not in page} == set()


def schema_names() -> set[str]:
    tree = etree.parse(SCHEMA)
    kinds = ("element", "attribute")
    spaces = "{http://www.w3.org/2001/XMLSchema}"
    return {
        name for kind in kinds for each in tree.iter(spaces + kind) if (name := each.get("name"))
    }
