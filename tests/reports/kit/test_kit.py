"""The workshop kit: what is on its pages, before the workshop and after the break."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
import yaml
from lxml import etree, html

import procmap as pm
from procmap.maps import MissingLettersWarning
from procmap.reports.kit import Kit, build_kit, maps, read_numbers
from procmap.reports.kit.timing import AGENDA_STEP, share_minutes

PAGES = {
    "nb": ("for-moteleder.html", "saksliste.html", "hvem-eier.html", "kart.html", "svar.html"),
    "en": ("for-the-facilitator.html", "agenda.html", "who-owns.html", "maps.html", "answers.html"),
}


@pytest.fixture(scope="module", params=["nb", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def kit(report: pm.Report, lang: str) -> Kit:
    return build_kit(report, lang=lang)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def after_the_break(samples_dir: Path) -> pm.Report:
    """The report when answers and decisions have been typed into the register."""
    register = yaml.safe_load((samples_dir / "register.yaml").read_text(encoding="utf-8"))
    register["opinions"] = [
        {"process": "Byggesak", "unit": unit, "owner": owner}
        for unit, owner in (
            ("Byggesak", "Leder byggesak"),
            ("Geodata", "Leder geodata"),
            ("Økonomi", "Kari Elvestrand"),
        )
    ]
    register["decisions"] = [
        {
            "point": "Eier av Byggesak",
            "decision": "Ring Kari Elvestrand",
            "responsible": "Kari Elvestrand",
            "deadline": "2026-12-15",
        }
    ]
    return pm.analyze(pm.read_bpmn(samples_dir).with_register(register))


@pytest.fixture(scope="module")
def kit_after(after_the_break: pm.Report) -> Kit:
    return build_kit(after_the_break, maps=2)


def read(kit: Kit, name: str) -> str:
    content = kit.files[name]
    assert isinstance(content, str)
    return content


def texts_of(kit: Kit) -> dict[str, str]:
    return {name: text for name, text in kit.files.items() if isinstance(text, str)}


def parse(kit: Kit, name: str) -> html.HtmlElement:
    return html.document_fromstring(read(kit, name))


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


# Before the workshop.


def test_the_overview_leads_to_every_page(kit: Kit, lang: str) -> None:
    links = parse(kit, "index.html").xpath("//table//a/@href")
    assert {link for link in links if link.endswith(".html")} == set(PAGES[lang][:4])
    assert set(links) < set(kit.files)


def test_the_agenda_has_each_point_with_its_question_and_room_for_a_decision(
    kit: Kit, report: pm.Report, lang: str
) -> None:
    points = parse(kit, PAGES[lang][1]).xpath("//section[@class='point']")
    agenda = report.agenda(share_minutes(120)[AGENDA_STEP])
    assert len(points) == len(agenda.points) == kit.points
    for shown, point in zip(points, agenda.points, strict=True):
        said = text_of(shown)
        assert point.finding.message(lang) in said
        assert point.finding.question(lang) in said
        assert all(who in said for who in point.people)
        assert [text_of(cell) for cell in shown.xpath(".//tbody//td")] == ["", "", ""]


def test_the_maps_are_those_of_the_agenda_on_sheets_of_a3(
    kit: Kit, report: pm.Report, lang: str
) -> None:
    page = parse(kit, PAGES[lang][3])
    assert "A3 landscape" in read(kit, PAGES[lang][3])
    sheets = page.xpath("//figure")
    files = [name for name in kit.files if name.endswith(".svg")]
    assert len(sheets) == len(files) == kit.maps
    first = next(p.place.process for p in report.agenda(65).points if p.place.process)
    labels = [sheet.get("aria-label") for sheet in sheets]
    # The maps of all processes and units hang first.
    assert ["/00-" in name for name in files[:3]] == [True, True, False]
    assert labels[2] == f"1. {first}"
    assert files[2].endswith(f"/01-{first.casefold()}.svg")
    for name in files:
        etree.fromstring(read(kit, name).encode())


def test_a_point_leads_to_its_own_map_where_processes_have_the_same_name(
    samples_dir: Path, tmp_path: Path
) -> None:
    drawn = (samples_dir / "anskaffelse.bpmn").read_bytes()
    (tmp_path / "en.bpmn").write_bytes(drawn)
    # Another file, with other steps: the same file twice would be read once.
    other = drawn.replace(b"Beskrive behovet", b"Melde behovet")
    (tmp_path / "to.bpmn").write_bytes(other)
    kit = build_kit(pm.analyze(pm.read_bpmn(tmp_path)))
    places = [
        text_of(place)
        for place in parse(kit, "saksliste.html").xpath("//dd[contains(., '«Anskaffelse»')]")
        if ".bpmn" in text_of(place)
    ]
    found = [re.match(r"Kart (\d+).* – «Anskaffelse», (.+)", place) for place in places]
    number_of = {one[2]: one[1] for one in found if one is not None}
    assert len(number_of) == 2
    for document, number in number_of.items():
        maps_of_it = [
            read(kit, name)
            for name in kit.files
            if name.endswith(".svg") and f"/{int(number):02d}-" in name
        ]
        assert any(document in drawing for drawing in maps_of_it)
        said = {"en.bpmn": "Melde", "to.bpmn": "Beskrive"}[document]
        assert not any(said in drawing for drawing in maps_of_it)


def sheets_of(kit: Kit, number: int) -> list[str]:
    return [read(kit, name) for name in kit.files if f"/{number:02d}-" in name]


def test_the_number_of_a_map_is_the_same_on_sheets_agenda_slips_and_the_facilitators_page(
    kit: Kit, lang: str
) -> None:
    word = "Kart" if lang == "nb" else "Map"
    told = text_of(parse(kit, PAGES[lang][0]))
    listed = dict(re.findall(rf"{word} (\d): (\w+)", told))
    assert listed["2"] == "Byggesak"
    for number, name in listed.items():
        sheets = sheets_of(kit, int(number))
        assert sheets
        for svg in sheets:
            assert f">{word} {number}</text>" in svg
            assert f">{name}" in svg
    for place in parse(kit, PAGES[lang][1]).xpath("//dd[contains(., '.bpmn')]"):
        found = re.match(rf"{word} (\d).* – .(\w+)", text_of(place))
        assert found is not None
        assert listed[found[1]] == found[2]
    for slip in parse(kit, PAGES[lang][2]).xpath("//li[@class='slip']"):
        found = re.search(rf"{word} (\d) .*?[«“](\w+)", text_of(slip))
        assert found is not None
        assert listed[found[1]] == found[2]


def test_a_point_names_the_hand_offs_and_the_sheets_they_stand_on(kit: Kit, lang: str) -> None:
    (place,) = parse(kit, PAGES[lang][1]).xpath("//dd[contains(., 'byggesak.bpmn')]")
    said = {
        "nb": "Kart 2, overlevering 1–3 (ark 1), 4–6 (ark 2) – «Byggesak», byggesak.bpmn",
        "en": "Map 2, hand-offs 1–3 (sheet 1), 4–6 (sheet 2) – “Byggesak”, byggesak.bpmn",
    }
    assert text_of(place) == said[lang]
    first, second = sheets_of(kit, 2)
    assert [n for n in "123456" if f'data-number="{n}"' in first] == ["1", "2", "3"]
    assert [n for n in "123456" if f'data-number="{n}"' in second] == ["4", "5", "6"]


def test_a_map_keeps_its_number_when_the_agenda_changes(
    samples_dir: Path, report: pm.Report, tmp_path: Path
) -> None:
    before = pm.write_workshop(report, tmp_path / "kit")
    register = yaml.safe_load((samples_dir / "register.yaml").read_text(encoding="utf-8"))
    (settled,) = (p for p in register["processes"] if p["name"] == "Onboarding")
    settled["ownership"] = [{"holder": "HR-sjef", "scope": "whole", "kind": "owner"}]
    after = pm.analyze(pm.read_bpmn(samples_dir).with_register(register))
    first = next(point.place.process for point in after.agenda(65).points if point.place.process)
    # What was the second point is the first now, and its map still is map 2.
    assert first == "Byggesak"
    fresh = {path.name for path in pm.write_workshop(after, tmp_path / "other")}
    assert "01-byggesak-1.svg" in fresh
    again = {path.name for path in pm.write_workshop(after, tmp_path / "kit")}
    assert "02-byggesak-1.svg" in again
    assert "02-byggesak-1.svg" in {path.name for path in before}
    agenda = html.document_fromstring((tmp_path / "kit" / "saksliste.html").read_text("utf-8"))
    assert "Kart 2," in text_of(agenda.xpath("//section[@class='point'][1]")[0])


def test_a_number_is_never_given_to_another_map(report: pm.Report) -> None:
    kit = build_kit(report, maps=2, printed={"gone.bpmn#P1": 7})
    assert {"08", "09"} == {
        name.rpartition("/")[2][:2] for name in kit.files if re.search(r"/0[1-9]-", name)
    }
    assert "gone.bpmn#P1" in read(kit, ".procmap-maps.json")


@pytest.mark.parametrize(
    "content", ["", "[]", '{"maps": {"a": "1"}}', '{"maps": {"a": 1, "b": 1}}']
)
def test_numbers_that_were_not_written_here_are_none(tmp_path: Path, content: str) -> None:
    (tmp_path / ".procmap-maps.json").write_text(content)
    assert read_numbers(tmp_path) == {}
    assert read_numbers(tmp_path / "nowhere") == {}


def test_a_map_that_no_strip_can_hold_is_a_poster(tmp_path: Path) -> None:
    (tmp_path / "mange.bpmn").write_text(many_lanes(lanes=44), encoding="utf-8")
    kit = build_kit(pm.analyze(pm.read_bpmn(tmp_path)), lang="en")
    names = [name for name in kit.files if "/01-" in name]
    assert names[0].endswith("-1A.svg")
    assert len(names) > 1
    assert f"{len(names)} sheets to be glued together" in text_of(
        parse(kit, "for-the-facilitator.html")
    )
    assert 'data-row="1"' in read(kit, "maps.html")
    assert all("Map 1 · " in read(kit, name) for name in names)


def many_lanes(*, lanes: int) -> str:
    """A process of which each step is in a lane of its own."""
    steps = "".join(f'<task id="T{i}" name="Vurdere saken"/>' for i in range(lanes))
    flows = "".join(
        f'<sequenceFlow id="F{i}" sourceRef="T{i}" targetRef="T{i + 1}"/>' for i in range(lanes - 1)
    )
    drawn = "".join(
        f'<lane id="L{i}" name="Enhet {i}"><flowNodeRef>T{i}</flowNodeRef></lane>'
        for i in range(lanes)
    )
    return (
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P" '
        f'name="Mange enheter"><laneSet>{drawn}</laneSet>{steps}{flows}</process></definitions>'
    )


def test_there_is_a_slip_for_each_unit_of_each_process(
    kit: Kit, report: pm.Report, lang: str
) -> None:
    page = parse(kit, PAGES[lang][2])
    slips = {
        (text_of(s.xpath(".//h2")[0]), text_of(s.xpath(".//strong")[0]))
        for s in page.xpath("//li[@class='slip']")
    }
    assert len(slips) == kit.slips
    question = "Hvem eier «Byggesak»?" if lang == "nb" else "Who owns “Byggesak”?"
    byggesak = report.landscape["Byggesak"]
    asked = {unit for title, unit in slips if title == question}
    assert asked == {unit.name for unit in report.analysis.units_of(byggesak)} | {"Sak og arkiv"}


def test_slips_lie_eight_to_a_sheet_those_of_a_unit_together(kit: Kit, lang: str) -> None:
    page = parse(kit, PAGES[lang][2])
    sizes = [len(ul) for ul in page.xpath("//ul[@class='slips']")]
    assert all(size == 8 for size in sizes[:-1])
    assert 1 <= sizes[-1] <= 8
    units = [text_of(s) for s in page.xpath("//li[@class='slip']//strong")]
    seen: list[str] = []
    for unit in units:
        if unit in seen:
            assert seen[-1] == unit
        else:
            seen.append(unit)


def test_units_that_may_be_any_of_several_are_each_asked(kit: Kit, lang: str) -> None:
    page = parse(kit, PAGES[lang][2])
    asked = {
        text_of(s.xpath(".//strong")[0])
        for s in page.xpath("//li[@class='slip']")
        if "Anskaffelse" in text_of(s)
    }
    assert {"Hjemmetjenesten", "Kommunalteknikk"} <= asked


def test_the_facilitator_has_five_steps_that_fill_the_time_and_the_headline(
    kit: Kit, report: pm.Report, lang: str
) -> None:
    page = parse(kit, PAGES[lang][0])
    steps = page.xpath("//ol[@class='steps']/li")
    assert len(steps) == 5
    minutes = [int(re.search(r"\((\d+)", text_of(step))[1]) for step in steps]  # type: ignore[index]
    assert sum(minutes) == 120
    for line in report.headline.lines(lang):
        assert line in text_of(page)


@pytest.mark.parametrize("minutes", [30, 45, 47, 90, 240])
def test_the_steps_always_fill_the_time(minutes: int) -> None:
    shares = share_minutes(minutes)
    assert sum(shares) == minutes
    assert min(shares) >= 1
    assert shares[AGENDA_STEP] >= max(10, minutes // 3)


@pytest.mark.parametrize("minutes", [0, -1, 29, 1.5, True])
def test_a_time_that_is_none_is_refused(report: pm.Report, minutes: int) -> None:
    with pytest.raises(pm.RuleError, match="at least 30"):
        build_kit(report, minutes=minutes)


def test_without_answers_there_is_no_page_of_answers(kit: Kit, lang: str) -> None:
    assert PAGES[lang][4] not in kit.files


def test_the_maps_are_there_as_pdf_too_where_that_can_be_written(kit: Kit, lang: str) -> None:
    pytest.importorskip("reportlab")
    pypdf = pytest.importorskip("pypdf")
    name = PAGES[lang][3].replace(".html", ".pdf")
    content = kit.files[name]
    assert isinstance(content, bytes)
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    assert len(pages) == kit.maps
    # What fits a sheet that stands, and none that lies, stands.
    sizes = [{round(float(side)) for side in page.mediabox[2:]} for page in pages]
    assert all(size == {842, 1191} for size in sizes)
    assert name in parse(kit, "index.html").xpath("//table//a/@href")


def test_letters_that_the_pdf_lacks_are_named_on_the_overview(tmp_path: Path) -> None:
    pytest.importorskip("reportlab")
    model = many_lanes(lanes=2).replace("Vurdere saken", "評価")
    (tmp_path / "en.bpmn").write_text(model, encoding="utf-8")
    with pytest.warns(MissingLettersWarning, match="kart.pdf"):
        kit = build_kit(pm.analyze(pm.read_bpmn(tmp_path)))
    assert "tomme ruter i stedet for 価 評" in text_of(parse(kit, "index.html"))


def test_without_the_extra_for_printing_there_is_a_kit_without_pdf(
    report: pm.Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> bytes:
        raise pm.MissingExtraError("PDF needs reportlab")

    monkeypatch.setattr(maps, "write_pdf", refuse)
    kit = build_kit(report, maps=1)
    assert not [name for name in kit.files if name.endswith(".pdf")]
    assert ".pdf" not in read(kit, "index.html")


# After the break.


def test_the_answers_are_counted_and_shown(kit_after: Kit) -> None:
    said = text_of(parse(kit_after, "svar.html"))
    assert "Tre svar, tre ulike eiere" in said
    assert "svar.html" in read(kit_after, "index.html")


def test_the_reprint_carries_the_decisions(kit_after: Kit) -> None:
    page = parse(kit_after, "saksliste.html")
    (point,) = (
        p for p in page.xpath("//section[@class='point']") if "Eieren av «Byggesak»" in text_of(p)
    )
    told = [text_of(cell) for cell in point.xpath(".//td[@class='told']")]
    assert told == ["Ring Leder byggesak", "Leder byggesak", "2026-12-15"]
    assert "Dette er besluttet" in text_of(page)


# Always.


def test_pages_of_the_kit_say_their_language_and_have_one_title(kit: Kit, lang: str) -> None:
    for name, content in texts_of(kit).items():
        if name.endswith(".html"):
            tree = html.document_fromstring(content)
            assert tree.get("lang") == lang
            assert len(tree.xpath("//h1")) == 1
            ids = tree.xpath("//@id")
            assert len(ids) == len(set(ids)), name
            for table in tree.xpath("//table"):
                assert table.xpath("./caption")
                assert set(table.xpath(".//th/@scope")) <= {"col", "row"}


def test_nothing_is_fetched_and_nothing_runs(kit: Kit) -> None:
    for name, content in texts_of(kit).items():
        assert "<script" not in content
        assert not re.search(r"url\(|@import|\bon\w+=", content)
        if name.endswith(".html"):
            for link in html.document_fromstring(content).xpath("//@href|//@src"):
                assert link.startswith("#") or link in kit.files


def test_no_name_of_a_person_is_in_the_kit(kit: Kit, report: pm.Report, kit_after: Kit) -> None:
    said = "".join([*texts_of(kit).values(), *texts_of(kit_after).values()])
    for person in report.landscape.people:
        assert person.name not in said


def test_hostile_names_are_text_and_nothing_else(hostile_report: pm.Report) -> None:
    kit = build_kit(hostile_report)
    (process,) = hostile_report.landscape.processes
    shown = " ".join(process.label.replace("\u202e", "").split())
    for name, content in texts_of(kit).items():
        assert "<script" not in content
        assert "<img" not in content
        if name.endswith(".html"):
            assert "\u202e" not in parse(kit, name).text_content()
        assert re.fullmatch(r"[\w/.-]+", name)
    assert shown in text_of(parse(kit, "hvem-eier.html"))
    assert shown in text_of(parse(kit, "saksliste.html"))


def test_a_landscape_with_nothing_in_it_gives_a_kit_that_says_so() -> None:
    kit = build_kit(pm.analyze(pm.Landscape()))
    assert (kit.points, kit.maps, kit.slips) == (0, 0, 0)
    assert "ingen lapper" in read(kit, "hvem-eier.html")
    assert "Ingen prosesser å tegne" in read(kit, "kart.html")


def test_the_kit_is_written_from_python(report: pm.Report, tmp_path: Path) -> None:
    paths = pm.write_workshop(report, tmp_path / "kit", lang="en", maps=1)
    assert paths[0] == tmp_path / "kit" / "index.html"
    assert all(path.is_file() for path in paths)
