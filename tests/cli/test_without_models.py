"""Work that nobody has drawn: the command line with a register and no models."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

STEPS = [
    ("Ny ansatt", 1, "Sende melding", "Skole"),
    ("Ny ansatt", 2, "Opprette i lønnssystemet", "HR"),
    ("Ny ansatt", 3, "Opprette konto", "IT"),
]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """`python -m procmap ARGUMENTS`, as where scripts are not on the path."""
    command = [sys.executable, "-m", "procmap", *map(str, arguments)]
    return subprocess.run(  # noqa: S603 - our own command
        command, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook written from nothing, with a list of steps typed into it."""
    path = tmp_path_factory.mktemp("register") / "register.xlsx"
    assert run("register", "new", "-o", path, "--full").returncode == 0
    book = openpyxl.load_workbook(path)
    sheet = book["Steg"]
    heads = {str(cell.value).rstrip("*"): cell.column for cell in sheet[1]}
    for row, values in enumerate(STEPS, start=2):
        for head, value in zip(("Prosess", "Nr", "Steg", "Hvem"), values, strict=True):
            sheet.cell(row, heads[head], value)
    book.save(path)
    return path


def test_a_list_of_steps_is_checked(register: Path) -> None:
    found = run("check", "-r", register)
    assert found.returncode == 0, found.stderr
    assert "2 overleveringer mellom 3 enheter" in found.stdout


def test_a_list_of_steps_is_drawn(register: Path, tmp_path: Path) -> None:
    drawn = run("map", "-r", register, "-o", tmp_path)
    assert drawn.returncode == 0, drawn.stderr
    svg = (tmp_path / "ny-ansatt.svg").read_text(encoding="utf-8")
    assert svg.count('data-kind="sequence"') == 4
    assert all(step in svg and f'data-unit="{unit}"' in svg for *_, step, unit in STEPS)


def test_the_status_of_a_register_alone_says_what_to_fill_in(register: Path) -> None:
    status = run("register", "status", "-r", register)
    assert "Ny ansatt – Prosesseier (stilling) (2 overleveringer)" in status.stdout


def test_neither_models_nor_register_is_wrong_usage() -> None:
    refused = run("check", "--lang", "en")
    assert refused.returncode == 2
    assert "--register" in refused.stderr
