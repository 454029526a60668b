"""Other names find what they mean; what two things claim is nobody's."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from procmap.model import Alias, Landscape
from procmap.model.alias_book import build_alias_book
from procmap.register import apply_register

from .builders import build_document, build_landscape, find_diagnostics, find_meaning

UNITS = [
    {"name": "Servicetorg", "manager": "Leder servicetorg"},
    {"name": "HR og lønn", "manager": "HR-sjef"},
]


def applied(aliases: list[dict[str, Any]], **tables: object) -> Landscape:
    return apply_register(build_landscape(), {"units": UNITS, "aliases": aliases, **tables})


def test_a_unit_is_found_by_another_name() -> None:
    landscape = applied(
        [{"kind": "enhet", "name": "Servicetorg", "other": ["Innbyggerdialog", "Torget"]}],
        people=[{"name": "Kari Nes", "unit": "INNBYGGERDIALOG"}],
        processes=[{"name": "Byggesak", "ownership": "Torget"}],
    )
    assert landscape.people[0].unit == "/servicetorg"
    assert str(landscape["Byggesak"].owners[0].holder.kind) == "unit"
    assert landscape["Byggesak"].owners[0].holder.name == "Servicetorg"


def test_a_lane_that_is_called_otherwise_belongs_to_the_unit() -> None:
    landscape = applied(
        [{"kind": "unit", "name": "Servicetorg", "other": "Geodata"}],
        lanes=[{"model": "byggesak.bpmn", "lane": "Geodata", "is": "unit"}],
    )
    meaning = find_meaning(landscape, "L1")
    assert meaning is not None
    assert meaning.units == ("/servicetorg",)


def test_a_process_is_found_by_either_name_and_keeps_what_the_model_calls_it() -> None:
    for name, other in (("Byggesaksbehandling", "Byggesak"), ("Byggesak", "Byggesaksbehandling")):
        landscape = applied(
            [{"kind": "prosess", "name": name, "other": other}],
            processes=[{"name": "Byggesaksbehandling", "ownership": "HR-sjef"}],
        )
        assert landscape["Byggesak"].owners
        assert len(landscape.processes) == 1
        assert "REG302" not in find_diagnostics(landscape)


def test_positions_are_one_whatever_they_are_called() -> None:
    landscape = applied(
        [{"kind": "stilling", "name": "HR-sjef", "other": ["Personalsjef"]}],
        people=[{"name": "Kari Nes", "positions": ["Personalsjef"]}],
        processes=[{"name": "Byggesak", "ownership": "personalsjef"}],
    )
    assert landscape["Byggesak"].owners[0].holder.name == "HR-sjef"
    assert {role.name: role.holders.value for role in landscape.roles}["HR-sjef"] == ("Kari Nes",)
    assert "REG403" not in find_diagnostics(landscape)


def test_a_name_that_two_things_claim_is_noted_and_not_used() -> None:
    aliases = [
        {"kind": "enhet", "name": "Servicetorg", "other": "Torget"},
        {"kind": "enhet", "name": "HR og lønn", "other": "Torget"},
    ]
    landscape = applied(aliases)
    finding = find_diagnostics(landscape)["REG405"]
    assert finding.message("en") == (
        "«Torget» is listed as another name of both «HR og lønn» and «Servicetorg»; it was not "
        "used. Which is meant?"
    )
    assert build_alias_book(landscape.aliases).resolve("unit", "Torget") == "Torget"


def test_another_name_that_has_a_row_of_its_own_means_that_row() -> None:
    landscape = applied(
        [{"kind": "enhet", "name": "Servicetorg", "other": "HR og lønn"}],
        people=[{"name": "Kari Nes", "unit": "HR og lønn"}],
    )
    assert "REG406" in find_diagnostics(landscape)
    assert landscape.people[0].unit == "/hr og lønn"


def test_a_name_without_a_kind_is_whatever_has_it() -> None:
    landscape = applied(
        [{"name": "Servicetorg", "other": "Torget"}], people=[{"name": "K", "unit": "Torget"}]
    )
    assert landscape.people[0].unit == "/servicetorg"


def test_a_later_register_uses_the_names_of_an_earlier_one() -> None:
    first = applied([{"kind": "enhet", "name": "Servicetorg", "other": "Torget"}])
    second = apply_register(first, {"people": [{"name": "K", "unit": "Torget"}]})
    assert second.people[0].unit == "/servicetorg"
    assert second.aliases == first.aliases


def test_names_that_are_joined_are_not_noted_as_nearly_alike() -> None:
    owned = [
        {"name": "Byggesak", "ownership": "Personalsjef"},
        {"name": "Lønn", "ownership": "Personal-sjef"},
        {"name": "Lønnn", "ownership": "Personal-sjef"},
    ]
    apart = applied([], processes=owned)
    assert find_diagnostics(apart)["REG404"].message("en").count("Personalsjef")
    names = [{"kind": "stilling", "name": "Personalsjef", "other": "Personal-sjef"}]
    assert "REG404" not in find_diagnostics(applied(names, processes=owned[:2]))
    units = [{"name": "Servicetorg"}, {"name": "Servicetorv"}]
    both = {"units": units, "aliases": [{"name": "Servicetorg", "other": "Servicetorv"}]}
    noted = find_diagnostics(apply_register(build_landscape(), both))
    assert "REG404" not in noted
    assert "REG406" in noted


texts = st.sampled_from(["a", "b", "c", "d", "A"])


@given(
    st.lists(
        st.builds(
            Alias,
            name=texts,
            others=st.lists(texts, min_size=1, max_size=3).map(tuple),
            kind=st.sampled_from([None, "unit", "system"]),
        ),
        max_size=5,
    )
)
def test_the_order_of_other_names_changes_nothing(aliases: list[Alias]) -> None:
    def resolved(listed: list[Alias]) -> list[str]:
        book = build_alias_book(listed)
        return [book.resolve("unit", text).casefold() for text in "abcd"]

    assert resolved(aliases) == resolved(aliases[::-1])


def test_documents_are_untouched() -> None:
    assert applied([]).documents == (build_document(),)
