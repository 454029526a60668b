"""Settings from files: found from the working directory upward, checked before anything runs."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from procmap.cli import app, main
from procmap.cli.console import UsageError
from procmap.cli.settings import find_settings_file, read_settings
from procmap.errors import ReadError
from procmap.rules.saving import COLUMNS

MODEL = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">'
    '<process id="P1" name="Byggesak"><task id="T1" name="Vurdere"/></process></definitions>'
)
ABSENT = "schema: 1\nprocesses: [{name: Byggesak, ownership: none}]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a model in it, to work in."""
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "a.bpmn").write_text(MODEL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*options: str) -> Result:
    return CliRunner().invoke(app, ["check", "models", *options])


def codes(result: Result) -> set[str]:
    return set(re.findall(r"^ +([A-Z]{3}\d{3})  ", result.stdout, re.MULTILINE))


def settle(text: str, file: str = "procmap.toml") -> None:
    Path(file).write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("file", "head"),
    [
        ("procmap.toml", ""),
        ("procmap.toml", "[tool.procmap]\n"),
        ("pyproject.toml", "[tool.procmap]\n"),
    ],
)
def test_rules_are_chosen_in_the_nearest_file(file: str, head: str) -> None:
    settle(f'{head}select = ["OWN101"]\nlang = "en"\n', file)
    result = check()
    assert codes(result) == {"OWN101"}
    assert "We do not know yet who owns" in result.stdout


def test_a_file_further_up_counts_where_none_is_nearer(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle('select = ["OWN101"]')
    inner = folder / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "pyproject.toml").write_text('[project]\nname = "other"\n', encoding="utf-8")
    monkeypatch.chdir(inner)
    assert find_settings_file(inner) == folder / "procmap.toml"
    (inner / "procmap.toml").write_text("", encoding="utf-8")
    assert find_settings_file(inner) == inner / "procmap.toml"


@pytest.mark.usefixtures("folder")
def test_procmap_toml_comes_before_pyproject_toml() -> None:
    settle('lang = "en"')
    settle('[tool.procmap]\nlang = "nb"\n', "pyproject.toml")
    assert read_settings(None).defaults == {"lang": "en"}


@pytest.mark.usefixtures("folder")
def test_what_is_typed_counts_before_the_file() -> None:
    settle('lang = "en"\nselect = ["OWN101"]\nfail_on = "I"\nformat = "json"')
    assert check().exit_code == 1
    result = check("--lang", "nb", "--select", "OWN109", "--fail-on", "never", "--format", "text")
    assert result.exit_code == 0
    assert codes(result) == {"OWN109"}
    assert "Til orientering" in result.stdout


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("place", ["after", "before"])
def test_another_file_may_be_named(place: str) -> None:
    settle('select = ["OWN101"]')
    settle('select = ["OWN109"]\nlang = "en"', "other.toml")
    arguments = ["check", "models"]
    at = len(arguments) if place == "after" else 0
    arguments[at:at] = ["--config", "other.toml"]
    result = CliRunner().invoke(app, arguments)
    assert codes(result) == {"OWN109"}
    assert "For information" in result.stdout


def test_paths_are_meant_from_the_folder_of_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "register.yaml").write_text(ABSENT, encoding="utf-8")
    settle('register = "register.yaml"\nselect = ["OWN101"]')
    monkeypatch.chdir(folder / "models")
    result = CliRunner().invoke(app, ["check", "a.bpmn"])
    assert "Ingen har ansvar for helheten i «Byggesak»." in result.stdout


@pytest.mark.usefixtures("folder")
def test_the_other_commands_take_what_is_theirs() -> None:
    settle('select = ["OWN101"]\nlang = "en"\nfail_on = "E"')
    result = CliRunner().invoke(app, ["report", "models", "-o", "funn.json"])
    assert result.exit_code == 0
    found = json.loads(Path("funn.json").read_text(encoding="utf-8"))["findings"]
    assert {finding["code"] for finding in found} == {"OWN101"}


@pytest.mark.usefixtures("folder")
def test_level_and_day_are_taken_and_settings_do_not_outlive_their_command() -> None:
    settle('level = "organisation"\nas_of = 2026-01-31')
    settings = read_settings(None)
    assert (settings.level, str(settings.as_of)) == ("organisation", "2026-01-31")
    assert check().exit_code == 0
    settle("level = 2")
    assert read_settings(None).level == 2
    Path("procmap.toml").unlink()
    assert codes(check()) > {"OWN101"}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("selcet = []", ["'selcet' is no setting (it is [])", "expected one of profile, select"]),
        ('lang = "no"', ["'lang' is 'no'", "expected one of nb, en"]),
        ('fail_on = "X"', ["'fail_on' is 'X'", "one of E, W, I, never"]),
        ('format = "xml"', ["'format' is 'xml'", "one of text, json, csv"]),
        ('level = "team"', ["'level' is 'team'", "person, role, unit, organisation"]),
        ("level = -1", ["'level' is -1", "a depth from 0"]),
        ("level = true", ["'level' is True"]),
        ('as_of = "2026"', ["'as_of' is '2026'", "a day, such as 2026-12-31"]),
        ("register = 3", ["'register' is 3", "a path"]),
        ("keep_going = 1", ["'keep_going' is 1", "true, false"]),
        ('select = ["OWN999"]', ["select is 'OWN999'", "no rule, family or name"]),
        ('profile = "loose"', ["profile is 'loose'", "'workshop'"]),
        ("[options.GAP302]\nfolder_size = 0", ["options.GAP302.folder_size is 0", "at least 1"]),
        ("this is no TOML", ["this is no TOML", "line 1"]),
        ("tool.procmap = 3", ["tool.procmap is 3", "a table"]),
    ],
)
def test_what_is_not_allowed_is_named_with_what_is(text: str, said: list[str]) -> None:
    settle(text)
    with pytest.raises(ReadError) as caught:
        read_settings(None)
    assert "procmap.toml" in str(caught.value)
    for part in said:
        assert part in str(caught.value)


@pytest.mark.usefixtures("folder")
def test_a_near_miss_is_offered() -> None:
    settle('registr = "x"')
    with pytest.raises(ReadError) as caught:
        read_settings(None)
    assert caught.value.remedy == "Did you mean 'register'?"


@pytest.mark.usefixtures("folder")
def test_a_named_file_must_be_there_and_say_something() -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        read_settings(Path("none.toml"))
    settle("[project]\n", "pyproject.toml")
    with pytest.raises(ReadError, match=r"has no \[tool.procmap\]"):
        read_settings(Path("pyproject.toml"))


@pytest.mark.usefixtures("folder")
def test_rules_that_are_typed_wrongly_stop_before_anything_is_read() -> None:
    result = CliRunner().invoke(app, ["check", "nowhere", "--select", "OWN101,NOPE"])
    assert isinstance(result.exception, ReadError)
    assert "select is 'NOPE'" in str(result.exception)


@pytest.mark.usefixtures("folder")
def test_rules_are_selected_and_left_out_by_typing() -> None:
    assert codes(check("--select", "OWN, GAP304")) == {"OWN101", "OWN109"}
    assert codes(check("--select", "OWN", "--ignore", "OWN109")) == {"OWN101"}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("level", ["team", "-1", "1.5"])
def test_a_level_that_is_none_is_usage(level: str) -> None:
    result = check(f"--level={level}")
    assert isinstance(result.exception, UsageError)
    assert result.exception.where == "--level"


@pytest.mark.usefixtures("folder")
def test_a_level_and_a_day_may_be_typed() -> None:
    assert check("--level", "organisation", "--as-of", "2026-01-31").exit_code == 0
    assert check("--level", "0").exit_code == 0
    assert check("--as-of", "31.01.2026").exit_code == 2


@pytest.mark.usefixtures("folder")
def test_json_is_all_there_is_on_the_output() -> None:
    check("--write-baseline", "sist.json")
    result = check("--format", "json", "--baseline", "sist.json")
    plain = json.loads(result.stdout)
    assert {f["code"] for f in plain["findings"]} >= {"OWN101"}
    assert plain["documentation"][0]["label"] == "Byggesak"
    assert "Siden sist" in result.stderr


@pytest.mark.usefixtures("folder")
def test_csv_is_a_table() -> None:
    rows = list(csv.reader(io.StringIO(check("-f", "csv", "--lang", "en").stdout)))
    assert tuple(rows[0]) == COLUMNS
    assert {row[0] for row in rows[1:]} >= {"OWN101"}


@pytest.mark.usefixtures("folder")
def test_what_is_documented_is_printed_on_request() -> None:
    assert "Hva som er sagt om" not in check().stdout
    out = check("--documentation").stdout
    assert "Hva som er sagt om 1 prosess\n  Prosesseier: 1 ikke registrert\n" in out


@pytest.mark.usefixtures("folder")
def test_what_is_set_aside_is_printed_with_its_reason() -> None:
    settle('[[suppress]]\nrule = "OWN101"\nreason = "Tas i mars"\nuntil = 9999-12-31\n')
    out = check().stdout
    head, aside = out.split("Satt til side (1)\n")
    assert "OWN101" not in head
    assert aside.startswith("  OWN101  Vi vet ikke ennå hvem som eier «Byggesak». Tas i mars (til")
    settle('[[suppress]]\nrule = "OWN101"\nreason = "Tas i mars"\nuntil = 2000-01-01\n')
    assert "Gjelder ikke lenger (1)\n  OWN101: Tas i mars (til og med 2000-01-01)" in check().stdout


def test_the_demo_shows_what_it_always_shows(folder: Path) -> None:
    plain = CliRunner().invoke(app, ["demo", "-o", str(folder / "a")]).stdout
    settle('select = ["OWN101"]')
    chosen = CliRunner().invoke(app, ["demo", "-o", str(folder / "b")]).stdout
    assert plain.splitlines()[:20] == chosen.splitlines()[:20]


@pytest.mark.usefixtures("folder")
def test_the_version_needs_no_settings() -> None:
    settle("this is no TOML")
    result = CliRunner().invoke(app, ["--version"])
    assert not isinstance(result.exception, ReadError)


@pytest.mark.usefixtures("folder")
def test_help_is_there_for_whoever_has_a_setting_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settle("selcet = []")
    for arguments, code in ((["check", "--help"], 0), (["check", "models"], 2)):
        monkeypatch.setattr(sys, "argv", ["procmap", *arguments])
        with pytest.raises(SystemExit) as stopped:
            main()
        assert stopped.value.code == code
    assert "«selcet» er ikke en innstilling" in capsys.readouterr().err
