"""The collection of all figures."""

from __future__ import annotations

import pickle

import pytest

from procmap.errors import AmbiguousNameError, ModelError, UnknownNameError
from procmap.graph import analyze_landscape
from procmap.graph.figures import FIGURES, Figure, Metrics
from procmap.graph.figures.figure import build_ratio
from tests.graph.builders import build_landscape, build_process, ref

LANDSCAPE = build_landscape(
    build_process("T1@A -> T2@B -> T3@A", id_="P1"),
    build_process("T1@A -> T2@A", id_="P2", document="n.bpmn"),
)
METRICS = Metrics(analyze_landscape(LANDSCAPE))


def test_every_figure_is_of_a_kind_in_the_catalogue_and_every_kind_is_there() -> None:
    kinds = {(kind.name, scope) for kind in FIGURES for scope in kind.scopes}
    found = {(figure.name, figure.scope) for figure in METRICS}
    assert found <= kinds
    # Nothing is placed in a chart here, so there are no groups.
    assert kinds - found == {("ei_index", "group")}
    assert len(METRICS) == len(METRICS.figures)


def test_one_figure_of_one_thing() -> None:
    assert METRICS.find("handoffs", "P1").value == 2
    assert METRICS.find("handoffs", LANDSCAPE["P1"]) is METRICS.find("handoffs", ref("P1"))
    assert METRICS.find("handoffs", "m.bpmn#Lane_A > m.bpmn#Lane_B").value == 1
    assert METRICS.find("crossing_share").value == 2 / 3
    assert METRICS.find("betweenness", "m.bpmn#Lane_A").value == 0


@pytest.mark.parametrize(
    ("name", "subject", "problem"),
    [
        ("crosing_share", "P1", "no figure 'crosing_share'"),
        ("handoffs", "P9", "nothing here is called"),
        ("ei_index", "P1", "there is no ei_index of m.bpmn#P1"),
        ("handoffs", None, "there is no handoffs of the landscape"),
    ],
)
def test_what_is_not_there_is_said(name: str, subject: str | None, problem: str) -> None:
    with pytest.raises(UnknownNameError, match=problem):
        METRICS.find(name, subject)


def test_a_near_name_is_offered() -> None:
    with pytest.raises(UnknownNameError) as caught:
        METRICS.find("crosing_share")
    assert "crossing_share" in caught.value.candidates


def test_several_processes_of_one_name_are_told_apart() -> None:
    twins = build_landscape(
        build_process("T1@A", id_="P"), build_process("T1@A", id_="P", document="n.bpmn")
    )
    with pytest.raises(AmbiguousNameError):
        Metrics(analyze_landscape(twins)).of("P")


def test_statements_are_added_and_the_first_metrics_stay_as_they_were() -> None:
    choice = build_process("T1@A -> X1@A -> T2@B\nX1 -> T3@A")
    metrics = Metrics(analyze_landscape(build_landscape(choice)))
    uniform = metrics.with_stated(uniform=True)
    assert uniform.find("expected_handoffs", choice).value == 0.5
    assert metrics.find("expected_handoffs", choice).value is None
    stated = uniform.with_stated(probabilities={ref("X1>T2"): 1.0})
    assert stated.find("expected_handoffs", choice).value == 1


def test_visits_say_how_often_each_step_is_done_or_why_not() -> None:
    assert METRICS.visits("P2") == {ref("T1", "n.bpmn"): 1, ref("T2", "n.bpmn"): 1}
    loop = build_process("T1@A -> T2@A -> T1")
    with pytest.raises(ModelError, match="no start"):
        Metrics(analyze_landscape(build_landscape(loop))).visits(loop)


def test_percentiles_compare_processes() -> None:
    assert METRICS.percentile("handoffs", "P1") == 75
    assert METRICS.percentile("ungoverned_share", "P1") is None


def test_the_analysis_keeps_its_metrics() -> None:
    analysis = analyze_landscape(LANDSCAPE)
    assert analysis.metrics is analysis.metrics
    assert analysis.metrics.figures is analysis.metrics.figures


def test_figures_survive_pickling_and_compare_by_what_they_say() -> None:
    again = pickle.loads(pickle.dumps(METRICS.figures))  # noqa: S301  our own figures
    assert again == METRICS.figures


def test_a_figure_has_a_value_or_a_reason() -> None:
    with pytest.raises(ModelError, match="no reason"):
        Figure(name="handoffs", scope="process", subject="", value=None)
    with pytest.raises(ModelError, match="a reason"):
        Figure(name="handoffs", scope="process", subject="", value=1, withheld="because")
    with pytest.raises(ModelError, match="is nan"):
        Figure(name="handoffs", scope="process", subject="", value=float("nan"))


def test_shares_of_what_is_not_clarified_and_assumed() -> None:
    figure = build_ratio("crossing_share", "P", 1, 3, not_clarified=1, assumed=2)
    assert (figure.not_clarified_share, figure.assumed_share) == (0.25, 2 / 3)
    empty = build_ratio("crossing_share", "P", 0, 0)
    assert (empty.not_clarified_share, empty.assumed_share) == (None, None)
