"""`procmap register`: what the commands print, ask, write, and end with."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from procmap import read_bpmn
from tests.cli.running import Result, Run, run_command

MODEL = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">'
    '<process id="{id}" name="{name}"><task id="T1" name="Vurdere"/></process></definitions>'
)
LIST = "Prosess;Eier;Stilling;Enhet\nByggsak;Nes, Kari;Leder byggesak;Byggesak\nLønn;Vik, Ola;;HR\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs `procmap register ARGUMENTS` in the folder of the models, with answers typed in."""
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path)
    (tmp_path / "eiere.csv").write_text(LIST, encoding="utf-8")

    def run_it(*arguments: str, answers: str | None = None) -> Result:
        stdin = io.StringIO("") if answers is None else Terminal(answers)
        monkeypatch.setattr(sys, "stdin", stdin)
        return run_command(monkeypatch, capsys, "register", *arguments)

    return run_it


def write_model(folder: Path, *, element_id: str = "P1", name: str = "Byggesak") -> None:
    text = MODEL.format(id=element_id, name=name)
    (folder / "a.bpmn").write_text(text, encoding="utf-8")


def test_without_a_terminal_only_what_is_sure_is_taken_over(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("new", "a.bpmn", "-o", "r.xlsx", "--from", "eiere.csv")
    assert code == 0
    assert "prosesseier (person)?" in out
    assert "Kolonner merket med ? er ikke tatt med. Ta dem med med --yes" in out
    assert "Kari" not in out
    landscape = read_bpmn("a.bpmn").with_register("r.xlsx")
    assert {process.label for process in landscape.processes} == {"Byggesak", "Byggsak", "Lønn"}
    assert not any(process.owners for process in landscape.processes)
    options = (tmp_path / "eiere.columns.yaml").read_text(encoding="utf-8")
    assert "Eier:  # uklart, kanskje: prosesseier (person)" in options
    assert "Kari" not in options


def test_yes_takes_over_what_is_likely_and_never_names_of_persons(run: Run) -> None:
    code, out, _ = run("new", "a.bpmn", "-o", "r.xlsx", "--from", "eiere.csv", "--yes")
    assert code == 0
    assert "Mente dere «Byggesak»?" in out
    landscape = read_bpmn("a.bpmn").with_register("r.xlsx")
    assert landscape["Byggsak"].owners[0].holder.name == "Leder byggesak"
    assert not landscape.people


def test_persons_are_taken_over_when_the_command_says_so(run: Run) -> None:
    run("new", "a.bpmn", "-o", "r.xlsx", "--from", "eiere.csv", "--yes", "--people")
    landscape = read_bpmn("a.bpmn").with_register("r.xlsx")
    assert {person.name for person in landscape.people} == {"Kari Nes", "Ola Vik"}


def test_a_terminal_is_asked_and_the_answers_are_kept(run: Run, tmp_path: Path) -> None:
    # Persons: yes. «Stilling»: as proposed. All right. «Byggsak» is the first name offered.
    answers = "j\n\n\n1\n"
    arguments = ("new", "a.bpmn", "--from", "eiere.csv", "--columns", "m.yaml")
    code, out, _ = run(*arguments, "-o", "r.xlsx", answers=answers)
    assert code == 0
    assert "Skal de inn i registeret som personer? [j/N]" in out
    landscape = read_bpmn("a.bpmn").with_register("r.xlsx")
    assert landscape["Byggesak"].owners[0].holder.name == "Leder byggesak"
    # Next time nothing is asked, and the same comes of it.
    code, out, _ = run(*arguments, "-o", "s.xlsx")
    assert code == 0
    assert "m.yaml finnes fra før, og er ikke endret." in out
    assert (tmp_path / "r.xlsx").read_bytes() == (tmp_path / "s.xlsx").read_bytes()


def test_a_column_can_be_changed_in_the_end(run: Run) -> None:
    # Persons: no. «Stilling»: as proposed. Not right: column D, which is nothing. Right.
    answers = "\n\nn\nd\n14\nj\n\n"
    code, out, _ = run(
        "new", "a.bpmn", "-o", "r.xlsx", "--from", "eiere.csv", "--lang", "en", answers=answers
    )
    assert code == 0
    assert "Write its letters, such as «A»" in out
    assert read_bpmn("a.bpmn").with_register("r.xlsx").units == ()


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_what_cannot_be_read_is_said_in_the_language_asked_for(run: Run, lang: str) -> None:
    run("new", "a.bpmn", "-o", "r.xlsx")
    book = load_workbook("r.xlsx")
    book["Prosesser"]["C2"] = "tull"
    book.save("r.xlsx")
    before = Path("r.xlsx").read_bytes()
    for command in ("update", "status"):
        code, _, err = run(command, "a.bpmn", "-r", "r.xlsx", "--lang", lang)
        assert code == 2
        said = "rad 2, kolonne Type" if lang == "nb" else "row 2, column Type"
        assert said in err
    assert Path("r.xlsx").read_bytes() == before


def test_an_update_prints_what_it_did(run: Run, tmp_path: Path) -> None:
    run("new", "a.bpmn", "-o", "r.xlsx")
    _, out, _ = run("update", "a.bpmn", "-r", "r.xlsx")
    assert "Ingenting er endret" in out
    write_model(tmp_path, element_id="P9")
    book = load_workbook("r.xlsx")
    del book["Grenser"]
    book.save("r.xlsx")
    _, out, _ = run("update", "a.bpmn", "-r", "r.xlsx")
    assert "Funnet igjen, og pekt på det modellen heter nå: 1\n  Byggesak → a.bpmn#P9" in out
    assert "Ark som var slettet, og som er der igjen: 1\n  Grenser" in out
    write_model(tmp_path, element_id="P9", name="Reguleringsplan")
    _, out, _ = run("update", "a.bpmn", "-r", "r.xlsx", "--lang", "en")
    assert "Nothing has changed" in out


@pytest.mark.parametrize(("lang", "said"), [("nb", "Besvart, av"), ("en", "Answered, of")])
def test_status_says_how_much_is_answered_and_what_is_next(run: Run, lang: str, said: str) -> None:
    run("new", "a.bpmn", "-o", "r.xlsx")
    _, out, _ = run("status", "a.bpmn", "-r", "r.xlsx", "--lang", lang)
    assert out.startswith(said)
    assert " 1. Pro" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "a.bpmn", "-o", "r.xlsx", "--from", "none.xlsx"),
        ("new", "a.bpmn", "-o", "a.bpmn", "--from", "eiere.csv"),
        ("new", "a.bpmn", "-o", "r.xlsx", "--columns", "m.yaml"),
        ("status", "a.bpmn", "-r", "none.xlsx"),
    ],
)
def test_what_cannot_come_to_anything_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    assert "Traceback" not in err
    assert not Path("r.xlsx").exists()
