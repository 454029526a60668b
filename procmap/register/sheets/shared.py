"""Columns and notes that several sheets have."""

from __future__ import annotations

from typing import Final

from procmap.register.sheets.types import Column

__all__ = ["FOUR", "MODEL", "OWNER_EXTRAS"]

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
