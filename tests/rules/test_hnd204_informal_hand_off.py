"""HND204: an informal channel alone; for information in small municipalities."""

from __future__ import annotations

import pytest

from procmap.model import Channel, Fact

from .boundaries import build_bounded
from .builders import case_of, find, ref, severities

INFORMAL: Fact[Channel] = Fact.stated("informal")


def test_an_informal_channel_alone_should_be_clarified() -> None:
    (finding,) = find(build_bounded(channel=INFORMAL), "HND204")
    assert finding.severity == "W"
    assert finding.message() == "Nr. 1: B får vite det uformelt når «Byggesak» kommer fra A."
    assert finding.elements == (ref("Process"), ref("T1>T2"))


@pytest.mark.parametrize(("inhabitants", "expected"), [(4_999, ["I"]), (5_000, ["W"])])
def test_in_a_small_municipality_it_is_for_information(
    inhabitants: int, expected: list[str]
) -> None:
    landscape = build_bounded(channel=INFORMAL, inhabitants=Fact.stated(inhabitants))
    assert severities(find(landscape, "HND204")) == expected


def test_what_counts_as_small_is_an_option() -> None:
    landscape = build_bounded(channel=INFORMAL, inhabitants=Fact.stated(9_000))
    (finding,) = find(landscape, "HND204", {"options": {"HND204": {"inhabitants": 10_000}}})
    assert case_of(finding) == "informal-in-a-small-organisation"


def test_a_routine_beside_it_is_enough() -> None:
    assert not find(build_bounded(channel=INFORMAL, routine=Fact.stated("Rutine")), "HND204")


def test_a_formal_channel_is_not_flagged() -> None:
    assert not find(build_bounded(channel=Fact.stated("e-mail")), "HND204")
