"""OWN107: answers that differ, or differ from the register, should be clarified."""

from __future__ import annotations

import pytest

from procmap.model import Alias, AliasKind, Fact, Landscape, Opinion, Ownership, Person, Role

from .builders import build_landscape, build_process, case_of, find, owned, ref, severities

NOBODY: Fact[tuple[Ownership, ...]] = Fact()


def ask(
    *answers: Fact[str],
    ownership: Fact[tuple[Ownership, ...]] = NOBODY,
    process: str = "Byggesak",
) -> Landscape:
    opinions = tuple(
        Opinion(process=process, unit=f"kommune/{'ABCD'[n]}", owner=answer)
        for n, answer in enumerate(answers)
    )
    landscape = build_landscape(build_process("T1@A -> T2@B", ownership=ownership))
    return landscape.model_copy(
        update={
            "opinions": opinions,
            "roles": (Role(name="Leder A", holders=Fact.stated(("Kari Nes",))),),
            "people": (Person(name="Kari Nes", positions=("Leder A",)),),
        }
    )


def said(*names: str) -> tuple[Fact[str], ...]:
    return tuple(Fact.stated(name) for name in names)


def test_different_answers_should_be_clarified() -> None:
    (finding,) = find(ask(*said("Leder A", "Leder B", "leder b ")), "OWN107")
    assert finding.severity == "W"
    assert finding.message() == "3 av 3 svar peker på ulike eiere av «Byggesak»."
    assert finding.question() == "Hva legger dere i «eier» her?"
    assert finding.elements == (ref("Process"),)


def test_an_answer_other_than_the_register_should_be_clarified() -> None:
    landscape = ask(*said("Leder A", "Leder B"), ownership=owned("Leder A"))
    (finding,) = find(landscape, "OWN107")
    assert finding.severity == "W"
    assert finding.message("en") == (
        "1 of 2 answers point at another owner of “Byggesak” than the register does."
    )


def test_nobody_is_an_answer_too() -> None:
    assert case_of(*find(ask(*said("Leder A"), Fact.absent()), "OWN107")) == "differ"
    owner = owned("Leder A")
    assert case_of(*find(ask(Fact.absent(), ownership=owner), "OWN107")) == "other-than-register"
    assert not find(ask(Fact.absent(), Fact.absent()), "OWN107")


def test_those_who_do_not_know_are_counted_for_information() -> None:
    (finding,) = find(ask(*said("Leder A"), Fact.unknown(), Fact.unknown()), "OWN107")
    assert finding.severity == "I"
    assert finding.message() == "2 av 3 spurte vet ikke hvem som eier «Byggesak»."


def test_where_the_register_says_that_nobody_knows_it_is_asked_once() -> None:
    landscape = ask(Fact.unknown(), ownership=Fact.unknown())
    assert not find(landscape, "OWN107")
    assert severities(find(landscape, "OWN101")) == ["W"]


@pytest.mark.parametrize(
    ("answers", "ownership"),
    [
        (said("Leder A", " LEDER  a"), NOBODY),
        # a person, and the position held
        (said("Leder A", "Kari Nes"), NOBODY),
        (said("kari nes"), owned("Leder A")),
        (said("Leder A"), owned("Kari Nes", kind="person")),
        # a unit, and whoever manages it
        (said("A", "Leder A"), NOBODY),
        (said("Leder A"), owned("A", kind="unit")),
        ((Fact(), Fact.not_applicable()), NOBODY),
        ((), owned("Leder A")),
    ],
)
def test_answers_that_mean_the_same_are_not_flagged(
    answers: tuple[Fact[str], ...], ownership: Fact[tuple[Ownership, ...]]
) -> None:
    assert not find(ask(*answers, ownership=ownership), "OWN107")


def test_a_process_is_known_by_its_reference_too() -> None:
    answers = said("Leder A", "Leder B")
    assert find(ask(*answers, process="m.bpmn#Process"), "OWN107")
    assert not find(ask(*answers, process="Lønn"), "OWN107")


def test_a_name_that_two_processes_have_tells_neither() -> None:
    landscape = ask(*said("Leder A", "Leder B"))
    other = build_landscape(build_process("T1@A", document="n.bpmn"))
    both = landscape.model_copy(update={"documents": landscape.documents + other.documents})
    assert not find(both, "OWN107")


def test_no_answer_is_shown() -> None:
    (finding,) = find(ask(*said("Kari Nes", "Leder B")), "OWN107")
    assert "Kari" not in finding.model_dump_json()


def alias(name: str, *others: str, kind: AliasKind | None = "position") -> Alias:
    return Alias(name=name, others=tuple(sorted(others)), kind=kind)


@pytest.mark.parametrize(
    ("aliases", "answers", "ownership"),
    [
        ((alias("Leder A", "Sjef A"),), said("Leder A", "sjef  a"), NOBODY),
        ((alias("Leder A", "Sjef A"),), said("Sjef A", "A"), NOBODY),
        ((alias("Leder A", "Sjef A"),), said("Sjef A", "Kari Nes"), NOBODY),
        ((alias("Leder A", "Sjef A", kind=None),), said("Sjef A"), owned("Leder A")),
        # The holder goes by the other name, and so may everybody.
        ((alias("Sjef A", "Leder A"),), said("Leder A", "Kari Nes"), owned("Sjef A")),
        ((alias("Leder A", "Sjef A", "Fagsjef A"),), said("Sjef A", "Fagsjef A"), NOBODY),
        ((alias("A", "Torget", kind="unit"),), said("Torget", "A", "Leder A"), NOBODY),
        ((alias("Torget", "A", kind="unit"),), said("Torget"), owned("A", kind="unit")),
        # Whether or not the register has a row for the unit.
        ((alias("Salen", "Torget", kind="unit"),), said("Torget", "Salen"), NOBODY),
    ],
)
def test_other_names_of_one_position_or_unit_are_one_answer(
    aliases: tuple[Alias, ...],
    answers: tuple[Fact[str], ...],
    ownership: Fact[tuple[Ownership, ...]],
) -> None:
    landscape = ask(*answers, ownership=ownership)
    assert not find(landscape.model_copy(update={"aliases": aliases}), "OWN107")


@pytest.mark.parametrize(
    "aliases",
    [
        (),
        # A name that two claim is nobody's.
        (alias("Leder A", "Sjef"), alias("Leder B", "Sjef")),
        # Other names of a system say nothing of who owns.
        (alias("Leder A", "Sjef", kind="system"),),
        # A unit that has that very name is the one meant.
        (alias("A", "B", kind="unit"),),
    ],
)
def test_names_that_nobody_joined_are_different_answers(aliases: tuple[Alias, ...]) -> None:
    landscape = ask(*said("Leder A", "Sjef", "B"))
    assert find(landscape.model_copy(update={"aliases": aliases}), "OWN107")


def test_answers_about_another_name_of_the_process_are_about_it() -> None:
    landscape = ask(*said("Leder A", "Leder B"), process="Byggesøknad")
    named = alias("Byggesak", "Byggesøknad", kind="process")
    assert find(landscape.model_copy(update={"aliases": (named,)}), "OWN107")
    assert not find(landscape, "OWN107")
