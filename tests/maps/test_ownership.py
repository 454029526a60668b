"""R, A, C and I: stated and derived, a part and the whole, unknown and empty told apart."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings

import procmap as pm
from procmap.graph import analyze_landscape
from procmap.maps.ownership import draw_ownership
from procmap.model import (
    Fact,
    Holder,
    Landscape,
    Ownership,
    Process,
    Responsibility,
)

from .overview_builders import (
    SVG,
    WHOLE,
    analysis_of,
    chain,
    landscape_of,
    landscapes,
    read_groups,
    read_refs,
    read_words,
    ref,
)


def read_cells(svg: str) -> dict[tuple[str, str], str]:
    """Letters by document and holder, as the cells show them."""
    return {
        (cell.get("data-document") or "", cell.get("data-holder") or ""): read_words(cell)
        for cell in read_groups(svg, "procmap-cell")
    }


def owned(*ownerships: Ownership) -> Fact[tuple[Ownership, ...]]:
    return Fact.stated(ownerships)


def draw(*processes: Process, **more: object) -> str:
    return draw_ownership(analysis_of(*processes, **more)).svg


@settings(max_examples=40)
@given(landscapes())
def test_every_process_has_one_row(landscape: Landscape) -> None:
    picture = draw_ownership(analyze_landscape(landscape))
    drawn = read_refs(read_groups(picture.svg, "procmap-process"))
    assert sorted(drawn) == sorted(process.ref for process in landscape.processes)


@settings(max_examples=40)
@given(landscapes())
def test_performing_units_and_owners_are_all_there(landscape: Landscape) -> None:
    analysis = analyze_landscape(landscape)
    cells = read_cells(draw_ownership(analysis).svg)
    expected = {
        (process.ref.document, unit.key)
        for process in landscape.processes
        for unit in analysis.units_of(process)
    }
    assert {key for key, letters in cells.items() if "R" in letters} == expected
    owners = {p.ref.document for p in landscape.processes if p.ownership.is_stated}
    assert {document for (document, _), letters in cells.items() if "A" in letters} == owners


def test_letters_are_derived_from_ownership_and_steps() -> None:
    ownership = owned(
        Ownership(Holder("role", "Leder A"), scope=WHOLE),
        Ownership(Holder("role", "Rådgiver"), kind="manager"),
        Ownership(Holder("network", "Nettverket"), kind="coordinator"),
    )
    svg = draw(chain("a", "AB", owner=ownership))
    assert read_cells(svg) == {
        ("a.bpmn", "k/A"): "R",
        ("a.bpmn", "k/B"): "R",
        ("a.bpmn", "leder a"): "A",
        ("a.bpmn", "rådgiver"): "R",
        ("a.bpmn", "nettverket"): "C",
    }
    legend = read_words(read_groups(svg, "procmap-legend")[0])
    assert "utledet" in legend
    assert "ført opp i registeret" not in legend


def test_what_is_stated_stands_before_what_is_derived() -> None:
    stated = (
        Responsibility(ref("a"), Holder("role", "Leder A"), "A"),
        Responsibility(ref("a"), Holder("unit", "B"), "I"),
        Responsibility(ref("a"), Holder("unit", "A"), "R", step=ref("a", "T0")),
    )
    svg = draw(chain("a", "A", owner="part"), chain("b", "B"), responsibilities=stated)
    cells = read_cells(svg)
    assert cells["a.bpmn", "leder a"] == "A"
    assert cells["a.bpmn", "k/B"] == "I"
    assert cells["a.bpmn", "k/A"] == "R*"
    derived = {
        (c.get("data-document"), c.get("data-holder")): c.get("data-derived")
        for c in read_groups(svg, "procmap-cell")
    }
    assert derived["a.bpmn", "leder a"] is None
    assert derived["b.bpmn", "k/B"] == "R"


def test_stated_and_derived_differ_in_their_frame() -> None:
    stated = (Responsibility(ref("a"), Holder("role", "Leder A"), "C"),)
    svg = draw(chain("a", "A"), responsibilities=stated)
    dashes = {
        c.get("data-letters"): next(c.iter(f"{SVG}rect")).get("stroke-dasharray")
        for c in read_groups(svg, "procmap-cell")
    }
    assert dashes["C"] is None
    assert dashes["R"]


@pytest.mark.parametrize(("owner", "letter"), [("whole", "A"), ("part", "A*"), ("open", "A?")])
def test_the_extent_of_an_owner_stands_beside_the_letter(owner: str, letter: str) -> None:
    assert read_cells(draw(chain("a", owner=owner)))["a.bpmn", "leder a"] == letter


def row(svg: str) -> ET.Element:
    (found,) = read_groups(svg, "procmap-process")
    return found


@pytest.mark.parametrize("owner", ["absent", "unknown", "not_recorded"])
def test_no_known_owner_is_a_mark_and_no_empty_cell(owner: str) -> None:
    found = row(draw(chain("a", "A", owner=owner)))
    badges = [g for g in found.iter(f"{SVG}g") if g.get("class") == "procmap-badge"]
    assert len(badges) == 1
    assert found.get("data-owner") == owner


def test_a_stated_a_answers_the_question_for_an_owner() -> None:
    stated = (Responsibility(ref("a"), Holder("role", "Leder B"), "A"),)
    found = row(draw(chain("a", "A"), responsibilities=stated))
    assert not [g for g in found.iter(f"{SVG}g") if g.get("class") == "procmap-badge"]
    assert "ja ja" in read_words(found)


def test_steps_that_nobody_is_known_to_perform_are_counted() -> None:
    assert "1 steg uavklart" in read_words(row(draw(chain("a", "A", calls=["?x"]))))
    assert "ikke registrert" in read_words(row(draw(chain("a"))))


def test_persons_have_numbers() -> None:
    ownership = owned(Ownership(Holder("person", "Kari Nordmann"), scope=WHOLE))
    picture = draw_ownership(analysis_of(chain("a", owner=ownership)))
    assert "kari" not in (picture.svg + picture.text_list).casefold()
    assert "Person 1: A utledet" in picture.text_list


def test_a_name_too_long_to_stand_over_its_column_stands_below() -> None:
    name = "Kompetansenettverk for " + "økonomi og lønn og " * 20
    ownership = owned(Ownership(Holder("network", name.strip()), scope=WHOLE))
    svg = draw(chain("a", owner=ownership))
    assert "1: Kompetansenettverk for" in svg


def test_an_empty_landscape_says_so() -> None:
    picture = draw_ownership(analyze_landscape(Landscape()), lang="en")
    assert "No processes to show." in picture.svg


def test_processes_without_anybody_say_so() -> None:
    picture = draw_ownership(analysis_of(chain("a")))
    assert "Ingen er ført opp i noen prosess." in picture.svg
    assert len(read_groups(picture.svg, "procmap-process")) == 1


def test_the_samples_agree_with_the_headline(samples_dir: Path) -> None:
    landscape = pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    picture = pm.draw(landscape, kind="ownership")
    assert "6 av 13 prosesser har en eier for helheten" in picture.text_list
    assert ("byggesak.bpmn", "leder byggesak") in read_cells(picture.svg)


def test_rows_do_not_depend_on_the_order_of_files() -> None:
    processes = [chain("a", "AB", owner="whole"), chain("b", "CA"), chain("c", "B")]
    one, other = (
        draw_ownership(analyze_landscape(landscape_of(*order))).svg
        for order in (processes, processes[::-1])
    )
    assert one == other
