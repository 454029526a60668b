"""Figures about how work changes hands."""

from __future__ import annotations

from typing import Final

from procmap.graph.figures.figure_kind import (
    FROM_ZERO,
    HAND_OFFS,
    OURS,
    SHARE,
    ZERO_TO_ONE,
    FigureKind,
)
from procmap.labels import Words

__all__ = ["WORK_FIGURES"]

WORK_FIGURES: Final[tuple[FigureKind, ...]] = (
    FigureKind(
        "crossing_points",
        Words("Overleveringspunkter", "Crossing points"),
        ("process",),
        Words("overleveringspunkter", "crossing points"),
        FROM_ZERO,
        Words(
            "Tegnede flyter der arbeid går fra en enhet i virksomheten til en annen, én for hvert "
            "par av enheter.",
            "Drawn flows over which work changes hands between two units of the organisation, one "
            "for each pair of units.",
        ),
        OURS,
        Words(
            "Til å rangere prosesser. En lengre tegning har flere av dem, og arbeid på tvers av "
            "enheter får ros i studien, ikke kritikk.",
            "To rank processes. A longer drawing has more of them; and work that crosses units is "
            "praised in the study, not blamed.",
        ),
    ),
    FigureKind(
        "handoffs",
        Words("Overleveringer", "Hand-offs"),
        ("process", "boundary"),
        HAND_OFFS,
        FROM_ZERO,
        Words(
            "Par av steg der det ene kan komme rett etter det andre, og der utførerne er kjent og "
            "ingen er felles. For en prosess: etter sekvensflyt og kall. For en grense: også "
            "meldinger.",
            "Pairs of steps, of which one may come next after the other, whose performers are "
            "known and have nobody in common. Of a process: by sequence flow and call. Of a "
            "boundary: also messages.",
        ),
        OURS,
        Words(
            "Til å si hvor ofte arbeid skifter hender: tre steg som møtes og går til tre andre, er "
            "ni overleveringer, og én sak tar én av dem.",
            "To say how often work changes hands: three steps that join into three others are "
            "nine hand-offs, and one case takes one of them.",
        ),
        details=(
            (
                Words(
                    "Porter og hendelser regnes ikke med: et par teller én gang, uansett hvor "
                    "mange veier det er mellom stegene, og én gang til der det også går gjennom "
                    "et kall.",
                    "Gateways and events are transparent: a pair counts once, whatever the number "
                    "of ways between its steps, and once more where it also leads through a call.",
                )
            ),
            (
                Words(
                    "Et steg som kan utføres av én av flere, overleverer bare der ingen av dem "
                    "kan utføre det neste.",
                    "A step that may be performed by one of several hands over only where none of "
                    "them may perform the next.",
                )
            ),
            Words(
                "Kontakter med eksterne parter er ikke overleveringer.",
                "Contacts with outside parties are no hand-offs.",
            ),
        ),
    ),
    FigureKind(
        "message_handoffs",
        Words("Overleveringer med melding", "Message hand-offs"),
        ("process",),
        Words("meldingsflyter", "message flows"),
        FROM_ZERO,
        Words(
            "Meldingsflyter mellom to enheter der ingen av dem er en ekstern part.",
            "Message flows between two units of which neither is an outside party.",
        ),
        OURS,
        Words(
            "Til å sammenligne med overleveringer etter sekvensflyt: om en melding er tegnet, er "
            "en vane hos den som tegner.",
            "To compare with hand-offs by sequence flow: whether a message is drawn is a matter "
            "of modelling style.",
        ),
    ),
    FigureKind(
        "external_handoffs",
        Words("Overleveringer ut av virksomheten", "Hand-offs that leave the organisation"),
        ("process",),
        HAND_OFFS,
        FROM_ZERO,
        Words(
            "Overleveringer mellom enheter i to juridiske virksomheter.",
            "Hand-offs between units of two legal organisations.",
        ),
        OURS,
        Words(
            "Som en andel av overleveringer mellom siloer. Hvem som styrer arbeid mellom to "
            "virksomheter, er et annet spørsmål.",
            "As a share of silo hand-offs. Who governs work between two organisations is another "
            "question.",
        ),
    ),
    FigureKind(
        "contacts",
        Words("Kontakter med eksterne parter", "Contacts with outside parties"),
        ("process",),
        Words("tegnede flyter", "drawn flows"),
        FROM_ZERO,
        Words(
            "Tegnede flyter der arbeid går til eller kommer fra en ekstern part, som innbyggeren.",
            "Drawn flows over which work goes to or comes from an outside party, such as the "
            "resident.",
        ),
        OURS,
        Words(
            "Som et mål på tjenesten. En modell kan vise ett brev som én flyt eller som fem.",
            "As a measure of service. A model may show one letter as one flow or as five.",
        ),
    ),
    FigureKind(
        "undecided_successions",
        Words("Uavklarte overganger", "Undecided successions"),
        ("process",),
        Words("overganger", "successions"),
        FROM_ZERO,
        Words(
            "Par av steg der ingen har sagt nok til å avgjøre om arbeid skifter hender.",
            "Pairs of steps of which nobody has said enough to tell whether work changes hands.",
        ),
        OURS,
        Words(
            "Som en feil ved prosessen. Det er et spørsmål til registeret.",
            "As a fault of the process. It is a question to the register.",
        ),
    ),
    FigureKind(
        "crossing_share",
        Words("Andel overleveringer", "Crossing share"),
        ("process", "landscape"),
        SHARE,
        ZERO_TO_ONE,
        Words(
            "Overleveringer etter sekvensflyt og kall, delt på alle overganger der det er avgjort "
            "om arbeid skifter hender. Kontakter med eksterne parter er ikke med i noen av dem.",
            "Hand-offs by sequence flow and call, divided by all successions of which it is "
            "decided whether work changes hands. Contacts with outside parties are in neither.",
        ),
        OURS,
        Words(
            "Til å sammenligne modeller med ulik detaljgrad: deles et steg i to i samme enhet, går "
            "andelen ned.",
            "To compare models of different detail: splitting a step inside its unit lowers it.",
        ),
        details=(
            Words(
                "Uavklarte overganger er ikke med i noen av delene; de står ved siden av som ikke "
                "avklart.",
                "Undecided successions are in neither part; they stand beside it as not clarified.",
            ),
            Words(
                "På et grovere nivå er den aldri høyere, blant det som er avgjort på det finere.",
                "At a coarser level it is never higher among what is decided at the finer one.",
            ),
        ),
    ),
    FigureKind(
        "ungoverned_share",
        Words("Andel uten ansvar for begge sider", "Ungoverned share"),
        ("process", "boundary", "unit", "landscape"),
        SHARE,
        ZERO_TO_ONE,
        Words(
            "Overleveringspunkter der ingen har ansvar for begge sider, delt på dem der det er "
            "avgjort. Det som ikke er avgjort, står ved siden av.",
            "Crossing points that nobody is responsible for on both sides of, divided by those of "
            "which it is decided. What is undetermined stands beside it.",
        ),
        OURS,
        Words(
            "Som en andel av alle overleveringspunkter mens mye ikke er avklart, eller som "
            "kritikk: det sier hvor et spørsmål ikke har noen adresse.",
            "As a share of all crossing points while much is not clarified, or as blame: it says "
            "where a question has no address.",
        ),
        details=(
            Words(
                "nei / (ja + nei). Det avgjøres på samme måte for tall, regler og kart.",
                "no / (yes + no). The same predicate decides it for figures, rules and maps.",
            ),
            Words(
                "Overleveringspunkter ut av virksomheten er ikke med, som i hovedtallene.",
                "Crossing points that leave the organisation are left out, as in the headline.",
            ),
        ),
    ),
    FigureKind(
        "agreed_share",
        Words("Andel med avtale", "Agreed share"),
        ("process", "boundary", "unit", "landscape"),
        SHARE,
        ZERO_TO_ONE,
        Words(
            "Overleveringspunkter med avtalt rutine eller kanal, delt på dem der det er avgjort. "
            "En uformell kanal er ikke avtalt.",
            "Crossing points with an agreed routine or channel, divided by those of which it is "
            "decided. An informal channel is not an agreed one.",
        ),
        OURS,
        Words(
            "I stedet for ansvar. Noen kan ha ansvaret uten at noe er avtalt, og omvendt.",
            "To stand in for governance. Somebody may be responsible and nothing agreed, and the "
            "other way round.",
        ),
        details=(
            (
                Words(
                    "ja / (ja + nei). At ingenting er avtalt, krever to svar: det finnes ingen "
                    "rutine, og det finnes ingen kanal eller bare en uformell.",
                    "yes / (yes + no). That nothing is agreed takes two answers: there is no "
                    "routine, and there is no channel or an informal one.",
                )
            ),
        ),
    ),
    FigureKind(
        "owner_reach",
        Words("Eierens rekkevidde", "Owner reach"),
        ("process",),
        SHARE,
        ZERO_TO_ONE,
        Words(
            "Aktiviteter i enheter som eieren leder, eller under dem, delt på aktivitetene der "
            "det er avgjort. Er det flere eiere, gjelder det den som når lengst.",
            "Activities in units that the owner manages, or below them, divided by the activities "
            "of which that is decided. Of several owners, the one who reaches furthest.",
        ),
        OURS,
        Words(
            "Til å si at en eier er feil person: en eier med mandat for helheten trenger ikke å "
            "være leder i linjen.",
            "To say that an owner is the wrong one: an owner with a mandate for the whole needs "
            "no line authority.",
        ),
        details=(
            (
                Words(
                    "Å lede i linjen gjør en stilling, personen i den, eller en enhet gjennom "
                    "lederen sin. Å arbeide i en enhet er ikke å lede den.",
                    "Line authority is managing: a position, a person in it, or a unit through "
                    "its manager. Working in a unit is none.",
                )
            ),
            (
                Words(
                    "Det eksterne parter gjør, er ikke med. Enheter som er antatte, eller der "
                    "ingen har registrert lederen, er ikke avklart.",
                    "What outside parties do is left out. Units that are assumed, or whose "
                    "managers nobody has recorded, are not clarified.",
                )
            ),
        ),
    ),
    FigureKind(
        "ping_pong",
        Words("Fram og tilbake", "Back and forth"),
        ("process",),
        Words("ordnede par av utførere", "ordered pairs of performers"),
        FROM_ZERO,
        Words(
            "Ordnede par av utførere A, B der arbeid går fra A til B, blir der en stund og går "
            "til A igjen.",
            "Ordered pairs of performers A, B of which work goes from A to B, stays there for a "
            "while, and goes to A again.",
        ),
        OURS,
        Words(
            "Som sløsing. Når noen andre kontrollerer, går arbeidet fram og tilbake, og slik skal "
            "det være.",
            "As waste. A check by somebody else goes back and forth, and is meant to.",
        ),
        details=(
            (
                Words(
                    "Steg som blir hos B imellom, hoppes over, slik at det ikke endrer noe om et "
                    "steg deles. Meldinger er ikke med.",
                    "Steps that stay with B in between are passed over, so that splitting a step "
                    "changes nothing. Messages are left out.",
                )
            ),
            Words(
                "`report.metrics.returns(process)` gir veien for hvert av dem.",
                "`report.metrics.returns(process)` gives the path of each.",
            ),
        ),
    ),
)
