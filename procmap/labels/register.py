"""The words of the `register` commands."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Words

__all__ = ["REGISTER"]

REGISTER: Final[dict[str, Words]] = {
    "written": Words("Skrevet: {path}", "Written: {path}"),
    "backup": Words("Kopi av det som var: {path}", "Copy of what was there: {path}"),
    "added": Words("Nye rader: {count}", "New rows: {count}"),
    "gone": Words(
        "Finnes ikke i modellene lenger; radene er merket og står: {count}",
        "Not in the models any more; their rows are marked and stay: {count}",
    ),
    "matched": Words(
        "Funnet igjen, og pekt på det modellen heter nå: {count}",
        "Found again, and pointed at what the model is called now: {count}",
    ),
    "asked": Words(
        "Kan være flere ting nå; skriv hvilken ({count}):",
        "May be several things now; write which one ({count}):",
    ),
    "restored": Words(
        "Ark som var slettet, og som er der igjen: {count}",
        "Sheets that had been deleted, and are there again: {count}",
    ),
    "nothing new": Words(
        "Ingenting er endret: registeret og modellene stemmer overens.",
        "Nothing has changed: register and models agree.",
    ),
    "unkept": Words(
        "Originalen er urørt, for den holder noe som ikke kan tas med: {what}",
        "The original is untouched, since it holds what cannot be carried over: {what}",
    ),
    "sheets": Words("Besvart, av cellene som betyr mest:", "Answered, of the cells that matter:"),
    "part": Words("{filled} av {total} {name}", "{filled} of {total} {name}"),
    "units": Words("Etter enhet som vet det:", "By the unit that would know:"),
    "next": Words("De neste cellene som avklarer mest:", "The next cells that would clarify most:"),
    "exists": Words(
        "filen finnes fra før, og kan inneholde noe noen har skrevet; velg et annet navn med -o, "
        "eller flytt filen først",
        "the file exists already, and may hold what somebody typed; choose another name with -o, "
        "or move the file first",
    ),
    "no list": Words(
        "--columns sier hva kolonnene i en liste er; skriv lista med --from",
        "--columns says what the columns of a list are; give the list with --from",
    ),
    "nothing": Words("Alle cellene er besvart.", "All of these cells are answered."),
}
