"""OWN108: more processes than the option; positions are named, persons are not."""

from __future__ import annotations

import pytest

from procmap.model import Landscape

from .builders import build_landscape, build_process, case_of, find, owned


def build(count: int, kind: str = "role") -> Landscape:
    return build_landscape(
        *(
            build_process(
                "T1@A", document=f"{n}.bpmn", name=f"P{n}", ownership=owned("X", kind=kind)
            )
            for n in range(count)
        )
    )


def test_more_than_the_option_is_for_information() -> None:
    (finding,) = find(build(6), "OWN108")
    assert finding.severity == "I"
    assert finding.message() == "X eier 6 av 6 prosesser som har en eier."
    assert len(finding.elements) == 6


def test_as_many_as_the_option_is_not_flagged() -> None:
    assert not find(build(5), "OWN108")
    assert find(build(2), "OWN108", {"options": {"OWN108": {"processes": 1}}})


def test_a_person_is_not_named() -> None:
    (finding,) = find(build(6, "person"), "OWN108")
    assert case_of(finding) == "person"
    assert finding.message("en") == "One person owns 6 of 6 processes that have an owner."


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_question_is_there(lang: str) -> None:
    assert find(build(6), "OWN108")[0].question(lang)
