"""The words of what a notebook shows of a landscape, a process and a finding."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Counted, Words

__all__ = ["DISPLAY", "DISPLAY_COUNTS"]

DISPLAY: Final[dict[str, Words]] = {
    "process": Words("Prosess", "Process"),
    "file": Words("Fil", "File"),
    "steps": Words("Steg", "Steps"),
    "lanes": Words("Svømmebaner", "Lanes"),
    "lane": Words("Svømmebane", "Lane"),
    "owner": Words("Prosesseier", "Process owner"),
    "kind": Words("Type", "Kind"),
    "person": Words("en person", "a person"),
    "processes": Words("Prosesser", "Processes"),
    "and more": Words("… og {n} til.", "… and {n} more."),
}

DISPLAY_COUNTS: Final[dict[str, Counted]] = {
    "files": Counted(one=Words("{n} fil", "{n} file"), many=Words("{n} filer", "{n} files")),
    "processes": Counted(
        one=Words("{n} prosess", "{n} process"), many=Words("{n} prosesser", "{n} processes")
    ),
    "units": Counted(one=Words("{n} enhet", "{n} unit"), many=Words("{n} enheter", "{n} units")),
    "steps": Counted(one=Words("{n} steg", "{n} step"), many=Words("{n} steg", "{n} steps")),
    "notes": Counted(
        one=Words("{n} merknad om filene", "{n} note about the files"),
        many=Words("{n} merknader om filene", "{n} notes about the files"),
    ),
}
