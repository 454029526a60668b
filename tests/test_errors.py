"""Errors say where, what is wrong, what was expected and what to do; and survive pickling."""

from __future__ import annotations

import pickle

import pytest

import procmap.errors as errors
from procmap.errors import (
    AmbiguousNameError,
    ProcmapError,
    ReadError,
    RuleError,
    UnknownNameError,
)
from procmap.labels import Words
from procmap.register import InvalidRegisterError, RegisterProblem
from procmap.source import SourceLocation

KINDS = [getattr(errors, name) for name in errors.__all__ if name.endswith("Error")]


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


def build_spoken(kind: type[ProcmapError] = ProcmapError) -> ProcmapError:
    place = Words("{file}, linje {line}", "{file}, line {line}")
    return kind(
        Words("«{name}» er ikke BPMN", "{name!r} is no BPMN").fill(name="a {b} c"),
        where=place.fill(file="a.bpmn", line=2),
        expected=Words("en modell", "a model"),
        remedy=Words("Eksporter på nytt.", "Export again."),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_is_said_in_the_language_asked_for(kind: type[ProcmapError]) -> None:
    error = build_spoken(kind)
    assert error.message("nb") == "a.bpmn, linje 2: «a {b} c» er ikke BPMN; ventet en modell"
    assert error.message("en") == "a.bpmn, line 2: 'a {b} c' is no BPMN; expected a model"
    assert error.lines("nb") == (error.message("nb"), "Eksporter på nytt.")


def test_as_an_exception_it_is_english() -> None:
    error = build_spoken()
    assert str(error) == error.message("en")
    assert error.__notes__ == ["Export again."]
    assert (error.where, error.problem) == ("a.bpmn, line 2", "'a {b} c' is no BPMN")
    assert (error.expected, error.remedy) == ("a model", "Export again.")


@pytest.mark.parametrize("kind", KINDS)
def test_it_survives_pickling_in_every_language(kind: type[ProcmapError]) -> None:
    error = build_spoken(kind)
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert copy.lines("nb") == error.lines("nb")
    assert copy.lines("en") == error.lines("en")
    assert str(copy) == str(error)


def test_a_note_added_since_comes_last_in_every_language() -> None:
    error = build_spoken()
    error.add_note("while reading a folder")
    assert error.lines("nb")[1:] == ("Eksporter på nytt.", "while reading a folder")


def test_an_error_of_another_kind_says_the_same() -> None:
    error = build_spoken(RuleError).recast(ReadError)
    assert type(error) is ReadError
    assert error.lines("nb") == build_spoken().lines("nb")
    assert build_spoken().recast(ReadError, where="b.bpmn").where == "b.bpmn"


def test_what_is_said_in_one_language_alone_is_said_in_each() -> None:
    assert ProcmapError("no BPMN here").message("nb") == "no BPMN here"


def test_without_a_remedy_there_is_no_note() -> None:
    assert not hasattr(ProcmapError("wrong"), "__notes__")


def test_everything_raised_on_purpose_is_a_procmap_error() -> None:
    assert all(issubclass(kind, ProcmapError) for kind in KINDS)
