"""Measures procmap, as ratios in one run, and prints a table in Markdown: `make bench`.

Times of one machine say little about another; a ratio to `lxml.etree.parse` of the same files,
taken in the same run, says more. Times are processor time of one process. PROCMAP_CORPUS names a
folder of real files; without it that part is left out.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from generate import build_large_model, build_many_models
from lxml import etree

import procmap as pm

_ROUNDS: Final = 3
_HERE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    work: str
    seconds: float
    baseline: float
    owed: str = ""

    def __str__(self) -> str:
        ratio = f"{self.seconds / self.baseline:.1f} ×" if self.baseline else "–"
        return f"| {self.work} | {ratio} | {self.seconds:.2f} s | {self.owed or '–'} |"


def main() -> None:
    """Measure, and print the table."""
    if sys.argv[1:] == ["--memory"]:
        print(_peak_memory())
        return
    print(f"Python {sys.version.split()[0]}, lxml {etree.__version__}, {os.cpu_count()} cores.\n")
    print("| Work | Against `lxml.etree.parse` of the same files | Processor time | Owed |")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        many, large = place / "many", place / "large.bpmn"
        many.mkdir()
        for name, content in build_many_models().items():
            (many / name).write_bytes(content)
        large.write_bytes(build_large_model())
        rows = (_corpus_rows(), _many_rows(many), _large_rows(large), _map_rows(), _import_rows())
        for row in chain.from_iterable(rows):
            print(row, flush=True)
        growth = _measure_growth(many)
        print(f"\n1,000 processes take {growth:.1f} × as long to analyse as 500 (linear: 2.0 ×).")
        memory = _measure_memory(large)
        print(f"\nPeak memory, 50,000 nodes read and analysed: {memory:,} MiB (owed: < 1,024 MiB).")


def _corpus_rows() -> Iterator[Row]:
    corpus = os.environ.get("PROCMAP_CORPUS", "")
    if not corpus or not Path(corpus).is_dir():
        return
    landscape = pm.read_bpmn(corpus)
    files = [Path(corpus) / document.path for document in landscape.documents]
    parse, read = _compare(lambda: _parse(files), lambda: pm.read_bpmn(corpus), rounds=_ROUNDS)
    yield Row(f"`read_bpmn`, {len(files):,} real files", read, parse, "≤ 3 ×")
    analyze = _best(lambda: pm.analyze(landscape))
    label = f"`analyze`, the same ({len(landscape.processes):,} processes, one landscape)"
    yield Row(label, analyze, parse)


def _many_rows(folder: Path) -> Iterator[Row]:
    files = sorted(folder.glob("*.bpmn"))
    landscape = pm.read_bpmn(folder)
    parse, read = _compare(lambda: _parse(files), lambda: pm.read_bpmn(folder), rounds=_ROUNDS)
    count = f"{len(landscape.processes):,}"
    yield Row(f"`read_bpmn`, {count} processes made up for measuring", read, parse)
    yield Row(f"`analyze`, {count} processes", _best(lambda: pm.analyze(landscape)), parse, "≤ 5 s")


def _large_rows(large: Path) -> Iterator[Row]:
    landscape = pm.read_bpmn(large)
    parse, read = _compare(lambda: _parse([large]), lambda: pm.read_bpmn(large), rounds=2)
    yield Row("`read_bpmn`, 50,000 nodes in one file", read, parse, "≤ 4 s")
    yield Row(
        "`analyze`, 50,000 nodes in one process",
        _best(lambda: pm.analyze(landscape), rounds=2),
        parse,
        "≤ 6 s",
    )


def _map_rows() -> Iterator[Row]:
    corpus = os.environ.get("PROCMAP_CORPUS", "")
    if corpus and Path(corpus).is_dir():
        report = pm.analyze(pm.read_bpmn(corpus))
        laned = [process for process in report.landscape.processes if process.lanes][::5]
        times = sorted(_best(partial(pm.draw, p, report=report), rounds=1) for p in laned)
        label = f"`draw`, {len(laned)} real processes with lanes, 95th percentile"
        yield Row(label, times[len(times) * 95 // 100], 0.0, "≤ 0.5 s")
    (model,) = build_many_models(1, steps=100, lanes=8).values()
    large = pm.analyze(pm.read_bpmn(model, name="large.bpmn"))
    (process,) = large.landscape.processes
    seconds = _best(lambda: pm.draw(process, report=large), rounds=2)
    yield Row("`draw`, 100 steps in 8 lanes, one sheet", seconds, 0.0, "≤ 2 s")


def _import_rows() -> Iterator[Row]:
    bare = min(_child_seconds("pass") for _ in range(5))
    loaded = min(_child_seconds("import procmap") for _ in range(5))
    yield Row("`import procmap` (an empty Python taken off)", loaded - bare, 0.0, "≤ 0.3 s")


def _child_seconds(code: str) -> float:
    asked = f"{code}; import time; print(time.process_time())"
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    return float(done.stdout)


def _measure_growth(folder: Path) -> float:
    whole = pm.read_bpmn(folder)
    half = pm.Landscape(documents=whole.documents[: len(whole.documents) // 2])
    first, second = _compare(lambda: pm.analyze(half), lambda: pm.analyze(whole), rounds=_ROUNDS)
    return second / first


def _measure_memory(large: Path) -> int:
    """In a process of its own, so that nothing measured before counts."""
    command = [sys.executable, str(_HERE / "run.py"), "--memory"]
    environment = {**os.environ, "PROCMAP_LARGE": str(large)}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return int(done.stdout)


def _peak_memory() -> int:
    try:
        import resource
    except ImportError:  # Windows has no such module
        return 0
    pm.analyze(pm.read_bpmn(os.environ["PROCMAP_LARGE"]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Bytes on macOS, kilobytes elsewhere.
    return peak // 2**20 if sys.platform == "darwin" else peak // 2**10


def _parse(files: list[Path]) -> None:
    for file in files:
        etree.parse(file)


def _compare(
    first: Callable[[], object], second: Callable[[], object], *, rounds: int
) -> tuple[float, float]:
    """The best times of two, taken in turns, so that a busy machine slows both."""
    best = [float("inf"), float("inf")]
    for _ in range(rounds):
        for index, work in enumerate((first, second)):
            best[index] = min(best[index], _best(work, rounds=1))
    return best[0], best[1]


def _best(work: Callable[[], object], *, rounds: int = _ROUNDS) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


if __name__ == "__main__":
    main()
