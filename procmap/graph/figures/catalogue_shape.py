"""Figures about the shape of a process and the way of a case."""

from __future__ import annotations

from typing import Final

from procmap.graph.figures.figure_kind import OURS, FigureKind

__all__ = ["SHAPE_FIGURES"]

_NISSEN: Final = (
    "Nissen, M. E. (1998). Redesigning reengineering through measurement-driven inference. "
    "MIS Quarterly 22(4), 509–534"
)
_MARKOV: Final = (
    "Traffic equations of an absorbing Markov chain: Kemeny, J. G. & Snell, J. L. (1960). "
    "Finite Markov Chains, chapter 3"
)

SHAPE_FIGURES: Final[tuple[FigureKind, ...]] = (
    FigureKind(
        "koper_size",
        "Size (KOPeR)",
        ("process",),
        "activities",
        "0 and up",
        "Number of activities. A sub-process with content counts by its content, a call as one.",
        _NISSEN,
        "As a measure of effort. It counts boxes.",
    ),
    FigureKind(
        "koper_length",
        "Length (KOPeR)",
        ("process",),
        "activities",
        "0 and up",
        "Number of activities on the longest way through the process, where a loop counts with all "
        "its activities.",
        _NISSEN,
        "As a duration. No activity says how long it takes.",
    ),
    FigureKind(
        "koper_parallelism",
        "Parallelism (KOPeR)",
        ("process",),
        "ratio",
        "1 and up",
        "Size divided by length: 1 for a process all in a row.",
        _NISSEN,
        "To say that work runs at the same time. Alternatives side by side raise it as much as "
        "parallel ways. Only the extreme, 1, means something by itself.",
    ),
    FigureKind(
        "koper_handoff_fraction",
        "Hand-off fraction (KOPeR)",
        ("process",),
        "ratio",
        "0 and up",
        "Hand-offs that lead forward, divided by size. Successions that lead back to where a loop "
        "is entered are left out.",
        _NISSEN,
        "With a cut-off taken from elsewhere. Only the extreme, 0, is absolute; other cut-offs "
        "need a family of processes to compare with.",
    ),
    FigureKind(
        "koper_feedback_fraction",
        "Feedback fraction (KOPeR)",
        ("process",),
        "ratio",
        "0 and up",
        "Successions that lead back to where a loop is entered, divided by size.",
        _NISSEN,
        "As a share of cases that are done again. It counts drawn loops, not how often they are "
        "taken.",
    ),
    FigureKind(
        "koper_it_support",
        "IT support (KOPeR)",
        ("process",),
        "share",
        "0 to 1",
        "Activities that somebody does with a system, or a system does alone, divided by size. "
        "Only what is recorded about a step counts; the type of a task does not.",
        _NISSEN,
        "As a measure of how good the support is.",
    ),
    FigureKind(
        "koper_it_communication",
        "IT communication (KOPeR)",
        ("process",),
        "share",
        "0 to 1",
        "Activities that pass on their result through a system, divided by size.",
        _NISSEN,
        "As a measure of agreed channels. That is the agreed share.",
    ),
    FigureKind(
        "koper_it_automation",
        "IT automation (KOPeR)",
        ("process",),
        "share",
        "0 to 1",
        "Activities that a system does alone, divided by size.",
        _NISSEN,
        "As a goal. An automated detour is still a detour.",
    ),
    FigureKind(
        "control_flow_complexity",
        "Control-flow complexity",
        ("process",),
        "states",
        "0 and up",
        "Sum over all splits: n for an exclusive choice of n ways, 2ⁿ − 1 for an inclusive one, 1 "
        "for a parallel split.",
        "Cardoso, J. (2005). Control-flow complexity measurement of processes and Weyuker's "
        "properties. Transactions on Enformatika, Systems Sciences and Engineering 8, 213–218",
        "As a measure of how hard the work is. It says how many states a reader of the drawing has "
        "to keep in mind.",
    ),
    FigureKind(
        "expected_handoffs",
        "Expected hand-offs per case",
        ("process",),
        "hand-offs per case",
        "0 and up",
        "How often work changes hands from start to end of one case, on average. Only where "
        "somebody has stated how often each way is taken.",
        _MARKOV,
        "With probabilities nobody believes in. Taken as uniform on request it describes the "
        "drawing, not the cases.",
    ),
    FigureKind(
        "handoff_variance",
        "Variance of hand-offs per case",
        ("process",),
        "hand-offs squared",
        "0 and up",
        "How much the number of hand-offs varies from case to case, where nothing runs in "
        "parallel.",
        _MARKOV,
        "As a measure of quality. Different cases may rightly go different ways.",
    ),
    FigureKind(
        "fewest_handoffs",
        "Fewest hand-offs",
        ("process",),
        "hand-offs",
        "0 and up",
        "Hand-offs on the way from start to end that has fewest.",
        OURS,
        "As a target. The way with fewest hand-offs is often the one where the case is refused.",
    ),
    FigureKind(
        "most_handoffs",
        "Most hand-offs",
        ("process",),
        "hand-offs",
        "0 and up",
        "Hand-offs on the way from start to end that has most, where a loop is walked once: each "
        "hand-off inside it counts once.",
        OURS,
        "As the worst case. A loop can be walked again and again.",
    ),
    FigureKind(
        "media_breaks",
        "Media breaks",
        ("process",),
        "stretches of steps",
        "0 and up",
        "Stretches of manual steps into which work comes from a step with a system, and from "
        "which it goes to one. Only where it is recorded how steps are done.",
        OURS,
        "Where it is not recorded: a user task in a drawing does not say that there is a system.",
    ),
)
