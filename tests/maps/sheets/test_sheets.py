"""Sheets hold the whole map, once, in type large enough to read."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from procmap.errors import RenderError
from procmap.findings import Lang
from procmap.maps import Picture, draw_swimlane
from procmap.maps.sheets import Orientation, SheetName
from procmap.model import Fact, Holder, Landscape, Ownership, Process
from tests.maps.builders import (
    analysis,
    document_of,
    draw,
    flows,
    lane,
    node,
    pool,
    process,
    two_lanes,
)
from tests.maps.strategies import processes

from .checking import check
from .examples import long_case
from .measuring import expected_size, measure_sheets

LEAST: dict[SheetName, float] = {"A4": 8.0, "A3": 8.0, "A2": 14.0, "A1": 14.0}


@pytest.fixture(scope="module")
def long() -> Picture:
    return draw(long_case(steps=100, lanes=8))


@pytest.mark.parametrize("paper", LEAST)
def test_a_hundred_steps_in_eight_lanes_are_all_on_the_sheets(
    long: Picture, paper: SheetName
) -> None:
    sheets = long.sheets(paper)
    assert len(sheets) > 1
    found = measure_sheets(sheets)
    check(long, found, least=LEAST[paper])
    assert found.letters
    assert found.covered == []


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(processes())
def test_any_process_is_whole_on_a4_or_too_high_for_it(subject: Process) -> None:
    picture = draw(subject)
    try:
        sheets = picture.sheets("A4")
    except RenderError:
        # At 8 points; a quarter of the sheet is the title and the margins.
        assert picture.plan is not None
        assert picture.plan.geometry.height * 8 / 11 > 0.75 * 842
        return
    check(picture, measure_sheets(sheets), least=8)


@pytest.mark.parametrize("seed", range(6))
def test_cases_with_many_ways_back_are_whole(seed: int) -> None:
    picture = draw(long_case(steps=40, lanes=5, seed=seed, back=4))
    found = measure_sheets(picture.sheets("A4", orientation="landscape"))
    check(picture, found, least=8)
    assert found.covered == []


def test_a_map_that_fits_is_one_sheet_and_drawn_larger() -> None:
    (sheet,) = draw(two_lanes()).sheets("A3")
    found = measure_sheets([sheet])
    assert found.letters == Counter()
    assert 10 < found.smallest <= 15


@pytest.mark.parametrize("paper", LEAST)
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_a_sheet_has_the_size_of_its_paper(paper: SheetName, orientation: Orientation) -> None:
    sheets = draw(two_lanes()).sheets(paper, orientation=orientation)
    assert measure_sheets(sheets).size == expected_size(paper, landscape=orientation == "landscape")


def test_the_contract_holds_on_sheets(long: Picture) -> None:
    for sheet in long.sheets("A3"):
        assert sheet.svg.startswith("<svg")
        assert 'class="procmap procmap-swimlane"' in sheet.svg
        for banned in ("<style", " style=", "foreignObject", "url(", "href", "translate"):
            assert banned not in sheet.svg


def test_sheets_are_the_same_every_time(long: Picture) -> None:
    again = draw(long_case(steps=100, lanes=8))
    assert [s.svg for s in again.sheets("A3")] == [s.svg for s in long.sheets("A3")]


@pytest.mark.parametrize(("lang", "said"), [("nb", "Ark 2 av "), ("en", "Sheet 2 of ")])
def test_each_sheet_says_which_it_is(lang: Lang, said: str) -> None:
    sheets = draw(long_case(steps=60, lanes=6), lang=lang).sheets("A4")
    assert said + str(len(sheets)) in sheets[1].svg
    other = "Sheet" if lang == "nb" else "Ark "
    assert f">{other}" not in sheets[1].svg


OWNERS: list[tuple[Fact[tuple[Ownership, ...]], str]] = [
    (Fact(), "Prosesseier: ikke registrert"),
    (Fact.absent(), "Prosesseier: Ingen eier"),
    (Fact.stated((Ownership(Holder("role", "Rådmann")),)), "Prosesseier: Rådmann"),
]


@pytest.mark.parametrize(("owners", "said"), OWNERS)
def test_no_owner_and_owner_not_recorded_are_told_apart_on_every_sheet(
    owners: Fact[tuple[Ownership, ...]], said: str
) -> None:
    subject = long_case(steps=50, lanes=5)
    subject = subject.model_copy(update={"ownership": owners})
    found = draw_swimlane(subject, analysis=analysis(subject)).sheets("A4")
    assert len(found) > 1
    assert all(said in sheet.svg for sheet in found)


def test_paper_says_that_version_and_date_are_not_stated() -> None:
    (sheet,) = draw(two_lanes(), lang="en").sheets("A3")
    assert "Source: sak.bpmn · Version: not stated · Date: not stated" in sheet.svg
    subject = two_lanes(attributes=(("{http://camunda.org/schema/1.0/bpmn}versionTag", "2.1"),))
    found = analysis(subject, as_of=dt.date(2026, 10, 1))
    (sheet,) = draw_swimlane(subject, analysis=found).sheets("A3")
    assert "Kilde: sak.bpmn · Versjon: 2.1 · Per 2026-10-01" in sheet.svg
    assert "ikke oppgitt" not in sheet.svg


def test_lanes_are_repeated_on_every_strip_and_fold_up_where_nothing_happens(long: Picture) -> None:
    sheet = long.sheets("A3")[0].svg
    assert sheet.count('class="procmap-lane"') % 8 == 0
    assert sheet.count('data-id="L7"') > 1


def test_pools_fold_up_without_losing_their_name() -> None:
    steps = [node(f"n{i}", name="Vurdere søknaden", lane="A") for i in range(30)]
    main = process(
        steps, flows(*(f"n{i}>n{i + 1}" for i in range(29))), lanes=[lane("A"), lane("B")]
    )
    document = document_of(
        main, participants=[pool("Helse og velferd i kommunen", of="P"), pool("Innbygger")]
    )
    picture = draw(document)
    check(picture, measure_sheets(picture.sheets("A4")), least=8)


def test_an_expanded_sub_process_may_go_on_over_a_cut() -> None:
    inner = [node(f"i{i}", name="Vurdere søknaden", inside="sub") for i in range(30)]
    subject = process(
        [node("sub", "subProcess", "Behandle", lane="A"), *inner],
        flows(*(f"i{i}>i{i + 1}" for i in range(29))),
        lanes=[lane("A")],
    )
    picture = draw(subject)
    found = measure_sheets(picture.sheets("A4"))
    check(picture, found, least=8)
    assert found.nodes["sub"] > 1


def test_a_map_higher_than_the_paper_is_cut_where_lanes_fold_up() -> None:
    steps = [node(f"n{i}", name="Vurdere søknaden", lane=f"L{i // 3}") for i in range(48)]
    subject = process(
        steps,
        flows(*(f"n{i}>n{i + 1}" for i in range(47))),
        lanes=[lane(f"L{i}", f"Enhet {i}") for i in range(16)],
    )
    picture = draw(subject)
    assert picture.plan is not None
    sheets = picture.sheets("A3", orientation="landscape")
    assert picture.plan.geometry.height > 1400
    check(picture, measure_sheets(sheets), least=8)


def test_more_than_24_strips_are_refused_with_their_number() -> None:
    with pytest.raises(RenderError, match=r"takes \d+ strips on \d+ sheets.*at most 24 strips"):
        draw(long_case(steps=170, lanes=2)).sheets("A4", orientation="portrait")


def test_a_map_too_high_for_any_strip_is_refused_with_how_many_sheets_it_takes() -> None:
    names = [lane(f"L{i}", f"Enhet {i}") for i in range(90)]
    steps = [node(f"n{i}", name="Vurdere", lane=f"L{i}") for i in range(90)]
    with pytest.raises(RenderError, match=r"about \d+ sheets of A4") as caught:
        draw(process(steps, lanes=names)).sheets("A4")
    assert "A3" in caught.value.remedy


def test_an_empty_process_is_one_sheet() -> None:
    (sheet,) = draw(process([])).sheets("A4")
    assert "Sak" in sheet.svg


@pytest.mark.parametrize(
    ("paper", "orientation", "said"),
    [("A5", None, "'A4', 'A3', 'A2' or 'A1'"), ("A3", "upright", "'landscape' or 'portrait'")],
)
def test_unknown_paper_is_refused_with_the_choices(
    paper: str, orientation: str | None, said: str
) -> None:
    with pytest.raises(RenderError, match=said):
        draw(two_lanes()).sheets(paper, orientation=orientation)  # type: ignore[arg-type]  # the point


def test_hostile_names_stay_on_the_page() -> None:
    names = ["<b>&'\"", "א" * 40, "😀" * 30, "x" * 300, "\x00\u202e"]
    subject = process(
        [node(f"n{i}", name=name, lane="A") for i, name in enumerate(names)],
        flows("n0>n1", "n1>n2", "n2>n3", "n3>n4"),
        lanes=[lane("A", "\u200b<script>")],
        name="]]>",
    )
    picture = draw(subject)
    check(picture, measure_sheets(picture.sheets("A4")), least=8)


def test_a_map_with_its_register_names_the_channel() -> None:
    subject = two_lanes()
    found = analysis(subject, landscape=Landscape(documents=(document_of(subject),)))
    assert "Kanal" not in draw_swimlane(subject, analysis=found).text_list
