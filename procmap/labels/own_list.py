"""The words of `procmap register new --from`."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Words

__all__ = ["OWN_LIST"]

OWN_LIST: Final[dict[str, Words]] = {
    "heading": Words("Slik er {file} lest:", "This is how {file} was read:"),
    "choices": Words("Kolonnene kan være:", "The columns can be:"),
    "which": Words("Hva er kolonnen «{head}»?", "What is the column «{head}»?"),
    "bad choice": Words("Skriv et av tallene over.", "Write one of the numbers above."),
    "right": Words("Stemmer dette?", "Is this right?"),
    "which column": Words(
        "Hvilken kolonne skal endres? Skriv bokstaven, som «{example}»; tomt når alt stemmer.",
        "Which column is to be changed? Write its letters, such as «{example}»; blank when done.",
    ),
    "people": Words(
        "Kolonnen «{head}» ser ut til å inneholde navn på personer. "
        "Skal de inn i registeret som personer?",
        "The column «{head}» seems to hold names of persons. "
        "Are they to be taken over into the register as persons?",
    ),
    "means": Words(
        "Hva er «{text}»? Tallet foran, eller tomt for en prosess uten modell",
        "What is «{text}»? The number before it, or blank for a process without a model",
    ),
    "nothing": Words(
        "Fant ingen kolonne som sikkert er prosesser. Registeret er skrevet uten lista.",
        "No column of processes was found that leaves no doubt. "
        "The register was written without the list.",
    ),
    "unsettled": Words(
        "Kolonner merket med ? er ikke tatt med. Ta dem med med --yes, eller skriv hva de er i "
        "{options}, og bruk den: --columns {options}",
        "Columns marked with ? were not taken over. Take them over with --yes, or write what they "
        "are in {options} and use it: --columns {options}",
    ),
    "still unclear": Words(
        "Kolonner merket med ? er ikke tatt med. Skriv hva de er i {options}, og bruk den: "
        "--columns {options}",
        "Columns marked with ? were not taken over. Write what they are in {options} and use it: "
        "--columns {options}",
    ),
    "saved": Words(
        "Hva kolonnene er, står i {options}. Neste gang: --columns {options}",
        "What the columns are stands in {options}. Next time: --columns {options}",
    ),
    "kept": Words(
        "{options} finnes fra før, og er ikke endret.", "{options} was there, and is unchanged."
    ),
    "answer": Words(
        "Svar på det som må avklares, kan skrives under names i {options}.",
        "What is to be clarified can be answered under names in {options}.",
    ),
}
