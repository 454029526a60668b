"""Measures drawn maps beside their files' own drawings, and prints a table: `make bench-maps`.

Everything is read back from the SVG through its contract, by the same code that tests measure
with, so that the layout cannot praise itself. Files that hold a drawing of their own are drawn
with ``layout="source"`` and measured in the same way. PROCMAP_CORPUS names a folder of real files;
without it the sample municipality is measured.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import procmap as pm  # noqa: E402 - found beside this folder
from procmap.errors import RenderError  # noqa: E402 - likewise
from tests.maps.builders import draw as draw_case  # noqa: E402 - likewise
from tests.maps.fonts import FONTS  # noqa: E402 - likewise
from tests.maps.measuring import Measures, measure  # noqa: E402 - likewise
from tests.maps.sheets.examples import long_case  # noqa: E402 - likewise

SAMPLE = 5


@dataclass
class Tally:
    """What was measured of many maps."""

    measures: list[Measures] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def add(self, name: str, draw: Callable[[], pm.Picture], document: pm.Document) -> None:
        """Draw a map and measure it."""
        start = time.process_time()
        try:
            svg = draw().svg
        except RenderError:
            raise
        except Exception as error:  # noqa: BLE001 - what fails is counted, whatever it is
            self.failed.append(f"{name}: {error!r}")
            return
        self.seconds.append(time.process_time() - start)
        self.measures.append(measure(svg, document))
        self.names.append(name)

    def sum(self, name: str) -> int:
        """One measure over all maps."""
        return sum(getattr(each, name) for each in self.measures)

    def share(self, part: float, whole: str) -> str:
        """A part of all labels, or words, in per cent."""
        return f"{100 * part / max(1, self.sum(whole)):.2f} %"

    def percentile(self, percent: int) -> float:
        """Seconds that so many of a hundred maps take at most."""
        return sorted(self.seconds)[len(self.seconds) * percent // 100]


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="every file, not every fifth")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="every so many files")
    parser.add_argument("--worst", type=int, default=0, help="list so many of the worst maps")
    asked = parser.parse_args()
    corpus = os.environ.get("PROCMAP_CORPUS", "")
    folder = corpus or str(ROOT / "bpmn_samples")
    report = pm.analyze(pm.read_bpmn(folder))
    laned = [d for d in report.landscape.documents if any(p.lanes for p in d.processes)]
    laned = laned[:: 1 if asked.all or not corpus else asked.sample]
    ours, theirs = Tally(), Tally()
    for document in laned:
        ours.add(document.path, partial(draw, document, report), document)
        # A file without a drawing of its own has nothing to be held against.
        with contextlib.suppress(RenderError):
            theirs.add(document.path, partial(draw, document, report, layout="source"), document)
    print("\n".join(write_table(ours, theirs)))
    for line in (*ours.failed, *theirs.failed):
        print(line)
    for measures, name in rank(ours)[: asked.worst]:
        print(name, measures.crossings, measures.label_clashes, measures.where[:6])


def draw(
    document: pm.Document, report: pm.Report, *, layout: Literal["grid", "source"] = "grid"
) -> pm.Picture:
    """One map."""
    return pm.draw(document, report=report, layout=layout)


def rank(tally: Tally) -> list[tuple[Measures, str]]:
    """The worst maps first."""
    pairs = zip(tally.measures, tally.names, strict=True)
    return sorted(
        pairs, key=lambda pair: (-pair[0].faults, -pair[0].label_clashes, -pair[0].crossings)
    )


def write_table(ours: Tally, theirs: Tally) -> Iterable[str]:
    """The table in Markdown."""

    def row(what: str, value: Callable[[Tally], str], owed: str = "–") -> str:
        return f"| {what} | {value(ours)} | {value(theirs)} | {owed} |"

    def count(name: str) -> Callable[[Tally], str]:
        return lambda tally: f"{tally.sum(name):,}"

    def mean(name: str) -> Callable[[Tally], str]:
        return lambda tally: f"{tally.sum(name) / max(1, len(tally.measures)):.2f}"

    yield "| | procmap | the files' own drawing | owed |"
    yield "|---|---|---|---|"
    yield row("maps", lambda tally: f"{len(tally.measures):,}")
    yield row("exceptions", lambda tally: str(len(tally.failed)), "0")
    yield row("steps, events and gateways", count("nodes"))
    yield row("arrows and lines", count("flows"))
    yield row("nodes that overlap", count("overlaps"), "0")
    yield row("arrows through nodes", count("through_nodes"), "0")
    yield row("nodes outside their lane", count("outside_lane"), "0")
    yield row("nodes not drawn", count("nodes_missing"), "0")
    yield row("arrows not drawn", count("flows_missing"), "0")
    yield row("arrows that end in the open", count("loose_ends"), "0")
    yield row("arrows along one another", count("shared_tracks"))
    yield row("crossings of arrows, a map", mean("crossings"), "≤ 1.8")
    yield row("crossings with lines of data and notes, a map", mean("crossings_beside"))
    yield row(
        "bends, an arrow or line",
        lambda tally: f"{tally.sum('bends') / max(1, tally.sum('flows')):.2f}",
    )
    yield row(
        "labels on something",
        lambda tally: tally.share(tally.sum("label_clashes"), "labels"),
        "≤ 0.5 %",
    )
    yield row("numbers on something", count("numbers_covered"), "0")
    for font in FONTS:
        yield row(
            f"words wider than their box in {font}",
            lambda tally, font=font: tally.share(counted_outside(tally)[font], "words"),
        )
    drawn, cut = time_sheets()
    yield f"| a hundred steps in eight lanes, and their A3 sheets | {drawn + cut:.2f} s | | ≤ 2 s |"
    yield f"| … their sheets, in times of the drawing | {cut / drawn:.1f} × | | – |"
    yield (
        f"| time, median and 95th percentile | {ours.percentile(50):.2f} s, "
        f"{ours.percentile(95):.2f} s | | ≤ 0.5 s |"
    )


def time_sheets() -> tuple[float, float]:
    """Seconds that a long map takes, and that cutting it takes."""
    subject = long_case(steps=100, lanes=8, seed=2)
    start = time.process_time()
    picture = draw_case(subject)
    between = time.process_time()
    picture.sheets("A3")
    return between - start, time.process_time() - between


def counted_outside(tally: Tally) -> Counter[str]:
    """Lines of words outside their box, by font."""
    total: Counter[str] = Counter()
    for measures in tally.measures:
        total.update(measures.words_outside)
    return total


if __name__ == "__main__":
    main()
