"""Measures the register: reading a big workbook, merging a large organisation, writing one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from rows import Row, find_best

import procmap as pm

__all__ = ["measure"]

_HEADS = ("Prosess", "Type", "Prosesseier", "Eieransvaret gjelder", "Verdi for innbyggeren")


def measure() -> Iterator[Row]:
    """Measure all there is to measure."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _workbook_rows(Path(folder))
        yield from _list_rows(Path(folder))
    yield from _organisation_rows()


def _workbook_rows(folder: Path) -> Iterator[Row]:
    times = {}
    for rows in (10_000, 100_000):
        path = _write_workbook(folder / f"{rows}.xlsx", rows)
        times[rows] = find_best(lambda p=path: pm.Landscape().with_register(p), rounds=1)
    note = f"{times[100_000] / times[10_000]:.1f} × the time of a tenth (linear: 10.0 ×)"
    yield Row("a workbook of 100,000 rows read and merged", times[100_000], note=note)


def _write_workbook(path: Path, rows: int) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Prosesser")
    sheet.append(_HEADS)
    for n in range(rows):
        leader = f"Leder {n % 2000}"
        sheet.append([f"Prosess {n}", "hovedprosess", leader, "hele prosessen", "Raskt svar"])
    book.save(path)
    return path


def _list_rows(folder: Path) -> Iterator[Row]:
    path = folder / "eierliste.csv"
    lines = ["Prosess;Ansvarlig leder;Avd.;Kommentar"]
    lines += [f"Prosess {n};Leder {n % 2000};Enhet {n % 200};x" for n in range(20_000)]
    path.write_text("\n".join(lines), encoding="utf-8")
    seconds = find_best(lambda: pm.read_own_list(pm.Landscape(), path, accept="likely"), rounds=1)
    yield Row("a list of one's own of 20,000 rows taken over", seconds)


def _organisation_rows() -> Iterator[Row]:
    register = _build_organisation(processes=1_000, units=200, positions=2_000)
    seconds = find_best(lambda: pm.Landscape().with_register(register))
    work = "1,000 processes, 200 units, 2,000 positions merged"
    yield Row(work, seconds, owed="≤ 3 s")


def _build_organisation(*, processes: int, units: int, positions: int) -> dict[str, Any]:
    return {
        "organisation": "Storvik kommune",
        "units": [
            {
                "name": f"Enhet {n}",
                "under": f"Enhet {n // 6}" if n else "",
                "manager": f"Leder {n}",
            }
            for n in range(units)
        ],
        "people": [
            {"name": f"Navn {n}", "unit": f"Enhet {n % units}", "positions": [f"Leder {n}"]}
            for n in range(positions)
        ],
        "processes": [
            {"name": f"Prosess {n}", "ownership": f"Leder {n % positions}", "scope": "whole"}
            for n in range(processes)
        ],
    }


if __name__ == "__main__":
    for row in measure():
        print(row, flush=True)
