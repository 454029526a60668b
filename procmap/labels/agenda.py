"""The words of an agenda for a workshop, and of what changed since last time."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Counted, Words

__all__ = ["AGENDA", "AGENDA_COUNTS", "SINCE", "SINCE_COUNTS"]

AGENDA: Final[dict[str, Words]] = {
    "title": Words("Til møtet", "For the meeting"),
    "question": Words("Spørsmål", "Question"),
    "people": Words("Spør", "Ask"),
    "nobody": Words("den som kjenner prosessen", "whoever knows the process"),
    "place": Words("Kart", "Map"),
    "numbers": Words("nr.", "no."),
    "along": Words("Følger med", "Comes with it"),
    "decision": Words("Beslutning", "Decision"),
    "nothing": Words("Ingen punkter å ta opp.", "Nothing to bring up."),
    "and more": Words("… og {n} til", "… and {n} more"),
}

AGENDA_COUNTS: Final[dict[str, Counted]] = {
    "minutes": Counted(
        one=Words("{n} minutt", "{n} minute"), many=Words("{n} minutter", "{n} minutes")
    ),
    "left": Counted(
        one=Words(
            "{n} funn til får vente til neste møte.", "{n} more finding waits for the next meeting."
        ),
        many=Words(
            "{n} funn til får vente til neste møte.",
            "{n} more findings wait for the next meeting.",
        ),
    ),
}

SINCE: Final[dict[str, Words]] = {
    "sentence": Words("Siden sist: {parts}.", "Since last time: {parts}."),
    "nothing": Words("ingen endringer i overleveringene", "no changes in the hand-offs"),
    "before": Words("Før", "Before"),
    "now": Words("Nå", "Now"),
    "new": Words("Nytt", "New"),
    "closed": Words("Avklart", "Settled"),
}

SINCE_COUNTS: Final[dict[str, Counted]] = {
    "governed": Counted(
        one=Words(
            "{n} overlevering har fått en ansvarlig",
            "{n} hand-off has somebody responsible",
        ),
        many=Words(
            "{n} overleveringer har fått en ansvarlig",
            "{n} hand-offs have somebody responsible",
        ),
    ),
    "new": Counted(one=Words("{n} er ny", "{n} is new"), many=Words("{n} er nye", "{n} are new")),
    "new alone": Counted(
        one=Words("{n} overlevering er ny", "{n} hand-off is new"),
        many=Words("{n} overleveringer er nye", "{n} hand-offs are new"),
    ),
    "findings": Counted(
        one=Words(
            "{n} funn er avklart, {new} nye, {standing} står.",
            "{n} finding is settled, {new} new, {standing} standing.",
        ),
        many=Words(
            "{n} funn er avklart, {new} nye, {standing} står.",
            "{n} findings are settled, {new} new, {standing} standing.",
        ),
    ),
}
