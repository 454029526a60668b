"""Which flows run forward."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.maps.layout.levels import Link, Member
from procmap.maps.layout.ordering import find_order


def members(count: int) -> list[Member]:
    return [Member(i, 0) for i in range(count)]


def test_a_loop_has_one_flow_that_leads_back() -> None:
    order = find_order(members(3), [Link(0, 1), Link(1, 2), Link(2, 1)])
    assert order.members == (0, 1, 2)
    assert Link(2, 1) not in order.forward


def test_a_message_never_turns_a_sequence_flow_back() -> None:
    links = [Link(0, 1), Link(1, 0, message=True), Link(0, 1, message=True)]
    order = find_order(members(2), links)
    assert Link(0, 1) in order.forward
    assert Link(1, 0, message=True) not in order.forward


def test_starts_come_first() -> None:
    found = [Member(0, 0), Member(1, 0, entry=True)]
    assert find_order(found, []).members == (1, 0)


def test_a_long_chain_needs_no_recursion() -> None:
    count = 5000
    order = find_order(members(count), [Link(i, i + 1) for i in range(count - 1)])
    assert order.members == tuple(range(count))


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=25))
def test_forward_flows_run_forward(pairs: list[tuple[int, int]]) -> None:
    links = [Link(a, b) for a, b in pairs if a != b]
    order = find_order(members(9), links)
    place = {member: i for i, member in enumerate(order.members)}
    assert sorted(place) == list(range(9))
    for link in order.forward:
        assert place[link.source] < place[link.target]
