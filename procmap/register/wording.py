"""What is said about each kind of problem in a register, Norwegian and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

__all__ = ["WORDING", "Wording"]


class Said(NamedTuple):
    """What is wrong and what was expected, as `str.format` templates."""

    problem: str
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """One kind of problem in both languages."""

    nb: Said
    en: Said


WORDING: Final[Mapping[str, Wording]] = {
    # the file
    "missing-file": Wording(
        Said("filen finnes ikke", "en fil eller mappe som finnes"),
        Said("there is no such file", "a file or folder that exists"),
    ),
    "no-file": Wording(
        Said("filen kan ikke leses ({detail})", "en fil dere har lov til å lese"),
        Said("the file cannot be read ({detail})", "a file that you may read"),
    ),
    "too-large": Wording(
        Said("filen er større enn {limit} byte", "et register, skrevet for hånd"),
        Said("the file is larger than {limit} bytes", "a register, written by hand"),
    ),
    "not-yaml": Wording(
        Said("dette er ikke YAML: {detail}", "en YAML-fil i UTF-8"),
        Said("this is not YAML: {detail}", "a YAML file in UTF-8"),
    ),
    "not-utf8": Wording(
        Said("filen er ikke lagret i UTF-8", "UTF-8: velg det når filen lagres"),
        Said("the file is not saved in UTF-8", "UTF-8: choose it when saving the file"),
    ),
    "workbook": Wording(
        Said("dette er en arbeidsbok eller et arkiv", "et filnavn som slutter på .xlsx"),
        Said("this is a workbook or an archive", "a file name that ends in .xlsx"),
    ),
    "old-workbook": Wording(
        Said("dette er en arbeidsbok i gammelt format, eller en med passord", ".xlsx uten passord"),
        Said("this is a workbook of the old format, or one with a password", ".xlsx, no password"),
    ),
    "no-workbook": Wording(
        Said("dette er ingen arbeidsbok som kan leses", "en arbeidsbok lagret som .xlsx"),
        Said("this is no workbook that can be read", "a workbook saved as .xlsx"),
    ),
    "bomb": Wording(
        Said("arbeidsboka pakker seg ut til mer enn {limit} MB", "et register, skrevet for hånd"),
        Said("the workbook unpacks to more than {limit} MB", "a register, written by hand"),
    ),
    "doctype": Wording(
        Said("arbeidsboka holder en DOCTYPE, som ikke hører hjemme der", "en lagret på nytt"),
        Said("the workbook holds a DOCTYPE, which does not belong there", "one saved anew"),
    ),
    "too-many-cells": Wording(
        Said("arket har mer enn {limit} celler", "et register, skrevet for hånd"),
        Said("the sheet has more than {limit} cells", "a register, written by hand"),
    ),
    "formula": Wording(
        Said(
            "formelen i {cell} har ingen lagret verdi", "verdien selv, eller filen lagret i Excel"
        ),
        Said("the formula in {cell} has no saved value", "the value, or the file saved in Excel"),
    ),
    "error-cell": Wording(
        Said("cellen viser feilen {word}", "en verdi"),
        Said("the cell shows the error {word}", "a value"),
    ),
    "no-option": Wording(
        Said("«{word}» er ikke noe som kan stå her", "sheets, sheet, head, columns eller names"),
        Said("«{word}» is nothing that can stand here", "sheets, sheet, head, columns or names"),
    ),
    "not-a-list": Wording(
        Said("dette er ikke et regneark", "en fil som slutter på .xlsx, .xlsm, .csv eller .tsv"),
        Said("this is no spreadsheet", "a file that ends in .xlsx, .xlsm, .csv or .tsv"),
    ),
    "not-csv": Wording(
        Said("dette er ikke CSV: {detail}", "celler skilt med semikolon"),
        Said("this is not CSV: {detail}", "cells separated by semicolons"),
    ),
    "no-sheets": Wording(
        Said("her er ingen av registerets ark", "ark som Enheter, Svømmebaner og Prosesser"),
        Said("none of a register's sheets is here", "sheets such as Units, Lanes and Processes"),
    ),
    "no-head": Wording(
        Said("arket «{sheet}» har ingen rad med kolonnenavn", "kolonnenavnene fra malen"),
        Said("the sheet «{sheet}» has no row of column heads", "the heads of the template"),
    ),
    "no-code-head": Wording(
        Said(
            "ingen av de første radene har et kolonnenavn for koden",
            "en kolonne som heter Kode, eller navnet på den i «code_head»",
        ),
        Said(
            "none of the first rows has a column head for the code",
            "a column called Code, or the name of it in «code_head»",
        ),
    ),
    "no-such-head": Wording(
        Said("ingen av de første radene har kolonnen «{word}»", "et kolonnenavn i filen"),
        Said("none of the first rows has the column «{word}»", "a column head of the file"),
    ),
    "no-code-list": Wording(
        Said("dette er ikke en CSV-fil", "en fil som slutter på .csv: lagre arket som CSV"),
        Said("this is no CSV file", "a file that ends in .csv: save the sheet as CSV"),
    ),
    "sheet-twice": Wording(
        Said("arket «{sheet}» er alt lest, og dette er den samme tabellen", "ett av dem"),
        Said("the sheet «{sheet}» was read already, and this is the same table", "one of them"),
    ),
    "yaml-alias": Wording(
        Said("ankere og henvisninger (& og *) brukes ikke i registeret", "verdien skrevet ut"),
        Said("anchors and aliases (& and *) are not used in a register", "the value itself"),
    ),
    "yaml-tag": Wording(
        Said("merket «{tag}» brukes ikke i registeret", "verdien alene"),
        Said("the tag «{tag}» is not used in a register", "the value alone"),
    ),
    "yaml-key": Wording(
        Said("en nøkkel må være et ord", "nøkkel: verdi"),
        Said("a key must be a word", "key: value"),
    ),
    "several-documents": Wording(
        Said("filen holder flere YAML-dokumenter (---)", "ett"),
        Said("the file holds several YAML documents (---)", "one"),
    ),
    "too-deep": Wording(
        Said("for mange nivåer under hverandre", "høyst {limit}"),
        Said("too many levels inside each other", "at most {limit}"),
    ),
    # the shape
    "schema": Wording(
        Said("skjemaversjon «{word}» er ukjent for denne utgaven av procmap", "1"),
        Said("schema version «{word}» is unknown to this version of procmap", "1"),
    ),
    "not-a-register": Wording(
        Said("dette er ikke et register", "tabeller som units, lanes og processes"),
        Said("this is no register", "tables such as units, lanes and processes"),
    ),
    "not-a-table": Wording(
        Said("her skal det stå en liste av rader", "en rad på hver linje som begynner med -"),
        Said("a list of rows belongs here", "one row on each line that begins with -"),
    ),
    "not-a-row": Wording(
        Said("her skal det stå en rad", "nøkkel: verdi"),
        Said("a row belongs here", "key: value"),
    ),
    "not-a-text": Wording(
        Said("her skal det stå én verdi", "en tekst"),
        Said("one value belongs here", "a text"),
    ),
    "key-twice": Wording(
        Said("«{other}» står alt i raden, og «{key}» er det samme", "én av dem"),
        Said("«{other}» stands in this row already, and «{key}» is the same", "one of them"),
    ),
    "blank": Wording(
        Said("cellen er tom", "en verdi"),
        Said("the cell is blank", "a value"),
    ),
    # the words
    "bad-word": Wording(
        Said("«{word}» er ikke et ord som kan stå her", "{choices}"),
        Said("«{word}» is none of the words for this cell", "{choices}"),
    ),
    "bad-reach": Wording(
        Said("«{word}» er ingen enhet og ikke noe ord som kan stå her", "{choices} eller enheter"),
        Said("«{word}» is no unit and none of the words for this cell", "{choices} or units"),
    ),
    "bad-name": Wording(
        Said("«{word}» er ikke et navn", "et navn med bokstaver"),
        Said("«{word}» is no name", "a name with letters in it"),
    ),
    "word-as-name": Wording(
        Said("«{word}» er et av svarene og kan ikke være et navn her", "et navn"),
        Said("«{word}» is one of the answers and can be no name here", "a name"),
    ),
    "bad-date": Wording(
        Said("«{word}» er ikke en dato", "år-måned-dag, som 2026-10-01"),
        Said("«{word}» is no date", "year-month-day, such as 2026-10-01"),
    ),
    "bad-number": Wording(
        Said("«{word}» er ikke et antall", "et helt tall, som 4200"),
        Said("«{word}» is no count", "a whole number, such as 4200"),
    ),
    "bad-period": Wording(
        Said("perioden slutter {to}, før den begynner {start}", "en senere dato"),
        Said("the period ends on {to}, before it begins on {start}", "a later date"),
    ),
    "one-key": Wording(
        Said("her skal det stå én nøkkel med en verdi", "én av {choices}"),
        Said("one key with a value belongs here", "one of {choices}"),
    ),
    "mixed-ownership": Wording(
        Said("«{word}» står sammen med andre som har ansvar", "enten «{word}» eller navnene"),
        Said("«{word}» stands beside others who answer", "either «{word}» or the names"),
    ),
    "mixed-answers": Wording(
        Said("«{word}» står sammen med andre svar om det samme", "enten «{word}» eller de andre"),
        Said("«{word}» stands beside other answers to the same", "either «{word}» or the others"),
    ),
    "bad-letters": Wording(
        Said(
            "«{word}» er ingen bokstav i en RACI-tabell",
            "R (gjør arbeidet), A (står til ansvar), C (spørres) eller I (orienteres)",
        ),
        Said(
            "«{word}» is no letter of a RACI table",
            "R (does the work), A (answers for it), C (is asked) or I (is told)",
        ),
    ),
    "bad-list-name": Wording(
        Said("«{word}» kan ikke være navnet på et kodeverk", "et navn uten kolon, som KOSTRA"),
        Said("«{word}» cannot be the name of a code list", "a name without colon, such as KOSTRA"),
    ),
    "bad-share": Wording(
        Said("«{word}» er ingen andel", "et tall fra 0 til 1, som 0,25, eller prosent, som 25 %"),
        Said("«{word}» is no share", "a number from 0 to 1, such as 0.25, or percent, such as 25%"),
    ),
    # the organisation
    "no-organisation": Wording(
        Said("organisasjonen har ikke fått noe navn", "name: navnet på virksomheten"),
        Said("the organisation has been given no name", "name: its legal name"),
    ),
    "unknown-unit": Wording(
        Said("enhet «{name}» finnes ikke", "en enhet fra tabellen units"),
        Said("unit «{name}» does not exist", "a unit of the table units"),
    ),
    "ambiguous-unit": Wording(
        Said("flere organisasjoner har enheten «{name}»", "organisasjon/enhet, som {choices}"),
        Said("several organisations have a unit «{name}»", "organisation/unit, such as {choices}"),
    ),
    "unit-cycle": Wording(
        Said("enhetene ligger under hverandre i ring: {line}", "et tre"),
        Said("the units lie under one another in a ring: {line}", "a tree"),
    ),
    "duplicate": Wording(
        Said("«{name}» står også på {row} {other}", "én rad for hver"),
        Said("«{name}» stands at {row} {other} as well", "one row for each"),
    ),
    "unknown-step": Wording(
        Said("«{process}» har ikke noe steg «{name}»", "et nummer eller navn fra kolonnen Steg"),
        Said("«{process}» has no step «{name}»", "a number or name of the column Step"),
    ),
    "same-unit": Wording(
        Said("grensen går fra «{name}» til seg selv", "to enheter"),
        Said("the boundary goes from «{name}» to itself", "two units"),
    ),
}
