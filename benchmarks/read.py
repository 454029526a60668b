"""Measures reading, as ratios to `lxml.etree.parse` of the same files in the same run.

`python benchmarks/read.py` prints the rows; `run.py` may ask for them with `measure()`. Times are
processor time of one process. Peers are compared where they are installed, and never required:
`make bench-peers` installs them.
"""

from __future__ import annotations

import importlib.util
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generate import build_large_model
from rows import HEAD, Row, compare, find_best, parse_files

import procmap as pm

__all__ = ["measure"]

_SIZES: Final = (100, 1_000, 10_000, 100_000)
_LARGE: Final = 50_000
_PEER_FILES: Final = 100


def measure() -> list[Row]:
    """Measure all there is to measure; without PROCMAP_CORPUS, only what is made up."""
    return [*_corpus_rows(), *_size_rows(), *_peer_rows()]


def _corpus_rows() -> Iterator[Row]:
    files = _find_corpus()
    if not files:
        return
    folder = os.environ["PROCMAP_CORPUS"]
    parse, read = compare(lambda: parse_files(files), lambda: pm.read_bpmn(folder))
    yield Row(f"read {len(files):,} real files", read, parse, "≤ 3 ×")
    landscape = pm.read_bpmn(folder)
    # Once, since they are kept: a second look costs nothing.
    drawn = find_best(lambda: _look_at_drawings(landscape), rounds=1)
    yield Row("see all their drawings, which are built when asked for", drawn, parse)


def _look_at_drawings(landscape: pm.Landscape) -> int:
    return sum(len(page.shapes) for each in landscape.documents for page in each.diagrams)


def _find_corpus() -> list[Path]:
    folder = os.environ.get("PROCMAP_CORPUS", "")
    if not folder or not Path(folder).is_dir():
        return []
    return [Path(folder) / document.path for document in pm.read_bpmn(folder).documents]


def _size_rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        times: list[float] = []
        for nodes in _SIZES:
            file = Path(folder) / f"{nodes}.bpmn"
            file.write_bytes(build_large_model(nodes))
            parse, read = compare(lambda: parse_files([file]), lambda: pm.read_bpmn(file))  # noqa: B023
            times.append(read)
            yield Row(f"read {nodes:,} nodes in one file", read, parse)
        exponent = _fit([math.log(size) for size in _SIZES], [math.log(each) for each in times])
        note = f"time grows with size to the power {exponent:.2f}"
        yield Row(f"{_SIZES[0]:,} to {_SIZES[-1]:,} nodes", sum(times), 0.0, "linear", note)
        file = Path(folder) / "large.bpmn"
        file.write_bytes(build_large_model(_LARGE))
        parse, read = compare(lambda: parse_files([file]), lambda: pm.read_bpmn(file))
        note = f"{file.stat().st_size / 1e6:.0f} MB of XML, peak memory {_peak_memory(file):,} MiB"
        yield Row(f"read {_LARGE:,} nodes in one file", read, parse, "≤ 4 s, < 1 GiB", note)


def _fit(xs: list[float], ys: list[float]) -> float:
    """The slope of the straight line nearest to these points."""
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum(
        (a - x) ** 2 for a in xs
    )


_PEAK: Final = """
import sys, pathlib, procmap
kept = procmap.read_bpmn(sys.argv[1])
status = pathlib.Path("/proc/self/status")
if status.exists():
    # Not by getrusage: on Linux a child begins with its parent's peak.
    lines = status.read_text().splitlines()
    print(next(line.split()[1] for line in lines if line.startswith("VmHWM:")))
else:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak // 1024 if sys.platform == "darwin" else peak)
"""


def _peak_memory(file: Path) -> int:
    """In MiB, in a process of its own, so that nothing measured before counts; 0 for unknown."""
    if importlib.util.find_spec("resource") is None:  # Windows has no such module
        return 0
    command = [sys.executable, "-c", _PEAK, str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout) // 1024


def _peer_rows() -> Iterator[Row]:
    files = _find_corpus()[:_PEER_FILES]
    if not files:
        return
    for name, module, read in (
        ("pm4py", "pm4py", _read_with_pm4py),
        ("SpiffWorkflow", "SpiffWorkflow", _read_with_spiff),
    ):
        if importlib.util.find_spec(module) is None:
            continue
        taken: list[Path] = []
        seconds = 0.0
        for file in files:
            start = time.process_time()
            try:
                read(file)
            except Exception:  # noqa: BLE001 - a peer may refuse a file in any way
                continue
            seconds += time.process_time() - start
            taken.append(file)
        if taken:
            parse, own = compare(lambda: parse_files(taken), lambda: pm.read_bpmn(taken))  # noqa: B023
            note = f"{len(taken)} of {len(files)} files; procmap, the same: {own / parse:.1f} ×"
            yield Row(f"{name}", seconds, parse, note=note)
    yield from _moddle_rows(files)


def _read_with_pm4py(file: Path) -> object:
    import pm4py  # type: ignore[import-not-found,unused-ignore]

    return pm4py.read_bpmn(str(file))


def _read_with_spiff(file: Path) -> object:
    from SpiffWorkflow.bpmn.parser import (  # type: ignore[import-not-found,unused-ignore]
        BpmnParser,
    )

    parser = BpmnParser()
    parser.add_bpmn_file(str(file))
    return parser.find_all_specs()


_MODDLE: Final = """
const { BpmnModdle } = await import('bpmn-moddle');
const { readFileSync } = await import('node:fs');
const files = readFileSync(0, 'utf8').split('\\n');
const texts = files.map(file => readFileSync(file, 'utf8'));
const moddle = new BpmnModdle();
let done = 0;
const start = process.cpuUsage();
for (const text of texts) { try { await moddle.fromXML(text); done++; } catch (error) {} }
const used = process.cpuUsage(start);
console.log(done, (used.user + used.system) / 1e6);
"""


def _moddle_rows(files: list[Path]) -> Iterator[Row]:
    """bpmn-moddle, where `node` finds it from PROCMAP_NODE (a folder with node_modules)."""
    folder = os.environ.get("PROCMAP_NODE", "")
    if not folder:
        return
    command = ["node", "--input-type=module", "-e", _MODDLE]
    asked = "\n".join(map(str, files))
    try:
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, input=asked, cwd=folder
        )
    except (OSError, subprocess.CalledProcessError):
        return
    count, seconds = done.stdout.split()
    parse, own = compare(lambda: parse_files(files), lambda: pm.read_bpmn(files))
    note = f"{count} of {len(files)} files; procmap, the same: {own / parse:.1f} ×"
    yield Row("bpmn-moddle (Node)", float(seconds), parse, note=note)


def main() -> None:
    """Measure, and print the table."""
    print(HEAD)
    for row in measure():
        print(row)


if __name__ == "__main__":
    main()
