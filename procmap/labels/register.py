"""The words of the `register` commands."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Words

__all__ = ["REGISTER"]

REGISTER: Final[dict[str, Words]] = {
    "written": Words("Skrevet: {path}", "Written: {path}"),
    "backup": Words("Kopi av det som var: {path}", "Copy of what was there: {path}"),
    "added": Words("Nye rader: {count}", "New rows: {count}"),
    "gone": Words("Finnes ikke i modellene lenger: {count}", "Not in the models any more: {count}"),
    "matched": Words("Funnet igjen under nytt navn: {count}", "Found again, renamed: {count}"),
    "unkept": Words(
        "Originalen er urørt, for den holder noe som ikke kan tas med: {what}",
        "The original is untouched, since it holds what cannot be carried over: {what}",
    ),
    "sheets": Words("Fylt ut, av cellene som betyr mest", "Filled in, of the cells that matter"),
    "units": Words("Etter enhet", "By unit"),
    "next": Words("De neste cellene som avklarer mest", "The next cells that would clarify most"),
    "nothing": Words("Ingenting står åpent.", "Nothing is open."),
}
