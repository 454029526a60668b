"""An owner on the sheet of processes and another on the sheet of owners are remarked upon."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from procmap.register import apply_register, write_register

from .builders import build_landscape, find_diagnostics

UNITS = ["Kart", "Arkiv"]


def noted(
    owner: dict[str, Any], *others: dict[str, Any], name: str = "Byggesak"
) -> tuple[bool, int]:
    """Whether it is noted, and how many owners there are."""
    landscape = apply_register(
        build_landscape(),
        {
            "units": UNITS,
            "processes": [{"name": "Byggesak", **owner}],
            "ownerships": [{"process": name, **other} for other in others],
        },
    )
    return "REG222" in find_diagnostics(landscape), len(landscape["Byggesak"].owners)


def test_a_changed_owner_and_one_on_the_other_sheet_are_noted_with_both_places(
    tmp_path: Path,
) -> None:
    path = tmp_path / "register.xlsx"
    owners = [
        {"holder": "Leder A", "scope": "whole"},
        {"holder": "Leder B", "scope": "vet ikke"},
    ]
    register = {"processes": [{"name": "Byggesak", "ownership": owners}]}
    write_register(apply_register(build_landscape(), register), path)
    book = load_workbook(path)
    sheet = book["Prosesser"]
    column = next(c.column for c in sheet[1] if str(c.value).startswith("Prosesseier"))
    sheet.cell(2, int(column or 0)).value = "Leder C"
    book.save(path)
    landscape = apply_register(build_landscape(), path)
    assert [o.holder.name for o in landscape["Byggesak"].owners] == ["Leder C", "Leder B"]
    finding = find_diagnostics(landscape)["REG222"]
    assert finding.message() == (
        "«Byggesak» har én eier i Prosesser (rad 2) og en annen i Eierskap (rad 2); begge er lest. "
        "Stryk den som ikke gjelder, eller skriv hva hver av dem eier."
    )
    assert finding.location is not None
    assert (finding.location.sheet, finding.location.line) == ("Eierskap", 2)
    assert "in Prosesser (row 2) and another in Eierskap (row 2)" in finding.message("en")


@pytest.mark.parametrize("scope", ["", "vet ikke", "whole"])
def test_another_owner_whose_part_is_not_written_is_noted(scope: str) -> None:
    assert noted({"owner": "A", "scope": "own_unit"}, {"holder": "B", "scope": scope})[0]
    assert noted({"owner": "A"}, {"holder": "B", "scope": "own_unit"})[0]
    assert noted({"owner": {"unit": "Kart"}}, {"holder": "B"})[0]


@pytest.mark.parametrize(
    ("owner", "other"),
    [
        # the same one
        ({"owner": "Leder A"}, {"holder": "LEDER A", "scope": "own_unit"}),
        # each with a part
        ({"owner": "A", "scope": ["Kart"]}, {"holder": "B", "scope": ["Arkiv"]}),
        # two of the whole are noted as that
        ({"owner": "A", "scope": "whole"}, {"holder": "B", "scope": "whole"}),
        # one who does no longer
        ({"owner": "A"}, {"holder": "B", "to": "2025-01-01"}),
        # no owner
        ({"owner": "A"}, {"holder": "B", "kind": "manager"}),
        ({"owner": ""}, {"holder": "B"}),
    ],
)
def test_owners_that_do_not_contradict_each_other_are_not_noted(
    owner: dict[str, Any], other: dict[str, Any]
) -> None:
    assert not noted(owner, other)[0]


def test_owners_of_another_process_are_not_noted() -> None:
    assert noted({"owner": "A"}, {"holder": "B"}, name="Lønn") == (False, 1)


def test_several_owners_of_one_cell_are_not_noted() -> None:
    assert not noted({"ownership": [{"holder": "A"}, {"holder": "B"}]})[0]
