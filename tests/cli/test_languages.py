"""What goes wrong is said in the language of the command, with what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from procmap.cli.console import find_typed_language

from .running import run_command

SayError = Callable[..., tuple[int, str]]

MODEL = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">'
    '<process id="P1" name="Byggesak"><task id="T1" name="Vurdere"/></process></definitions>'
)


@pytest.fixture
def say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> SayError:
    """Runs the command line in a folder with a model; the exit code, and the error stream."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.bpmn").write_text(MODEL, encoding="utf-8")

    def run(*arguments: str) -> tuple[int, str]:
        code, _, err = run_command(monkeypatch, capsys, *arguments)
        return code, err

    return run


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "nb", "en"),
    [
        (
            ["check", "none.bpmn"],
            "none.bpmn: filen eller mappen finnes ikke; ventet en fil, en mappe eller et mønster",
            "none.bpmn: there is no such file or folder; expected a file, folder or pattern",
        ),
        (
            ["check", "a.bpmn", "-r", "none.yaml"],
            "none.yaml: filen finnes ikke; ventet en fil eller mappe som finnes",
            "none.yaml: there is no such file; expected a file or folder that exists",
        ),
        (
            ["check", "a.bpmn", "--select", "OWN1001"],
            "select er «OWN1001», ikke en regel, en familie eller et navn; ventet en av",
            "select is 'OWN1001', no rule, family or name; expected one of",
        ),
        (
            ["check", "a.bpmn", "--level", "team"],
            "--level: «team» er ikke person, role, unit, organisation eller en dybde fra 0",
            "--level: 'team' is none of person, role, unit, organisation, or a depth from 0",
        ),
        (
            ["check", "a.bpmn", "--baseline", "none.json"],
            "none.json: kan ikke leses: filen eller mappen finnes ikke",
            "none.json: cannot be read: No such file or directory",
        ),
        (
            ["explain", "OWN999"],
            "ingen regel, merknad eller tall heter «OWN999»; ventet en kode, som",
            "there is no rule, diagnostic or figure 'OWN999'; expected a code such as",
        ),
        (
            ["report", "a.bpmn", "-o", "rapport.docx"],
            "--output: filen må slutte på en av .html",
            "--output: the file must end in one of .html",
        ),
        (
            ["map", "a.bpmn", "-o", "ut", "--orientation", "portrait"],
            "--orientation krever --sheet",
            "--orientation needs --sheet",
        ),
        (
            ["map", "a.bpmn", "-o", "a.bpmn/ut"],
            "kan ikke skrives: ",
            "cannot be written: ",
        ),
        (
            ["map", "a.bpmn", "-o", "ut", "--layout", "source"],
            "filen har ingen tegning av dette",
            "the file holds no drawing of this",
        ),
        (
            ["register", "new", "a.bpmn", "-o", "register.docx"],
            "register.docx: et register kan ikke skrives som .docx",
            "register.docx: a register cannot be written as .docx",
        ),
    ],
)
def test_an_error_is_in_the_language_of_the_command(
    say: SayError, arguments: list[str], nb: str, en: str
) -> None:
    code, said = say(*arguments)
    assert code in (2, 3)
    assert nb in said
    assert en not in said
    assert say(*arguments, "--lang", "en")[0] == code
    assert en in say(*arguments, "--lang", "en")[1]


def test_what_to_do_about_it_is_in_that_language_too(say: SayError) -> None:
    assert "Sjekk stien; den går ut fra mappen du står i." in say("check", "none.bpmn")[1]
    said = say("check", "none.bpmn", "--lang", "en")[1]
    assert "Check the path; it is relative to the working directory." in said
    assert "Sjekk" not in said


def test_a_near_miss_is_offered_in_that_language(say: SayError) -> None:
    assert "Mente du «GAP302»?" in say("check", "a.bpmn", "--select", "GAP3022")[1]
    assert (
        "Did you mean 'GAP302'?" in say("check", "a.bpmn", "--select", "GAP3022", "--lang", "en")[1]
    )


def test_what_the_xml_parser_says_is_quoted_as_it_is(say: SayError) -> None:
    write("b.bpmn", "<definitions>\n<process")
    said = say("check", "b.bpmn")[1]
    assert "b.bpmn, linje 2: Filen er ikke velformet XML: Couldn't find end of" in said
    assert "(kolonne " in said
    assert "ventet velformet XML" in said


def test_what_is_no_bpmn_says_so_without_an_english_word(say: SayError) -> None:
    write("b.bpmn", "<other/>")
    said = say("check", "b.bpmn")[1]
    assert "rotelementet er other (uten navnerom); ventet bpmn:definitions fra BPMN 2.0" in said


def test_the_errors_of_a_register_come_with_their_remedy(say: SayError) -> None:
    write("register.yaml", "units:\n  - name: Byggesak\n    under: Teknisk\n")
    for arguments in (
        ["check", "a.bpmn", "-r", "register.yaml"],
        ["register", "status", "a.bpmn", "-r", "register.yaml"],
    ):
        code, said = say(*arguments)
        assert code == 2
        assert "1 sted i registeret kan ikke forstås" in said
        assert "Rett opp stedene i lista" in said
        assert "1 place in the register cannot be read" in say(*arguments, "--lang", "en")[1]


def test_settings_that_are_wrong_are_told_in_the_language_typed(say: SayError) -> None:
    write("procmap.toml", 'registr = "x"')
    assert "«registr» er ikke en innstilling (den er «x»)" in say("check", "a.bpmn")[1]
    assert "Mente du «register»?" in say("check", "a.bpmn")[1]
    assert "'registr' is no setting" in say("check", "a.bpmn", "--lang=en")[1]


def test_a_language_from_the_settings_is_that_of_errors(say: SayError) -> None:
    write("procmap.toml", 'lang = "en"')
    assert "there is no such file or folder" in say("check", "none.bpmn")[1]


def test_a_language_that_is_not_there_is_refused(say: SayError) -> None:
    code, said = say("check", "a.bpmn", "--lang", "xx")
    assert code == 2
    assert "språket «xx» finnes ikke; ventet en av «nb», «en»" in said


@pytest.mark.parametrize(
    ("arguments", "lang"),
    [
        ([], "nb"),
        (["check", "--lang"], "nb"),
        (["check", "--lang", "en"], "en"),
        (["check", "--lang=en", "a.bpmn"], "en"),
        (["check", "--lang", "xx"], "nb"),
        (["check", "--language", "en"], "nb"),
    ],
)
def test_the_language_typed_is_found_before_options_are_read(
    arguments: list[str], lang: str
) -> None:
    assert find_typed_language(arguments) == lang
