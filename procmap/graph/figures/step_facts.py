"""What is recorded about how steps are done; nothing is read out of a task's type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from procmap.model import Fact, FactState, FlowNode, Process, Support
from procmap.source import ElementRef

__all__ = ["StepFacts", "find_step_facts"]


@dataclass(frozen=True, slots=True)
class StepFacts:
    """How one step is done, as far as anybody said.

    Args:
        support: whether it is done with a system, by somebody or by the system alone; manual work
            is what is stated not to be.
        communication: whether what it passes on goes through a system.
        automation: whether a system does it alone.

    Examples:
        >>> StepFacts(support=Fact.stated(False)).communication.is_recorded
        False
    """

    support: Fact[bool] = Fact()
    communication: Fact[bool] = Fact()
    automation: Fact[bool] = Fact()


def find_step_facts(
    process: Process, stated: Mapping[ElementRef, StepFacts]
) -> dict[ElementRef, StepFacts]:
    """What is recorded about each step of a process.

    What is stated beside the register comes first, then the support that the register gives the
    step: *manual*, *supported* (by somebody with a system) or *automatic*. Else a step is
    supported by the system that the register names for it, and manual where the register says
    that there is none. What is automated is supported, and what is manual is not automated.

    Args:
        process: the process.
        stated: what was stated beside the register.
    """
    return {step.ref: _complete(step, stated.get(step.ref, StepFacts())) for step in process.steps}


def _complete(step: FlowNode, facts: StepFacts) -> StepFacts:
    support, automation = facts.support, facts.automation
    if not automation.is_recorded and not support.is_recorded:
        automation = _read(step.support, "automatic")
    if not support.is_recorded:
        if automation.value:
            support = automation
        elif step.support.is_recorded:
            support = _read(step.support, "supported", "automatic")
        elif step.system.is_stated or step.system.is_absent:
            support = Fact.stated(step.system.is_stated, step.system.origin)
        elif step.system.is_recorded:
            support = Fact(FactState(step.system.state), None, step.system.origin)
    if support.value is False and not automation.is_recorded:
        automation = Fact.stated(False, support.origin)
    return StepFacts(support, facts.communication, automation)


def _read(support: Fact[Support], *kinds: Support) -> Fact[bool]:
    """Whether a step is done in one of these ways; what is not stated stays as unsaid as it is."""
    if support.value is None:
        return Fact(FactState(support.state), None, support.origin)
    return Fact.stated(support.value in kinds, support.origin)
