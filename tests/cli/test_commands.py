"""The command line: what it prints where, what it writes, and what its exit codes say."""

from __future__ import annotations

import importlib.metadata
import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import procmap
from procmap import api
from procmap.errors import ProcmapError, RenderError, RuleError

from .running import Run, run_command

MODEL = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">'
    '<process id="P1" name="{name}"><task id="T1" name="Vurdere"/></process></definitions>'
)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process, as `procmap ARGUMENTS` would."""
    return partial(run_command, monkeypatch, capsys)


@pytest.fixture
def register(samples_dir: Path) -> Path:
    return samples_dir / "register.yaml"


def write_model(folder: Path, name: str = "Byggesak", file: str = "a.bpmn") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file
    path.write_text(MODEL.format(name=name), encoding="utf-8")
    return path


# What the exit codes say.


def test_findings_are_1(run: Run, samples_dir: Path, register: Path) -> None:
    assert run("check", samples_dir, "-r", register).code == 1


def test_nothing_at_the_chosen_severity_is_0(run: Run, tmp_path: Path) -> None:
    model = write_model(tmp_path)
    assert run("check", model).code == 0
    assert run("check", model, "--fail-on", "I").code == 1


def test_never_is_0_whatever_was_found(run: Run, samples_dir: Path, register: Path) -> None:
    assert run("check", samples_dir, "-r", register, "--fail-on", "never").code == 0


def test_raw_models_have_nothing_to_clarify_first(run: Run, samples_dir: Path) -> None:
    assert run("check", samples_dir, "--fail-on", "E").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "nowhere.bpmn"],
        ["check", "."],
        ["frobnicate"],
        [],
        ["check", "--no-such-option", "."],
        ["check", "--fail-on", "X", "."],
        ["map", "."],
    ],
)
def test_usage_is_2(
    run: Run, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.code == 2
    assert "Traceback" not in result.err


def test_a_file_that_cannot_be_read_is_2_and_says_where(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.bpmn"
    path.write_text("<definitions>\n<process", encoding="utf-8")
    result = run("check", path)
    assert result.code == 2
    assert "a.bpmn, linje 2" in result.err
    assert result.out == ""


def test_a_folder_with_nothing_readable_is_2_and_says_why_of_each(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.bpmn").write_text("no XML", encoding="utf-8")
    (tmp_path / "b.xml").write_text("<other/>", encoding="utf-8")
    result = run("check", tmp_path)
    assert result.code == 2
    assert "a.bpmn, linje 1" in result.err
    assert "b.xml, linje 1" in result.err


def test_an_odd_file_beside_a_readable_one_is_a_note(run: Run, tmp_path: Path) -> None:
    write_model(tmp_path)
    (tmp_path / "b.xml").write_text("<other/>", encoding="utf-8")
    result = run("check", tmp_path, "--lang", "en")
    assert result.code == 0
    assert result.err.strip() == "Notes about the files: 1 (--notes)"
    assert "b.xml, linje 1: BPM103" in run("check", tmp_path, "--notes").err


def test_a_register_that_cannot_be_understood_is_2_and_says_where(run: Run, tmp_path: Path) -> None:
    model = write_model(tmp_path)
    register = tmp_path / "register.yaml"
    register.write_text("units:\n  - name: Byggesak\n    under: Teknisk\n", encoding="utf-8")
    result = run("check", model, "-r", register)
    assert result.code == 2
    assert "linje 3" in result.err
    assert run("check", model, "-r", tmp_path / "none.yaml").code == 2


def test_a_folder_that_cannot_be_written_is_2(run: Run, tmp_path: Path) -> None:
    model = write_model(tmp_path)
    result = run("map", model, "-o", model / "out")
    assert result.code == 2
    assert "a.bpmn" in result.err


@pytest.mark.parametrize("kind", [RuntimeError, RuleError, RenderError])
def test_an_internal_failure_is_3(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise kind("something broke")

    monkeypatch.setattr(api, "analyze", fail)
    result = run("check", write_model(tmp_path))
    assert result.code == 3
    assert "something broke" in result.err
    assert ("Traceback" in result.err) is not issubclass(kind, ProcmapError)


# What is printed.


def test_the_headline_and_the_findings_are_printed_in_norwegian(
    run: Run, samples_dir: Path, register: Path
) -> None:
    out = run("check", samples_dir, "-r", register, "--all").out
    landscape = procmap.read_bpmn(samples_dir).with_register(register)
    report = procmap.analyze(landscape)
    assert out.startswith(f"{report.headline}\n\nAvklar først (")
    for finding in report.findings:
        assert f"{finding.code}  {finding.message('nb')}" in out
        assert f"→ {finding.question('nb')}" in out


def test_the_headline_and_the_findings_are_printed_in_english(
    run: Run, samples_dir: Path, register: Path
) -> None:
    out = run("check", samples_dir, "-r", register, "--lang", "en").out
    assert "processes have an owner for the whole" in out
    assert "Clarify first (" in out
    assert "ikke" not in out.split("Clarify first")[0]


def test_a_consequence_names_its_cause(run: Run, samples_dir: Path, register: Path) -> None:
    out = run("check", samples_dir, "-r", register).out
    assert re.search(r"HND202  .*«Byggesak».* ← OWN102\n", out)


def test_no_name_of_a_person_is_printed(run: Run, samples_dir: Path, register: Path) -> None:
    result = run("check", samples_dir, "-r", register, "--notes")
    people = procmap.read_bpmn(samples_dir).with_register(register).people
    assert people
    for person in people:
        assert person.name not in result.out + result.err


def test_names_are_printed_as_they_are_written(run: Run, tmp_path: Path) -> None:
    model = write_model(tmp_path, name="[bold]Sak[/bold] [1/2] \\[x] :smile:")
    out = run("check", model).out
    assert "«[bold]Sak[/bold] [1/2] \\[x] :smile:»" in out


def test_a_path_with_brackets_is_printed_in_an_error(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "[bold]a :smile:.bpmn"
    path.write_text("no XML", encoding="utf-8")
    assert "[bold]a :smile:.bpmn, linje 1" in run("check", path).err


def test_help_names_the_commands(run: Run) -> None:
    result = run("--help")
    assert result.code == 0
    for command in ("check", "map", "demo"):
        assert command in result.out


def test_the_version_is_the_installed_one(run: Run) -> None:
    try:
        version = importlib.metadata.version("procmap")
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("procmap is imported, but not installed")
    assert run("--version").out == f"procmap {version}\n"


# What is written.


def test_map_draws_one_picture_a_process(run: Run, samples_dir: Path, tmp_path: Path) -> None:
    model = samples_dir / "onboarding-offboarding.bpmn"
    result = run("map", model, "-o", tmp_path / "kart")
    assert result.code == 0
    assert {path.name for path in (tmp_path / "kart").iterdir()} == {
        "onboarding.svg",
        "offboarding.svg",
    }
    assert result.out.startswith("2 SVG → ")


def test_map_can_show_hand_offs_alone_and_run_down(
    run: Run, samples_dir: Path, tmp_path: Path
) -> None:
    drawn = {}
    for choices in ((), ("--view", "handoffs", "--direction", "down"), ("--no-data",)):
        folder = tmp_path / f"kart{len(drawn)}"
        assert run("map", samples_dir / "byggesak.bpmn", "-o", folder, *choices).code == 0
        drawn[choices] = (folder / "byggesak.svg").read_text(encoding="utf-8")
    plain, contracted, calm = drawn.values()
    assert plain.count('class="procmap-node"') > contracted.count('class="procmap-node"')
    assert 'data-type="dataObjectReference"' in plain
    assert 'data-type="dataObjectReference"' not in calm


def test_map_draws_what_the_file_itself_draws(run: Run, samples_dir: Path, tmp_path: Path) -> None:
    model = samples_dir / "byggesak.bpmn"
    assert run("map", model, "-o", tmp_path, "--layout", "source").code == 0
    assert (tmp_path / "byggesak.svg").is_file()
    refused = run("map", model, "-o", tmp_path, "--layout", "source", "--view", "handoffs")
    assert refused.code == 2
    assert "view=«handoffs»" in refused.err


def test_choices_of_swimlane_maps_are_refused_for_other_kinds(
    run: Run, samples_dir: Path, tmp_path: Path
) -> None:
    model = samples_dir / "byggesak.bpmn"
    refused = run("map", model, "-o", tmp_path, "--kind", "landscape", "--lanes", "unit")
    assert refused.code == 2
    assert "sier ingenting om et kart av typen" in refused.err


def test_processes_of_one_name_are_drawn_into_two_files(run: Run, tmp_path: Path) -> None:
    write_model(tmp_path / "in", file="a.bpmn")
    write_model(tmp_path / "in", file="b.bpmn")
    assert run("map", tmp_path / "in", "-o", tmp_path / "out").code == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "byggesak-a.svg",
        "byggesak-b.svg",
    }


def test_demo_writes_maps_and_a_page_into_an_empty_folder(
    run: Run, samples_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("demo")
    assert result.code == 0
    processes = [p for p in procmap.read_bpmn(samples_dir).processes if p.nodes]
    assert len(list((tmp_path / "out").glob("*.svg"))) == len(processes)
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    for picture in (tmp_path / "out").glob("*.svg"):
        assert picture.stem.split("-")[0] in page.casefold()
    # A page that is passed on names files, not the folders of the machine it was made on.
    assert str(samples_dir) not in page
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_demo_can_be_run_again(run: Run, tmp_path: Path) -> None:
    first = run("demo", "-o", tmp_path / "x", "--lang", "en")
    second = run("demo", "-o", tmp_path / "x", "--lang", "en")
    assert (first.code, first.out) == (second.code, second.out)


# As a command of its own, with its output in a pipe.


def start(*arguments: object, **streams: int) -> subprocess.Popen[bytes]:
    settings = {"FORCE_COLOR", "PY_COLORS", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLUMNS"}
    environment = {name: value for name, value in os.environ.items() if name not in settings}
    command = [sys.executable, "-m", "procmap.cli", *map(str, arguments)]
    return subprocess.Popen(  # noqa: S603 - our own command
        command, env={**environment, "PYTHONUTF8": "1"}, **streams
    )


def test_piped_output_has_no_escape_codes_and_a_finding_on_a_line(
    samples_dir: Path, register: Path
) -> None:
    process = start(
        "check",
        samples_dir,
        "-r",
        register,
        "--all",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert b"\x1b" not in out + err
    assert b"\r" not in out.replace(b"\r\n", b"\n") + err.replace(b"\r\n", b"\n")
    heads = [line for line in out.decode().splitlines() if re.match(r"  [A-Z]{3}\d{3}  ", line)]
    report = procmap.analyze(procmap.read_bpmn(samples_dir).with_register(register))
    assert len(heads) == len(report.findings)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_reader_who_leaves_changes_no_exit_code(samples_dir: Path, register: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    process = start(
        "check",
        samples_dir,
        "-r",
        register,
        "--fail-on",
        "never",
        stdout=write_end,
        stderr=subprocess.PIPE,
    )
    os.close(write_end)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert b"Traceback" not in err
    assert b"Exception" not in err


def test_a_register_is_written_looked_over_and_updated(run: Run, tmp_path: Path) -> None:
    model = write_model(tmp_path)
    path = tmp_path / "register.xlsx"
    written = run("register", "new", model, "-o", path)
    assert (written.code, written.err) == (0, "")
    assert path.exists()
    assert run("register", "new", model, "-o", path).code == 2
    status = run("register", "status", model, "-r", path, "--lang", "en")
    assert status.code == 0
    assert "1. Processes: Byggesak – Process owner (position)" in status.out
    write_model(tmp_path, "Lønn", "b.bpmn")
    updated = run("register", "update", model, tmp_path / "b.bpmn", "-r", path)
    assert updated.code == 0
    assert "Nye rader: 1" in updated.out
    assert len(list(tmp_path.glob("register.*.xlsx"))) == 1


def test_a_register_in_folders_of_csv_is_written_and_checked(run: Run, tmp_path: Path) -> None:
    model = write_model(tmp_path)
    assert run("register", "new", model, "-o", tmp_path / "csv", "--full").code == 0
    assert (tmp_path / "csv" / "steg.csv").exists()
    assert run("check", model, "-r", tmp_path / "csv", "--fail-on", "never").code == 0


def test_explain_says_what_a_code_means_and_refuses_what_is_none(run: Run) -> None:
    said = run("explain", "HND202", "BPM101", "--lang", "en")
    assert said.code == 0
    assert "HND202 silo-hand-off" in said.out
    assert "BPM101 not-well-formed" in said.out
    refused = run("explain", "HND202", "XYZ999")
    assert (refused.code, refused.out) == (2, "")
    assert "XYZ999" in refused.err
    assert len(run("explain").out.splitlines()) > 60


def test_map_writes_sheets_as_one_pdf_a_process(
    run: Run, samples_dir: Path, tmp_path: Path
) -> None:
    model = samples_dir / "onboarding-offboarding.bpmn"
    result = run("map", model, "-o", tmp_path, "--format", "pdf", "--sheet", "A3")
    assert result.code == 0
    assert result.out.startswith("2 PDF → ")
    assert (tmp_path / "onboarding.pdf").read_bytes().startswith(b"%PDF-")


def test_map_writes_a_file_for_each_sheet(run: Run, samples_dir: Path, tmp_path: Path) -> None:
    model = samples_dir / "byggesak.bpmn"
    result = run("map", model, "-o", tmp_path, "--sheet", "A4", "--orientation", "landscape")
    assert result.code == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [f"byggesak-{n + 1}.svg" for n in range(len(names))]
    assert len(names) > 1
    assert result.out.startswith(f"{len(names)} SVG → ")


def test_orientation_without_paper_is_wrong_usage(run: Run, samples_dir: Path) -> None:
    result = run("map", samples_dir, "-o", "out", "--orientation", "portrait")
    assert (result.code, result.out) == (2, "")
    assert "--sheet" in result.err
