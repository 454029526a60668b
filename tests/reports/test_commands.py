"""`procmap report` and `procmap workshop`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

import procmap as pm
from tests.cli.running import Run, run_command


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process: exit code, output, errors."""
    return partial(run_command, monkeypatch, capsys)


@pytest.fixture
def models(samples_dir: Path) -> tuple[Path, str, Path]:
    return samples_dir, "-r", samples_dir / "register.yaml"


def test_a_report_is_written_and_its_headline_printed(
    run: Run, models: tuple[object, ...], report: pm.Report, tmp_path: Path
) -> None:
    path = tmp_path / "rapport.html"
    code, out, _ = run("report", *models, "-o", path, "--lang", "en")
    assert code == 0
    assert out == "\n".join([*report.headline.lines("en"), f"→ {path}", ""])
    assert '<html lang="en">' in path.read_text(encoding="utf-8")


def test_a_report_says_what_changed_since_the_baseline(
    run: Run, models: tuple[object, ...], tmp_path: Path
) -> None:
    baseline, path = tmp_path / "sist.json", tmp_path / "rapport.md"
    run("check", models[0], "--write-baseline", baseline)
    code, out, _ = run("report", *models, "-o", path, "--baseline", baseline)
    assert code == 0
    assert "\nSiden sist: " in out
    assert "## Siden sist" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [["-o", "a.pdf"], ["-o", "a.html", "--baseline", "no.json"]])
def test_a_report_that_cannot_be_is_wrong_usage_and_reads_nothing(
    run: Run, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pm.api, "read_bpmn", lambda *_, **__: pytest.fail("it was read"))
    code, _, err = run("report", ".", *arguments)
    assert code == 2
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_a_kit_is_written_and_written_again(
    run: Run, models: tuple[object, ...], tmp_path: Path
) -> None:
    first = run("workshop", *models, "-o", tmp_path / "kit", "--maps", "1")
    assert first[0] == 0
    assert "Til arbeidsmøtet: 6 punkter, " in first[1]
    assert run("workshop", *models, "-o", tmp_path / "kit", "--maps", "1") == first


def test_a_kit_is_not_written_over_something_else(
    run: Run, models: tuple[object, ...], tmp_path: Path
) -> None:
    (tmp_path / "register.xlsx").write_bytes(b"")
    code, _, err = run("workshop", *models, "-o", tmp_path, "--maps", "1")
    assert code == 2
    assert "register.xlsx" in err
    assert [path.name for path in tmp_path.iterdir()] == ["register.xlsx"]


@pytest.mark.parametrize("command", ["report", "workshop"])
def test_a_list_of_owners_will_do_instead_of_a_register(
    run: Run, samples_dir: Path, tmp_path: Path, command: str
) -> None:
    own = tmp_path / "eierliste.csv"
    own.write_text("Prosess;Prosesseier\nGravemelding;Leder kommunalteknikk\n", encoding="utf-8")
    output = tmp_path / ("a.md" if command == "report" else "kit")
    models = (samples_dir / "gravemelding.bpmn", samples_dir / "arkivering.bpmn")
    code, out, err = run(command, *models, "--from", own, "-o", output)
    assert (code, err) == (0, "")
    assert "eier for helheten" in out
