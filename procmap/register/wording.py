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
    "no-file": Wording(
        Said("filen kan ikke leses ({detail})", "en YAML-fil"),
        Said("the file cannot be read ({detail})", "a YAML file"),
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
        Said("dette er en arbeidsbok eller et arkiv", "registeret som én YAML-fil"),
        Said("this is a workbook or an archive", "the register as one YAML file"),
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
    "same-unit": Wording(
        Said("grensen går fra «{name}» til seg selv", "to enheter"),
        Said("the boundary goes from «{name}» to itself", "two units"),
    ),
}
