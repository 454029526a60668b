"""The page for those who decide: what it says, to whom, and what it never does."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

import procmap as pm
from procmap.labels.pages import PAGE
from procmap.labels.terms import THEMES
from procmap.reports import build_report_page
from procmap.rules import compare

from .conftest import HOSTILE

VOID = ("meta", "img", "link", "script", "iframe", "object", "embed", "base", "form")


@pytest.fixture(scope="module", params=["nb", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def page(report: pm.Report, landscape: pm.Landscape, lang: str) -> str:
    before = pm.analyze(landscape.with_owner("Idéhåndtering", holder="IT-leder"))
    return build_report_page(report, lang=lang, since=compare(before, report))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def tree(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


# What it says.


def test_the_headline_stands_in_its_own_words(
    report: pm.Report, tree: html.HtmlElement, lang: str
) -> None:
    summaries = [text_of(s) for s in tree.xpath("//details[@class='figure']/summary")]
    assert summaries == list(report.headline.lines(lang))


def test_every_figure_opens_to_what_was_counted_and_how_it_is_known(
    report: pm.Report, tree: html.HtmlElement, lang: str
) -> None:
    for figure in report.headline.figures:
        (line,) = (
            line
            for line, figures in report.headline.figures_by_line(lang).items()
            if figure in figures
        )
        (details,) = (d for d in tree.xpath("//details[@class='figure']") if text_of(d[0]) == line)
        assert PAGE["how"].text(lang) in details.text_content()
        for element in figure.elements:
            assert str(element) in details.text_content()


def test_what_changed_since_last_time_stands_with_both_headlines(
    report: pm.Report, tree: html.HtmlElement, lang: str
) -> None:
    (section,) = tree.xpath("//section[@aria-labelledby='since']")
    rows = [[text_of(cell) for cell in row] for row in section.xpath(".//table[1]/tbody/tr")[:5]]
    assert [now for _, now in rows] == list(report.headline.lines(lang))
    assert rows[0][0] != rows[0][1]


def test_without_a_baseline_nothing_is_said_of_last_time(report: pm.Report) -> None:
    assert 'id="since"' not in build_report_page(report)


def test_the_findings_stand_under_the_findings_of_the_study(
    tree: html.HtmlElement, lang: str
) -> None:
    (section,) = tree.xpath("//section[@aria-labelledby='findings']")
    titles = [text_of(h) for h in section.xpath("./section/h3")]
    assert sorted(titles) == sorted(words.text(lang) for words in THEMES.values())


def test_what_is_to_be_clarified_is_all_there_with_its_question(
    report: pm.Report, tree: html.HtmlElement, lang: str
) -> None:
    for finding in report.findings:
        if finding.severity is pm.Severity.FOR_INFORMATION:
            continue
        (item,) = tree.xpath(f"//li[@id='{finding.fingerprint}']")
        said = text_of(item)
        assert finding.message(lang) in said
        assert finding.question(lang) in said
        assert str(finding.elements[0]).removeprefix("#") in said
        assert tree.xpath(f"//h4[@id='rule-{finding.code}']")


def test_the_numbers_of_the_matrix_add_up_to_the_headline(
    report: pm.Report, tree: html.HtmlElement
) -> None:
    (matrix,) = tree.xpath("//div[contains(@class, 'matrix')]//table")
    for kind, number in (
        ("count", report.headline.hand_offs),
        ("none", report.headline.figure("ungoverned").value),
        ("open", report.headline.figure("ungoverned").not_clarified),
    ):
        shown = matrix.xpath(f".//span[@class='{kind}']/text()")
        assert sum(int(re.match(r"\d+", text)[0]) for text in shown) == number  # type: ignore[index]


def test_what_nobody_recorded_is_never_called_missing(tree: html.HtmlElement, lang: str) -> None:
    (section,) = tree.xpath("//section[@aria-labelledby='unrecorded']")
    said = text_of(section)
    assert PAGE["unrecorded"].text(lang) in said
    assert not re.search(r"mangler|missing", said)


def test_maps_are_those_of_the_agenda_and_the_other_processes_are_listed(
    report: pm.Report, tree: html.HtmlElement
) -> None:
    (overview, *drawn) = [text_of(c) for c in tree.xpath("//figcaption")]
    assert overview == PAGE["landscape"].text(str(tree.get("lang")))
    named = [p.place.process for p in report.agenda().points if p.place.process]
    modelled = {p.label for p in report.landscape.processes if p.nodes}
    wanted = [label for label in dict.fromkeys(named) if label in modelled]
    assert drawn[: len(wanted)] == wanted
    assert len(drawn) == len(tree.xpath("//figure//*[local-name()='svg']")) - 1 == 6
    (section,) = tree.xpath("//section[@aria-labelledby='maps']")
    for process in report.landscape.processes:
        assert process.label in section.text_content()


def test_no_name_of_a_person_is_on_the_page(report: pm.Report, page: str) -> None:
    assert report.landscape.people
    for person in report.landscape.people:
        assert person.name not in page


def test_before_there_is_a_register_one_sentence_stands_for_who_is_responsible(
    samples_dir: Path,
) -> None:
    report = pm.analyze(pm.read_bpmn(samples_dir))
    tree = html.document_fromstring(build_report_page(report))
    (first, *_) = tree.xpath("//details[@class='figure']")
    assert text_of(first[0]).endswith("er ikke registrert ennå.")
    assert len(first.xpath(".//tbody/tr")) == 40
    assert f"og {len(report.crossings) - 40} til" in text_of(first)


# Who can read it.


def test_the_page_says_its_language_and_has_one_title(tree: html.HtmlElement, lang: str) -> None:
    assert tree.get("lang") == lang
    assert len(tree.xpath("//title[not(ancestor::*[local-name()='svg'])]")) == 1
    assert len(tree.xpath("//h1")) == 1


def test_headings_go_down_one_level_at_a_time(tree: html.HtmlElement) -> None:
    levels = [int(h.tag[1]) for h in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    for before, after in pairwise(levels):
        assert after <= before + 1
    assert all(text_of(h) for h in tree.xpath("//h1|//h2|//h3|//h4"))


def test_tables_have_a_caption_and_heads_that_say_what_they_head(tree: html.HtmlElement) -> None:
    tables = tree.xpath("//table")
    assert tables
    for table in tables:
        assert text_of(table.xpath("./caption")[0])
        assert {th.get("scope") for th in table.xpath(".//th")} == {"col", "row"}
        columns = len(table.xpath("./thead/tr/th"))
        assert {len(row) for row in table.xpath("./tbody/tr")} <= {columns}


def test_ids_are_unique_and_links_within_the_page_lead_somewhere(tree: html.HtmlElement) -> None:
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")]
    assert targets
    assert tree.xpath("//body/a[1]/@class") == ["skip"]
    # A finding for information that the page has no room for may be the cause of another.
    lost = {target for target in targets if target not in ids}
    assert lost == set()


def test_maps_have_a_name_and_stand_as_text_too(tree: html.HtmlElement) -> None:
    maps = tree.xpath("//figure//*[local-name()='svg']")
    for drawing in maps:
        (label, *_) = (drawing.get("aria-labelledby") or "").split()
        assert tree.xpath(f"//*[@id='{label}']")
    assert len(tree.xpath("//details[contains(@class, 'map-text')]//pre")) == len(maps)


def test_regions_that_scroll_can_be_reached_with_the_keyboard(tree: html.HtmlElement) -> None:
    scrolling = tree.xpath("//div[contains(@class, 'table') or contains(@class, 'sheet')]")
    assert scrolling == tree.xpath("//*[@role='group']")
    for region in scrolling:
        assert region.get("tabindex") == "0"
        assert region.get("aria-label")


def luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    hexes = colour.lstrip("#")
    hexes = "".join(c * 2 for c in hexes) if len(hexes) == 3 else hexes
    red, green, blue = (linear(hexes[at : at + 2]) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def test_words_stand_out_from_what_is_behind_them(page: str) -> None:
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})\b", page))
    behind = [colours["paper"], colours["shade"], "#eef3f8", "#ffe9dc", "#fff6d6"]
    for words in (colours["ink"], colours["soft"], colours["accent"], colours["link"], "#8a2f00"):
        assert words in page
        for paper in behind:
            assert paper in page
            assert contrast(words, paper) >= 4.5, (words, paper)


def test_on_paper_everything_is_open(page: str) -> None:
    printed = page[page.index("@media print") :]
    assert "details::details-content" in printed


# What it never does.


def test_nothing_is_fetched_and_nothing_runs(tree: html.HtmlElement, page: str) -> None:
    for tag in VOID:
        for element in tree.iter(tag):
            assert tag == "meta", tag
            assert element.get("http-equiv") is None
    values = {(str(value.attrname), str(value)) for value in tree.xpath("//@*")}
    for name, value in values:
        assert not name.startswith("on"), name
        assert name not in ("src", "srcset", "action", "data", "poster", "formaction"), name
        if name.endswith("href"):
            assert value.startswith("#"), value
        elif name != "xmlns":
            assert "url(" not in value
            assert "javascript:" not in value
    (style,) = tree.xpath("//style/text()")
    assert not re.search(r"url\(|@import|//", style)
    assert "<!--" not in page


def test_hostile_names_are_text_and_nothing_else(hostile_report: pm.Report) -> None:
    page = build_report_page(hostile_report)
    tree = html.document_fromstring(page)
    for tag in VOID:
        assert tag == "meta" or not list(tree.iter(tag))
    assert "<script" not in page
    assert "49" not in "".join(tree.xpath("//figcaption/text()"))
    shown = " ".join(HOSTILE.replace("\u202e", "").split())
    assert text_of(tree.xpath("//figcaption")[1]) == shown
    assert "\u202e" not in page
    assert len(tree.xpath("//style")) == 1


def test_the_same_report_gives_the_same_page(report: pm.Report, samples_dir: Path) -> None:
    files = sorted(samples_dir.glob("*.bpmn"), reverse=True)
    again = pm.analyze(pm.read_bpmn(files).with_register(samples_dir / "register.yaml"))
    assert build_report_page(again) == build_report_page(report)
