"""Measures reading, as ratios to `lxml.etree.parse` of the same files in the same run.

`python benchmarks/read.py` prints the rows; `run.py` may ask for them with `measure()`. Times are
processor time of one process. `make bench-peers` prints what `peers.py` finds as well.
"""

from __future__ import annotations

import importlib.util
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import peers
from generate import build_large_model
from rows import HEAD, Row, compare, find_best, parse_files

import procmap as pm

__all__ = ["measure"]

_SIZES: Final = (100, 1_000, 10_000, 100_000)
_LARGE: Final = 50_000
_ROUNDS: Final = 6
_SHARES: Final = 20


def measure() -> list[Row]:
    """Measure all there is to measure; without PROCMAP_CORPUS, only what is made up."""
    return [*_corpus_rows(), *_size_rows()]


def _corpus_rows() -> Iterator[Row]:
    files = _find_corpus()
    if not files:
        return
    with tempfile.TemporaryDirectory() as folder:
        parse, read = _compare_shares(_share_out(files, Path(folder)))
    yield Row(f"read {len(files):,} real files", read, parse, "≤ 3 ×")
    landscape = pm.read_bpmn(os.environ["PROCMAP_CORPUS"])
    # Once, since they are kept: a second look costs nothing.
    drawn = find_best(lambda: _look_at_drawings(landscape), rounds=1)
    yield Row("see all their drawings, which are built when asked for", drawn, parse)


def _share_out(files: list[Path], folder: Path) -> list[list[Path]]:
    """The same files in several folders, as they come."""
    shares: list[list[Path]] = []
    for number in range(_SHARES):
        share = folder / str(number)
        share.mkdir()
        shares.append([share / f"{at}.bpmn" for at in range(number, len(files), _SHARES)])
        for file, copy in zip(files[number::_SHARES], shares[-1], strict=True):
            copy.write_bytes(file.read_bytes())
    return [share for share in shares if share]


def _compare_shares(shares: list[list[Path]]) -> tuple[float, float]:
    """The best times of parsing and reading each folder, added up.

    Of long work a busy machine always slows some part, of short work not every time: held against
    one another whole, the shorter of two would win by that alone.
    """
    best = [[math.inf, math.inf] for _ in shares]
    for _ in range(_ROUNDS):
        for share, least in zip(shares, best, strict=True):
            times = compare(
                partial(parse_files, share), partial(pm.read_bpmn, share[0].parent), rounds=1
            )
            least[:] = map(min, least, times)
    return sum(parse for parse, _ in best), sum(read for _, read in best)


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


def main() -> None:
    """Measure, and print the table."""
    print(HEAD)
    for row in measure():
        print(row, flush=True)
    files = _find_corpus()
    for number, peer in enumerate(peers.measure(files) if files else ()):
        print(f"\n{peers.HEAD}\n{peer}" if number == 0 else peer, flush=True)


if __name__ == "__main__":
    main()
