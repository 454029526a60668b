"""The words of the findings page and of the command line."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Words

__all__ = ["PAGE"]

PAGE: Final[dict[str, Words]] = {
    "title": Words("Hvem har ansvar på tvers?", "Who is responsible across units?"),
    "headline": Words("Hovedtall", "Headline"),
    "findings": Words("Spørsmål å avklare", "Questions to clarify"),
    "no findings": Words("Ingen spørsmål å avklare.", "Nothing to clarify."),
    "hand-offs": Words("Overleveringer", "Hand-offs"),
    "no hand-offs": Words("Ingen overleveringer mellom enheter.", "No hand-offs between units."),
    "number": Words("Nr.", "No."),
    "process": Words("Prosess", "Process"),
    "from": Words("Fra", "From"),
    "to": Words("Til", "To"),
    "responsible": Words("Ansvar for begge sider", "Responsible for both sides"),
    "agreed": Words("Avtalt rutine eller kanal", "Agreed routine or channel"),
    "maps": Words("Kart", "Maps"),
    "question": Words("Spørsmål", "Question"),
    "evidence": Words("Grunnlag", "Evidence"),
    "follows from": Words("følger av {code}", "follows from {code}"),
    "files": Words("Merknader om filene", "Notes about the files"),
    "file note": Words("Merknad", "Note"),
    "place": Words("Sted", "Place"),
    "method": Words("Slik vet vi dette", "How we know"),
    "method text": Words(
        "Tallene er lest ut av prosessmodellene og eierregisteret. En overlevering er et sted der "
        "neste steg har en annen utfører. En svømmebane som ingen har plassert, regnes som en "
        "antatt enhet, og er merket med *. Det ingen har sagt noe om, står som ikke avklart. Det "
        "betyr ikke at det mangler.",
        "The figures are read from the process models and the ownership register. A hand-off is "
        "where the next step has another performer. A lane that nobody has placed counts as an "
        "assumed unit, marked with *. What nobody has said anything about reads not clarified. "
        "That does not mean that there is none.",
    ),
    "yes": Words("ja", "yes"),
    "no": Words("nei", "no"),
    "undetermined": Words("ikke avklart", "not clarified"),
    "and more": Words("… og {n} til", "… and {n} more"),
}
