"""Maps from the command line: on paper, in other colours, and of one process's neighbours."""

from __future__ import annotations

from pathlib import Path

import pytest

from .running import Result, Run, run_command

MODEL = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">'
    '<process id="P1" name="{name}"><task id="T1" name="Vurdere"/></process></definitions>'
)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `procmap map ARGUMENTS` in this process."""

    def run_it(*arguments: object) -> Result:
        ended = run_command(monkeypatch, capsys, "map", *arguments)
        return ended._replace(err=" ".join(ended.err.split()))

    return run_it


def test_a_poster_is_written_as_a_sheet_a_file(run: Run, samples_dir: Path, tmp_path: Path) -> None:
    model = samples_dir / "byggesak.bpmn"
    refused = run(model, "-o", tmp_path, "--direction", "down", "--sheet", "A4")
    assert refused.code == 3
    assert "Byggesak: kartet tar" in refused.err
    paper = ("--sheet", "A4", "--cut", "poster")
    assert run(model, "-o", tmp_path, "--direction", "down", *paper).code == 0
    few = list(tmp_path.glob("byggesak-*.svg"))
    assert len(few) > 2
    assert all('data-row="' in path.read_text(encoding="utf-8") for path in few)
    assert run(model, "-o", tmp_path / "wall", *paper, "--points", "14").code == 0
    assert len(list((tmp_path / "wall").glob("*.svg"))) > len(few)


@pytest.mark.parametrize("option", [("--cut", "poster"), ("--points", "12")])
def test_wishes_for_paper_need_paper(run: Run, tmp_path: Path, option: tuple[str, str]) -> None:
    refused = run(tmp_path, "-o", tmp_path, *option)
    assert refused.code == 2
    assert f"{option[0]} krever --sheet" in refused.err


@pytest.mark.parametrize(
    ("kind", "options", "said"),
    [
        ("handoffs", ("--style", "circle"), "procmap-handoffs"),
        ("landscape", ("--group", "unit"), "procmap-landscape"),
    ],
)
def test_maps_of_the_whole_landscape_have_choices_of_their_own(
    run: Run, samples_dir: Path, tmp_path: Path, kind: str, options: tuple[str, str], said: str
) -> None:
    plain, chosen = tmp_path / "plain", tmp_path / "chosen"
    register = samples_dir / "register.yaml"
    for folder, more in ((plain, ()), (chosen, options)):
        assert run(samples_dir, "-r", register, "-o", folder, "--kind", kind, *more).code == 0
    first, second = ((f / f"{kind}.svg").read_text(encoding="utf-8") for f in (plain, chosen))
    assert said in first
    assert said in second
    assert first != second


@pytest.mark.parametrize(
    "options", [("--style", "circle"), ("--group", "unit"), ("--around", "Byggesak")]
)
def test_a_choice_of_another_kind_of_map_is_refused(
    run: Run, samples_dir: Path, tmp_path: Path, options: tuple[str, str]
) -> None:
    refused = run(samples_dir, "-o", tmp_path, *options)
    assert refused.code == 2
    assert f"{options[0].removeprefix('--')}=" in refused.err
    assert not list(tmp_path.iterdir())


def test_maps_are_drawn_in_black_and_white(run: Run, samples_dir: Path, tmp_path: Path) -> None:
    model = samples_dir / "byggesak.bpmn"
    assert run(model, "-o", tmp_path, "--theme", "black-and-white").code == 0
    assert "#c24a00" not in (tmp_path / "byggesak.svg").read_text(encoding="utf-8")


def test_a_process_that_is_not_there_has_no_neighbours(
    run: Run, samples_dir: Path, tmp_path: Path
) -> None:
    refused = run(samples_dir, "-o", tmp_path, "--kind", "dependencies", "--around", "Bygesak")
    assert refused.code == 2
    assert "Byggesak" in refused.err


@pytest.mark.filterwarnings("default::procmap.maps.MissingLettersWarning")
def test_letters_that_the_font_lacks_are_told_in_the_language_of_the_command(
    run: Run, tmp_path: Path
) -> None:
    pytest.importorskip("reportlab")
    (tmp_path / "a.bpmn").write_text(MODEL.format(name="評価"), encoding="utf-8")
    for lang, said in (("nb", "mangler 価 評"), ("en", "lacks 価 評")):
        result = run(tmp_path, "-o", tmp_path / lang, "--format", "pdf", "--lang", lang)
        assert result.code == 0
        assert said in result.err
        assert ".svg" in result.err
        assert "Warning" not in result.err
