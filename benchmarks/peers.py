"""Reads the same files with other tools, and says how long they take and what they lose.

`make bench-peers` installs them for that alone; none is ever imported by procmap. Each file is
parsed by lxml and read by the other tool in turns, and the best of a few rounds counts.
"""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from generate import build_large_model
from rows import compare, parse_files

import procmap as pm

__all__ = ["HEAD", "PeerRow", "measure"]

_EVERY: Final = 4

HEAD: Final = (
    "| Reader | Files read | Flow nodes kept | Lanes kept | Against the parse of those | "
    "procmap, those files | 50,000 nodes |\n|---|---|---|---|---|---|---|"
)
_ROUNDS: Final = 2
_PATIENCE: Final = 20
_GREAT_PATIENCE: Final = 300
_LARGE: Final = 50_000
_SMALLER: Final = 1_000


Counts: TypeAlias = tuple[Callable[[], int], Callable[[], int]]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a tool made of one file.

    Args:
        seconds: the processor time it took.
        nodes: how many flow nodes it has then.
        lanes: how many lanes.
    """

    seconds: float
    nodes: int
    lanes: int


@dataclass(frozen=True, slots=True)
class PeerRow:
    """One line of the table.

    Args:
        name: the tool.
        read: how many files it read.
        files: how many there were.
        nodes: share of the flow nodes of those files that it has.
        lanes: share of the lanes.
        ratio: its time, in parses of those files.
        own: the time of procmap over those files, in parses of them.
        large: seconds for the large file; ``None`` where it was refused.
    """

    name: str
    read: int
    files: int
    nodes: float
    lanes: float
    ratio: float
    own: float
    large: float | None

    def __str__(self) -> str:
        large = "refused" if self.large is None else f"{self.large:.1f} s"
        return (
            f"| {self.name} | {self.read:,} of {self.files:,} | {self.nodes:.0%} | "
            f"{self.lanes:.0%} | {self.ratio:.1f} × | {self.own:.1f} × | {large} |"
        )


def measure(files: list[Path]) -> Iterator[PeerRow]:
    """Measure every tool that is installed.

    Args:
        files: the files, all of which procmap reads; every fourth is taken, since one tool takes
            its time.
    """
    files = files[::_EVERY]
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.bpmn"
        large.write_bytes(build_large_model(_LARGE))
        smaller = Path(folder) / "smaller.bpmn"
        smaller.write_bytes(build_large_model(_SMALLER))
        own = [_read_with(_read_own, file) for file in files]
        for name, module, read in _PEERS:
            if importlib.util.find_spec(module) is not None:
                found = [_read_with(read, file) for file in files]
                # Who cannot take the smaller one would not come to an end with the larger.
                fits = _read_with(read, smaller) is not None
                at_once = _read_with(read, large, patience=_GREAT_PATIENCE) if fits else None
                yield _build_row(name, files, found, own, at_once)
        moddle = _read_with_moddle([*files, large])
        if moddle:
            yield _build_row("bpmn-moddle (Node)", files, moddle[:-1], own, moddle[-1])


def _build_row(
    name: str,
    files: list[Path],
    found: list[_Reading | None],
    own: list[_Reading | None],
    large: _Reading | None,
) -> PeerRow:
    both = [
        (file, theirs, ours)
        for file, theirs, ours in zip(files, found, own, strict=True)
        if theirs is not None and ours is not None
    ]
    taken = [file for file, _, _ in both]
    parsed, read = compare(lambda: parse_files(taken), lambda: pm.read_bpmn(taken))
    return PeerRow(
        name,
        read=len(both),
        files=len(found),
        nodes=sum(t.nodes for _, t, _ in both) / max(1, sum(o.nodes for _, _, o in both)),
        lanes=sum(t.lanes for _, t, _ in both) / max(1, sum(o.lanes for _, _, o in both)),
        ratio=sum(t.seconds for _, t, _ in both) / parsed,
        own=read / parsed,
        large=None if large is None else large.seconds,
    )


def _read_with(
    read: Callable[[Path], Counts], file: Path, *, patience: float = _PATIENCE
) -> _Reading | None:
    seconds = float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        try:
            with _stop_after(patience):
                count_nodes, count_lanes = read(file)
                seconds = min(seconds, time.process_time() - start)
                found = count_nodes(), count_lanes()
        except Exception:  # noqa: BLE001 - a peer may refuse a file in any way
            return None
    return _Reading(seconds, *found)


@contextmanager
def _stop_after(seconds: float) -> Iterator[None]:
    """Give up after a while, where the system can tell."""
    alarm = getattr(signal, "setitimer", None)
    if alarm is None:
        yield
        return

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    alarm(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        alarm(signal.ITIMER_REAL, 0)


def _read_own(file: Path) -> Counts:
    landscape = pm.read_bpmn(file)
    return (
        lambda: sum(len(process.nodes) for process in landscape.processes),
        lambda: sum(len(process.lanes) for process in landscape.processes),
    )


def _read_with_pm4py(file: Path) -> Counts:
    import pm4py  # type: ignore[import-not-found,import-untyped,unused-ignore]

    graph = pm4py.read_bpmn(str(file))
    # Pools and notes are nodes to it; lanes are nowhere.
    others = {"Collaboration", "Participant", "TextAnnotation"}
    return (
        lambda: sum(type(node).__name__ not in others for node in graph.get_nodes()),
        lambda: sum("Lane" in type(node).__name__ for node in graph.get_nodes()),
    )


def _read_with_spiff(file: Path) -> Counts:
    from SpiffWorkflow.bpmn.parser import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
        BpmnParser,
    )

    parser = BpmnParser()
    parser.add_bpmn_file(str(file))
    specs = parser.find_all_specs().values()

    def count_lanes() -> int:
        # A name on each node: two lanes of one name are one, and empty ones are none.
        return sum(
            len({task.lane for task in spec.task_specs.values() if getattr(task, "lane", None)})
            for spec in specs
        )

    def count_nodes() -> int:
        return sum(
            getattr(task, "bpmn_id", None) is not None
            for spec in specs
            for task in spec.task_specs.values()
        )

    return count_nodes, count_lanes


_PEERS: Final = (
    ("pm4py", "pm4py", _read_with_pm4py),
    ("SpiffWorkflow", "SpiffWorkflow", _read_with_spiff),
)

_MODDLE: Final = """
const { BpmnModdle } = await import('bpmn-moddle');
const { readFileSync } = await import('node:fs');
const moddle = new BpmnModdle();
function count(root) {
  const seen = new Set(), stack = [root];
  let nodes = 0, lanes = 0;
  while (stack.length) {
    const at = stack.pop();
    if (!at || typeof at !== 'object' || seen.has(at)) continue;
    seen.add(at);
    if (Array.isArray(at)) { for (const each of at) stack.push(each); continue; }
    if (!at.$type) continue;
    if (at.$instanceOf && at.$instanceOf('bpmn:FlowNode')) nodes++;
    if (at.$type === 'bpmn:Lane') lanes++;
    for (const key of ['rootElements', 'flowElements', 'laneSets', 'lanes', 'childLaneSet'])
      if (at[key]) stack.push(at[key]);
  }
  return [nodes, lanes];
}
for (const file of readFileSync(0, 'utf8').split('\\n')) {
  let best = null;
  try {
    const text = readFileSync(file, 'utf8');
    let result, seconds = Infinity;
    for (let round = 0; round < 2; round++) {
      const start = process.cpuUsage();
      result = await moddle.fromXML(text);
      const used = process.cpuUsage(start);
      seconds = Math.min(seconds, (used.user + used.system) / 1e6);
    }
    best = [seconds, ...count(result.rootElement)];
  } catch (error) {}
  console.log(JSON.stringify(best));
}
"""


def _read_with_moddle(files: list[Path]) -> list[_Reading | None]:
    """bpmn-moddle, where `node` finds it from PROCMAP_NODE (a folder with node_modules)."""
    folder = os.environ.get("PROCMAP_NODE", "")
    if not folder:
        return []
    command = ["node", "--input-type=module", "-e", _MODDLE]
    asked = "\n".join(map(str, files))
    try:
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, input=asked, cwd=folder
        )
    except (OSError, subprocess.CalledProcessError):
        return []
    said: list[Any] = [json.loads(line) for line in done.stdout.splitlines()]
    return [None if each is None else _Reading(*each) for each in said]
