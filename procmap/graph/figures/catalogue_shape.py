"""Figures about the flow of a process and the way of a case."""

from __future__ import annotations

from typing import Final

from procmap.graph.figures.figure_kind import (
    FROM_ZERO,
    HAND_OFFS,
    OURS,
    FigureKind,
    quote,
)
from procmap.labels import Words

__all__ = ["SHAPE_FIGURES"]

_MARKOV: Final = Words(
    "Trafikkligningene for en absorberende Markov-kjede: Kemeny, J. G. & Snell, J. L. (1960). "
    "Finite Markov Chains, kapittel 3",
    "Traffic equations of an absorbing Markov chain: Kemeny, J. G. & Snell, J. L. (1960). Finite "
    "Markov Chains, chapter 3",
)

SHAPE_FIGURES: Final[tuple[FigureKind, ...]] = (
    FigureKind(
        "control_flow_complexity",
        Words("Kompleksitet i flyten", "Control-flow complexity"),
        ("process",),
        Words("tilstander", "states"),
        FROM_ZERO,
        Words(
            "Sum over alle delinger: n for et valg mellom n veier, 2ⁿ − 1 for en inkluderende "
            "port, 1 for en parallell deling.",
            "Sum over all splits: n for an exclusive choice of n ways, 2ⁿ − 1 for an inclusive "
            "one, 1 for a parallel split.",
        ),
        quote(
            "Cardoso, J. (2005). Control-flow complexity measurement of processes and Weyuker's "
            "properties. Transactions on Enformatika, Systems Sciences and Engineering 8, 213–218"
        ),
        Words(
            "Som et mål på hvor vanskelig arbeidet er. Det sier hvor mange tilstander den som "
            "leser tegningen, må holde i hodet.",
            "As a measure of how hard the work is. It says how many states a reader of the "
            "drawing has to keep in mind.",
        ),
        details=(
            (
                Words(
                    "En hendelsesbasert port er et valg. Flere flyter ut av en aktivitet er en "
                    "parallell deling, betingede flyter et inkluderende valg. Sammenføyninger "
                    "teller ikke.",
                    "An event-based gateway is an exclusive choice. Several flows out of an "
                    "activity are a parallel split, conditional ones an inclusive choice. Joins "
                    "count nothing.",
                )
            ),
        ),
    ),
    FigureKind(
        "expected_handoffs",
        Words("Ventede overleveringer per sak", "Expected hand-offs per case"),
        ("process",),
        Words("overleveringer per sak", "hand-offs per case"),
        FROM_ZERO,
        Words(
            "Hvor ofte arbeid skifter hender fra start til slutt i én sak, i gjennomsnitt. Bare "
            "der noen har oppgitt hvor ofte hver vei tas.",
            "How often work changes hands from start to end of one case, on average. Only where "
            "somebody has stated how often each way is taken.",
        ),
        _MARKOV,
        Words(
            "Med sannsynligheter ingen tror på. Regnes alle veier som like vanlige, beskriver det "
            "tegningen, ikke sakene.",
            "With probabilities nobody believes in. Taken as uniform on request it describes the "
            "drawing, not the cases.",
        ),
        details=(
            (
                Words(
                    "besøk = starter + Tᵀ · besøk; ventede overleveringer = Σ besøk(u) · t(u, v) "
                    "· P(λ(u) ≠ λ(v)). En prosess som kalles, regnes med innholdet.",
                    "visits = starts + Tᵀ · visits; expected hand-offs = Σ visits(u) · t(u, v) · "
                    "P(λ(u) ≠ λ(v)). A called process is entered.",
                )
            ),
            (
                Words(
                    "Valg og hendelsesbaserte porter: de oppgitte sannsynlighetene, som til "
                    "sammen er 1. Parallelle delinger, og flere ubetingede flyter ut av en "
                    "aktivitet: hver vei, én gang. Inkluderende veier: hver for seg med sin "
                    "oppgitte sannsynlighet, gitt at minst én tas; en standardvei uten oppgitt "
                    "sannsynlighet tas der ingen andre tas.",
                    "Exclusive and event-based gateways: the stated probabilities, which add up "
                    "to 1. Parallel splits, and several unconditional flows out of an activity: "
                    "every way, once. Inclusive ways: each by itself with its stated probability, "
                    "given that at least one is taken; an unstated default is taken where no "
                    "other is.",
                )
            ),
            (
                Words(
                    "Flere flyter inn i en aktivitet, en hendelse eller et valg: hver ankomst går "
                    "videre for seg. En parallell sammenføyning går videre én gang for alle "
                    "veiene sine, en inkluderende én gang for dem som er tatt siden veiene delte "
                    "seg; og hver vei som kommer fram, overleverer. Det som kommer fram på flere "
                    "veier uten et steg, overleveres én gang.",
                    "Several flows into an activity, event or exclusive gateway: each arrival "
                    "goes on by itself. A parallel join goes on once for all its ways, an "
                    "inclusive one once for those that were taken since the ways divided; and "
                    "each way that arrives hands over. What arrives by several ways without a "
                    "step is handed over once.",
                )
            ),
            (
                Words(
                    "Kanthendelser, og starter når det er flere, skjer så ofte som oppgitt; en "
                    "kanthendelse uten oppgitt sannsynlighet skjer ikke.",
                    "Boundary events, and starts of which there are several, happen as often as "
                    "stated; an unstated boundary event does not happen.",
                )
            ),
            (
                Words(
                    "En utfører kan være en fordeling over parter; da regnes de to utførerne som "
                    "uavhengige.",
                    "A performer may be a distribution over parties; then the two performers are "
                    "taken as independent.",
                )
            ),
            (
                Words(
                    "Holdes tilbake der en sammenføyning venter på veier som ikke alle trenger å "
                    "komme fram (det avgjøres med sannsynligheter som ikke betyr noe, slik at "
                    "like ikke kan skjule det), der et steg ikke kan nås eller forlates, der "
                    "arbeid i en løkke mangedobles, der en slutt avbryter parallelt arbeid, og "
                    "der noe gjentas uten at noen vet hvor ofte.",
                    "Withheld where a join waits for ways of which not all need arrive (told by "
                    "probabilities that mean nothing, so that equal ones cannot hide it), where "
                    "some step cannot be reached or left, where work in a loop multiplies, where "
                    "an end breaks off parallel work, and where something is repeated nobody "
                    "knows how often.",
                )
            ),
        ),
    ),
    FigureKind(
        "handoff_variance",
        Words("Variasjon i overleveringer per sak", "Variance of hand-offs per case"),
        ("process",),
        Words("overleveringer i annen", "hand-offs squared"),
        FROM_ZERO,
        Words(
            "Hvor mye antall overleveringer varierer fra sak til sak, der ingenting går parallelt.",
            "How much the number of hand-offs varies from case to case, where nothing runs in "
            "parallel.",
        ),
        _MARKOV,
        Words(
            "Som et mål på kvalitet. Ulike saker kan med rette gå ulike veier.",
            "As a measure of quality. Different cases may rightly go different ways.",
        ),
        details=(
            (
                Words(
                    "For Markov-kjeden av steg: v(u) = Σ t(u, v) · ((r + h(v) − h(u))² + v(v)), "
                    "der r er 1 når arbeid skifter hender, og h er forventningen derfra og ut.",
                    "Of the Markov chain of steps: v(u) = Σ t(u, v) · ((r + h(v) − h(u))² + "
                    "v(v)), where r is 1 where work changes hands and h the expectation from "
                    "there on.",
                )
            ),
        ),
    ),
    FigureKind(
        "fewest_handoffs",
        Words("Færrest overleveringer", "Fewest hand-offs"),
        ("process",),
        HAND_OFFS,
        FROM_ZERO,
        Words(
            "Overleveringer på den veien fra start til slutt som har færrest.",
            "Hand-offs on the way from start to end that has fewest.",
        ),
        OURS,
        Words(
            "Som et mål å nå. Veien med færrest overleveringer er ofte den der saken blir avvist.",
            "As a target. The way with fewest hand-offs is often the one where the case is "
            "refused.",
        ),
        details=(
            (
                Words(
                    "Én vei fra en start til en slutt; parallelle veier legges ikke sammen. En "
                    "kanthendelse er en av veiene. Uavklarte overganger teller ikke, og står ved "
                    "siden av.",
                    "One way from a start to an end; parallel ways are not added up. A boundary "
                    "event is one of the ways. Undecided successions count as none, and stand "
                    "beside it.",
                )
            ),
        ),
    ),
    FigureKind(
        "most_handoffs",
        Words("Flest overleveringer", "Most hand-offs"),
        ("process",),
        HAND_OFFS,
        FROM_ZERO,
        Words(
            "Overleveringer på den veien fra start til slutt som har flest, der en løkke gås én "
            "gang: hver overlevering i den teller én gang.",
            "Hand-offs on the way from start to end that has most, where a loop is walked once: "
            "each hand-off inside it counts once.",
        ),
        OURS,
        Words(
            "Som det verste tilfellet. En løkke kan gås om og om igjen.",
            "As the worst case. A loop can be walked again and again.",
        ),
        details=(
            (
                Words(
                    "Den lengste veien over kondensasjonen, der hver løkke har alle "
                    "overleveringene sine én gang: ingen vei som ikke tar samme overgang to "
                    "ganger, har flere.",
                    "The longest way over the condensation, each loop with all its hand-offs "
                    "once: no way that takes no succession twice has more.",
                )
            ),
        ),
    ),
    FigureKind(
        "media_breaks",
        Words("Brudd mellom system og håndarbeid", "Media breaks"),
        ("process",),
        Words("strekninger av steg", "stretches of steps"),
        FROM_ZERO,
        Words(
            "Strekninger av manuelle steg der arbeidet kommer fra et steg med system og går "
            "videre til et annet. Bare der det er registrert hvordan stegene gjøres.",
            "Stretches of manual steps into which work comes from a step with a system, and from "
            "which it goes to one. Only where it is recorded how steps are done.",
        ),
        OURS,
        Words(
            "Der det ikke er registrert: en brukeroppgave i en tegning sier ikke at det er et "
            "system.",
            "Where it is not recorded: a user task in a drawing does not say that there is a "
            "system.",
        ),
        details=(
            (
                Words(
                    "Manuelle steg som følger etter hverandre, er én strekning. Et steg der "
                    "ingenting er registrert, er verken manuelt eller med støtte.",
                    "Manual steps that follow one another are one stretch. A step of which "
                    "nothing is recorded is neither manual nor supported.",
                )
            ),
        ),
    ),
)
