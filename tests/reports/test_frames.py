"""Tables for pandas: columns, types, facts, and who is named in them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import procmap as pm
from procmap.model import Fact, Ownership
from procmap.model.ownership import Holder, Scope
from procmap.reports.columns import COLUMNS
from procmap.rules import Report

pandas = pytest.importorskip("pandas")

TABLES = tuple(COLUMNS)


@pytest.fixture(scope="module")
def report(samples_dir: Path) -> Report:
    landscape = pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    return pm.analyze(landscape)


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_those_documented_with_their_types(report: Report, table: str) -> None:
    frame = report.to_frame(table)  # type: ignore[arg-type]
    assert list(frame.columns) == [column.name for column in COLUMNS[table]]
    assert [str(dtype) for dtype in frame.dtypes] == [c.dtype for c in COLUMNS[table]]
    assert len(frame) > 0
    assert len(set(frame.columns)) == len(frame.columns)
    assert all(column.text for column in COLUMNS[table])


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_landscape_gives_the_same_columns(table: str) -> None:
    frame = pm.analyze(pm.Landscape()).to_frame(table)  # type: ignore[arg-type]
    assert [str(dtype) for dtype in frame.dtypes] == [c.dtype for c in COLUMNS[table]]
    # Of figures, those of the landscape are there, and say why they have no value.
    assert len(frame) == (7 if table == "metrics" else 0)


def test_rows_are_what_the_report_has(report: Report) -> None:
    landscape = report.landscape
    assert len(report.to_frame("handoffs")) == len(report.handoffs)
    assert len(report.to_frame("findings")) == len(report.findings)
    assert len(report.to_frame("metrics")) == len(report.metrics.figures)
    assert len(report.to_frame("steps")) == sum(len(p.steps) for p in landscape.processes)
    assert set(report.to_frame("units")["unit"]) >= {unit.key for unit in landscape.units}


@pytest.mark.parametrize("table", TABLES)
def test_the_first_column_tells_rows_apart(report: Report, table: str) -> None:
    frame = report.to_frame(table)  # type: ignore[arg-type]
    keys = ["figure", "scope", "subject"] if table == "metrics" else [frame.columns[0]]
    assert not frame.duplicated(keys).any()


def test_a_fact_gives_its_value_and_its_state(report: Report) -> None:
    frame = report.to_frame("processes").set_index("process_label")
    assert frame.loc["Lønn", "owner"] == "Lønnssjef"
    assert frame.loc["Lønn", "owner_state"] == "stated"
    for label, state in (
        ("Onboarding", "absent"),
        ("Dokumentere barnevernssak", "unknown"),
        ("Behandle innsynskrav", "not_recorded"),
    ):
        assert frame.loc[label, "owner"] is pandas.NA
        assert frame.loc[label, "owner_state"] == state


def test_a_number_is_the_one_on_the_map(report: Report) -> None:
    frame = report.to_frame("handoffs").set_index("handoff")
    for handoff in report.handoffs:
        assert frame.loc[handoff.key, "number"] == handoff.number


def test_figures_are_columns_and_what_is_withheld_is_missing(report: Report) -> None:
    frame = report.to_frame("processes").set_index("process")
    for process in report.landscape.processes:
        if process.nodes:
            for name, figure in report.metrics.of(process).items():
                value = frame.loc[str(process.ref), name]
                assert (value is pandas.NA) if figure.value is None else value == figure.value


def test_a_reason_stands_where_there_is_no_value(report: Report) -> None:
    frame = report.to_frame("metrics")
    assert (frame["value"].isna() == (frame["withheld"] != "")).all()
    assert frame["percentile"].notna().any()


def test_messages_come_in_the_language_asked_for(report: Report) -> None:
    nb, en = report.to_frame("findings"), report.to_frame("findings", lang="en")
    assert list(nb["finding"]) == list(en["finding"])
    assert (nb["message"] != en["message"]).all()


def named(samples_dir: Path) -> Report:
    landscape = pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    owner = Ownership(Holder("person", "Kari Elvestrand"), scope=Fact.stated(Scope("whole")))
    documents = tuple(
        document.model_copy(
            update={
                "processes": tuple(
                    p.model_copy(update={"ownership": Fact.stated((owner,))})
                    for p in document.processes
                )
            }
        )
        for document in landscape.documents
    )
    return pm.analyze(landscape.model_copy(update={"documents": documents}), level="person")


@pytest.mark.parametrize("table", [table for table in TABLES if table != "findings"])
def test_names_of_persons_are_shown_only_on_request(samples_dir: Path, table: str) -> None:
    report = named(samples_dir)
    frame = report.to_frame(table)  # type: ignore[arg-type]
    text = frame.to_csv()
    for person in report.landscape.people:
        assert person.name not in text


def test_positions_are_shown_instead_and_names_on_request(samples_dir: Path) -> None:
    report = named(samples_dir)
    frame = report.to_frame("processes")
    assert set(frame["owner"].dropna()) == {"Leder byggesak"}
    assert "Kari Elvestrand" in set(report.to_frame("processes", people=True)["owner"].dropna())


def test_an_unknown_table_is_refused(report: Report) -> None:
    with pytest.raises(pm.ModelError, match="no table 'process'") as caught:
        report.to_frame("process")  # type: ignore[arg-type]
    assert "'processes'" in caught.value.expected


def test_without_pandas_the_error_names_the_extra(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(pm.MissingExtraError, match="pandas") as caught:
        report.to_frame("processes")
    assert "procmap[notebook]" in caught.value.remedy


def test_what_is_documented_is_counted_and_not_graded(report: Report) -> None:
    frame = report.to_frame("processes").set_index("process")
    for found in report.documentation.processes:
        row = frame.loc[str(found.process)]
        assert row["facts_not_recorded"] == found.total.not_recorded
        assert row["channels_stated"] == found.fact("channels").stated
        assert row["performers_stated"] <= row["steps"]
        assert row["customer_state"] == "not_recorded"
        assert row["customer"] is pandas.NA
