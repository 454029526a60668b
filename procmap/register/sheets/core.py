"""The four sheets that matter most, and the two for the workshop."""

from __future__ import annotations

from typing import Final

from procmap.register.sheets.shared import FOUR, MODEL, OWNER_EXTRAS, SETTLED
from procmap.register.sheets.types import Column, Sheet

__all__ = ["CORE"]

CORE: Final[tuple[Sheet, ...]] = (
    Sheet(
        "units",
        ("Enheter", "Units"),
        ("enheter", "units"),
        (
            Column(
                "name",
                ("Enhet", "Unit"),
                ("Navnet på enheten, én rad for hver.", "The name of the unit, one row each."),
                is_asked=True,
                width=32,
            ),
            Column(
                "under",
                ("Ligger under", "Under"),
                ("Enheten den ligger under; tom for den øverste.", "The unit above; blank at top."),
                is_asked=True,
                choices="units",
                width=32,
            ),
            Column(
                "manager",
                ("Leder (stilling)", "Manager (position)"),
                (
                    f"Stillingen som leder enheten, ikke navnet på personen. {FOUR[0]}",
                    f"The position that manages it, not the name of a person. {FOUR[1]}",
                ),
                width=32,
            ),
            Column(
                "level",
                ("Nivå", "Level"),
                ("Deres eget ord for nivået.", "Your own word for the level."),
                is_extra=True,
            ),
            Column(
                "kind",
                ("Slag", "Kind"),
                ("Enhet, nettverk på tvers, eller ekstern.", "A unit, a network, or external."),
                is_extra=True,
                choices="unit kind",
            ),
            Column(
                "organisation",
                ("Organisasjon", "Organisation"),
                ("Bare der den hører til en annen.", "Only where it belongs to another one."),
                is_extra=True,
            ),
        ),
    ),
    Sheet(
        "lanes",
        ("Svømmebaner", "Lanes"),
        ("svommebaner", "lanes"),
        (
            MODEL,
            Column(
                "lane",
                ("Bane", "Lane"),
                ("Banen eller deltakeren i modellen.", "The lane or pool of the model."),
                is_grey=True,
                width=30,
            ),
            Column(
                "explanation",
                ("Forklaring", "Explanation"),
                ("Hva banen heter, der Bane viser en id.", "Its name, where Lane shows an id."),
                is_grey=True,
                is_extra=True,
                width=30,
            ),
            Column(
                "proposal",
                ("Forslag", "Proposal"),
                ("Hva navnet tyder på. Dette leses ikke.", "What its name suggests. Not read."),
                is_grey=True,
                width=14,
            ),
            Column(
                "is",
                ("Er en", "Is a"),
                (
                    "Enhet, rolle, innbygger eller ekstern, fagsystem, eller vet ikke.",
                    "Unit, role, resident or external, system, or unknown.",
                ),
                is_asked=True,
                choices="kind",
            ),
            Column(
                "unit",
                ("Hører til enhet", "Belongs to unit"),
                ("Enheten. Flere skilles med semikolon.", "The unit; several with semicolons."),
                is_asked=True,
                choices="units",
                width=32,
            ),
        ),
    ),
    Sheet(
        "processes",
        ("Prosesser", "Processes"),
        ("prosesser", "processes"),
        (
            Column(
                "name",
                ("Prosess", "Process"),
                (
                    "Nye rader kan legges til, også for prosesser ingen har tegnet.",
                    "Rows may be added, also for processes that nobody has drawn.",
                ),
                width=34,
            ),
            MODEL,
            Column(
                "type",
                ("Type", "Type"),
                ("Hoved-, støtte- eller ledelsesprosess.", "Core, support or management process."),
                choices="type",
                width=18,
            ),
            Column(
                "ownership",
                ("Prosesseier (stilling)", "Process owner (position)"),
                (
                    f"Stillingen som eier prosessen. {FOUR[0]}",
                    f"The position that owns the process. {FOUR[1]}",
                ),
                is_asked=True,
                choices="positions",
                width=34,
            ),
            Column(
                "scope",
                ("Eieransvaret gjelder", "Ownership covers"),
                (
                    (
                        "Hele prosessen, egen enhet, utvalgte enheter (skriv dem, skilt med "
                        "semikolon), eller vet ikke."
                    ),
                    (
                        "The whole process, own unit, chosen units (write them, with semicolons), "
                        "or unknown."
                    ),
                ),
                is_asked=True,
                choices="reach",
            ),
            Column(
                "benefit",
                ("Verdi for innbyggeren", "Value for the resident"),
                ("Hva prosessen er verdt for dem den er til for.", "What it is worth to them."),
                width=34,
            ),
            Column(
                "customer",
                ("Hvem er den til for?", "Who is it for?"),
                (f"Innbyggere, ansatte, andre. {FOUR[0]}", f"Residents, employees, … {FOUR[1]}"),
                is_extra=True,
                width=28,
            ),
            Column(
                "purpose",
                ("Formål", "Purpose"),
                (f"Hva prosessen skal føre til. {FOUR[0]}", f"What it is to achieve. {FOUR[1]}"),
                is_extra=True,
                width=34,
            ),
            Column(
                "goal_setter",
                ("Hvem setter mål?", "Who sets goals?"),
                (
                    f"Hvem som setter mål for digitaliseringen av den. {FOUR[0]}",
                    f"Who sets the goals for digitalising it. {FOUR[1]}",
                ),
                is_extra=True,
                choices="positions",
                width=30,
            ),
            Column(
                "codes",
                ("Koder", "Codes"),
                (
                    (
                        "Koder i kodeverk, som KOSTRA 265; koden alene der bare ett kodeverk har "
                        f"den. Flere skilles med semikolon. {FOUR[0]}"
                    ),
                    (
                        "Codes of code lists, such as KOSTRA 265; the code alone where only one "
                        f"list has it. Several with semicolons. {FOUR[1]}"
                    ),
                ),
                is_extra=True,
                width=26,
            ),
            *OWNER_EXTRAS,
        ),
    ),
    Sheet(
        "boundaries",
        ("Grenser", "Boundaries"),
        ("grenser", "boundaries"),
        (
            Column(
                "from",
                ("Fra enhet", "From unit"),
                ("Enheten som gir arbeidet fra seg.", "The unit that hands over."),
                is_grey=True,
                choices="units",
            ),
            Column(
                "to",
                ("Til enhet", "To unit"),
                ("Enheten som tar over.", "The unit that takes over."),
                is_grey=True,
                choices="units",
            ),
            Column(
                "count",
                ("Antall", "Number"),
                ("Overleveringer i modellene. Dette leses ikke.", "Hand-offs drawn. Not read."),
                is_grey=True,
                width=10,
            ),
            *SETTLED,
        ),
    ),
    Sheet(
        "opinions",
        # A sheet's title can hold no question mark.
        ("Hvem eier", "Who owns"),
        ("hvem-eier", "who-owns"),
        (
            Column(
                "process",
                ("Prosess", "Process"),
                (
                    (
                        "Én rad for hver enhet som svarer. Har flere prosesser navnet, står "
                        "modellen i parentes."
                    ),
                    (
                        "One row for each unit that answers. Where several processes have the "
                        "name, the model stands in brackets."
                    ),
                ),
                choices="process names",
                width=34,
            ),
            Column(
                "unit",
                ("Svar fra enhet", "Answer from unit"),
                ("Enheten som svarer.", "The unit that answers."),
                choices="units",
                width=30,
            ),
            Column(
                "owner",
                ("Eier etter din mening", "Owner in your opinion"),
                ("En stilling, «nei, ingen» eller «vet ikke».", "A position, “none” or “unknown”."),
                choices="positions",
                width=34,
            ),
        ),
    ),
    Sheet(
        "decisions",
        ("Beslutninger", "Decisions"),
        ("beslutninger", "decisions"),
        (
            Column(
                "point",
                ("Punkt", "Point"),
                (
                    "Hva det gjelder, som en prosess eller et funn.",
                    "What it is about, such as a process or a finding.",
                ),
                choices="process names",
                width=34,
            ),
            Column(
                "decision",
                ("Beslutning", "Decision"),
                ("Hva som ble bestemt.", "What was decided."),
                width=44,
            ),
            Column(
                "responsible",
                ("Ansvarlig", "Responsible"),
                ("Stillingen som følger opp.", "The position that follows up."),
                choices="positions",
            ),
            Column(
                "deadline",
                ("Frist", "Deadline"),
                ("En dato, som 2026-10-01.", "A date, such as 2026-10-01."),
                width=14,
            ),
            Column(
                "status",
                ("Status", "Status"),
                ("Hvor langt det er kommet.", "How far it has come."),
                width=18,
            ),
        ),
    ),
)
