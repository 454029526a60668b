"""The process landscape: every process once, in its band, with its owner."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given, settings

import procmap as pm
from procmap.graph import analyze_landscape
from procmap.maps.landscape import draw_landscape
from procmap.model import Fact, Holder, Landscape, Ownership, Process, Role, Unit

from .overview_builders import (
    OWNERSHIPS,
    SVG,
    WHOLE,
    analysis_of,
    chain,
    landscape_of,
    landscapes,
    read_box,
    read_groups,
    read_refs,
    read_words,
)


def draw(*processes: Process, **options: object) -> str:
    return draw_landscape(analysis_of(*processes), **options).svg  # type: ignore[arg-type]


@settings(max_examples=60)
@given(landscapes())
def test_every_process_stands_on_it_once(landscape: Landscape) -> None:
    picture = draw_landscape(analyze_landscape(landscape))
    drawn = read_refs(read_groups(picture.svg, "procmap-process"))
    assert sorted(drawn) == sorted(process.ref for process in landscape.processes)
    listed = re.findall(r"^\d+\. ", picture.text_list, re.MULTILINE)
    assert len(listed) == len(landscape.processes)


@settings(max_examples=40)
@given(landscapes())
def test_cards_lie_in_their_band_and_do_not_touch(landscape: Landscape) -> None:
    for group in (None, "unit"):
        svg = draw_landscape(analyze_landscape(landscape), group=group).svg
        for band in read_groups(svg, "procmap-band"):
            body = read_box(band[0])
            inside = [g for g in band.iter(f"{SVG}g") if g.get("class") == "procmap-process"]
            boxes = [read_box(card[0]) for card in inside]
            for box in boxes:
                assert body.x < box.x
                assert box.right < body.right
                assert body.y < box.y
                assert box.bottom < body.bottom
            assert not any(a.overlaps(b) for a, b in itertools.combinations(boxes, 2))


def test_management_stands_on_top_core_in_the_middle_support_below() -> None:
    svg = draw(
        chain("a"),
        chain("b", kind="support"),
        chain("c", kind="core"),
        chain("d", kind="management"),
    )
    bands = read_groups(svg, "procmap-band")
    assert [b.get("data-kind") for b in bands] == ["management", "core", "support", "unclassified"]
    tops = [read_box(band[0]).y for band in bands]
    assert tops == sorted(tops)


def test_core_processes_are_arrows_and_others_boxes() -> None:
    svg = draw(chain("a", kind="core"), chain("b", kind="support"))
    corners = {
        g.get("data-kind"): len(re.findall("[ML]", g[0].get("d") or ""))
        for g in read_groups(svg, "procmap-process")
    }
    assert corners == {"core": 6, "support": 4}


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("whole", "Leder A"),
        ("part", "Leder A (en del)"),
        ("open", "Leder A (omfang ikke avklart)"),
        ("absent", "Ingen eier"),
        ("unknown", "Eier ikke avklart"),
        ("not_recorded", "Eier ikke registrert"),
        ("not_applicable", "Eier ikke aktuelt"),
    ],
)
def test_each_state_of_an_owner_has_its_words(state: str, words: str) -> None:
    (card,) = read_groups(draw(chain("a", ["A"], owner=state)), "procmap-process")
    assert card.get("data-owner") == state
    assert words in read_words(card)


def test_the_states_that_ask_have_marks_of_different_shape() -> None:
    shapes = {}
    for state in OWNERSHIPS:
        svg = draw(chain("a", ["A"], owner=state), theme="black-and-white")
        found = [b for b in read_groups(svg, "procmap-badge") if b.get("data-for") == "P"]
        # Places move with the words; what is drawn, and how, does not.
        shapes[state] = [
            (e.tag, e.get("stroke-dasharray"), e.text, len(e.get("d") or ""))
            for badge in found
            for e in badge.iter()
            if e.tag not in (f"{SVG}g", f"{SVG}title")
        ]
    asked = {state: shape for state, shape in shapes.items() if shape}
    assert set(asked) == {"part", "open", "absent", "unknown", "not_recorded"}
    assert len({str(shape) for shape in asked.values()}) == len(asked)


def test_a_coordinator_alone_is_no_owner() -> None:
    only = Fact.stated((Ownership(Holder("role", "Leder A"), kind="coordinator"),))
    (card,) = read_groups(draw(chain("a", owner=only)), "procmap-process")
    assert card.get("data-owner") == "not_recorded"


def test_names_of_persons_do_not_hang_on_the_wall() -> None:
    owner = Fact.stated((Ownership(Holder("person", "Kari Nordmann"), scope=WHOLE),))
    picture = draw_landscape(analysis_of(chain("a", owner=owner)))
    assert "kari" not in (picture.svg + picture.text_list).casefold()
    assert "en person" in picture.text_list


def test_a_process_without_a_model_is_told_apart() -> None:
    bare = Process(ref=pm.ElementRef("register", "x"), name="Idéhåndtering", modelled=False)
    stub = Process(ref=pm.ElementRef("tom.bpmn", "P"), name="Tom")
    svg = draw(chain("a", ["A"]), bare, stub)
    cards = {g.get("data-document"): g for g in read_groups(svg, "procmap-process")}
    drawn = {document: card.get("data-model") for document, card in cards.items()}
    assert drawn == {"register": "no", "tom.bpmn": "empty", "a.bpmn": "yes"}
    assert [bool(cards[d][0].get("stroke-dasharray")) for d in sorted(drawn)] == [False, True, True]
    assert "uten modell" in read_words(cards["register"])
    assert "tom modell" in read_words(cards["tom.bpmn"])


def test_empty_models_are_counted_apart_as_they_are_no_processes_in_the_headline() -> None:
    stubs = (Process(ref=pm.ElementRef("tom.bpmn", f"P{n}"), name="Tom") for n in range(2))
    picture = draw_landscape(analysis_of(chain("a", ["A"]), *stubs))
    assert "1 prosess · 2 tomme modeller · " in picture.text_list
    assert "av 1 prosess " in picture.text_list
    plain = draw_landscape(analysis_of(chain("a", ["A"])))
    assert "1 prosess · 1 fil\n" in plain.text_list


def test_the_legend_counts_what_is_on_the_map_and_agrees_with_the_headline(
    samples_dir: Path,
) -> None:
    landscape = pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    report = pm.analyze(landscape)
    picture = pm.draw(landscape, report=report, kind="landscape", lang="en")
    states = [g.get("data-owner") for g in read_groups(picture.svg, "procmap-process")]
    owned = report.headline.figure("owned")
    assert states.count("whole") == owned.value
    open_ = sum(states.count(s) for s in ("open", "unknown", "not_recorded"))
    assert open_ == owned.not_clarified
    legend = read_words(read_groups(picture.svg, "procmap-legend")[0])
    assert f"No owner: somebody said so ({states.count('absent')})" in legend


def test_marks_lead_to_the_rule_that_asks(samples_dir: Path) -> None:
    landscape = pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    svg = pm.draw(landscape, kind="landscape").svg
    rules = {b.get("data-rule") for b in read_groups(svg, "procmap-badge")}
    assert rules == {"OWN101", "OWN103"}


def test_processes_are_grouped_by_their_owners_unit_where_asked_for() -> None:
    units = (
        Unit(key="k", name="Kommunen"),
        Unit(key="k/A", name="Helse", parent="k", manager=Fact.stated("Leder A")),
        Unit(key="k/B", name="Teknisk", parent="k"),
    )
    by_b = Fact.stated((Ownership(Holder("role", "Ingeniør"), scope=WHOLE),))
    landscape = landscape_of(
        chain("a", owner="whole"), chain("b", owner=by_b), chain("c"), chain("d", owner="whole"),
        units=units, roles=(Role(name="Ingeniør", unit="k/B"),),
    )  # fmt: skip
    svg = draw_landscape(analyze_landscape(landscape), group="unit").svg
    groups = {
        g.get("data-name"): len(list(g.iter(f"{SVG}g"))) for g in read_groups(svg, "procmap-group")
    }
    assert list(groups) == ["Helse", "Teknisk", "Uten eier med kjent enhet"]


@pytest.mark.parametrize("count", [3, 13, 60, 200])
def test_it_wraps_to_about_the_shape_of_a_sheet(count: int) -> None:
    kinds = ["core", "core", "support", "management"]
    svg = draw(*(chain(f"f{i:03}", ["A"], kind=kinds[i % 4]) for i in range(count)))
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert size is not None
    assert 1.0 < float(size[1]) / float(size[2]) < 2.0


def test_processes_of_one_name_are_told_apart_by_their_file() -> None:
    svg = draw(chain("a", name="Lønn"), chain("b", name="lønn "), chain("c", name="Innkjøp"))
    words = {g.get("data-document"): read_words(g) for g in read_groups(svg, "procmap-process")}
    assert words == {
        "a.bpmn": "Lønn Eier ikke registrert a · tom modell",
        "b.bpmn": "lønn Eier ikke registrert b · tom modell",
        "c.bpmn": "Innkjøp Eier ikke registrert tom modell",
    }


def test_braces_in_a_name_are_letters_like_others() -> None:
    owner = Fact.stated((Ownership(Holder("role", "{owner} {0}"), scope=WHOLE),))
    assert "{owner} {0}" in draw(chain("a", owner=owner, name="{x}"))
