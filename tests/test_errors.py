"""Errors say where, what is wrong, what was expected and what to do; and survive pickling."""

from __future__ import annotations

import pickle

import pytest

import procmap.errors as errors
from procmap.errors import AmbiguousNameError, ProcmapError, UnknownNameError
from procmap.register import InvalidRegisterError, RegisterProblem
from procmap.source import SourceLocation

KINDS = [getattr(errors, name) for name in errors.__all__]


def build_error(kind: type[ProcmapError]) -> ProcmapError:
    return kind(
        "no BPMN here", where="a.bpmn, line 2", expected="bpmn:definitions", remedy="Export again."
    )


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_says_where_what_and_what_was_expected(kind: type[ProcmapError]) -> None:
    error = build_error(kind)
    assert str(error) == "a.bpmn, line 2: no BPMN here; expected bpmn:definitions"
    assert error.__notes__ == ["Export again."]


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_survives_pickling_with_its_parts_and_notes(kind: type[ProcmapError]) -> None:
    error = build_error(kind)
    error.add_note("while reading a folder")
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(copy) is kind
    assert str(copy) == str(error)
    assert (copy.where, copy.problem, copy.expected, copy.remedy) == (
        error.where,
        error.problem,
        error.expected,
        error.remedy,
    )
    assert copy.__notes__ == ["Export again.", "while reading a folder"]


@pytest.mark.parametrize("kind", [AmbiguousNameError, UnknownNameError])
def test_a_lookup_error_is_a_lookup_error_and_keeps_its_candidates(
    kind: type[AmbiguousNameError | UnknownNameError],
) -> None:
    error = kind("two fit", candidates=("a.bpmn#P", "b.bpmn#P"))
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert isinstance(copy, LookupError)
    assert copy.candidates == ("a.bpmn#P", "b.bpmn#P")


def test_the_error_of_a_register_survives_pickling_with_every_problem() -> None:
    place = SourceLocation("register.yaml", line=12, sheet="units", column="under")
    problem = RegisterProblem("unknown-unit", place, parameters={"name": "Økonmi"})
    error = InvalidRegisterError((problem,))
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert copy.errors == error.errors
    assert str(copy) == str(error)
    assert copy.__notes__ == error.__notes__


def test_without_a_remedy_there_is_no_note() -> None:
    assert not hasattr(ProcmapError("wrong"), "__notes__")


def test_everything_raised_on_purpose_is_a_procmap_error() -> None:
    assert all(issubclass(kind, ProcmapError) for kind in KINDS)
