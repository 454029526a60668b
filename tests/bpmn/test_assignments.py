"""Lists of names, and expressions."""

from __future__ import annotations

import pytest

from procmap.bpmn.assignments import build_performers, find_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ()),
        (" , ", ()),
        ("lønn", ("lønn",)),
        ("lønn, hr\n", ("lønn", "hr")),
        ("lønn, ${find(task, user)}", ("lønn", "${find(task, user)}")),
        ('="lønn"', ("lønn",)),
        ('= "lønn, hr"', ("lønn", "hr")),
        ('=["a", b]', ('=["a", b]',)),
        ("=approver", ("=approver",)),
        ("{a,b", ("{a,b",)),
        ("}a,b", ("}a", "b")),
    ],
)
def test_names_of_a_list(text: str, names: tuple[str, ...]) -> None:
    assert find_names(text) == names


@pytest.mark.parametrize("text", ["${x}", "#{x}", "=x", "$INITIATOR", "team-${x}"])
def test_an_expression_is_stated_but_not_resolved(text: str) -> None:
    (performer,) = build_performers(text, "person", "assignee")
    assert (performer.kind, performer.name) == ("expression", text)


def test_a_long_list_is_split_in_linear_time() -> None:
    assert len(find_names("a," * 100_000 + "{}")) == 100_001
