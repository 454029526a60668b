from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.errors import ModelError
from procmap.model import Fact, FactState
from procmap.source import SourceLocation


def test_the_five_states_are_told_apart() -> None:
    facts: list[Fact[str]] = [
        Fact.stated("Rådmann"),
        Fact.absent(),
        Fact.unknown(),
        Fact.not_applicable(),
        Fact.not_recorded(),
    ]
    assert [fact.state for fact in facts] == list(FactState)
    assert len(set(facts)) == 5


def test_only_what_nobody_said_is_not_recorded() -> None:
    assert not Fact.not_recorded().is_recorded
    assert all(
        fact.is_recorded
        for fact in (Fact.stated(1), Fact.absent(), Fact.unknown(), Fact.not_applicable())
    )


def test_a_stated_fact_needs_a_value_and_no_other_has_one() -> None:
    with pytest.raises(ModelError, match="stated"):
        Fact(FactState.STATED)
    with pytest.raises(ModelError, match="absent"):
        Fact(FactState.ABSENT, "x")


@given(st.one_of(st.integers(), st.text(), st.booleans(), st.just(())))
def test_a_value_that_looks_empty_is_a_value(value: object) -> None:
    assert Fact.stated(value).is_stated
    assert Fact.stated(value).or_none == value


def test_a_fact_knows_where_it_comes_from() -> None:
    place = SourceLocation("register.yaml", line=4, sheet="processes", column="ownership")
    assert str(Fact.absent(place).origin) == (
        "register.yaml, table processes, line 4, column ownership"
    )
