"""What has been recorded about value and measures, and when it is time to ask for it."""

from __future__ import annotations

from procmap.model import FactState, Process
from procmap.rules.context import Context

__all__ = ["asks_for_value", "find_value_states", "has_begun_measuring", "has_begun_value"]


def find_value_states(process: Process) -> tuple[FactState, ...]:
    """What is known of whom a process is for, what it is for, and what it is worth.

    Args:
        process: the process.
    """
    return process.customer.state, process.purpose.state, process.benefit.state


def has_begun_value(context: Context) -> bool:
    """Whether anybody has said of any process whom or what it is for.

    Args:
        context: what is checked.
    """
    return any(
        state is not FactState.NOT_RECORDED
        for process in context.processes
        for state in find_value_states(process)
    )


def has_begun_measuring(context: Context) -> bool:
    """Whether anybody has said of any process how it is measured.

    Args:
        context: what is checked.
    """
    return any(process.measures.is_recorded for process in context.processes)


def asks_for_value(context: Context, process: Process) -> bool:
    """Whether a process is to be asked whom it is for: nothing recorded, but of others it is.

    Args:
        context: what is checked.
        process: the process.
    """
    return set(find_value_states(process)) == {FactState.NOT_RECORDED} and has_begun_value(context)
