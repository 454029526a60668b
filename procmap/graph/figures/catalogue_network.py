"""Figures about the unit network and the people in it."""

from __future__ import annotations

from typing import Final

from procmap.graph.figures.figure_kind import OURS, FigureKind

__all__ = ["NETWORK_FIGURES"]

_GOULD: Final = (
    "Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation: A formal approach to "
    "brokerage in transaction networks. Sociological Methodology 19, 89–126"
)

NETWORK_FIGURES: Final[tuple[FigureKind, ...]] = (
    FigureKind(
        "ei_index",
        "E-I index",
        ("landscape", "group"),
        "index",
        "−1 to 1",
        "Hand-offs between groups less hand-offs inside them, divided by all: −1 where all work "
        "stays inside, 1 where all of it crosses.",
        "Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational crises. "
        "Social Psychology Quarterly 51(2), 123–140",
        "To compare organisations with different numbers of groups: with many small groups more "
        "work crosses by chance alone.",
        details=(
            (
                "(E − I) / (E + I), by number of hand-offs. I are hand-offs between different "
                "units of one group, E those between groups; what stays in a unit is in "
                "neither."
            ),
            (
                "The groups are the ancestors of units at a depth of the chart: the shallowest "
                "that tells units apart, or any that is asked for. A unit that lies higher is "
                "its own group."
            ),
            (
                "EI = 1 − 2 (Q + Σ aₖbₖ), where Q is the modularity and a, b are the shares of "
                "each group in hand-offs out and in."
            ),
        ),
    ),
    FigureKind(
        "modularity",
        "Modularity under the chart",
        ("landscape",),
        "index",
        "−1 to 1",
        "Share of hand-offs inside the groups of the chart, less the share that chance would put "
        "there.",
        "Newman, M. E. J. (2006). Modularity and community structure in networks. PNAS 103(23), "
        "8577–8582; directed: Leicht, E. A. & Newman, M. E. J. (2008)",
        "As advice to reorganise. It says how the drawn work lies to the chart, nothing about "
        "what the chart is for.",
        details=(
            (
                "Q = Σ over groups of (hand-offs inside / all − hand-offs out of it × hand-offs"
                " into it / all²)."
            ),
        ),
    ),
    FigureKind(
        "brokerage_coordinator",
        "Brokerage: coordinator",
        ("unit",),
        "open paths",
        "0 and up",
        "Paths a → v → b through a unit v, where a hands nothing over to b itself, and all three "
        "are of one group.",
        _GOULD,
        "To rate a unit. Standing between others may be its job.",
    ),
    FigureKind(
        "brokerage_consultant",
        "Brokerage: consultant",
        ("unit",),
        "open paths",
        "0 and up",
        "Paths a → v → b through a unit v, where a hands nothing over to b itself; a and b are of "
        "one group, and v of another.",
        _GOULD,
        "To rate a unit. Standing between others may be its job.",
    ),
    FigureKind(
        "brokerage_gatekeeper",
        "Brokerage: gatekeeper",
        ("unit",),
        "open paths",
        "0 and up",
        "Paths a → v → b through a unit v, where a hands nothing over to b itself; v and b are of "
        "one group, and a of another.",
        _GOULD,
        "To rate a unit. Standing between others may be its job.",
    ),
    FigureKind(
        "brokerage_representative",
        "Brokerage: representative",
        ("unit",),
        "open paths",
        "0 and up",
        "Paths a → v → b through a unit v, where a hands nothing over to b itself; a and v are of "
        "one group, and b of another.",
        _GOULD,
        "To rate a unit. Standing between others may be its job.",
    ),
    FigureKind(
        "brokerage_liaison",
        "Brokerage: liaison",
        ("unit",),
        "open paths",
        "0 and up",
        "Paths a → v → b through a unit v, where a hands nothing over to b itself; all three are "
        "of different groups.",
        _GOULD,
        "To rate a unit. Standing between others may be its job.",
    ),
    FigureKind(
        "betweenness",
        "Betweenness",
        ("unit",),
        "share",
        "0 to 1",
        "Share of the shortest ways between other units that lead through a unit; the more "
        "hand-offs from one unit to another, the shorter the way.",
        "Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry "
        "40(1), 35–41; Brandes, U. (2001)",
        "To say that a unit is a bottleneck. It is central in the drawings that were read, and "
        "says nothing about load.",
        details=(
            (
                "Distance is 1 / number of hand-offs. Normalised by the number of ordered pairs"
                " of other units."
            ),
        ),
    ),
    FigureKind(
        "owner_concentration",
        "Concentration of ownership",
        ("landscape",),
        "index",
        "1 divided by the number of owners, to 1",
        "Sum over owners of the square of their share in all ownerships: 1 where one owner has "
        "them all.",
        "Herfindahl, O. C. (1950) and Hirschman, A. O. (1945); see Hirschman, A. O. (1964). The "
        "paternity of an index. American Economic Review 54(5), 761",
        "With thresholds from competition law. A municipal director may rightly own many.",
    ),
    FigureKind(
        "key_persons",
        "Key persons",
        ("landscape",),
        "persons",
        "0 and up",
        "Persons who alone perform the steps that connect others: without them, what hangs "
        "together falls apart. Names are shown only on request.",
        OURS,
        "To rate persons. It is about work that should not depend on one person being there.",
        details=(
            (
                "A step counts as performed alone where just one person may perform it. "
                "Successions connect steps in both directions here."
            ),
        ),
    ),
)
