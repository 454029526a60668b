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
