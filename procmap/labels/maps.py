"""The words on a map."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Counted, Words

__all__ = ["MAP_COUNTS", "MAP_WORDS", "OWNER_STATES", "RESPONSIBLE_STATES"]

MAP_WORDS: Final[dict[str, Words]] = {
    "unnamed": Words("(uten navn)", "(no name)"),
    "no lane": Words("Uten bane", "No lane"),
    "owner": Words("Prosesseier", "Process owner"),
    "source": Words("Kilde", "Source"),
    "version": Words("Versjon", "Version"),
    "as of": Words("Per", "As of"),
    "person": Words("en person", "a person"),
    "steps": Words("Steg", "Steps"),
    "hand-offs": Words("Overleveringer", "Hand-offs"),
    "no hand-offs": Words("Ingen overleveringer på dette kartet.", "No hand-offs on this map."),
    "responsible": Words("Ansvar for begge sider", "Responsible for both sides"),
    "legend": Words("Tegnforklaring", "Legend"),
    "flow": Words("Flyt", "Flow"),
    "message": Words("Melding", "Message"),
    "yes": Words(
        "Overlevering: noen har ansvar for begge sider",
        "Hand-off: somebody is responsible for both sides",
    ),
    "no": Words(
        "Overlevering: ingen har ansvar for begge sider",
        "Hand-off: nobody is responsible for both sides",
    ),
    "undetermined": Words(
        "Overlevering: ansvaret er ikke avklart",
        "Hand-off: responsibility is not clarified",
    ),
    "findings": Words("Funn å snakke om", "Findings to talk about"),
    "badge": Words("Funn å snakke om", "Finding to talk about"),
    "open end": Words("Pilen ender ikke noe sted i filen", "The arrow leads nowhere in the file"),
    "inside": Words("Innholdet ligger i flere baner", "Its content lies in several lanes"),
    "assumed": Words(
        "Enhetene er antatt ut fra svømmebanene.", "Units are assumed from the lanes."
    ),
    "nothing": Words("Ingen steg å tegne.", "No steps to draw."),
    "swimlane map": Words("Svømmebanekart", "Swimlane map"),
    "and": Words("og", "and"),
    "more": Words("{n} til", "{n} more"),
}

# Who owns the process, by the state of the fact; a stated owner is named instead.
OWNER_STATES: Final[dict[str, Words]] = {
    "absent": Words("Ingen eier", "No owner"),
    "unknown": Words("ikke avklart", "not clarified"),
    "not_applicable": Words("ikke aktuelt", "not applicable"),
    "not_recorded": Words("ikke registrert", "not recorded"),
}

# Who answers for both sides of a crossing point; where somebody does, they are named instead.
RESPONSIBLE_STATES: Final[dict[str, Words]] = {
    "yes": Words("registrert", "recorded"),
    "no": Words("ingen", "nobody"),
    "undetermined": Words("ikke avklart", "not clarified"),
}

MAP_COUNTS: Final[dict[str, Counted]] = {
    "steps": Counted(one=Words("{n} steg", "{n} step"), many=Words("{n} steg", "{n} steps")),
    "lanes": Counted(
        one=Words("{n} svømmebane", "{n} lane"), many=Words("{n} svømmebaner", "{n} lanes")
    ),
}
