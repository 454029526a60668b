"""DAT504: personal data said not to be assessed; where not recorded, one question a process."""

from __future__ import annotations

import pytest

from procmap.findings import Finding
from procmap.model import DataItem, Fact

from .builders import build_landscape, build_process, case_of, find, ref
from .changing import register_data, use

PERSONAL = Fact.stated(value=True)
USE = use("Adresse", "reads", "T1")


def run(**facts: object) -> list[Finding]:
    landscape = build_landscape(build_process("T1@A"))
    return find(register_data(landscape, USE, **facts), "DAT504")


@pytest.mark.parametrize(
    ("assessed", "case", "severity"),
    [
        (Fact.absent(), "absent", "W"),
        (Fact.unknown(), "unknown", "W"),
        (Fact(), "not-recorded", "I"),
    ],
)
def test_personal_data_that_nobody_assessed_is_asked_about(
    assessed: Fact[str], case: str, severity: str
) -> None:
    (finding,) = run(personal=PERSONAL, assessed=assessed)
    assert (case_of(finding), finding.severity.value) == (case, severity)
    assert finding.elements == (ref("Process"), ref("T1"))
    assert finding.question() == "Hvem vurderer personvernet i «Byggesak», og når?"


def test_several_items_of_one_process_are_one_question() -> None:
    items = tuple(DataItem(name=name, personal=PERSONAL) for name in ("Adresse", "Telefon"))
    landscape = build_landscape(build_process("T1@A")).model_copy(
        update={"data_items": items, "data_uses": (USE, use("Telefon", "writes", "T1"))}
    )
    (finding,) = find(landscape, "DAT504")
    assert "2 opplysninger i «Byggesak»" in finding.message()


@pytest.mark.parametrize(
    "facts",
    [
        {"personal": PERSONAL, "assessed": Fact.stated("DPIA 2025")},
        {"personal": PERSONAL, "assessed": Fact.not_applicable()},
        {"personal": Fact.stated(value=False), "assessed": Fact.absent()},
        {"personal": Fact(), "assessed": Fact.absent()},
        {"personal": Fact.unknown(), "assessed": Fact.absent()},
    ],
)
def test_what_is_assessed_or_not_said_to_be_personal_is_not_flagged(
    facts: dict[str, object],
) -> None:
    assert not run(**facts)
