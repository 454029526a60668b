"""The same map on every run, whatever the hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import hashlib, sys
from procmap.bpmn import read_bpmn
from procmap.graph import analyze_landscape
from procmap.maps import draw_swimlane
landscape = read_bpmn(sys.argv[1])
analysis = analyze_landscape(landscape)
choices = [{}, {"view": "handoffs"}, {"lanes": "role"}, {"direction": "down"}, {"layout": "source"}]
for process in landscape.processes:
    for choice in choices if process.nodes else []:
        svg = draw_swimlane(process, analysis=analysis, **choice).svg
        print(process.label, choice, hashlib.sha256(svg.encode()).hexdigest())
"""


def test_maps_are_byte_identical_over_hash_seeds(samples_dir: Path) -> None:
    def run(hash_seed: str) -> str:
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own script
            [sys.executable, "-c", SCRIPT, str(samples_dir / "byggesak.bpmn")],
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    first = run("1")
    assert first
    assert first == run("12345")
