"""What is documented about each process: which facts are stated, and which nobody has recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from procmap.graph.figures.step_facts import find_step_facts
from procmap.labels.documentation import DOCUMENTATION, DOCUMENTED_FACTS
from procmap.labels.terms import FACT_STATES
from procmap.model import Fact, FactState, FlowNode, Process
from procmap.rules.context import Context
from procmap.source import ElementRef

__all__ = ["Documentation", "FactTally", "ProcessDocumentation", "find_documentation"]


@dataclass(frozen=True, slots=True)
class FactTally:
    """How often a fact is stated, and how often it is not, and in which way.

    A count, and never a grade: a process with little recorded may be a process that works well.

    Args:
        name: the fact, such as ``"owner"`` or ``"channels"``.
        stated: somebody stated it.
        absent: somebody said that there is none.
        unknown: somebody was asked, and nobody knows.
        not_applicable: the question does not apply.
        not_recorded: nobody has said anything.

    Examples:
        >>> tally = FactTally("channels", stated=2, not_recorded=3)
        >>> tally.total, tally.recorded
        (5, 2)
    """

    name: str
    stated: int = 0
    absent: int = 0
    unknown: int = 0
    not_applicable: int = 0
    not_recorded: int = 0

    @property
    def total(self) -> int:
        """How often it could be stated."""
        return self.recorded + self.not_recorded

    @property
    def recorded(self) -> int:
        """How often somebody said something, if only that nobody knows."""
        return self.stated + self.absent + self.unknown + self.not_applicable

    def count(self, state: FactState) -> int:
        """How often it is known in this way."""
        counts: dict[FactState, int] = {
            FactState.STATED: self.stated,
            FactState.ABSENT: self.absent,
            FactState.UNKNOWN: self.unknown,
            FactState.NOT_APPLICABLE: self.not_applicable,
            FactState.NOT_RECORDED: self.not_recorded,
        }
        return counts[state]

    def line(self, lang: str = "nb") -> str:
        """The counts in one line, those that are nought left out.

        Examples:
            >>> FactTally("owner", stated=2, not_recorded=1).line("en")
            'Process owner: 2 stated, 1 not recorded'
        """
        said = [
            f"{self.count(state)} {FACT_STATES[state.value].text(lang)}"
            for state in FactState
            if self.count(state)
        ]
        return f"{DOCUMENTED_FACTS[self.name].text(lang)}: {', '.join(said) or 0}"


@dataclass(frozen=True, slots=True)
class ProcessDocumentation:
    """What is documented about one process.

    Args:
        process: the process.
        label: what it is called.
        facts: its facts, always the same ones in the same order.
    """

    process: ElementRef
    label: str
    facts: tuple[FactTally, ...]

    def fact(self, name: str) -> FactTally:
        """One of its facts.

        Raises:
            KeyError: there is no fact of that name.
        """
        return {tally.name: tally for tally in self.facts}[name]

    @property
    def total(self) -> FactTally:
        """All its facts added up, under the name ``"all"``."""
        return _add_up("all", self.facts)

    def lines(self, lang: str = "nb") -> tuple[str, ...]:
        """The facts as lines, in ``"nb"`` or ``"en"``; those there are none of left out."""
        return tuple(tally.line(lang) for tally in self.facts if tally.total)


@dataclass(frozen=True, slots=True)
class Documentation:
    """What is documented about the processes of a landscape.

    Args:
        processes: the processes of the organisation, in the order of the landscape.

    Examples:
        >>> print(Documentation(()))
        Hva som er sagt om 0 prosesser
    """

    processes: tuple[ProcessDocumentation, ...]

    @property
    def facts(self) -> tuple[FactTally, ...]:
        """Each fact, added up over the processes."""
        return tuple(
            _add_up(name, (process.fact(name) for process in self.processes))
            for name in DOCUMENTED_FACTS
        )

    def of(self, process: Process | ElementRef) -> ProcessDocumentation:
        """What is documented about one process.

        Args:
            process: the process, or its reference.

        Raises:
            KeyError: it is not among them.
        """
        ref = process.ref if isinstance(process, Process) else process
        return {each.process: each for each in self.processes}[ref]

    def lines(self, lang: str = "nb") -> tuple[str, ...]:
        """The facts over all processes as lines, in ``"nb"`` or ``"en"``."""
        count = len(self.processes)
        title = DOCUMENTATION.text(count, lang).format(n=count)
        return (title, *(f"  {tally.line(lang)}" for tally in self.facts if tally.total))

    def __str__(self) -> str:
        return "\n".join(self.lines())


def find_documentation(context: Context) -> Documentation:
    """Find what is documented about each process that is the organisation's own.

    Args:
        context: what is checked.
    """
    return Documentation(
        tuple(
            ProcessDocumentation(process.ref, process.label, _tally(context, process))
            for process in context.processes
            if not context.is_outside(process)
        )
    )


def _tally(context: Context, process: Process) -> tuple[FactTally, ...]:
    owners = context.owners(process)
    steps = process.steps
    boundaries = [crossing.boundary for crossing in context.crossings(process)]
    support = find_step_facts(process, {})
    states: dict[str, list[FactState]] = {
        "owner": [context.owner_state(process)],
        "scope": [owner.scope.state for owner in owners],
        "mandate": [owner.mandate.state for owner in owners],
        "kind": [process.kind.state],
        "customer": [process.customer.state],
        "purpose": [process.purpose.state],
        "benefit": [process.benefit.state],
        "measures": [process.measures.state],
        "goals": [process.goals.state],
        "goal_setter": [process.goal_setter.state],
        "performers": [_find_performer_state(context, step) for step in steps],
        "descriptions": [_find_description_state(step) for step in steps],
        "systems": [step.system.state for step in steps],
        "support": [support[step.ref].support.state for step in steps],
        "coordinators": [(b.coordinator if b else _SILENT).state for b in boundaries],
        "routines": [(b.routine if b else _SILENT).state for b in boundaries],
        "channels": [(b.channel if b else _SILENT).state for b in boundaries],
    }
    return tuple(_count(name, states[name]) for name in DOCUMENTED_FACTS)


_SILENT: Fact[str] = Fact()


def _find_performer_state(context: Context, step: FlowNode) -> FactState:
    """Who performs a step is said by the drawing or the register, or what that answers instead."""
    return FactState.STATED if context.is_assigned(step) else step.performer_answer.state


def _find_description_state(step: FlowNode) -> FactState:
    return FactState.STATED if step.documentation.strip() else step.description.state


def _count(name: str, states: Iterable[FactState]) -> FactTally:
    counted = Counter(state.value for state in states)
    return FactTally(name, **{state.value: counted[state.value] for state in FactState})


def _add_up(name: str, tallies: Iterable[FactTally]) -> FactTally:
    known = list(tallies)
    return FactTally(
        name, **{state.value: sum(t.count(state) for t in known) for state in FactState}
    )
