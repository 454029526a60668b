"""The sheets about what is measured, aimed for, known and set aside, and the register itself."""

from __future__ import annotations

from typing import Final

from procmap.register.sheets.shared import FOUR, PLACED, PROCESS
from procmap.register.sheets.types import Column, Sheet

__all__ = ["AIMS"]


AIMS: Final[tuple[Sheet, ...]] = (
    Sheet(
        "measures",
        ("Måltall", "Measures"),
        ("maaltall", "measures"),
        (
            PROCESS,
            PLACED,
            Column(
                "name",
                ("Måltall", "Measure"),
                (
                    "Hva som måles, én rad for hvert. Måles ikke prosessen: «nei, ingen».",
                    "What is measured, one row each. Where the process is not: “none”.",
                ),
                width=34,
            ),
            Column(
                "target",
                ("Målverdi", "Target"),
                (f"Hva det bør være. {FOUR[0]}", f"What it should be. {FOUR[1]}"),
            ),
            Column(
                "baseline",
                ("Utgangspunkt", "Baseline"),
                (
                    f"Hva det var da dere begynte å måle. {FOUR[0]}",
                    f"What it was when you first measured. {FOUR[1]}",
                ),
            ),
            Column(
                "owner",
                ("Følges opp av", "Followed up by"),
                (f"Stillingen. {FOUR[0]}", f"The position. {FOUR[1]}"),
                choices="positions",
                width=30,
            ),
        ),
        is_extra=True,
    ),
    Sheet(
        "goals",
        ("Mål", "Goals"),
        ("maal", "goals"),
        (
            PROCESS,
            PLACED,
            Column(
                "name",
                ("Mål", "Goal"),
                (
                    "Målet for digitalisering av prosessen. Er det ikke satt noe: «nei, ingen».",
                    "The goal for digitalising the process. Where none was set: “none”.",
                ),
                width=44,
            ),
            Column(
                "setter",
                ("Satt av", "Set by"),
                (f"Hvem som satte målet. {FOUR[0]}", f"Who set the goal. {FOUR[1]}"),
                choices="positions",
                width=30,
            ),
            Column(
                "path",
                ("Veien dit", "How to get there"),
                (
                    f"Planen, tiltaket eller neste skritt. {FOUR[0]}",
                    f"The plan, the initiative or the next step. {FOUR[1]}",
                ),
                width=44,
            ),
        ),
        is_extra=True,
    ),
    Sheet(
        "data_items",
        ("Opplysninger", "Data items"),
        ("opplysninger", "data-items"),
        (
            Column(
                "name",
                ("Opplysning", "Data item"),
                (
                    "Det dere kaller opplysningen. Samme navn på flere rader er samme opplysning.",
                    "What you call it. The same name in several rows is the same data item.",
                ),
                width=30,
            ),
            Column(
                "master",
                ("Mester", "Master"),
                (
                    f"Systemet eller kilden der den føres. {FOUR[0]}",
                    f"The system or source where it is kept. {FOUR[1]}",
                ),
                choices="systems",
                width=26,
            ),
            Column(
                "personal",
                ("Personopplysning?", "Personal data?"),
                (
                    "Ja eller nei. «vet ikke» og «ikke relevant» er to andre svar.",
                    "Yes or no. “unknown” and “not applicable” are two other answers.",
                ),
                choices="yes or no",
                width=18,
            ),
            Column(
                "purpose",
                ("Formål", "Purpose"),
                (f"Hva den brukes til. {FOUR[0]}", f"What it is used for. {FOUR[1]}"),
                width=34,
            ),
            Column(
                "legal_basis",
                ("Behandlingsgrunnlag", "Legal basis"),
                (f"Hjemmelen for å behandle den. {FOUR[0]}", f"The basis for using it. {FOUR[1]}"),
                width=28,
            ),
            Column(
                "assessed",
                ("Personvern vurdert", "Privacy assessed"),
                (f"Når, eller hvordan. {FOUR[0]}", f"When, or how. {FOUR[1]}"),
                width=24,
            ),
            Column(
                "elements",
                ("Står for i modellene", "Stands for in the models"),
                (
                    (
                        "Dataobjekter og datalagre i modellene, som fil#id. Flere skilles med "
                        "semikolon."
                    ),
                    "Data objects and stores of the models, as file#id. Several with semicolons.",
                ),
                is_grey=True,
                width=34,
            ),
            Column(
                "proposal",
                ("Tegnet som", "Drawn as"),
                (
                    (
                        "Hva det heter på tegningen. Skriv opplysningen i første kolonne, så "
                        "hører de sammen. Dette leses ikke."
                    ),
                    (
                        "What the drawing calls it. Write the data item in the first column to "
                        "join them. Not read."
                    ),
                ),
                is_grey=True,
                is_extra=True,
                width=30,
            ),
        ),
        is_extra=True,
    ),
    Sheet(
        "aliases",
        ("Andre navn", "Other names"),
        ("andre-navn", "other-names"),
        (
            Column(
                "kind",
                ("Slag", "Kind"),
                (
                    "Hva det er: enhet, prosess, stilling eller system. Kan stå tomt.",
                    "What it is: a unit, process, position or system. May stay blank.",
                ),
                choices="alias kind",
                width=14,
            ),
            Column(
                "name",
                ("Navn", "Name"),
                ("Navnet som gjelder.", "The name that holds."),
                width=34,
            ),
            Column(
                "other",
                ("Kalles også", "Also called"),
                ("Flere skilles med semikolon.", "Several with semicolons."),
                width=44,
            ),
        ),
        is_extra=True,
    ),
    Sheet(
        "set_aside",
        ("Satt til side", "Set aside"),
        ("satt-til-side", "set-aside"),
        (
            Column(
                "code",
                ("Regel", "Rule"),
                ("Koden, som HND202. Tom: alle regler.", "Its code, such as HND202. Blank: any."),
                width=12,
            ),
            Column(
                "process",
                ("Prosess", "Process"),
                ("Tom celle: alle prosesser.", "A blank cell: all processes."),
                choices="processes",
                width=34,
            ),
            Column(
                "reason",
                ("Begrunnelse", "Reason"),
                ("Hvorfor det kan vente.", "Why it can wait."),
                width=44,
            ),
            Column(
                "until",
                ("Til og med", "Until"),
                ("Siste dag, som 2026-12-31.", "The last day, such as 2026-12-31."),
                width=14,
            ),
        ),
        is_extra=True,
    ),
    Sheet(
        "codes",
        ("Kodeverk", "Code lists"),
        ("kodeverk", "code-lists"),
        (
            Column(
                "list",
                ("Kodeverk", "Code list"),
                (
                    "Navnet på kodeverket, som KOSTRA eller LOS; likt på alle radene.",
                    "What the code list is called, such as KOSTRA or LOS; the same in all rows.",
                ),
                width=18,
            ),
            Column(
                "code",
                ("Kode", "Code"),
                (
                    "Koden. Koder på arket Prosesser sjekkes mot disse.",
                    "The code. Codes on the sheet Processes are checked against these.",
                ),
                width=18,
            ),
            Column(
                "name",
                ("Navn", "Name"),
                ("Hva koden står for. Kan stå tomt.", "What it stands for. May stay blank."),
                width=44,
            ),
        ),
        is_extra=True,
    ),
    Sheet(
        "meta",
        ("Om registeret", "About"),
        ("om-registeret", "about"),
        (
            Column(
                "schema",
                ("Skjemaversjon", "Schema version"),
                ("Fylt ut av procmap.", "Filled in by procmap."),
                is_grey=True,
                width=18,
            ),
            Column(
                "as_of",
                ("Gjelder per", "As of"),
                (
                    "Dagen registeret beskriver, som 2026-10-01.",
                    "The day the register describes, such as 2026-10-01.",
                ),
                width=18,
            ),
        ),
        is_extra=True,
    ),
)
