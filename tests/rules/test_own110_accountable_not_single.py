"""OWN110: one accountable (A) and somebody who does the work (R) in each row."""

from __future__ import annotations

import pytest

from procmap.model import (
    Fact,
    FactState,
    Holder,
    Landscape,
    Ownership,
    Person,
    Process,
    RaciLetter,
    Responsibility,
    ResponsibilityAnswer,
    Role,
)

from .builders import build_landscape, build_process, case_of, find, owned, ref, severities

NOBODY: Fact[tuple[Ownership, ...]] = Fact()


def table(
    *rows: tuple[str, str, RaciLetter],
    flow: str = "T1@A -> T2@B",
    ownership: Fact[tuple[Ownership, ...]] = NOBODY,
    process: Process | None = None,
) -> Landscape:
    """A row is a step ("" for the process), a position and a letter."""
    landscape = build_landscape(process or build_process(flow, ownership=ownership))
    return landscape.model_copy(
        update={
            "responsibilities": tuple(
                Responsibility(
                    ref("Process"), Holder("role", who), letter, ref(step) if step else None
                )
                for step, who, letter in rows
            ),
            "roles": (Role(name="Leder A", holders=Fact.stated(("Kari",))),),
            "people": (Person(name="Kari", positions=("Leder A",)),),
        }
    )


def test_two_who_answer_for_one_step_should_be_clarified() -> None:
    (finding,) = find(table(("T1", "Leder A", "A"), ("T1", "Leder B", "A")), "OWN110")
    assert (finding.severity.value, case_of(finding)) == ("W", "several")
    assert finding.message() == "Flere svarer for «T1» (A i ansvarskartet)."
    assert finding.elements == (ref("Process"), ref("T1"))


def test_two_who_answer_for_the_process_should_be_clarified() -> None:
    (finding,) = find(table(("", "Leder A", "A"), ("", "Leder B", "A")), "OWN110")
    assert finding.message("en") == "Several answer for “Byggesak” (A in the RACI table)."


def test_several_rows_are_one_finding() -> None:
    rows = [(step, who, "A") for step in ("T1", "T2") for who in ("Leder A", "Leder B")]
    (finding,) = find(table(*rows), "OWN110")  # type: ignore[arg-type]  # letters
    assert finding.message("en").startswith("2 rows of the RACI table of “Byggesak” have several")
    assert finding.elements == (ref("Process"), ref("T1"), ref("T2"))


def test_a_row_that_nobody_answers_for_should_be_clarified() -> None:
    (finding,) = find(table(("T1", "Leder A", "R")), "OWN110")
    assert finding.message() == "Ingen svarer for «T1» (A i ansvarskartet)."
    assert finding.severity == "W"


def test_a_row_that_nobody_does_should_be_clarified() -> None:
    (finding,) = find(table(("T1", "Leder A", "A"), flow="T1 -> T2"), "OWN110")
    assert (finding.severity.value, case_of(finding)) == ("W", "no-doer")
    (finding,) = find(table(("", "Leder A", "A"), flow="T1 -> T2"), "OWN110")
    assert finding.message() == "Ingen er oppgitt å gjøre «Byggesak» (R i ansvarskartet)."


@pytest.mark.parametrize(
    "landscape",
    [
        table(("T1", "Leder A", "A"), ("T1", "Leder A", "R")),
        # a person and the position held are one
        table(("T1", "Leder A", "A"), ("T1", "Kari", "A")),
        # whoever answers for the whole answers for its steps
        table(("", "Leder A", "A"), ("T1", "Leder B", "R")),
        table(("T1", "Leder B", "R"), ownership=owned("Leder A")),
        # who performs it is drawn, or said of the steps
        table(("T1", "Leder A", "A")),
        table(("", "Leder A", "A")),
        table(("", "Leder A", "A"), ("T1", "B", "R"), ("T2", "B", "R"), flow="T1 -> T2"),
        table(),
    ],
)
def test_one_who_answers_and_somebody_who_does_it_are_not_flagged(landscape: Landscape) -> None:
    assert not find(landscape, "OWN110")


def test_letters_of_those_asked_and_told_are_not_enough() -> None:
    found = find(table(("T1", "Leder B", "C"), ("T1", "Leder A", "I"), flow="T1"), "OWN110")
    assert sorted(map(str, map(case_of, found))) == ["no-doer", "nobody"]
    assert severities(found) == ["W", "W"]


def test_a_row_about_something_that_is_gone_is_left_out() -> None:
    assert not find(table(("T9", "Leder A", "C")), "OWN110")


def said(
    landscape: Landscape,
    state: FactState,
    letter: RaciLetter | None = "A",
    who: str = "",
    step: str = "T1",
) -> Landscape:
    answer = ResponsibilityAnswer(
        ref("Process"),
        state,
        letter,
        Holder("role", who) if who else None,
        ref(step) if step else None,
    )
    return landscape.model_copy(update={"responsibility_answers": (answer,)})


def test_that_nobody_knows_who_answers_is_told_from_that_nobody_does() -> None:
    (finding,) = find(said(table(), FactState.UNKNOWN), "OWN110")
    assert (finding.severity.value, case_of(finding)) == ("W", "nobody-knows")
    assert finding.message() == "Det er ikke kjent hvem som svarer for «T1» (A i ansvarskartet)."
    (finding,) = find(said(table(), FactState.ABSENT), "OWN110")
    assert case_of(finding) == "nobody"
    assert not find(said(table(), FactState.NOT_APPLICABLE), "OWN110")


def test_that_nobody_does_the_work_goes_before_the_drawing_and_not_knowing_does_not() -> None:
    row = table(("T1", "Leder A", "A"))
    (finding,) = find(said(row, FactState.ABSENT, "R"), "OWN110")
    assert case_of(finding) == "no-doer"
    assert not find(said(row, FactState.UNKNOWN, "R"), "OWN110")
    undrawn = table(("T1", "Leder A", "A"), flow="T1 -> T2")
    (finding,) = find(said(undrawn, FactState.UNKNOWN, "R"), "OWN110")
    assert case_of(finding) == "no-known-doer"
    assert not find(said(undrawn, FactState.NOT_APPLICABLE, "R"), "OWN110")


def test_an_answer_about_all_letters_is_about_each() -> None:
    found = find(said(table(flow="T1 -> T2"), FactState.UNKNOWN, None), "OWN110")
    assert sorted(str(case_of(f)) for f in found) == ["no-known-doer", "nobody-knows"]


def test_somebody_whose_letters_are_not_known_may_be_the_one_who_answers() -> None:
    row = table(("T1", "Leder A", "R"))
    (finding,) = find(said(row, FactState.UNKNOWN, None, who="Leder B"), "OWN110")
    assert case_of(finding) == "nobody-knows"
    (finding,) = find(said(row, FactState.ABSENT, None, who="Leder B"), "OWN110")
    assert case_of(finding) == "nobody"


@pytest.mark.parametrize("state", [FactState.UNKNOWN, FactState.ABSENT])
def test_a_stated_letter_goes_before_an_answer(state: FactState) -> None:
    row = table(("T1", "Leder A", "A"), ("T1", "Leder B", "R"))
    assert not find(said(row, state, None), "OWN110")


def test_not_knowing_who_answers_for_a_step_of_an_owned_process_is_not_flagged() -> None:
    landscape = table(ownership=owned("Leder A"))
    assert not find(said(landscape, FactState.UNKNOWN), "OWN110")
    (finding,) = find(said(landscape, FactState.ABSENT), "OWN110")
    assert case_of(finding) == "nobody"
