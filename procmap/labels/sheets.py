"""The words on printed sheets."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Words

__all__ = ["SHEET_WORDS"]

SHEET_WORDS: Final[dict[str, Words]] = {
    "sheet of": Words("Ark {n} av {m}", "Sheet {n} of {m}"),
    "map n": Words("Kart {n}", "Map {n}"),
    "sheet of poster": Words(
        "Ark {name} · rad {row} av {rows}, kolonne {column} av {columns}",
        "Sheet {name} · row {row} of {rows}, column {column} of {columns}",
    ),
    "poster sheet": Words("ark {name} av {m}", "sheet {name} of {m}"),
    "glue": Words(
        "Klipp ved de hele merkene. Lim neste ark inntil de stiplede.",
        "Cut at the solid marks. Glue the next sheet up to the dashed ones.",
    ),
    "sheet n": Words("ark {n}", "sheet {n}"),
    "goes on": Words("{letter}: fortsetter på ark {sheet}", "{letter}: goes on on sheet {sheet}"),
    "comes from": Words("{letter}: kommer fra ark {sheet}", "{letter}: comes from sheet {sheet}"),
    "connector": Words(
        "Flyten fortsetter der samme bokstav står igjen",
        "The flow goes on where the same letter stands again",
    ),
    "no version": Words("Versjon: ikke oppgitt", "Version: not stated"),
    "no date": Words("Dato: ikke oppgitt", "Date: not stated"),
    "notes": Words("Plass til lapper", "Room for notes"),
}
