"""Words for the places that something was read from."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Words

__all__ = ["PLACES"]

PLACES: Final[dict[str, Words]] = {
    "code": Words("satt i kode", "set in code"),
    "sheet": Words("ark {name}", "sheet {name}"),
    "table": Words("tabell {name}", "table {name}"),
    "row": Words("rad {name}", "row {name}"),
    "line": Words("linje {name}", "line {name}"),
    "column": Words("kolonne {name}", "column {name}"),
    "key": Words("nøkkel {name}", "key {name}"),
    "element": Words("element {name}", "element {name}"),
}
