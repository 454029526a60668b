"""Figures about the shape of a process, as KOPeR measures it."""

from __future__ import annotations

from typing import Final

from procmap.graph.figures.figure_kind import (
    ACTIVITIES,
    FROM_ZERO,
    RATIO,
    SHARE,
    ZERO_TO_ONE,
    FigureKind,
    quote,
)
from procmap.labels import Words

__all__ = ["KOPER_FIGURES"]

_NISSEN: Final = quote(
    "Nissen, M. E. (1998). Redesigning reengineering through measurement-driven inference. MIS "
    "Quarterly 22(4), 509–534"
)
KOPER_FIGURES: Final[tuple[FigureKind, ...]] = (
    FigureKind(
        "koper_size",
        Words("Størrelse (KOPeR)", "Size (KOPeR)"),
        ("process",),
        ACTIVITIES,
        FROM_ZERO,
        Words(
            "Antall aktiviteter. En delprosess med innhold teller med innholdet, et kall som én.",
            "Number of activities. A sub-process with content counts by its content, a call as "
            "one.",
        ),
        _NISSEN,
        Words(
            "Som et mål på innsats. Det teller bokser.",
            "As a measure of effort. It counts boxes.",
        ),
    ),
    FigureKind(
        "koper_length",
        Words("Lengde (KOPeR)", "Length (KOPeR)"),
        ("process",),
        ACTIVITIES,
        FROM_ZERO,
        Words(
            "Antall aktiviteter på den lengste veien gjennom prosessen, der en løkke teller med "
            "alle aktivitetene i den.",
            "Number of activities on the longest way through the process, where a loop counts "
            "with all its activities.",
        ),
        _NISSEN,
        Words(
            "Som en varighet. Ingen aktivitet sier hvor lang tid den tar.",
            "As a duration. No activity says how long it takes.",
        ),
        details=(
            Words(
                "Σ av komponentenes størrelse på den lengste veien i kondensasjonen.",
                "Σ of component sizes on the longest path of the condensation.",
            ),
        ),
    ),
    FigureKind(
        "koper_parallelism",
        Words("Parallellitet (KOPeR)", "Parallelism (KOPeR)"),
        ("process",),
        RATIO,
        Words("1 og oppover", "1 and up"),
        Words(
            "Størrelse delt på lengde: 1 for en prosess der alt går etter hverandre.",
            "Size divided by length: 1 for a process all in a row.",
        ),
        _NISSEN,
        Words(
            "Til å si at arbeid går samtidig. Alternativer side om side hever tallet like mye som "
            "parallelle veier. Bare ytterpunktet, 1, sier noe i seg selv.",
            "To say that work runs at the same time. Alternatives side by side raise it as much "
            "as parallel ways. Only the extreme, 1, means something by itself.",
        ),
    ),
    FigureKind(
        "koper_handoff_fraction",
        Words("Overleveringer etter størrelse (KOPeR)", "Hand-off fraction (KOPeR)"),
        ("process",),
        RATIO,
        FROM_ZERO,
        Words(
            "Overleveringer som går forover, delt på størrelse. Overganger tilbake til der en "
            "løkke begynner, er ikke med.",
            "Hand-offs that lead forward, divided by size. Successions that lead back to where a "
            "loop is entered are left out.",
        ),
        _NISSEN,
        Words(
            "Med en grenseverdi hentet fra et annet sted. Bare ytterpunktet, 0, er absolutt; "
            "andre grenser krever en familie av prosesser å sammenligne med.",
            "With a cut-off taken from elsewhere. Only the extreme, 0, is absolute; other "
            "cut-offs need a family of processes to compare with.",
        ),
        details=(
            (
                Words(
                    "En overgang går tilbake når den går innenfra en løkke til et steg der løkken "
                    "begynner; når disse er tatt ut, gjelder det samme for løkkene inni. For en "
                    "løkke med én inngang er dette bakkantene i ethvert dybde-først-søk, og for "
                    "andre avhenger de ikke av rekkefølgen i et søk.",
                    "A succession leads back where it goes from inside a loop to a step at which "
                    "the loop is entered; with these taken out, the same for the loops inside. "
                    "For a loop with one entrance these are the back edges of any depth-first "
                    "search, and for others they do not depend on the order of a search.",
                )
            ),
            Words(
                "Et kall er én aktivitet her, utført av den det er tegnet hos.",
                "A call is one activity here, done by whoever it is drawn with.",
            ),
        ),
    ),
    FigureKind(
        "koper_feedback_fraction",
        Words("Tilbakeløp etter størrelse (KOPeR)", "Feedback fraction (KOPeR)"),
        ("process",),
        RATIO,
        FROM_ZERO,
        Words(
            "Overganger tilbake til der en løkke begynner, delt på størrelse.",
            "Successions that lead back to where a loop is entered, divided by size.",
        ),
        _NISSEN,
        Words(
            "Som en andel saker som gjøres om igjen. Det teller tegnede løkker, ikke hvor ofte de "
            "tas.",
            "As a share of cases that are done again. It counts drawn loops, not how often they "
            "are taken.",
        ),
        details=(
            Words(
                "Overganger tilbake finnes på samme måte som for overleveringer etter størrelse.",
                "Back edges are found as for the hand-off fraction.",
            ),
            Words(
                "Holdes tilbake der en løkke ikke har noen inngang, siden den ikke har noe første "
                "steg.",
                "Withheld where a loop has no entrance at all, since it has no first step.",
            ),
        ),
    ),
    FigureKind(
        "koper_it_support",
        Words("IT-støtte (KOPeR)", "IT support (KOPeR)"),
        ("process",),
        SHARE,
        ZERO_TO_ONE,
        Words(
            "Aktiviteter som noen gjør med et system, eller som et system gjør alene, delt på "
            "størrelse. Bare det som er registrert om et steg, teller; oppgavetypen gjør det ikke.",
            "Activities that somebody does with a system, or a system does alone, divided by "
            "size. Only what is recorded about a step counts; the type of a task does not.",
        ),
        _NISSEN,
        Words("Som et mål på hvor god støtten er.", "As a measure of how good the support is."),
        details=(
            (
                Words(
                    "Et steg med system i registeret har støtte; et der registeret sier at det "
                    "ikke finnes noe system, er manuelt.",
                    "A step with a system in the register is supported; one of which the register "
                    "says that there is none is manual.",
                )
            ),
        ),
    ),
    FigureKind(
        "koper_it_communication",
        Words("IT-kommunikasjon (KOPeR)", "IT communication (KOPeR)"),
        ("process",),
        SHARE,
        ZERO_TO_ONE,
        Words(
            "Aktiviteter som gir resultatet videre gjennom et system, delt på størrelse.",
            "Activities that pass on their result through a system, divided by size.",
        ),
        _NISSEN,
        Words(
            "Som et mål på avtalte kanaler. Det er andelen med avtale.",
            "As a measure of agreed channels. That is the agreed share.",
        ),
    ),
    FigureKind(
        "koper_it_automation",
        Words("IT-automatisering (KOPeR)", "IT automation (KOPeR)"),
        ("process",),
        SHARE,
        ZERO_TO_ONE,
        Words(
            "Aktiviteter som et system gjør alene, delt på størrelse.",
            "Activities that a system does alone, divided by size.",
        ),
        _NISSEN,
        Words(
            "Som et mål å nå. En automatisert omvei er fortsatt en omvei.",
            "As a goal. An automated detour is still a detour.",
        ),
    ),
)
