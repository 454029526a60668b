"""`procmap check` with a baseline, a profile, and rules that fail."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner, Result

from procmap.cli import app


def run(samples: Path, *options: str) -> Result:
    return CliRunner().invoke(app, ["check", str(samples), *options])


def test_only_what_is_new_fails_beside_a_baseline(samples_dir: Path, tmp_path: Path) -> None:
    register = ("--register", str(samples_dir / "register.yaml"))
    kept = tmp_path / "sist.json"
    first = run(samples_dir, *register, "--write-baseline", str(kept))
    assert first.exit_code == 1
    again = run(samples_dir, *register, "--baseline", str(kept))
    assert again.exit_code == 0
    assert "Siden sist: ingen endringer i overleveringene." in again.stdout


def test_a_register_since_last_time_is_told(samples_dir: Path, tmp_path: Path) -> None:
    kept = tmp_path / "sist.json"
    run(samples_dir, "--write-baseline", str(kept))
    register = str(samples_dir / "register.yaml")
    result = run(samples_dir, "--register", register, "--baseline", str(kept), "--lang", "en")
    assert result.exit_code == 1
    assert "Since last time: " in result.stdout
    assert "Before: " in result.stdout


def test_a_profile_chooses_the_rules(samples_dir: Path) -> None:
    result = run(samples_dir, "--profile", "import-quality", "--fail-on", "never")
    assert result.exit_code == 0
    assert "GAP303" in result.stdout
    assert "OWN101" not in result.stdout


def test_a_model_that_cannot_be_read_is_named_by_every_command(
    samples_dir: Path, tmp_path: Path
) -> None:
    models = tmp_path / "models"
    models.mkdir()
    (models / "byggesak.bpmn").write_bytes((samples_dir / "byggesak.bpmn").read_bytes())
    (models / "half.bpmn").write_bytes((samples_dir / "lonn.bpmn").read_bytes()[:2000])
    register = str(tmp_path / "register.xlsx")
    for command in (
        ["check", str(models)],
        ["check", str(models), "--notes"],
        ["register", "new", str(models), "-o", register],
        ["register", "status", str(models), "-r", register],
        ["register", "update", str(models), "-r", register],
        ["map", str(models), "-o", str(tmp_path / "maps")],
        ["report", str(models), "-o", str(tmp_path / "report.html")],
        ["workshop", str(models), "-o", str(tmp_path / "kit")],
    ):
        said = CliRunner().invoke(app, command).stderr
        assert said.count("half.bpmn") == 1, command
        assert "BPM101 Filen er ikke velformet XML" in said


def test_notes_say_in_norwegian_where_they_were_read(samples_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "half.bpmn").write_bytes((samples_dir / "lonn.bpmn").read_bytes()[:2000])
    (tmp_path / "whole.bpmn").write_bytes((samples_dir / "byggesak.bpmn").read_bytes())
    said = run(tmp_path, "--notes").stderr
    assert "half.bpmn, linje " in said
    assert "half.bpmn, line " in run(tmp_path, "--notes", "--lang", "en").stderr
