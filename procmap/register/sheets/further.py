"""The sheets that are written where there is something in them."""

from __future__ import annotations

from typing import Final

from procmap.register.sheets.shared import FOUR, MODEL, OWNER_EXTRAS
from procmap.register.sheets.types import Column, Sheet

__all__ = ["FURTHER"]

FURTHER: Final[tuple[Sheet, ...]] = (
    Sheet(
        "people",
        ("Personer", "People"),
        ("personer", "people"),
        (
            Column("name", ("Person", "Person"), ("Navnet.", "The name."), width=28),
            Column(
                "unit",
                ("Enhet", "Unit"),
                ("Enheten personen hører til.", "The unit the person belongs to."),
                choices="units",
                width=30,
            ),
            Column(
                "positions",
                ("Stillinger", "Positions"),
                ("Flere skilles med semikolon.", "Several with semicolons."),
                width=34,
            ),
            Column(
                "deputy",
                ("Stedfortreder", "Deputy"),
                ("Hvem som trår til.", "Who stands in."),
                width=28,
            ),
        ),
        is_extra=True,
    ),
    Sheet(
        "ownerships",
        ("Eierskap", "Ownership"),
        ("eierskap", "ownership"),
        (
            Column(
                "process",
                ("Prosess", "Process"),
                ("Flere som har ansvar for samme prosess.", "More who answer for one process."),
                width=34,
            ),
            MODEL,
            Column(
                "holder",
                ("Hvem", "Holder"),
                ("Stilling, enhet, nettverk eller person.", "Position, unit, network or person."),
                choices="positions",
                width=34,
            ),
            Column(
                "kind",
                ("Rolle", "Kind"),
                ("Eier, prosessansvarlig eller koordinator.", "Owner, manager or coordinator."),
                choices="owner kind",
                width=18,
            ),
            Column(
                "scope",
                ("Gjelder", "Covers"),
                (
                    "Hele prosessen, egen enhet, enheter, eller «steg: …».",
                    "The whole, own unit, units, or “steps: …”.",
                ),
                choices="reach",
            ),
            *OWNER_EXTRAS,
        ),
        is_extra=True,
    ),
    Sheet(
        "systems",
        ("Systemer", "Systems"),
        ("systemer", "systems"),
        (
            Column("name", ("System", "System"), ("Navnet.", "The name."), width=28),
            Column(
                "responsible",
                ("Ansvarlig enhet", "Responsible unit"),
                (f"Enheten som svarer for det. {FOUR[0]}", f"Who answers for it. {FOUR[1]}"),
                choices="units",
                width=30,
            ),
            Column(
                "line",
                ("Ansvarlig i linjen", "Responsible in the line"),
                (f"Stillingen. {FOUR[0]}", f"The position. {FOUR[1]}"),
                is_extra=True,
                choices="positions",
                width=30,
            ),
            Column(
                "technical",
                ("Ansvarlig i IT", "Responsible in IT"),
                (f"Stillingen. {FOUR[0]}", f"The position. {FOUR[1]}"),
                is_extra=True,
                choices="positions",
                width=30,
            ),
            Column(
                "decides",
                ("Hvem bestemmer hva?", "Who decides what?"),
                (
                    f"Der linjen og IT deler ansvaret. {FOUR[0]}",
                    f"Where line and IT share it. {FOUR[1]}",
                ),
                is_extra=True,
                width=34,
            ),
        ),
        is_extra=True,
    ),
)
