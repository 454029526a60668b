"""The words on a map."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Counted, Words

__all__ = ["ARTIFACT_TYPES", "MAP_COUNTS", "MAP_WORDS", "OWNER_STATES", "RESPONSIBLE_STATES"]

MAP_WORDS: Final[dict[str, Words]] = {
    "unnamed": Words("(uten navn)", "(no name)"),
    "no unit": Words("Enheten er ikke avklart", "Unit not clarified"),
    "no role": Words("Rollen er ikke avklart", "Role not clarified"),
    "no lane": Words("Uten bane", "No lane"),
    "owner": Words("Prosesseier", "Process owner"),
    "source": Words("Kilde", "Source"),
    "listed": Words("steglisten i registeret", "the list of steps in the register"),
    "page": Words("Tegning {n} av {all}", "Drawing {n} of {all}"),
    "undrawn": Words("Steg som ikke er tegnet: {n}", "Steps that are not drawn: {n}"),
    "version": Words("Versjon", "Version"),
    "as of": Words("Per", "As of"),
    "person": Words("en person", "a person"),
    "steps": Words("Steg", "Steps"),
    "hand-offs": Words("Overleveringer", "Hand-offs"),
    "no hand-offs": Words("Ingen overleveringer på dette kartet.", "No hand-offs on this map."),
    "responsible": Words("Ansvar for begge sider", "Responsible for both sides"),
    "channel": Words("Kanal", "Channel"),
    "routine": Words("rutine", "routine"),
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
    "association": Words("Data og merknader", "Data and notes"),
    "compensation": Words("Kompensering", "Compensation"),
    "outline": Words("Gruppe", "Group"),
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
    "hidden": Counted(
        one=Words(
            "{n} overlevering til ligger i det som ikke er tegnet her.",
            "{n} more hand-off lies in what is not drawn here.",
        ),
        many=Words(
            "{n} overleveringer til ligger i det som ikke er tegnet her.",
            "{n} more hand-offs lie in what is not drawn here.",
        ),
    ),
    "lanes": Counted(
        one=Words("{n} svømmebane", "{n} lane"), many=Words("{n} svømmebaner", "{n} lanes")
    ),
}

# What stands beside the flow; the keys are the specification's names.
ARTIFACT_TYPES: Final[dict[str, Words]] = {
    "dataObject": Words("dataobjekt", "data object"),
    "dataObjectReference": Words("dataobjekt", "data object"),
    "dataInput": Words("data inn", "data input"),
    "dataOutput": Words("data ut", "data output"),
    "dataStore": Words("datalager", "data store"),
    "dataStoreReference": Words("datalager", "data store"),
    "textAnnotation": Words("merknad", "note"),
    "group": Words("gruppe", "group"),
}
