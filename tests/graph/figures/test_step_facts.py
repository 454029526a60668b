"""How steps are done, as the register says it."""

from __future__ import annotations

import pytest

from procmap.graph.figures import StepFacts
from procmap.graph.figures.step_facts import find_step_facts
from procmap.model import Fact, Support
from tests.graph.builders import build_process, ref

YES, NO = Fact.stated(value=True), Fact.stated(value=False)


def facts(
    support: Fact[Support] = Fact(),
    system: Fact[str] = Fact(),
    stated: StepFacts | None = None,
) -> StepFacts:
    process = build_process("T1@A")
    node = process.nodes[0].model_copy(update={"support": support, "system": system})
    process = process.model_copy(update={"nodes": (node,)})
    return find_step_facts(process, {} if stated is None else {ref("T1"): stated})[ref("T1")]


@pytest.mark.parametrize(
    ("said", "support", "automation"),
    [("manual", NO, NO), ("supported", YES, NO), ("automatic", YES, YES)],
)
def test_the_register_says_how_a_step_is_done(
    said: Support, support: Fact[bool], automation: Fact[bool]
) -> None:
    found = facts(Fact.stated(said))
    assert (found.support, found.automation) == (support, automation)
    assert not found.communication.is_recorded


@pytest.mark.parametrize("state", [Fact.unknown(), Fact.not_applicable(), Fact.absent()])
def test_what_nobody_could_say_stays_unsaid(state: Fact[Support]) -> None:
    found = facts(state)
    assert found.support.state == found.automation.state == state.state
    assert found.support.value is None


def test_support_counts_before_the_system_that_is_named() -> None:
    assert facts(Fact.stated("manual"), Fact.stated("ERP")).support == NO
    assert facts(system=Fact.stated("ERP")).support == YES
    assert facts(system=Fact.absent()) == StepFacts(NO, Fact(), NO)
    assert facts(system=Fact.unknown()).support.is_unknown


def test_what_is_stated_beside_the_register_counts_first() -> None:
    assert facts(Fact.stated("manual"), stated=StepFacts(support=YES)).support == YES
    automated = facts(Fact.stated("manual"), stated=StepFacts(automation=YES))
    assert (automated.support, automated.automation) == (YES, YES)


def test_nothing_said_is_nothing_known() -> None:
    assert facts() == StepFacts()
