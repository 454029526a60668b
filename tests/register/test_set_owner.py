from __future__ import annotations

import pytest

from procmap.errors import RegisterError, UnknownNameError
from procmap.model import Fact, Holder, Landscape, Mandate, Scope
from procmap.register import apply_register, set_owner
from procmap.source import ElementRef, SourceLocation

from .builders import build_landscape

REGISTER = {
    "units": ["Byggesak", {"name": "Nettverk", "kind": "network"}],
    "people": ["Kari Nes"],
    "processes": [
        {
            "name": "Byggesak",
            "ownership": [{"holder": "A"}, {"holder": "B"}, {"holder": "C", "kind": "coordinator"}],
        },
        "Lønn",
    ],
}


def _landscape() -> Landscape:
    return apply_register(build_landscape(), REGISTER)


def test_the_owner_takes_the_place_of_all_owners_and_of_no_coordinator() -> None:
    landscape = set_owner(_landscape(), "Byggesak", holder="Leder byggesak", mandate="own_unit")
    owner, coordinator = landscape["Byggesak"].owners
    assert (owner.holder, owner.kind) == (Holder("role", "Leder byggesak"), "owner")
    assert (owner.scope.value, owner.mandate.value) == (Scope("whole"), Mandate("own_unit"))
    assert coordinator.holder.name == "C"


def test_what_is_set_in_code_says_so() -> None:
    landscape = set_owner(_landscape(), "Byggesak", holder="Leder byggesak")
    ownership = landscape["Byggesak"].ownership
    assert ownership.origin == SourceLocation("")
    assert ownership.value is not None
    assert ownership.value[0].scope == Fact.stated(Scope("whole"), SourceLocation(""))
    assert ownership.value[0].mandate == Fact()


@pytest.mark.parametrize(
    ("name", "holder"),
    [
        ("byggesak", Holder("unit", "Byggesak")),
        ("nettverk", Holder("network", "Nettverk")),
        ("kari nes", Holder("person", "Kari Nes")),
        ("Lønnssjef", Holder("role", "Lønnssjef")),
    ],
)
def test_the_holder_is_what_has_that_name(name: str, holder: Holder) -> None:
    landscape = set_owner(_landscape(), "Lønn", holder=name)
    assert landscape["Lønn"].owners[0].holder == holder


def test_a_new_position_is_listed() -> None:
    landscape = set_owner(_landscape(), "Lønn", holder="Lønnssjef")
    assert "Lønnssjef" in [role.name for role in landscape.roles]


@pytest.mark.parametrize("key", ["Byggesak", ElementRef("byggesak.bpmn", "P"), "byggesak.bpmn#P"])
def test_the_process_is_found_as_in_the_landscape(key: str | ElementRef) -> None:
    before = _landscape()
    after = set_owner(before, key, holder="Leder byggesak")
    assert len(after["Byggesak"].owners) == 2
    assert len(before["Byggesak"].owners) == 3
    assert after["Lønn"] is before["Lønn"]


def test_an_unknown_scope_is_a_fact_of_its_own() -> None:
    landscape = set_owner(_landscape(), "Lønn", holder="A", scope="vet ikke", mandate="none")
    owner = landscape["Lønn"].owners[0]
    assert (owner.scope.is_unknown, owner.mandate.is_absent) == (True, True)


def test_an_unknown_process_is_an_error() -> None:
    with pytest.raises(UnknownNameError):
        set_owner(_landscape(), "Lønnskjøring", holder="A")


@pytest.mark.parametrize("holder", ["", "ingen", "vet ikke", "--"])
def test_a_word_for_nobody_is_no_holder(holder: str) -> None:
    with pytest.raises(RegisterError, match="no name"):
        set_owner(_landscape(), "Lønn", holder=holder)


def test_other_words_for_scope_and_mandate_are_errors() -> None:
    with pytest.raises(RegisterError, match="'whole', 'own_unit', 'unknown'"):
        set_owner(_landscape(), "Lønn", holder="A", scope="alt")
    with pytest.raises(RegisterError, match="mandate"):
        set_owner(_landscape(), "Lønn", holder="A", mandate="alt")
