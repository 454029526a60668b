"""Figures about the unit network and the people in it."""

from __future__ import annotations

from typing import Final

from procmap.graph.figures.figure_kind import (
    FROM_ZERO,
    INDEX,
    OPEN_PATHS,
    OURS,
    SHARE,
    ZERO_TO_ONE,
    FigureKind,
    quote,
)
from procmap.labels import Words

__all__ = ["NETWORK_FIGURES"]

_GOULD: Final = quote(
    "Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation: A formal approach to "
    "brokerage in transaction networks. Sociological Methodology 19, 89–126"
)

_NO_RATING: Final = Words(
    "Til å bedømme en enhet. Å stå mellom andre kan være oppgaven dens.",
    "To rate a unit. Standing between others may be its job.",
)
_BOTH_WAYS: Final = Words("−1 til 1", "−1 to 1")

NETWORK_FIGURES: Final[tuple[FigureKind, ...]] = (
    FigureKind(
        "ei_index",
        Words("E-I-indeks", "E-I index"),
        ("landscape", "group"),
        INDEX,
        _BOTH_WAYS,
        Words(
            "Overleveringer mellom grupper minus overleveringer inni dem, delt på alle: −1 der "
            "alt arbeid blir inni, 1 der alt går på tvers.",
            "Hand-offs between groups less hand-offs inside them, divided by all: −1 where all "
            "work stays inside, 1 where all of it crosses.",
        ),
        quote(
            "Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational crises. "
            "Social Psychology Quarterly 51(2), 123–140"
        ),
        Words(
            "Til å sammenligne virksomheter med ulikt antall grupper: med mange små grupper går "
            "mer arbeid på tvers av ren tilfeldighet.",
            "To compare organisations with different numbers of groups: with many small groups "
            "more work crosses by chance alone.",
        ),
        details=(
            (
                Words(
                    "(E − I) / (E + I), etter antall overleveringer. I er overleveringer mellom "
                    "ulike enheter i én gruppe, E er de mellom grupper; det som blir i en enhet, "
                    "er ikke med i noen av dem.",
                    "(E − I) / (E + I), by number of hand-offs. I are hand-offs between different "
                    "units of one group, E those between groups; what stays in a unit is in "
                    "neither.",
                )
            ),
            (
                Words(
                    "Gruppene er det enhetene ligger under på et nivå i organisasjonskartet: det "
                    "øverste som skiller enheter, eller det noen ber om. En enhet som ligger "
                    "høyere, er sin egen gruppe.",
                    "The groups are the ancestors of units at a depth of the chart: the "
                    "shallowest that tells units apart, or any that is asked for. A unit that "
                    "lies higher is its own group.",
                )
            ),
            (
                Words(
                    "EI = 1 − 2 (Q + Σ aₖbₖ), der Q er modulariteten, og a, b er gruppenes "
                    "andeler av overleveringer ut og inn.",
                    "EI = 1 − 2 (Q + Σ aₖbₖ), where Q is the modularity and a, b are the shares "
                    "of each group in hand-offs out and in.",
                )
            ),
        ),
    ),
    FigureKind(
        "modularity",
        Words("Modularitet etter organisasjonskartet", "Modularity under the chart"),
        ("landscape",),
        INDEX,
        _BOTH_WAYS,
        Words(
            "Andelen overleveringer inni gruppene i organisasjonskartet, minus andelen "
            "tilfeldighet ville lagt der.",
            "Share of hand-offs inside the groups of the chart, less the share that chance would "
            "put there.",
        ),
        Words(
            "Newman, M. E. J. (2006). Modularity and community structure in networks. PNAS "
            "103(23), 8577–8582; for rettede nettverk: Leicht, E. A. & Newman, M. E. J. (2008)",
            "Newman, M. E. J. (2006). Modularity and community structure in networks. PNAS "
            "103(23), 8577–8582; directed: Leicht, E. A. & Newman, M. E. J. (2008)",
        ),
        Words(
            "Som et råd om å omorganisere. Det sier hvordan det tegnede arbeidet ligger i forhold "
            "til organisasjonskartet, ikke hva kartet er til for.",
            "As advice to reorganise. It says how the drawn work lies to the chart, nothing about "
            "what the chart is for.",
        ),
        details=(
            (
                Words(
                    "Q = Σ over grupper av (overleveringer inni / alle − overleveringer ut × "
                    "overleveringer inn / alle²).",
                    "Q = Σ over groups of (hand-offs inside / all − hand-offs out of it × "
                    "hand-offs into it / all²).",
                )
            ),
        ),
    ),
    FigureKind(
        "brokerage_coordinator",
        Words("Mellomledd: koordinator", "Brokerage: coordinator"),
        ("unit",),
        OPEN_PATHS,
        FROM_ZERO,
        Words(
            "Veier a → v → b gjennom en enhet v, der a ikke overleverer noe til b selv, og alle "
            "tre er i én gruppe.",
            "Paths a → v → b through a unit v, where a hands nothing over to b itself, and all "
            "three are of one group.",
        ),
        _GOULD,
        _NO_RATING,
    ),
    FigureKind(
        "brokerage_consultant",
        Words("Mellomledd: konsulent", "Brokerage: consultant"),
        ("unit",),
        OPEN_PATHS,
        FROM_ZERO,
        Words(
            "Veier a → v → b gjennom en enhet v, der a ikke overleverer noe til b selv; a og b er "
            "i én gruppe, og v i en annen.",
            "Paths a → v → b through a unit v, where a hands nothing over to b itself; a and b "
            "are of one group, and v of another.",
        ),
        _GOULD,
        _NO_RATING,
    ),
    FigureKind(
        "brokerage_gatekeeper",
        Words("Mellomledd: portvakt", "Brokerage: gatekeeper"),
        ("unit",),
        OPEN_PATHS,
        FROM_ZERO,
        Words(
            "Veier a → v → b gjennom en enhet v, der a ikke overleverer noe til b selv; v og b er "
            "i én gruppe, og a i en annen.",
            "Paths a → v → b through a unit v, where a hands nothing over to b itself; v and b "
            "are of one group, and a of another.",
        ),
        _GOULD,
        _NO_RATING,
    ),
    FigureKind(
        "brokerage_representative",
        Words("Mellomledd: representant", "Brokerage: representative"),
        ("unit",),
        OPEN_PATHS,
        FROM_ZERO,
        Words(
            "Veier a → v → b gjennom en enhet v, der a ikke overleverer noe til b selv; a og v er "
            "i én gruppe, og b i en annen.",
            "Paths a → v → b through a unit v, where a hands nothing over to b itself; a and v "
            "are of one group, and b of another.",
        ),
        _GOULD,
        _NO_RATING,
    ),
    FigureKind(
        "brokerage_liaison",
        Words("Mellomledd: bindeledd", "Brokerage: liaison"),
        ("unit",),
        OPEN_PATHS,
        FROM_ZERO,
        Words(
            "Veier a → v → b gjennom en enhet v, der a ikke overleverer noe til b selv; alle tre "
            "er i ulike grupper.",
            "Paths a → v → b through a unit v, where a hands nothing over to b itself; all three "
            "are of different groups.",
        ),
        _GOULD,
        _NO_RATING,
    ),
    FigureKind(
        "betweenness",
        Words("Mellomliggende plassering", "Betweenness"),
        ("unit",),
        SHARE,
        ZERO_TO_ONE,
        Words(
            "Andelen av de korteste veiene mellom andre enheter som går gjennom en enhet; jo "
            "flere overleveringer fra en enhet til en annen, desto kortere vei.",
            "Share of the shortest ways between other units that lead through a unit; the more "
            "hand-offs from one unit to another, the shorter the way.",
        ),
        quote(
            "Freeman, L. C. (1977). A set of measures of centrality based on betweenness. "
            "Sociometry 40(1), 35–41; Brandes, U. (2001)"
        ),
        Words(
            "Til å si at en enhet er en flaskehals. Den er sentral i tegningene som er lest, og "
            "det sier ingenting om belastning.",
            "To say that a unit is a bottleneck. It is central in the drawings that were read, "
            "and says nothing about load.",
        ),
        details=(
            (
                Words(
                    "Avstanden er 1 / antall overleveringer. Normalisert med antall ordnede par "
                    "av andre enheter.",
                    "Distance is 1 / number of hand-offs. Normalised by the number of ordered "
                    "pairs of other units.",
                )
            ),
        ),
    ),
    FigureKind(
        "owner_concentration",
        Words("Konsentrasjon av eierskap", "Concentration of ownership"),
        ("landscape",),
        INDEX,
        Words("1 delt på antall eiere, til 1", "1 divided by the number of owners, to 1"),
        Words(
            "Sum over eierne av kvadratet av deres andel av alle eierskap: 1 der én eier har alle.",
            "Sum over owners of the square of their share in all ownerships: 1 where one owner "
            "has them all.",
        ),
        Words(
            "Herfindahl, O. C. (1950) og Hirschman, A. O. (1945); se Hirschman, A. O. (1964). The "
            "paternity of an index. American Economic Review 54(5), 761",
            "Herfindahl, O. C. (1950) and Hirschman, A. O. (1945); see Hirschman, A. O. (1964). "
            "The paternity of an index. American Economic Review 54(5), 761",
        ),
        Words(
            "Med grenseverdier fra konkurranseretten. En kommunedirektør kan med rette eie mange.",
            "With thresholds from competition law. A municipal director may rightly own many.",
        ),
    ),
    FigureKind(
        "key_persons",
        Words("Nøkkelpersoner", "Key persons"),
        ("landscape",),
        Words("personer", "persons"),
        FROM_ZERO,
        Words(
            "Personer som alene utfører stegene som binder andre sammen: uten dem faller det som "
            "henger sammen, fra hverandre. Navn vises bare når noen ber om det.",
            "Persons who alone perform the steps that connect others: without them, what hangs "
            "together falls apart. Names are shown only on request.",
        ),
        OURS,
        Words(
            "Til å bedømme personer. Det handler om arbeid som ikke bør være avhengig av at én "
            "person er der.",
            "To rate persons. It is about work that should not depend on one person being there.",
        ),
        details=(
            (
                Words(
                    "Et steg regnes som utført alene når bare én person kan utføre det. "
                    "Overganger binder her sammen steg i begge retninger.",
                    "A step counts as performed alone where just one person may perform it. "
                    "Successions connect steps in both directions here.",
                )
            ),
        ),
    ),
)
