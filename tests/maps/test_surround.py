"""Title block, list of crossing points, legend, badges, and the list in words."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET

import pytest

from procmap.findings import Finding, FindingText, Severity, build_finding
from procmap.maps import draw_swimlane
from procmap.model import (
    Boundary,
    Fact,
    Handoff,
    Holder,
    Landscape,
    Ownership,
    Party,
    Process,
)
from procmap.source import ElementRef

from .builders import analysis, document_of, draw, node, process, ref, two_lanes
from .measuring import SVG
from .test_contract import groups, parse


def said(svg: str, class_: str = "procmap-title") -> str:
    group = groups(svg, class_)[0]
    return "\n".join(
        " ".join("".join(part.itertext()) for part in (list(text) or [text]))
        for text in group.iter(f"{SVG}text")
    )


def owned(*holders: Holder, **more: object) -> Fact[tuple[Ownership, ...]]:
    return Fact.stated(tuple(Ownership(holder, **more) for holder in holders))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("owners", "line"),
    [
        (Fact(), "Prosesseier: ikke registrert"),
        (Fact.absent(), "Prosesseier: Ingen eier"),
        (Fact.unknown(), "Prosesseier: ikke avklart"),
        (Fact.not_applicable(), "Prosesseier: ikke aktuelt"),
        (owned(Holder("role", "Leder byggesak")), "Prosesseier: Leder byggesak"),
        (
            owned(Holder("role", "Leder A"), Holder("unit", "Økonomi")),
            "Prosesseier: Leder A og Økonomi",
        ),
        (owned(Holder("role", "Koordinator"), kind="manager"), "Prosesseier: ikke registrert"),
    ],
)
def test_the_title_block_tells_who_owns_the_process(
    owners: Fact[tuple[Ownership, ...]], line: str
) -> None:
    assert line in said(draw(two_lanes(owners=owners)).svg).splitlines()


def test_an_ownership_that_has_ended_is_not_shown() -> None:
    ended = owned(Holder("role", "Tidligere leder"), valid_to=dt.date(2024, 1, 1))
    subject = two_lanes(owners=ended)
    found = analysis(subject, as_of=dt.date(2026, 1, 1))
    svg = draw_swimlane(subject, analysis=found).svg
    assert "Tidligere leder" not in svg
    assert "Prosesseier: ikke registrert" in said(svg)


def test_persons_are_never_named() -> None:
    person = Holder("person", "Kari Nordmann")
    subject = two_lanes(owners=owned(person))
    found = analysis(subject, governance={"f1": "yes"}, governed_by=(person,))
    picture = draw_swimlane(subject, analysis=found)
    assert "Nordmann" not in picture.svg
    assert "Nordmann" not in picture.text_list
    assert "Prosesseier: en person" in said(picture.svg)


def test_the_title_block_names_the_source_and_what_was_given_of_version_and_date() -> None:
    subject = two_lanes(attributes=(("{http://camunda.org/schema/1.0/bpmn}versionTag", "2.1"),))
    found = analysis(subject, as_of=dt.date(2026, 10, 1))
    shown = said(draw_swimlane(subject, analysis=found).svg)
    assert "Kilde: sak.bpmn · Versjon: 2.1 · Per 2026-10-01" in shown


def test_no_date_is_shown_where_none_was_given() -> None:
    assert said(draw(two_lanes()).svg).splitlines()[-1] == "Kilde: sak.bpmn"


def test_before_there_is_a_register_the_headline_says_so() -> None:
    shown = said(draw(two_lanes()).svg)
    line = "3 overleveringer mellom 2 enheter. Hvem som har ansvaret, er ikke registrert ennå."
    assert line in shown
    assert "Enhetene er antatt ut fra svømmebanene." in shown


def test_with_a_register_the_headline_counts_this_maps_hand_offs() -> None:
    subject = two_lanes()
    landscape = Landscape(
        documents=(document_of(subject),), boundaries=(Boundary("a", "b"),), registered=True
    )
    found = analysis(
        subject, governance={"f1": "no", "f3": "yes"}, landscape=landscape, registered=True
    )
    shown = said(draw_swimlane(subject, analysis=found, lang="en").svg)
    assert "1 of 3 hand-offs have nobody responsible for both sides (1 not clarified)" in shown
    assert "assumed" not in shown


def test_a_document_lists_owners_by_answer() -> None:
    first = process([node("a")], name="Lønn", owners=owned(Holder("role", "Lønnssjef")))
    second = process([node("b", inside="Q")], name="Innkjøp", id_="Q")
    shown = said(draw(document_of(first, second)).svg)
    assert "Prosesseier, Lønn: Lønnssjef" in shown
    assert "Prosesseier, Innkjøp: ikke registrert" in shown


def test_the_title_can_be_chosen() -> None:
    picture = draw(two_lanes(), title="Byggesak, mars")
    assert said(picture.svg).splitlines()[0] == "Byggesak, mars"
    assert picture.title == "Byggesak, mars"


def test_crossing_points_are_listed_with_units_steps_and_who_is_responsible() -> None:
    subject = two_lanes()
    found = analysis(
        subject,
        governance={"f1": "yes", "f3": "no"},
        governed_by=(Holder("role", "Kommunalsjef"),),
    )
    notes = said(draw_swimlane(subject, analysis=found).svg, "procmap-notes")
    assert "Servicetorg → Byggesak" in notes
    assert "«Registrere søknad» → «Komplett?»" in notes
    assert "Ansvar for begge sider: Kommunalsjef" in notes
    assert "Ansvar for begge sider: ingen" in notes
    assert "Ansvar for begge sider: ikke avklart" in notes


def test_the_list_names_the_steps_that_hand_over_and_take_over() -> None:
    subject = two_lanes()
    found = analysis(subject)
    unit, other = found.crossings[0].source_unit, found.crossings[0].target_unit
    handoff = Handoff(
        key="k",
        number=1,
        source=ref("a"),
        target=ref("b"),
        source_unit=unit,
        target_unit=other,
        source_performer=Party(unit.key, unit.name, "unit"),
        target_performer=Party(other.key, other.name, "unit"),
        level="unit",
        medium="sequence",
        between="units",
        process=subject.ref,
        flow=ref("f1"),
    )
    with_handoff = type(found)(
        landscape=found.landscape,
        places=found.places,
        crossings=found.crossings,
        handoffs=(handoff,),
    )
    notes = said(draw_swimlane(subject, analysis=with_handoff).svg, "procmap-notes")
    assert "«Registrere søknad» → «Vurdere søknad»" in notes


def test_a_map_without_hand_offs_says_so() -> None:
    notes = said(draw(process([node("a")])).svg, "procmap-notes")
    assert "Ingen overleveringer på dette kartet." in notes


def test_the_legend_shows_what_is_on_the_map_and_no_more() -> None:
    plain = said(draw(process([node("a")])).svg, "procmap-notes")
    assert "Melding" not in plain
    assert "Overlevering:" not in plain
    crossing = said(draw(two_lanes()).svg, "procmap-notes")
    for line in (
        "Overlevering: noen har ansvar for begge sider",
        "Overlevering: ingen har ansvar for begge sider",
        "Overlevering: ansvaret er ikke avklart",
    ):
        assert line in crossing


def test_everything_can_be_said_in_english() -> None:
    picture = draw(two_lanes(), lang="en")
    assert "Process owner: not recorded" in said(picture.svg)
    assert "Hand-offs" in said(picture.svg, "procmap-notes")
    assert parse(picture.svg).get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert "ansvar" not in picture.svg
    assert "Steps" in picture.text_list


def finding(code: str, *elements: ElementRef) -> Finding:
    texts = {"nb": FindingText("Hvem gjør dette?"), "en": FindingText("Who does this?")}
    return build_finding(code, "x", Severity.FOR_INFORMATION, texts=texts, elements=elements)


def badges(subject: Process, *findings: Finding) -> list[ET.Element]:
    return groups(draw(subject, findings=findings).svg, "procmap-badge")


def test_a_finding_about_a_step_is_a_badge_on_it() -> None:
    found = badges(two_lanes(), finding("OWN109", ref("b")))
    assert [(g.get("data-rule"), g.get("data-for")) for g in found] == [("OWN109", "b")]
    assert found[0].findtext(f"{SVG}title") == "OWN109: Hvem gjør dette?"


def test_a_finding_about_the_process_is_a_badge_in_the_title_block() -> None:
    svg = draw(two_lanes(), findings=[finding("OWN101", ref("P"))]).svg
    title = groups(svg, "procmap-title")[0]
    found = [g for g in title.iter(f"{SVG}g") if g.get("class") == "procmap-badge"]
    assert [(g.get("data-rule"), g.get("data-for")) for g in found] == [("OWN101", "P")]


def test_a_finding_about_a_lane_is_a_badge_in_its_header() -> None:
    found = badges(two_lanes(), finding("GAP306", ref("A")))
    assert [g.get("data-for") for g in found] == ["A"]


def test_one_badge_for_each_rule_and_element() -> None:
    twice = [finding("OWN109", ref("b")), finding("OWN109", ref("b")), finding("GAP303", ref("b"))]
    found = badges(two_lanes(), *twice)
    assert sorted(g.get("data-rule") or "" for g in found) == ["GAP303", "OWN109"]


def test_findings_about_other_processes_are_no_badges() -> None:
    assert not badges(two_lanes(), finding("OWN101", ElementRef("annen.bpmn", "P")))


def test_a_finding_about_the_landscape_is_no_badge_on_every_map() -> None:
    subject = two_lanes()
    others = [process([node(f"x{i}", inside=f"Q{i}")], id_=f"Q{i}") for i in range(3)]
    found = analysis(document_of(subject, *others))
    everybody = finding("OWN107", *(each.ref for each in (subject, *others)))
    alone = finding("GAP304", subject.ref)
    two = finding("GAP301", subject.ref, others[0].ref)
    svg = draw_swimlane(subject, analysis=found, findings=[everybody, alone, two]).svg
    assert [g.get("data-rule") for g in groups(svg, "procmap-badge")] == ["GAP301"]


def test_what_the_numbers_say_is_not_said_again() -> None:
    assert not badges(two_lanes(), finding("HND201", ref("P"), ref("f1")))


def test_findings_are_told_in_words_below_the_map() -> None:
    svg = draw(two_lanes(), findings=[finding("OWN101", ref("P"))], lang="en").svg
    notes = said(svg, "procmap-notes")
    assert "OWN101" in notes
    assert "Who does this?" in notes


def test_the_text_list_numbers_steps_and_hand_offs() -> None:
    text = draw(two_lanes()).text_list
    assert "1. Registrere søknad – Servicetorg" in text
    assert "2. Vurdere søknad – Byggesak" in text
    line = "1. Servicetorg → Byggesak («Registrere søknad» → «Komplett?»)"
    assert f"{line}. Ansvar for begge sider: ikke avklart." in text
