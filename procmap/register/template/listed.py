"""The list of steps that a process without a drawing was built from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from procmap.model import Fact, Process, Support
from procmap.source import ElementRef

__all__ = ["END", "ListedStep", "find_listed"]

END = "end"


@dataclass(frozen=True, slots=True)
class ListedStep:
    """One step of a list.

    Args:
        number: its number.
        name: what is done.
        kind: the word that says what `who` is; "" where none was written.
        who: who does it; "" where nobody is named.
        answer: what was answered instead of a name.
        system: the system it is done in.
        support: by hand, with a system, or by a system alone.
        description: what is done, in more words.
        following: numbers of the steps that may come next, `END` among them where the process is
            done; empty where it is the next one of the list.
    """

    number: str
    name: str
    kind: str
    who: str
    answer: Fact[str]
    system: Fact[str]
    support: Fact[Support]
    description: Fact[str]
    following: tuple[str, ...]


def find_listed(process: Process) -> Iterator[ListedStep]:
    """The steps of a process that was built from a list, in order.

    Args:
        process: the process; one without nodes gives nothing.
    """
    targets: dict[ElementRef | None, list[ElementRef]] = {}
    for flow in process.sequence_flows:
        if flow.target is not None:
            targets.setdefault(flow.source, []).append(flow.target)
    inside = f"{process.id}/"
    steps = process.steps
    for at, step in enumerate(steps):
        found = list(targets.get(step.ref, ()))
        if len(found) == 1 and process.node_by_ref[found[0]].is_gateway:
            found = targets.get(found[0], [])
        numbers = tuple(
            END if process.node_by_ref[ref].type == "endEvent" else ref.id.removeprefix(inside)
            for ref in found
        )
        after = steps[at + 1].id.removeprefix(inside) if at + 1 < len(steps) else END
        lane = process.lane_by_ref.get(step.lane) if step.lane else None
        yield ListedStep(
            number=step.id.removeprefix(inside),
            name=step.name,
            # The id of a listed lane says what was written before its name.
            kind=lane.id.removeprefix(f"{inside}lane ").partition(":")[0] if lane else "",
            who=lane.name if lane else "",
            answer=step.performer_answer,
            system=step.system,
            support=step.support,
            description=step.description,
            following=() if numbers == (after,) else numbers,
        )
