"""Heads that people write of their own accord are understood where one thing can be meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from procmap import api
from procmap.model import Landscape
from procmap.register import apply_register
from procmap.register.own_list.uses import match_head
from procmap.register.reading.columns import COLUMNS
from procmap.register.reading.heads import LIKELY_HEADS, match_heads

from .builders import build_document, find_diagnostics


def match(table: str, *heads: str, **below: list[str]) -> list[str | None]:
    return list(match_heads(table, heads, lambda at: below.get(heads[at].replace(" ", "_"), [])))


@pytest.mark.parametrize("table", sorted(LIKELY_HEADS))
def test_a_likely_head_is_no_certain_one_and_means_keys_of_its_table(table: str) -> None:
    for head, keys in LIKELY_HEADS[table].items():
        assert set(keys) <= set(COLUMNS[table].values()), head


@pytest.mark.parametrize(
    ("table", "heads", "keys"),
    [
        ("processes", ["Prosessnavn", "Ansvarlig leder"], ["name", "ownership"]),
        ("processes", ["Prosess", "Eier", "Eierens ansvar"], ["name", "ownership", "scope"]),
        (
            "processes",
            ["Process", "Owner", "Owner's responsibility"],
            ["name", "ownership", "scope"],
        ),
        ("processes", ["Prosess", "Stilling"], ["name", "ownership"]),
        ("processes", ["Prosess", "Prosesseier", "Ansvar"], ["name", "ownership", "scope"]),
        ("processes", ["Prosess", "Omfang", "Ansvarsområde"], ["name", "scope", "ownership"]),
        ("units", ["Avdeling", "Avdelingsleder"], ["name", "manager"]),
        ("units", ["Enhet", "Virksomhetsområde", "Stilling"], ["name", "under", "manager"]),
        ("units", ["Department", "Unit manager"], ["name", "manager"]),
        ("people", ["Ansatt", "Avdeling", "Stillingstittel"], ["name", "unit", "positions"]),
        ("lanes", ["Modell", "Bane", "Er en", "Avdeling"], ["model", "lane", "is", "unit"]),
        ("opinions", ["Prosess", "Avdeling", "Hvem eier?"], ["process", "unit", "owner"]),
        ("steps", ["Prosess", "Steg", "Avdeling"], ["process", "step", "who"]),
    ],
)
def test_natural_heads_are_understood(table: str, heads: list[str], keys: list[str]) -> None:
    assert match(table, *heads) == keys
    assert match(table, *(head.upper() + " *" for head in heads)) == keys


@pytest.mark.parametrize(
    ("table", "heads"),
    [
        # Owner or the owner's reach: either may be meant.
        ("processes", ["Prosess", "Ansvar"]),
        # There is an owner already, and two that may be one.
        ("processes", ["Prosess", "Eier", "Stilling"]),
        ("processes", ["Prosess", "Stilling", "Ansvarlig"]),
        ("steps", ["Prosess", "Steg", "Hvem", "Avdeling"]),
        ("processes", ["Prosess", "Eier", "Sist revidert"]),
    ],
)
def test_heads_that_may_mean_several_things_or_nothing_stay_unknown(
    table: str, heads: list[str]
) -> None:
    assert match(table, *heads)[-1] is None


def test_a_head_that_asks_for_a_word_needs_such_words_below() -> None:
    below = {"Ansvarsområde": ["Plan og bygg"]}
    assert match("processes", "Prosess", "Eier", "Ansvarsområde", **below)[-1] is None
    below = {"Ansvarsområde": ["hele prosessen", "vet ikke"]}
    assert match("processes", "Prosess", "Eier", "Ansvarsområde", **below)[-1] == "scope"
    # What is no word for a reach is somebody's position.
    assert match("processes", "Prosess", "Ansvar", Ansvar=["Lønnssjef"])[-1] == "ownership"


ROWS: list[dict[str, Any]] = [
    {"Prosessnavn": "Lønn", "Ansvarlig": "Lønnssjef", "Eierens ansvar": "hele prosessen"}
]


def test_every_form_understands_the_same(tmp_path: Path) -> None:
    import pandas as pd
    from openpyxl import Workbook

    (tmp_path / "csv").mkdir()
    text = "\n".join(";".join(line) for line in (ROWS[0].keys(), ROWS[0].values()))
    (tmp_path / "csv" / "prosesser.csv").write_text(text, encoding="utf-8")
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Prosesser"
    for line in (list(ROWS[0]), list(ROWS[0].values())):
        sheet.append(line)
    book.save(tmp_path / "r.xlsx")
    cells = ", ".join(f"{key}: {value}" for key, value in ROWS[0].items())
    (tmp_path / "r.yaml").write_text(f"prosesser: [{{{cells}}}]", encoding="utf-8")
    for register in (
        tmp_path / "csv",
        tmp_path / "r.xlsx",
        tmp_path / "r.yaml",
        {"prosesser": ROWS},
        {"prosesser": pd.DataFrame(ROWS)},
    ):
        landscape = apply_register(Landscape(), register)
        (owner,) = landscape["Lønn"].owners
        assert owner.holder.name == "Lønnssjef"
        assert owner.scope.value is not None
        assert owner.scope.value.kind == "whole"
        assert not find_diagnostics(landscape)


def test_an_unknown_head_is_reported_with_the_nearest() -> None:
    rows = [{"prosess": "Lønn", "prosesseierr": "Lønnssjef", "ansvar": "vet ikke"}]
    landscape = apply_register(Landscape(), {"prosesser": rows})
    assert not landscape["Lønn"].owners
    found = [f for f in landscape.diagnostics if f.code == "REG101"]
    assert {str(f.parameters["key"]): f.message("en") for f in found} == {
        "prosesseierr": (
            "«prosesseierr» is no key of processes; what stands there was not read. "
            "Nearest: «prosesseier»."
        ),
        "ansvar": "«ansvar» is no key of processes; what stands there was not read.",
    }


def test_an_update_understands_the_heads_that_reading_does(tmp_path: Path) -> None:
    path = tmp_path / "register"
    path.mkdir()
    text = "Prosessnavn;Modell;Ansvarlig\nByggesak;byggesak.bpmn#P;Leder byggesak\n"
    (path / "prosesser.csv").write_text(text, encoding="utf-8")
    models = Landscape(documents=(build_document(), build_document("b.bpmn", process="Lønn")))
    api.update_register(models, path)
    lines = (path / "prosesser.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1:] == ["Byggesak;byggesak.bpmn#P;Leder byggesak", "Lønn;b.bpmn#P"]


@pytest.mark.parametrize("head", ["Eierens ansvar", "Ansvarsomfang", "Owner's responsibility"])
def test_a_list_of_ones_own_says_how_far_an_owner_answers(head: str) -> None:
    found = match_head(head)
    assert found is not None
    assert found.use == "scope"
