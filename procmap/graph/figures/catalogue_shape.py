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
        details=("Σ of component sizes on the longest path of the condensation.",),
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
        details=(
            (
                "A succession leads back where it goes from inside a loop to a step at which "
                "the loop is entered; with these taken out, the same for the loops inside. For "
                "a loop with one entrance these are the back edges of any depth-first search, "
                "and for others they do not depend on the order of a search."
            ),
            "A call is one activity here, done by whoever it is drawn with.",
        ),
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
        details=(
            "Back edges are found as for the hand-off fraction.",
            "Withheld where a loop has no entrance at all, since it has no first step.",
        ),
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
        details=(
            (
                "A step with a system in the register is supported; one of which the register "
                "says that there is none is manual."
            ),
        ),
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
        details=(
            (
                "An event-based gateway is an exclusive choice. Several flows out of an "
                "activity are a parallel split, conditional ones an inclusive choice. Joins "
                "count nothing."
            ),
        ),
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
        details=(
            (
                "visits = starts + Tᵀ · visits; expected hand-offs = Σ visits(u) · t(u, v) · "
                "P(λ(u) ≠ λ(v)). A called process is entered."
            ),
            (
                "Exclusive and event-based gateways: the stated probabilities, which add up to "
                "1. Parallel splits, and several unconditional flows out of an activity: every "
                "way, once. Inclusive ways: each by itself with its stated probability, given "
                "that at least one is taken; an unstated default is taken where no other is."
            ),
            (
                "Several flows into an activity, event or exclusive gateway: each arrival goes "
                "on by itself. A parallel join goes on once for all its ways, an inclusive one "
                "once for those that were taken since the ways divided; and each way that "
                "arrives hands over. What arrives by several ways without a step is handed over"
                " once."
            ),
            (
                "Boundary events, and starts of which there are several, happen as often as "
                "stated; an unstated boundary event does not happen."
            ),
            (
                "A performer may be a distribution over parties; then the two performers are "
                "taken as independent."
            ),
            (
                "Withheld where a join waits for ways of which not all need arrive (told by "
                "probabilities that mean nothing, so that equal ones cannot hide it), where "
                "some step cannot be reached or left, where work in a loop multiplies, where an"
                " end breaks off parallel work, and where something is repeated nobody knows "
                "how often."
            ),
        ),
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
        details=(
            (
                "Of the Markov chain of steps: v(u) = Σ t(u, v) · ((r + h(v) − h(u))² + v(v)), "
                "where r is 1 where work changes hands and h the expectation from there on."
            ),
        ),
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
        details=(
            (
                "One way from a start to an end; parallel ways are not added up. A boundary "
                "event is one of the ways. Undecided successions count as none, and stand "
                "beside it."
            ),
        ),
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
        details=(
            (
                "The longest way over the condensation, each loop with all its hand-offs once: "
                "no way that takes no succession twice has more."
            ),
        ),
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
        details=(
            (
                "Manual steps that follow one another are one stretch. A step of which nothing "
                "is recorded is neither manual nor supported."
            ),
        ),
    ),
)
