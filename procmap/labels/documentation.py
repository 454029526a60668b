"""The words for what is documented about processes, what is set aside, and for grouped findings."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Counted, Words

__all__ = ["DOCUMENTATION", "DOCUMENTED_FACTS", "GROUPS", "SET_ASIDE"]

# The facts, in the order they are shown; what is counted is processes, owners, steps or hand-offs.
DOCUMENTED_FACTS: Final[dict[str, Words]] = {
    "owner": Words("Prosesseier", "Process owner"),
    "scope": Words("Hva eierskapet gjelder", "What the ownership covers"),
    "mandate": Words("Mandat", "Mandate"),
    "kind": Words("Type prosess", "Type of process"),
    "customer": Words("Hvem den er til for", "Whom it is for"),
    "purpose": Words("Formål", "Purpose"),
    "benefit": Words("Verdi for innbyggeren", "Value for the resident"),
    "measures": Words("Måltall", "Measures"),
    "goals": Words("Mål", "Goals"),
    "goal_setter": Words("Hvem som setter mål", "Who sets goals"),
    "performers": Words("Steg: utfører", "Steps: performer"),
    "descriptions": Words("Steg: beskrivelse", "Steps: description"),
    "systems": Words("Steg: system", "Steps: system"),
    "support": Words("Steg: manuelt eller med system", "Steps: by hand or with a system"),
    "coordinators": Words("Overleveringer: koordinator", "Hand-offs: coordinator"),
    "routines": Words("Overleveringer: rutine", "Hand-offs: routine"),
    "channels": Words("Overleveringer: kanal", "Hand-offs: channel"),
}

DOCUMENTATION: Final[Counted] = Counted(
    one=Words("Hva som er sagt om {n} prosess", "What is said about {n} process"),
    many=Words("Hva som er sagt om {n} prosesser", "What is said about {n} processes"),
)

SET_ASIDE: Final[dict[str, Words]] = {
    "title": Words("Satt til side", "Set aside"),
    "expired": Words("Gjelder ikke lenger", "No longer set aside"),
    "until": Words("{reason} (til og med {day})", "{reason} (until {day})"),
    "anything": Words("alle funn", "all findings"),
}

# Where findings are grouped by process, so that a reader is not drowned in them.
GROUPS: Final[dict[str, Words]] = {
    "across": Words("På tvers av prosesser", "Across processes"),
    "more": Words("… og {n} til", "… and {n} more"),
    "more with number": Words("… og {n} til: nr. {numbers}", "… and {n} more: no. {numbers}"),
    "more with numbers": Words("… og {n} til: nr. {numbers}", "… and {n} more: nos. {numbers}"),
    "all": Words("--all viser hvert funn.", "--all shows every finding."),
}
