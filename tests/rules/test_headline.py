"""The headline: five sentences, or one that stands for three before anybody is named."""

from __future__ import annotations

from procmap.graph import HeadlineFigure, analyze_landscape
from procmap.model import Boundary, Fact, Mandate, Scope
from procmap.rules import Headline
from procmap.rules.headline import build_headline

from .builders import build_landscape, build_process, owned

ACROSS = "T1@A -> T2@B -> T3@A"
WHOLE = Fact.stated(Mandate("whole"))


def test_before_anybody_is_named_one_sentence_stands_for_responsibility() -> None:
    headline = build_headline(analyze_landscape(build_landscape(build_process(ACROSS))))
    assert headline.lines() == (
        "2 overleveringer mellom 2 enheter. Hvem som har ansvaret, er ikke registrert ennå.",
        "1 av 1 prosess går gjennom flere enheter",
    )
    assert headline.lines("en")[0] == (
        "2 hand-offs between 2 units. Who is responsible has not been recorded yet."
    )


def test_with_an_owner_all_figures_are_said() -> None:
    process = build_process(ACROSS, ownership=owned(mandate=WHOLE))
    headline = build_headline(analyze_landscape(build_landscape(process)))
    assert str(headline).splitlines() == [
        "1 av 1 prosess har en eier for helheten (0 ikke avklart)",
        "1 av 1 prosess går gjennom flere enheter",
        "0 av 2 overleveringer mangler noen med ansvar for begge sider (0 ikke avklart)",
        "0 av 2 overleveringer har avtalt rutine eller kanal (2 ikke avklart)",
    ]


def test_that_an_owner_is_not_known_is_recorded_too() -> None:
    process = build_process(ACROSS, ownership=Fact.unknown())
    assert build_headline(analyze_landscape(build_landscape(process))).recorded


def test_an_agreed_boundary_is_recorded() -> None:
    landscape = build_landscape(build_process(ACROSS)).model_copy(
        update={"boundaries": (Boundary("kommune/A", "kommune/B"),)}
    )
    assert build_headline(analyze_landscape(landscape)).recorded


def test_contacts_are_said_where_an_outside_party_is_known() -> None:
    headline = Headline((HeadlineFigure("contacts", 1),), recorded=True)
    assert headline.lines() == ("Innbyggeren er i kontakt med 1 enhet",)
    assert Headline((HeadlineFigure("contacts", 0),)).lines() == ()


def test_a_figure_is_found_by_name() -> None:
    figure = HeadlineFigure("crossing", 1, 2)
    assert Headline((figure,)).figure("crossing") is figure


def test_a_scope_of_part_is_no_owner_for_the_whole() -> None:
    ownership = owned(scope=Fact.stated(Scope("own_unit")))
    headline = build_headline(
        analyze_landscape(build_landscape(build_process(ACROSS, ownership=ownership)))
    )
    assert headline.lines()[0].startswith("0 av 1 prosess har en eier for helheten")
