"""What has been recorded about value and measures, and when it is time to ask for it."""

from __future__ import annotations

from typing import Final

from procmap.labels import Words
from procmap.model import FactState, Process
from procmap.rules.context import Context
from procmap.rules.options import Option

__all__ = [
    "COMMON",
    "find_value_states",
    "is_measuring_common",
    "is_value_common",
    "is_value_silent",
]


def find_value_states(process: Process) -> tuple[FactState, ...]:
    """What is known of whom a process is for, what it is for, and what it is worth.

    Args:
        process: the process.
    """
    return process.customer.state, process.purpose.state, process.benefit.state


def is_value_common(context: Context, percent: int) -> bool:
    """Whether so many of the processes have something said of whom or what they are for.

    Args:
        context: what is checked.
        percent: how many of a hundred.
    """
    said = [
        any(state is not FactState.NOT_RECORDED for state in find_value_states(process))
        for process in context.processes
    ]
    return _is_common(said, percent)


def is_measuring_common(context: Context, percent: int) -> bool:
    """Whether so many of the processes have something said of how they are measured.

    Args:
        context: what is checked.
        percent: how many of a hundred.
    """
    return _is_common([process.measures.is_recorded for process in context.processes], percent)


def is_value_silent(process: Process) -> bool:
    """Whether nothing at all is recorded of whom or what a process is for.

    Args:
        process: the process.
    """
    return set(find_value_states(process)) == {FactState.NOT_RECORDED}


def _is_common(said: list[bool], percent: int) -> bool:
    return any(said) and 100 * sum(said) >= percent * len(said)


COMMON: Final = Option(
    "common",
    50,
    Words(
        "Så mange av hundre prosesser må ha dette registrert før de andre blir spurt. Det er et "
        "valg: når halvparten er på plass, er det verdt å spørre om resten.",
        "Of so many of a hundred processes it must be recorded before the others are asked. That "
        "is a choice: once half are in place, the rest are worth asking about.",
    ),
    minimum=0,
)
