from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.model import Fact, Person, Role, Unit, build_chart, unit_key


@st.composite
def organisations(draw: st.DrawFn) -> tuple[Unit, ...]:
    """Units whose parents may be any unit, themselves and their own descendants included."""
    count = draw(st.integers(1, 8))
    parents = draw(
        st.lists(st.one_of(st.none(), st.integers(0, count - 1)), min_size=count, max_size=count)
    )
    return tuple(
        Unit(key=str(i), name=f"U{i}", parent=None if parent is None else str(parent))
        for i, parent in enumerate(parents)
    )


@given(organisations())
def test_a_line_ends_even_in_a_circle_and_never_repeats(units: tuple[Unit, ...]) -> None:
    chart = build_chart(units)
    for unit in units:
        line = chart.line(unit.key)
        assert line[0] == unit.key
        assert len(line) == len(set(line))


@given(organisations(), st.data())
def test_the_common_line_is_common_and_lowest(units: tuple[Unit, ...], data: st.DataObject) -> None:
    chart = build_chart(units)
    first = data.draw(st.sampled_from(units)).key
    second = data.draw(st.sampled_from(units)).key
    common = chart.common_line(first, second)
    shared = set(chart.line(first)) & set(chart.line(second))
    if common:
        assert common[0] in shared
        assert chart.line(first).index(common[0]) == min(
            chart.line(first).index(key) for key in shared
        )
    else:
        assert not shared


def test_a_unit_is_its_own_common_ancestor_with_one_below_it() -> None:
    chart = build_chart([Unit(key="k", name="K"), Unit(key="a", name="A", parent="k")])
    assert chart.common_line("k", "a") == ("k",)


def test_units_of_two_organisations_do_not_merge_by_name() -> None:
    assert unit_key("Kommune 1", "Økonomi") != unit_key("Kommune 2", "Økonomi")
    chart = build_chart(
        [
            Unit(key=unit_key("Kommune 1", "Økonomi"), name="Økonomi", organisation="Kommune 1"),
            Unit(key=unit_key("Kommune 2", "Økonomi"), name="Økonomi", organisation="Kommune 2"),
        ]
    )
    assert len(chart.units) == 2
    assert chart.find_unit("Økonomi") is None


def test_a_position_belongs_to_the_unit_it_manages_else_to_its_holders() -> None:
    chart = build_chart(
        [Unit(key="a", name="A", manager=Fact.stated("Leder A")), Unit(key="b", name="B")],
        [Role(name="Saksbehandler", holders=Fact.stated(("Kari", "Ola")))],
        [Person(name="Kari", unit="b"), Person(name="Ola", unit="b")],
    )
    assert chart.unit_of_role("leder a") == "a"
    assert chart.unit_of_role("Saksbehandler") == "b"
    assert chart.unit_of_role("Arkivar") is None


def test_a_position_held_in_two_units_belongs_to_neither() -> None:
    chart = build_chart(
        [Unit(key="a", name="A"), Unit(key="b", name="B")],
        [Role(name="Saksbehandler", holders=Fact.stated(("Kari", "Ola")))],
        [Person(name="Kari", unit="a"), Person(name="Ola", unit="b")],
    )
    assert chart.unit_of_role("Saksbehandler") is None


def test_a_chain_of_many_units_is_built_and_walked_without_keeping_every_line() -> None:
    count = 20_000
    units = [Unit(key="0", name="U0")]
    units += [Unit(key=str(n), name=f"U{n}", parent=str(n - 1)) for n in range(1, count)]
    chart = build_chart(units)
    assert len(chart.line(str(count - 1))) == count
    assert chart.common_line(str(count - 1), "7")[0] == "7"
    assert chart.is_within(str(count - 1), "0")
    # All lines together would be two hundred million keys.
    kept = sum(len(line) for line in chart._lines.values())
    assert kept < 1000


def test_units_within_a_circle_lie_within_each_other_and_nothing_else() -> None:
    chart = build_chart([Unit(key="a", name="A", parent="b"), Unit(key="b", name="B", parent="a")])
    assert chart.line("a") == ("a", "b")
    assert chart.is_within("a", "b")
    assert not chart.is_within("a", "c")
    assert chart.line("c") == ()
