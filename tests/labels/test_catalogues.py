"""Further languages come from gettext catalogues, and the two built in lack nothing."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

import procmap as pm
from procmap.labels import Words
from procmap.labels.catalogues import find_languages
from procmap.language import check_language

ROOT = Path(__file__).parents[2]
in_checkout = pytest.mark.skipif(not (ROOT / "tools").is_dir(), reason="tools are not beside")


def write_catalogue(folder: Path, texts: dict[tuple[str | None, str], str]) -> None:
    catalog = Catalog(locale="nn")
    for (context, en), nn in texts.items():
        catalog.add(en, nn, context=context)
    path = folder / "nn" / "LC_MESSAGES" / "procmap.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalog)


@pytest.fixture
def nynorsk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_catalogue(
        tmp_path,
        {
            (None, "unit"): "eining",
            ("halde", "hold"): "halde fast",
            (None, "Clarify first"): "Avklar fyrst",
            (None, "We do not know yet who owns “{p}”."): "Vi veit ikkje enno kven som eig «{p}».",
        },
    )
    monkeypatch.setenv("PROCMAP_LOCALES", str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("nynorsk")
def test_a_language_is_added_by_a_catalogue_alone() -> None:
    assert find_languages() == ("nb", "en", "nn")
    assert check_language("nn") == "nn"
    assert Words("enhet", "unit").text("nn") == "eining"
    assert Words("halde", "hold").text("nn") == "halde fast"


@pytest.mark.usefixtures("nynorsk")
def test_what_a_catalogue_lacks_is_said_in_bokmaal() -> None:
    assert Words("svømmebane", "lane").text("nn") == "svømmebane"
    assert Words("holde", "hold").text("nn") == "holde"


@pytest.mark.usefixtures("nynorsk")
def test_findings_speak_it_with_their_names_in_it() -> None:
    content = (
        b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">'
        b'<process id="P" name="Byggesak"><task id="T" name="Vurdere"/></process></definitions>'
    )
    report = pm.analyze(pm.read_bpmn(content, name="a.bpmn"))
    finding = next(finding for finding in report.findings if finding.code == "OWN101")
    assert finding.message("nn") == "Vi veit ikkje enno kven som eig «Byggesak»."
    assert pm.Severity.CLARIFY_FIRST.label("nn") == "Avklar fyrst"


def test_a_language_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(pm.ProcmapError, match="'nb', 'en'"):
        check_language("../../etc")
    assert Words("enhet", "unit").text("../../etc") == "enhet"


def test_a_broken_catalogue_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "se" / "LC_MESSAGES" / "procmap.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a catalogue at all")
    monkeypatch.setenv("PROCMAP_LOCALES", str(tmp_path))
    with pytest.raises(pm.ProcmapError, match=r"procmap\.mo"):
        check_language("se")
    assert Words("enhet", "unit").text("se") == "enhet"


@pytest.mark.usefixtures("nynorsk")
def test_an_error_speaks_it_with_its_remedy() -> None:
    error = pm.ReadError(
        Words("enhet", "unit"), remedy=Words("Hald {x}", "Hold {x}").fill(x=Words("enhet", "unit"))
    )
    assert error.lines("nn") == ("eining", "Hald eining")


def test_a_name_lost_in_a_catalogue_is_said_in_bokmaal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_catalogue(tmp_path, {(None, "there is no {name}"): "{namn} finst ikkje"})
    monkeypatch.setenv("PROCMAP_LOCALES", str(tmp_path))
    said = Words("{name} finnes ikke", "there is no {name}").fill(name="Plan")
    assert said.text("nn") == "Plan finnes ikke"


@pytest.mark.usefixtures("nynorsk")
def test_a_note_about_a_file_speaks_it_as_far_as_it_can() -> None:
    (note,) = pm.read_bpmn([b"<a/>"]).diagnostics
    assert "a (uten navnerom)" in note.message("nn")
    assert "a (no namespace)" in note.message("en")
    assert set(note.texts) == {"nb", "en", "nn"}


@in_checkout
def test_no_text_lacks_a_language_or_a_name_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    from find_texts import find_texts

    texts = find_texts()
    assert len(texts) > 600
    for text in texts:
        assert text.en, text
        assert text.nb, text
        names = [
            {name for _, name, _, _ in string.Formatter().parse(said) if name}
            for said in (text.nb, text.en)
        ]
        assert names[0] == names[1], text


@in_checkout
def test_every_text_in_the_code_is_found_for_translators(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    from find_texts import LEFT_OUT, find_texts

    found = {(text.nb, text.en) for text in find_texts()}
    missing = []
    package = Path(pm.__file__).parent
    for path in sorted(package.rglob("*.py")):
        name = ".".join(path.relative_to(package.parent).with_suffix("").parts)
        if name.startswith(LEFT_OUT):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Words":
                said = tuple(a.value for a in node.args if isinstance(a, ast.Constant))
                if len(said) == 2 and any(said) and said not in found:
                    missing.append((name, said))
                # What is put together beforehand is in no catalogue.
                if any(isinstance(a, ast.JoinedStr) for a in node.args):
                    missing.append((name, (ast.unparse(node),)))
    assert not missing


@in_checkout
def test_the_template_for_translators_is_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    from write_catalogues import TEMPLATE, build_template

    assert TEMPLATE.read_bytes() == build_template(), "python tools/write_catalogues.py renews it"


@pytest.mark.usefixtures("nynorsk")
def test_maps_speak_it_too_and_refuse_what_is_not_there(samples_dir: Path) -> None:
    process = pm.read_bpmn(samples_dir / "lonn.bpmn")["Lønn"]
    assert pm.draw(process, lang="nn").svg.startswith("<svg")
    with pytest.raises(pm.RenderError, match="'nb', 'en' or 'nn'"):
        pm.draw(process, lang="xx")
