"""Measures what is done with a landscape once it is read: analysing, drawing, importing."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generate import build_large_model, build_many_models
from rows import Row, compare, find_best, parse_files

import procmap as pm

__all__ = ["measure"]


def measure() -> Iterator[Row]:
    """Measure all there is to measure; without PROCMAP_CORPUS, only what is made up."""
    yield from _corpus_rows()
    with tempfile.TemporaryDirectory() as folder:
        yield from _many_rows(Path(folder))
    yield from _large_rows()
    yield from _map_rows()
    yield from _import_rows()


def _find_corpus() -> str:
    corpus = os.environ.get("PROCMAP_CORPUS", "")
    return corpus if corpus and Path(corpus).is_dir() else ""


def _corpus_rows() -> Iterator[Row]:
    corpus = _find_corpus()
    if not corpus:
        return
    landscape = pm.read_bpmn(corpus)
    files = [Path(corpus) / document.path for document in landscape.documents]
    parse, seconds = compare(lambda: parse_files(files), lambda: pm.analyze(landscape))
    yield Row(f"analyze the same ({len(landscape.processes):,} processes)", seconds, parse)


def _many_rows(folder: Path) -> Iterator[Row]:
    for name, content in build_many_models().items():
        (folder / name).write_bytes(content)
    whole = pm.read_bpmn(folder)
    half = pm.Landscape(documents=whole.documents[: len(whole.documents) // 2])
    first, second = compare(lambda: pm.analyze(half), lambda: pm.analyze(whole))
    note = f"{second / first:.1f} × the time of half as many (linear: 2.0 ×)"
    yield Row(f"analyze {len(whole.processes):,} processes", second, owed="≤ 5 s", note=note)


def _large_rows() -> Iterator[Row]:
    large = pm.read_bpmn(build_large_model(), name="large.bpmn")
    seconds = find_best(lambda: pm.analyze(large), rounds=2)
    yield Row("analyze 50,000 nodes in one process", seconds, owed="≤ 6 s")


def _map_rows() -> Iterator[Row]:
    corpus = _find_corpus()
    if corpus:
        report = pm.analyze(pm.read_bpmn(corpus))
        laned = [process for process in report.landscape.processes if process.lanes][::5]
        times = sorted(find_best(partial(pm.draw, p, report=report), rounds=1) for p in laned)
        label = f"draw {len(laned)} real processes with lanes, 95th percentile"
        yield Row(label, times[len(times) * 95 // 100], owed="≤ 0.5 s")
    (model,) = build_many_models(1, steps=100, lanes=8).values()
    large = pm.analyze(pm.read_bpmn(model, name="large.bpmn"))
    (process,) = large.landscape.processes
    seconds = find_best(lambda: pm.draw(process, report=large), rounds=2)
    yield Row("draw 100 steps in 8 lanes, one sheet", seconds, owed="≤ 2 s")


def _import_rows() -> Iterator[Row]:
    bare = min(_child_seconds("pass") for _ in range(5))
    loaded = min(_child_seconds("import procmap") for _ in range(5))
    yield Row("`import procmap` (an empty Python taken off)", loaded - bare, owed="≤ 0.3 s")


def _child_seconds(code: str) -> float:
    asked = f"{code}; import time; print(time.process_time())"
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    return float(done.stdout)
