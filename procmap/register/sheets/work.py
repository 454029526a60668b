"""The sheets about the work itself: steps, responsibilities, data, hand-offs, choices."""

from __future__ import annotations

from typing import Final

from procmap.register.sheets.shared import FOUR, PLACED, PROCESS, SETTLED
from procmap.register.sheets.types import Column, Sheet

__all__ = ["WORK"]

_STEP: Final = Column(
    "step",
    ("Steg", "Step"),
    (
        "Steget i modellen. Tom celle: hele prosessen.",
        "The step of the model. A blank cell: the whole process.",
    ),
    is_grey=True,
    width=34,
)

WORK: Final[tuple[Sheet, ...]] = (
    Sheet(
        "steps",
        ("Steg", "Steps"),
        ("steg", "steps"),
        (
            PROCESS,
            PLACED,
            Column(
                "number",
                ("Nr", "No"),
                (
                    "1, 2, 3 … i en prosess ingen har tegnet. Står tomt for tegnede steg.",
                    "1, 2, 3 … in a process that nobody has drawn. Blank for drawn steps.",
                ),
                width=6,
            ),
            Column(
                "step",
                ("Steg", "Step"),
                (
                    "Hva som gjøres. I en tegnet prosess står steget her fra før.",
                    "What is done. In a drawn process the step stands here already.",
                ),
                width=38,
            ),
            Column(
                "explanation",
                ("Forklaring", "Explanation"),
                (
                    "Hva steget heter, der Steg viser en id. Dette leses ikke.",
                    "Its name, where Step shows an id. Not read.",
                ),
                is_grey=True,
                is_extra=True,
                width=30,
            ),
            Column(
                "who",
                ("Hvem", "Who"),
                (
                    (
                        "Stilling eller enhet; «ekstern: Søker» for en som står utenfor. Det som "
                        f"står her, går foran tegningen. {FOUR[0]}"
                    ),
                    (
                        "Position or unit; “outside: Applicant” for an outside party. What stands "
                        f"here goes before the drawing. {FOUR[1]}"
                    ),
                ),
                choices="performers",
                width=30,
            ),
            Column("system", ("System", "System"), FOUR, choices="systems", width=24),
            Column(
                "support",
                ("Hvordan", "How"),
                (
                    f"For hånd, med system, eller automatisk. {FOUR[0]}",
                    f"By hand, with a system, or automatic. {FOUR[1]}",
                ),
                is_extra=True,
                choices="support",
                width=14,
            ),
            Column(
                "description",
                ("Beskrivelse", "Description"),
                (f"Hva steget går ut på. {FOUR[0]}", f"What the step is about. {FOUR[1]}"),
                is_extra=True,
                width=44,
            ),
            Column(
                "next",
                ("Neste", "Next"),
                (
                    (
                        "For prosesser ingen har tegnet. Tom: neste rad. Ellers nummer, skilt med "
                        "semikolon der det ene eller det andre skjer; «slutt» når prosessen er "
                        "ferdig."
                    ),
                    (
                        "For processes that nobody has drawn. Blank: the next row. Else numbers, "
                        "with semicolons where one or the other happens; “end” where the process "
                        "is done."
                    ),
                ),
                width=14,
            ),
        ),
        is_extra=True,
        frozen="step",
    ),
    Sheet(
        "responsibilities",
        ("RACI", "RACI"),
        ("raci", "raci"),
        (
            PROCESS,
            PLACED,
            _STEP,
            Column(
                "who",
                ("Hvem", "Who"),
                (
                    (
                        "Stilling, enhet, nettverk eller person. «nei, ingen» eller «vet ikke» her "
                        "gjelder dem som har bokstaven, eller alle der det ikke står noen. "
                        "Stillingene kan også stå som kolonner."
                    ),
                    (
                        "Position, unit, network or person. “none” or “unknown” here is about "
                        "whoever has the letter, or about all letters where none stands there. "
                        "Positions may also be columns."
                    ),
                ),
                choices="performers",
                width=34,
            ),
            Column(
                "letters",
                ("RACI", "RACI"),
                (
                    (
                        "R gjør arbeidet, A står til ansvar, C spørres, I orienteres. Flere i én "
                        "celle: A/R. «nei, ingen» og «vet ikke»: om den som er nevnt, har noen."
                    ),
                    (
                        "R does the work, A answers for it, C is asked, I is told. Several in one "
                        "cell: A/R. “none” and “unknown”: whether the one named has any."
                    ),
                ),
                choices="letters",
                width=10,
            ),
        ),
        is_extra=True,
        frozen="step",
    ),
    Sheet(
        "data_uses",
        ("Steg og opplysninger", "Step data"),
        ("steg-og-opplysninger", "step-data"),
        (
            PROCESS,
            PLACED,
            _STEP,
            Column(
                "item",
                ("Opplysning", "Data item"),
                (
                    "Det dere kaller opplysningen, likt overalt.",
                    "What you call the data item, the same everywhere.",
                ),
                choices="data items",
                width=30,
            ),
            Column(
                "proposal",
                ("Tegnet", "Drawn"),
                ("Hva tegningen viser. Dette leses ikke.", "What the drawing shows. Not read."),
                is_grey=True,
                is_extra=True,
                width=14,
            ),
            Column(
                "kind",
                ("Hva skjer?", "What happens?"),
                (
                    (
                        "Henter inn (fra noen utenfor), leser eller skriver. Flere skilles med "
                        "semikolon."
                    ),
                    "Collects (from somebody outside), reads or writes. Several with semicolons.",
                ),
                choices="data use",
                width=18,
            ),
            Column(
                "source",
                ("Fra hvem?", "From whom?"),
                (
                    f"Hvem den hentes fra, eller hvor den leses. {FOUR[0]}",
                    f"From whom it is collected, or where it is read. {FOUR[1]}",
                ),
                width=28,
            ),
        ),
        is_extra=True,
        frozen="step",
    ),
    Sheet(
        "handoffs",
        ("Overleveringer", "Hand-offs"),
        ("overleveringer", "hand-offs"),
        (
            Column(
                "number",
                ("Nr", "No"),
                (
                    "Nummeret på kartet. Dette leses ikke.",
                    "Its number on the map. Not read.",
                ),
                is_grey=True,
                width=6,
            ),
            PROCESS,
            PLACED,
            Column(
                "from",
                ("Fra steg", "From step"),
                ("Steget som gir arbeidet fra seg.", "The step that hands over."),
                is_grey=True,
                width=30,
            ),
            Column(
                "to",
                ("Til steg", "To step"),
                ("Steget som tar over.", "The step that takes over."),
                is_grey=True,
                width=30,
            ),
            Column(
                "units",
                ("Mellom", "Between"),
                ("Enhetene på hver side. Dette leses ikke.", "The units on each side. Not read."),
                is_grey=True,
                width=30,
            ),
            *SETTLED,
        ),
        is_extra=True,
        frozen="process",
    ),
    Sheet(
        "probabilities",
        ("Veivalg", "Choices"),
        ("veivalg", "choices"),
        (
            PROCESS,
            PLACED,
            Column(
                "choice",
                ("Valg", "Choice"),
                ("Der veien deler seg. Dette leses ikke.", "Where the way divides. Not read."),
                is_grey=True,
                width=30,
            ),
            Column(
                "flow",
                ("Vei", "Way"),
                ("Pilen ut av valget.", "The arrow out of the choice."),
                is_grey=True,
                width=24,
            ),
            Column(
                "meaning",
                ("Betyr", "Means"),
                ("Hvor veien fører. Dette leses ikke.", "Where the way leads. Not read."),
                is_grey=True,
                width=34,
            ),
            Column(
                "probability",
                ("Hvor ofte?", "How often?"),
                (
                    (
                        "Et tall fra 0 til 1, eller prosent. Der bare én vei kan tas, blir de 1 "
                        f"til sammen. {FOUR[0]}"
                    ),
                    (
                        "A number from 0 to 1, or percent. Where only one way can be taken they "
                        f"add up to 1. {FOUR[1]}"
                    ),
                ),
                width=14,
            ),
        ),
        is_extra=True,
    ),
)
