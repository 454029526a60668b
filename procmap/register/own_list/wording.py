"""The words about somebody's own list, Norwegian and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from procmap.labels.words import Counted, Words
from procmap.register.own_list.findings import LeftReason
from procmap.register.own_list.options import NameKind
from procmap.register.own_list.uses import Certainty

__all__ = ["BY_COLUMN", "CERTAINTIES", "LEFT", "SAID", "SOMEBODY", "UNMATCHED", "counted_cells"]

SAID: Final[Mapping[str, Words]] = {
    "sheet": Words(
        "Ark «{sheet}», kolonnenavn på rad {head}", "Sheet «{sheet}», heads on row {head}"
    ),
    "sheet without head": Words(
        "Ark «{sheet}», uten kolonnenavn", "Sheet «{sheet}», without column heads"
    ),
    "text": Words("Kolonnenavn på rad {head}", "Heads on row {head}"),
    "text without head": Words("Uten kolonnenavn", "Without column heads"),
    "sheet not used": Words(
        "Ark «{sheet}» tas ikke med: ingen kolonne ser ut til å inneholde prosesser.",
        "Sheet «{sheet}» is not taken over: no column seems to hold processes.",
    ),
    "sheet hidden": Words(
        "Ark «{sheet}» tas ikke med: det er skjult.",
        "Sheet «{sheet}» is not taken over: it is hidden.",
    ),
    "people shown": Words(
        "(ser ut som navn på personer, og vises ikke)",
        "(these look like names of persons, and are not shown)",
    ),
    "blank": Words("(tom)", "(blank)"),
    "taken": Words(
        "Tatt med: {rows} om {processes}, {owners}.",
        "Taken over: {rows} about {processes}, {owners}.",
    ),
    "matched": Words(
        "Kjent under et annet navn; navnet i modellen gjelder ({count}):",
        "Known by another name; the name in the model holds ({count}):",
    ),
    "pair": Words("«{text}» er «{name}»", "«{text}» is «{name}»"),
    "others": Words("Uten noe navn som ligner: {names}", "Without any name like it: {names}"),
    "did you mean": Words(
        "«{text}» ({place}). Mente dere {nearest}?", "«{text}» ({place}). Did you mean {nearest}?"
    ),
    "or": Words(" eller ", " or "),
    "more": Words(" og {count} til", " and {count} more"),
    "row": Words("rad {lines}", "row {lines}"),
    "asked": Words(
        "Må avklares før det kan tas med ({count}):",
        "To be clarified before it can be taken over ({count}):",
    ),
    "left": Words("Ikke tatt med ({count}):", "Not taken over ({count}):"),
    "nothing left": Words("Alt i lista er tatt med.", "All of the list was taken over."),
    "place": Words(
        "ark {sheet}, rad {lines}, kolonne {column}", "sheet {sheet}, row {lines}, column {column}"
    ),
    "place in text": Words("rad {lines}, kolonne {column}", "row {lines}, column {column}"),
}
_OWNERS: Final = Words(
    "{count} av dem med svar på hvem som eier", "{count} of them with an answer to who owns"
)
COUNTED: Final[Mapping[str, Counted]] = {
    "rows": Counted(Words("{count} rad", "{count} row"), Words("{count} rader", "{count} rows")),
    "processes": Counted(
        Words("{count} prosess", "{count} process"), Words("{count} prosesser", "{count} processes")
    ),
    "owners": Counted(_OWNERS, _OWNERS),
    "cells": Counted(
        Words("{count} celle", "{count} cell"), Words("{count} celler", "{count} cells")
    ),
}
CERTAINTIES: Final[Mapping[Certainty, Words]] = {
    Certainty.SURE: Words("sikkert", "sure"),
    Certainty.LIKELY: Words("trolig", "likely"),
    Certainty.UNCLEAR: Words("uklart", "unclear"),
}
UNMATCHED: Final[Mapping[NameKind, Words]] = {
    "processes": Words(
        "Prosesser som verken modellene eller registeret har; tatt med som prosesser uten modell "
        "({count}):",
        "Processes that neither models nor register have; taken over as processes without a model "
        "({count}):",
    ),
    "owners": Words(
        "Eiere som ikke er kjente stillinger; tatt med slik de står ({count}):",
        "Owners that are no known positions; taken over as they stand ({count}):",
    ),
    "units": Words(
        "Nye enheter; tatt med uten å være plassert under noen ({count}):",
        "New units; taken over without a place under any ({count}):",
    ),
}
SOMEBODY: Final = Words("en person", "a person")
# Whole columns, sheets and rows: told by where they stand, not cell by cell.
BY_COLUMN: Final[Mapping[LeftReason, Words]] = {
    "title": Words("overskrift", "a heading"),
    "above": Words("står over kolonnenavnene", "stands above the column heads"),
    "note": Words("ser ut som en merknad", "looks like a note"),
    "no-column": Words("svarer ikke til noe i registeret", "answers to nothing in the register"),
    "unclear-column": Words(
        "det er ikke sikkert hva kolonnen er", "it is not sure what the column is"
    ),
    "people-column": Words(
        "ser ut som navn på personer, som bare tas med når noen ber om det",
        "these look like names of persons, which are taken over only when somebody asks for it",
    ),
    "sheet": Words("arket har ingen kolonne med prosesser", "the sheet has no column of processes"),
    "hidden": Words("arket er skjult", "the sheet is hidden"),
    "second-column": Words(
        "en annen kolonne er alt tatt for det samme", "another column was taken for the same"
    ),
    "no-process": Words("raden har ingen prosess", "the row has no process"),
    "row-left": Words(
        "prosessen på raden må avklares først", "the process of its row is to be clarified first"
    ),
    "no-owner": Words("raden har ingen eier som det kan gjelde for", "its row names no owner"),
    "formula": Words("formelen har ingen lagret verdi", "the formula has no saved value"),
    "person": Words(
        "ser ut som navn på en person; skriv stillingen, eller be om at personer tas med",
        "looks like the name of a person; write the position, or ask for persons to be taken over",
    ),
}
LEFT: Final[Mapping[LeftReason, Words]] = {
    "word-as-process": Words("«{text}» er ikke navnet på en prosess", "«{text}» names no process"),
    "vague": Words(
        "«{text}» sier ikke om svaret er «nei, ingen» eller «vet ikke»",
        "«{text}» does not say whether the answer is «none» or «unknown»",
    ),
    "several": Words(
        "«{text}» kan være flere; skriv dem med semikolon mellom, eller som én stilling",
        "«{text}» may be several; write them with a semicolon between, or as one position",
    ),
    "several-processes": Words(
        "«{text}» kan være flere prosesser; skriv dem med semikolon mellom",
        "«{text}» may be several processes; write them with a semicolon between",
    ),
    "bad-word": Words(
        "«{text}» er ikke et ord som kan stå her{detail}",
        "«{text}» is none of the words for this{detail}",
    ),
    "bad-date": Words("«{text}» er ikke en dato", "«{text}» is no date"),
    "no-name": Words("«{text}» er ikke et navn", "«{text}» is no name"),
    "contradiction": Words(
        "«{text}» stemmer ikke med det lista ellers sier om prosessen{detail}",
        "«{text}» does not agree with what else the list says about the process{detail}",
    ),
    "ambiguous": Words("«{text}» passer på flere{detail}", "«{text}» fits several{detail}"),
    "other-owner": Words(
        "lista sier «{text}», registeret noe annet{detail}",
        "the list says «{text}», the register something else{detail}",
    ),
    "not-added": Words(
        "«{text}» er prosessansvarlig i lista; registeret har alt svar på hvem som har ansvar, så "
        "det må føres inn der",
        "«{text}» is process manager in the list; the register says already who answers, so it "
        "is to be written there",
    ),
    "unit-alike": Words(
        "enhet «{text}» finnes ikke, men ligner{detail}",
        "there is no unit «{text}», but one like it{detail}",
    ),
    "error": Words("cellen viser en feil{detail}", "the cell shows an error{detail}"),
}


def counted_cells(key: str, count: int, lang: str) -> str:
    """A number of rows, processes, owners or cells, in words.

    Examples:
        >>> counted_cells("rows", 1, "nb"), counted_cells("cells", 3, "en")
        ('1 rad', '3 cells')
    """
    return COUNTED[key].text(count, lang).format(count=count)
