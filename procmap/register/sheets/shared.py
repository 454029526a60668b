"""Columns and notes that several sheets have."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from procmap.register.sheets.types import Column

__all__ = ["FOUR", "MODEL", "OWNER_EXTRAS", "PLACED", "PROCESS", "SETTLED"]

FOUR: Final = (
    "Tom celle: ikke registrert. «nei, ingen», «vet ikke» og «ikke relevant» er tre andre svar.",
    "A blank cell: not recorded. “none”, “unknown” and “not applicable” are three other answers.",
)
MODEL: Final = Column(
    "model",
    ("Modell", "Model"),
    ("Filen modellen står i. Fylt ut av procmap.", "The model's file. Filled in by procmap."),
    is_grey=True,
    width=30,
)
OWNER_EXTRAS: Final = (
    Column(
        "mandate",
        ("Mandat", "Mandate"),
        ("Hva eieren kan bestemme over. ", "What the owner may decide about. "),
        is_extra=True,
        choices="reach",
    ),
    Column(
        "source",
        ("Vedtatt i", "Decided in"),
        ("Dokumentet eller møtet det ble bestemt i.", "The document or meeting it was decided in."),
        is_extra=True,
    ),
    Column(
        "from",
        ("Fra", "From"),
        ("Første dag, som 2026-10-01.", "First day, such as 2026-10-01."),
        is_extra=True,
        width=12,
    ),
    Column(
        "to",
        ("Til", "To"),
        ("Siste dag, som 2026-12-31.", "Last day, such as 2026-12-31."),
        is_extra=True,
        width=12,
    ),
)
# Beside a process and a step, its file is seldom looked at.
PLACED: Final = replace(MODEL, width=18)
PROCESS: Final = Column(
    "process",
    ("Prosess", "Process"),
    ("Prosessen raden gjelder.", "The process the row is about."),
    is_grey=True,
    choices="processes",
    width=28,
)
SETTLED: Final = (
    Column(
        "coordinator",
        ("Hvem avklarer uenighet?", "Who settles disagreement?"),
        (f"Stillingen eller nettverket. {FOUR[0]}", f"Position or network. {FOUR[1]}"),
        choices="positions",
        width=30,
    ),
    Column(
        "routine",
        ("Avtalt rutine?", "Agreed routine?"),
        (f"Navnet på rutinen, eller ja. {FOUR[0]}", f"Its name, or yes. {FOUR[1]}"),
        width=30,
    ),
    Column(
        "channel",
        ("Kanal", "Channel"),
        (
            f"Hvordan mottakeren får vite at det er deres tur. {FOUR[0]}",
            f"How the receiver learns that it is their turn. {FOUR[1]}",
        ),
        choices="channel",
    ),
)
