"""HND207: hand-offs between organisations are counted apart."""

from __future__ import annotations

import dataclasses

from procmap.graph import analyze_landscape
from procmap.model import Unit
from procmap.rules import find_findings

from .builders import UNITS, build_landscape, build_process, find

ACROSS = "T1@A -> T2@B -> T3@A"


def test_work_that_leaves_the_organisation_is_for_information() -> None:
    units = [
        Unit(key="kommune/B", name="B", organisation="SBO") if u.name == "B" else u for u in UNITS
    ]
    landscape = build_landscape(build_process(ACROSS)).model_copy(update={"units": tuple(units)})
    out, back = find(landscape, "HND207")
    assert out.severity == "I"
    assert out.message() == "Nr. 1: «Byggesak» går fra A til B i en annen organisasjon."
    assert back.parameters["b"] == "A"
    assert not find(landscape, "HND202")


def test_units_of_one_organisation_are_not_flagged() -> None:
    assert not find(build_landscape(build_process(ACROSS)), "HND207")


def test_a_message_that_may_stay_inside_is_not_flagged() -> None:
    analysis = analyze_landscape(build_landscape(build_process(ACROSS)))
    points = tuple(dataclasses.replace(c, between="undetermined") for c in analysis.crossings)
    found = find_findings(dataclasses.replace(analysis, crossings=points))
    assert "HND201" in {f.code for f in found}
    assert "HND207" not in {f.code for f in found}
