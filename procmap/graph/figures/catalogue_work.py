"""Figures about how work changes hands."""

from __future__ import annotations

from typing import Final

from procmap.graph.figures.figure_kind import OURS, FigureKind

__all__ = ["WORK_FIGURES"]

WORK_FIGURES: Final[tuple[FigureKind, ...]] = (
    FigureKind(
        "crossing_points",
        "Crossing points",
        ("process",),
        "crossing points",
        "0 and up",
        "Drawn flows over which work changes hands between two units of the organisation, one for "
        "each pair of units.",
        OURS,
        "To rank processes. A longer drawing has more of them; and work that crosses units is "
        "praised in the study, not blamed.",
    ),
    FigureKind(
        "handoffs",
        "Hand-offs",
        ("process", "boundary"),
        "hand-offs",
        "0 and up",
        "Pairs of steps, of which one may come next after the other, whose performers are known "
        "and have nobody in common. Of a process: by sequence flow and call. Of a boundary: also "
        "messages.",
        OURS,
        "To say how often work changes hands: three steps that join into three others are nine "
        "hand-offs, and one case takes one of them.",
        details=(
            (
                "Gateways and events are transparent: a pair counts once, whatever the number "
                "of ways between its steps, and once more where it also leads through a call."
            ),
            (
                "A step that may be performed by one of several hands over only where none of "
                "them may perform the next."
            ),
            "Contacts with outside parties are no hand-offs.",
        ),
    ),
    FigureKind(
        "message_handoffs",
        "Message hand-offs",
        ("process",),
        "message flows",
        "0 and up",
        "Message flows between two units of which neither is an outside party.",
        OURS,
        "To compare with hand-offs by sequence flow: whether a message is drawn is a matter of "
        "modelling style.",
    ),
    FigureKind(
        "external_handoffs",
        "Hand-offs that leave the organisation",
        ("process",),
        "hand-offs",
        "0 and up",
        "Hand-offs between units of two legal organisations.",
        OURS,
        "As a share of silo hand-offs. Who governs work between two organisations is another "
        "question.",
    ),
    FigureKind(
        "contacts",
        "Contacts with outside parties",
        ("process",),
        "drawn flows",
        "0 and up",
        "Drawn flows over which work goes to or comes from an outside party, such as the resident.",
        OURS,
        "As a measure of service. A model may show one letter as one flow or as five.",
    ),
    FigureKind(
        "undecided_successions",
        "Undecided successions",
        ("process",),
        "successions",
        "0 and up",
        "Pairs of steps of which nobody has said enough to tell whether work changes hands.",
        OURS,
        "As a fault of the process. It is a question to the register.",
    ),
    FigureKind(
        "crossing_share",
        "Crossing share",
        ("process", "landscape"),
        "share",
        "0 to 1",
        "Hand-offs by sequence flow and call, divided by all successions of which it is decided "
        "whether work changes hands. Contacts with outside parties are in neither.",
        OURS,
        "To compare models of different detail: splitting a step inside its unit lowers it.",
        details=(
            "Undecided successions are in neither part; they stand beside it as not clarified.",
            "At a coarser level it is never higher among what is decided at the finer one.",
        ),
    ),
    FigureKind(
        "ungoverned_share",
        "Ungoverned share",
        ("process", "boundary", "unit", "landscape"),
        "share",
        "0 to 1",
        "Crossing points that nobody is responsible for on both sides of, divided by those of "
        "which it is decided. What is undetermined stands beside it.",
        OURS,
        "As a share of all crossing points while much is not clarified, or as blame: it says "
        "where a question has no address.",
        details=(
            "no / (yes + no). The same predicate decides it for figures, rules and maps.",
            "Crossing points that leave the organisation are left out, as in the headline.",
        ),
    ),
    FigureKind(
        "agreed_share",
        "Agreed share",
        ("process", "boundary", "unit", "landscape"),
        "share",
        "0 to 1",
        "Crossing points with an agreed routine or channel, divided by those of which it is "
        "decided. An informal channel is not an agreed one.",
        OURS,
        "To stand in for governance. Somebody may be responsible and nothing agreed, and the "
        "other way round.",
        details=(
            (
                "yes / (yes + no). That nothing is agreed takes two answers: there is no "
                "routine, and there is no channel or an informal one."
            ),
        ),
    ),
    FigureKind(
        "owner_reach",
        "Owner reach",
        ("process",),
        "share",
        "0 to 1",
        "Activities in units that the owner manages, or below them, divided by the activities of "
        "which that is decided. Of several owners, the one who reaches furthest.",
        OURS,
        "To say that an owner is the wrong one: an owner with a mandate for the whole needs no "
        "line authority.",
        details=(
            (
                "Line authority is managing: a position, a person in it, or a unit through its "
                "manager. Working in a unit is none."
            ),
            (
                "What outside parties do is left out. Units that are assumed, or whose managers"
                " nobody has recorded, are not clarified."
            ),
        ),
    ),
    FigureKind(
        "ping_pong",
        "Back and forth",
        ("process",),
        "ordered pairs of performers",
        "0 and up",
        "Ordered pairs of performers A, B of which work goes from A to B, stays there for a while, "
        "and goes to A again.",
        OURS,
        "As waste. A check by somebody else goes back and forth, and is meant to.",
        details=(
            (
                "Steps that stay with B in between are passed over, so that splitting a step "
                "changes nothing. Messages are left out."
            ),
            "`report.metrics.returns(process)` gives the path of each.",
        ),
    ),
)
