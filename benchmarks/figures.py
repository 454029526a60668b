"""Measures the figures, and what stands under them, up to 10⁵ nodes and ladders of gateways.

`python benchmarks/figures.py` prints a table by itself.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generate import build_many_models
from rows import HEAD, Row

import procmap as pm
from procmap.graph import Analysis, analyze_landscape
from procmap.graph.figures import Metrics
from procmap.model import Performer

__all__ = ["build_chain", "build_ladder", "build_skips", "fit_exponent", "measure"]

_LANES = 8
_TYPES = {"T": "task", "X": "exclusiveGateway", "S": "startEvent", "E": "endEvent"}


def measure() -> list[Row]:
    """Measure all there is to measure."""
    return [*_chain_rows(), *_ladder_rows(), *_many_rows()]


def build_chain(steps: int) -> pm.Landscape:
    """Steps in a row, four in each lane before the next one takes over."""
    return _build([("S", "T0"), *((f"T{i}", f"T{i + 1}") for i in range(steps - 1))])


def build_ladder(gateways: int) -> pm.Landscape:
    """As many steps that each enter one chain of gateways: few successions, long ways."""
    arrows = []
    for i in range(gateways - 1):
        arrows += [(f"T{i}", f"X{i}"), (f"X{i}", f"X{i + 1}")]
    return _build([*arrows, (f"X{gateways - 1}", "Tlast"), ("Tlast", "E")])


def build_skips(gateways: int) -> pm.Landscape:
    """A chain of gateways with a step between each two that may be skipped: many successions."""
    arrows = [("S", "X0")]
    for i in range(gateways - 1):
        arrows += [(f"X{i}", f"X{i + 1}"), (f"X{i}", f"T{i}"), (f"T{i}", f"X{i + 1}")]
    return _build([*arrows, (f"X{gateways - 1}", "E")])


def fit_exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The power of the size that time grows with: slope of a straight line through logarithms."""
    xs, ys = [math.log(size) for size in sizes], [math.log(taken) for taken in seconds]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    return over / sum((a - x) ** 2 for a in xs)


def _build(arrows: Sequence[tuple[str, str]]) -> pm.Landscape:
    process = pm.ElementRef("made.bpmn", "P")
    lanes = tuple(
        pm.Lane(ref=pm.ElementRef("made.bpmn", f"L{i}"), name=f"Enhet {i}", process=process)
        for i in range(_LANES)
    )
    names = list(dict.fromkeys(name for pair in arrows for name in pair))
    performers = [(Performer("lane", lane.name, "lane", lane.ref),) for lane in lanes]
    nodes = tuple(
        pm.FlowNode(
            ref=pm.ElementRef("made.bpmn", name),
            type=_TYPES[name[0]],
            parent=process,
            lane=lanes[number // 4 % _LANES].ref,
            performers=performers[number // 4 % _LANES],
        )
        for number, name in enumerate(names)
    )
    flows = tuple(
        pm.SequenceFlow(
            ref=pm.ElementRef("made.bpmn", f"F{number}"),
            source=pm.ElementRef("made.bpmn", source),
            target=pm.ElementRef("made.bpmn", target),
            parent=process,
        )
        for number, (source, target) in enumerate(arrows)
    )
    made = pm.Process(ref=process, nodes=nodes, sequence_flows=flows, lanes=lanes)
    document = pm.Document(path="made.bpmn", sha256="", processes=(made,))
    return pm.Landscape(documents=(document,))


def _time(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _figures(analysis: Analysis) -> Callable[[], object]:
    """All figures, with every way taken equally often so that none is left out."""
    return lambda: Metrics(analysis).with_stated(uniform=True).figures


def _chain_rows() -> Iterator[Row]:
    sizes = (12_500, 25_000, 50_000, 100_000)
    analyzing, figuring = [], []
    for size in sizes:
        landscape = build_chain(size)
        analysis: list[Analysis] = []
        analyzing.append(_time(lambda: analysis.append(analyze_landscape(landscape))))  # noqa: B023
        figuring.append(_time(_figures(analysis[0])))
    for what, seconds in (("analyze", analyzing), ("all figures of", figuring)):
        note = f"time grows with size to the power {fit_exponent(sizes, seconds):.2f}"
        yield Row(f"{what} 100,000 steps in a row", seconds[-1], owed="linear", note=note)


def _ladder_rows() -> Iterator[Row]:
    for label, build in (("entered by as many steps", build_ladder), ("with skips", build_skips)):
        analysis: list[Analysis] = []
        landscape = build(50_000)
        seconds = _time(lambda: analysis.append(analyze_landscape(landscape)))  # noqa: B023
        found = analysis[0]
        answer = next(iter(found.withheld.values()), f"{len(found.successions):,} successions")
        yield Row(f"analyze a ladder of 50,000 gateways {label}", seconds, note=answer)
        metrics = Metrics(found).with_stated(uniform=True)
        seconds = _time(lambda: metrics.figures)  # noqa: B023
        withheld = sum(figure.value is None for figure in metrics.processes)
        note = f"{withheld} of {len(metrics.processes)} withheld, with the reason"
        yield Row("all figures of the same", seconds, note=note)


def _many_rows() -> Iterator[Row]:
    sizes = (250, 500, 1_000)
    seconds, tables = [], []
    for size in sizes:
        with TemporaryDirectory() as folder:
            for name, content in build_many_models(size).items():
                (Path(folder) / name).write_bytes(content)
            landscape = pm.read_bpmn(folder)
        analysis = analyze_landscape(landscape)
        metrics = analysis.metrics
        seconds.append(_time(lambda: metrics.processes))  # noqa: B023
        tables.append(_time(lambda: metrics.figures))  # noqa: B023
    note = f"time grows with size to the power {fit_exponent(sizes, seconds):.2f}"
    yield Row("all figures of 1,000 processes", seconds[-1], note=note)
    yield Row("all figures of their units, boundaries and landscape", tables[-1])


def main() -> None:
    """Measure, and print the table."""
    print(HEAD)
    for row in measure():
        print(row, flush=True)


if __name__ == "__main__":
    main()
