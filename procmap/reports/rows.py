"""The rows of the tables that a report gives, as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from procmap.findings import Finding
from procmap.graph.figures import FIGURES, Figure
from procmap.model import (
    CrossingPoint,
    Fact,
    FactState,
    FlowNode,
    Handoff,
    Holder,
    Party,
    Process,
    Unit,
    fold,
)
from procmap.reports.columns import COUNTED_FACTS
from procmap.rules import ProcessDocumentation, Report
from procmap.source import ElementRef

__all__ = ["Row", "RowBuilder"]

T = TypeVar("T")
Value = str | int | float | bool | None
Row = dict[str, Value]


class RowBuilder:
    """Builds the rows of a report; names of persons only where asked for.

    Args:
        report: what was found.
        people: whether names of persons are shown.
        lang: language of messages and questions.
    """

    def __init__(self, report: Report, *, people: bool, lang: str) -> None:
        self._report = report
        self._analysis = report.analysis
        self._landscape = report.landscape
        self._people = people
        self._lang = lang
        self._labels = {process.ref: process.label for process in self._landscape.processes}
        self._nodes = {
            node.ref: node for process in self._landscape.processes for node in process.nodes
        }

    def processes(self) -> Iterator[Row]:
        """One row a process; empty stubs, as tools draw for a black box, are none."""
        found = Counter(self._process_of(finding) for finding in self._report.findings)
        documented = {each.process: each for each in self._report.documentation.processes}
        for process in self._landscape.processes:
            if not process.nodes and process.modelled:
                continue
            figures = self._report.metrics.of(process)
            yield {
                **self._process(process.ref),
                "document": process.ref.document,
                "modelled": process.modelled,
                **_fact("kind", process.kind, process.kind.value),
                **self._owner(process),
                **_fact("customer", process.customer, process.customer.value),
                **_fact("purpose", process.purpose, process.purpose.value),
                **_fact("benefit", process.benefit, process.benefit.value),
                "measures_state": process.measures.state.value,
                "goals_state": process.goals.state.value,
                **self._goal_setter(process.goal_setter),
                **_fact(
                    "codes", process.codes, "; ".join(map(str, process.codes.value or ())) or None
                ),
                **_documented(documented.get(process.ref)),
                "steps": len(process.steps),
                "units": len(self._analysis.units_of(process)),
                "findings": found[process.ref],
                **{name: figure.value for name, figure in figures.items()},
            }

    def steps(self) -> Iterator[Row]:
        """One row a step."""
        for process in self._landscape.processes:
            for node in process.steps:
                yield self._step(process, node)

    def handoffs(self) -> Iterator[Row]:
        """One row a hand-off."""
        points = {
            (point.flow, point.source_unit.key, point.target_unit.key): point
            for point in self._analysis.crossings
        }
        for handoff in self._analysis.handoffs:
            source, target = handoff.source_unit, handoff.target_unit
            point = None
            if source is not None and target is not None:
                point = points.get((handoff.flow, source.key, target.key))
            yield self._handoff(handoff, point)

    def findings(self) -> Iterator[Row]:
        """One row a finding, the most urgent first."""
        for finding in self._report.findings:
            process = self._process_of(finding)
            yield {
                "finding": finding.fingerprint,
                "code": finding.code,
                "name": finding.name,
                "severity": finding.severity.value,
                "severity_label": finding.severity.label(self._lang),
                **(self._process(process) if process is not None else {}),
                "message": finding.message(self._lang),
                "question": finding.question(self._lang),
                "elements": " ".join(str(ref) for ref in finding.elements),
                "caused_by": finding.caused_by,
            }

    def units(self) -> Iterator[Row]:
        """One row a unit: those of the register, then those that were assumed, by key."""
        steps: Counter[str] = Counter()
        taking_part: Counter[str] = Counter()
        units = {unit.key: unit for unit in self._landscape.units}
        for process in self._landscape.processes:
            for node in process.steps:
                unit = self._analysis.places[node.ref].unit
                if unit is not None:
                    units.setdefault(unit.key, unit)
                    steps[unit.key] += 1
            taking_part.update(unit.key for unit in self._analysis.units_of(process))
        figures: dict[str, Row] = {}
        for figure in self._report.metrics.units:
            figures.setdefault(figure.subject, {})[figure.name] = figure.value
        out, into = self._count_handoffs()
        for key in sorted(units):
            yield {
                **_unit_row(units[key]),
                "steps": steps[key],
                "processes": taking_part[key],
                "handoffs_out": out[key],
                "handoffs_in": into[key],
                **figures.get(key, {}),
            }

    def metrics(self) -> Iterator[Row]:
        """One row a figure and subject."""
        metrics = self._report.metrics
        names = {str(ref): label for ref, label in self._labels.items()}
        names |= {unit.key: unit.name for unit in self._landscape.units}
        titles = {kind.name: (kind.title, kind.unit) for kind in FIGURES}
        for figure in metrics.figures:
            yield {
                **_figure_row(figure),
                "title": titles[figure.name][0].text(self._lang),
                "unit": titles[figure.name][1].text(self._lang),
                "label": names.get(figure.subject, figure.subject),
                "percentile": metrics.percentiles.get((figure.name, figure.subject))
                if figure.scope == "process"
                else None,
            }

    def _process(self, ref: ElementRef) -> Row:
        return {"process": str(ref), "process_label": self._labels.get(ref, ref.id)}

    def _process_of(self, finding: Finding) -> ElementRef | None:
        return next((ref for ref in finding.elements if ref in self._labels), None)

    def _owner(self, process: Process) -> Row:
        fact = process.ownership_on(self._analysis.day)
        holders = [o.holder for o in fact.or_none or () if o.kind == "owner"]
        state = fact.state
        if state is FactState.STATED and not holders:
            state = FactState.NOT_RECORDED
        return {
            "owner": self._holders(holders),
            "owner_state": state.value,
            "owner_kind": "; ".join(dict.fromkeys(holder.kind for holder in holders)) or None,
        }

    def _goal_setter(self, fact: Fact[Holder]) -> Row:
        named = self._holders([fact.value]) if fact.value is not None else None
        return _fact("goal_setter", fact, named)

    def _holders(self, holders: Sequence[Holder]) -> str | None:
        """Who they are; a person by the positions held unless names were asked for."""
        names: list[str] = []
        for holder in holders:
            if holder.kind != "person" or self._people:
                names.append(holder.name)
                continue
            person = self._landscape.chart.people.get(fold(holder.name))
            names += person.positions if person is not None else ()
        return "; ".join(dict.fromkeys(names)) or None

    def _party(self, party: Party) -> str | None:
        """What a party is called; nothing for a person unless names were asked for."""
        return None if party.kind == "person" and not self._people else party.name

    def _step(self, process: Process, node: FlowNode) -> Row:
        place = self._analysis.places[node.ref]
        lane = process.lane_by_ref.get(node.lane) if node.lane is not None else None
        state = "not_recorded"
        if place.unit is not None:
            state = "assumed" if place.unit.assumed else "stated"
        elif place.units:
            state = "undecided"
        performers = [self._party(party) for party in place.parties]
        return {
            "step": str(node.ref),
            "step_label": node.label,
            "document": node.ref.document,
            **self._process(process.ref),
            "type": node.type,
            "lane": lane.name if lane is not None else None,
            "unit": place.unit.key if place.unit is not None else None,
            "unit_label": place.unit.name if place.unit is not None else None,
            "unit_state": state,
            "performer": "; ".join(name for name in performers if name) or None,
            "performer_kind": place.parties[0].kind if place.parties else None,
            "how": place.how or None,
            "outside": place.outside,
            **_fact("system", node.system, node.system.value),
        }

    def _handoff(self, handoff: Handoff, point: CrossingPoint | None) -> Row:
        boundary = point.boundary if point is not None else None
        routine: Fact[str] = boundary.routine if boundary is not None else Fact.not_recorded()
        channel = boundary.channel if boundary is not None else Fact.not_recorded()
        coordinator = boundary.coordinator if boundary is not None else Fact.not_recorded()
        settling = self._holders([coordinator.value]) if coordinator.value is not None else None
        return {
            "handoff": handoff.key,
            "number": handoff.number,
            "document": handoff.flow.document,
            **self._process(handoff.process),
            **self._side("source", handoff.source, handoff.source_unit),
            **self._side("target", handoff.target, handoff.target_unit),
            "source_performer": self._party(handoff.source_performer),
            "target_performer": self._party(handoff.target_performer),
            "level": str(handoff.level),
            "medium": handoff.medium,
            "between": handoff.between,
            "governance": handoff.governance,
            "governed_by": self._holders(handoff.governed_by),
            "agreed": point.routine if point is not None else "undetermined",
            **_fact("routine", routine, routine.value),
            **_fact("channel", channel, channel.value),
            **_fact("coordinator", coordinator, settling),
            "flow": str(handoff.flow),
            "assumed": handoff.assumed,
        }

    def _side(self, side: str, ref: ElementRef, unit: Unit | None) -> Row:
        node = self._nodes.get(ref)
        label = node.label if node is not None else self._landscape.element(ref).name
        return {
            side: str(ref),
            f"{side}_label": label or ref.id,
            f"{side}_unit": unit.key if unit is not None else None,
            f"{side}_unit_label": unit.name if unit is not None else None,
        }

    def _count_handoffs(self) -> tuple[Counter[str], Counter[str]]:
        out: Counter[str] = Counter()
        into: Counter[str] = Counter()
        for figure in self._report.metrics.boundaries:
            if figure.name == "handoffs" and figure.value is not None:
                source, _, target = figure.subject.partition(" > ")
                out[source] += int(figure.value)
                into[target] += int(figure.value)
        return out, into


def _fact(name: str, fact: Fact[T], value: Value) -> Row:
    return {name: value, f"{name}_state": fact.state.value}


def _documented(found: ProcessDocumentation | None) -> Row:
    if found is None:
        return {}
    total = found.total
    return {
        **{f"facts_{state.value}": total.count(state) for state in FactState},
        **{f"{name}_stated": found.fact(name).stated for name in COUNTED_FACTS},
    }


def _unit_row(unit: Unit) -> Row:
    return {
        "unit": unit.key,
        "unit_label": unit.name,
        "organisation": unit.organisation or None,
        "parent": unit.parent,
        "unit_level": unit.level or None,
        "kind": unit.kind,
        "assumed": unit.assumed,
        **_fact("manager", unit.manager, unit.manager.value),
    }


def _figure_row(figure: Figure) -> Row:
    return {
        "figure": figure.name,
        "scope": figure.scope,
        "subject": figure.subject,
        "value": figure.value,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "not_clarified": figure.not_clarified,
        "assumed": figure.assumed,
        "level": str(figure.level),
        "withheld": figure.withheld,
        "assumes": " ".join(figure.assumes),
        "elements": len(figure.elements),
    }
