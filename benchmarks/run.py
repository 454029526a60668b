"""Measures procmap, as ratios in one run, and prints a table in Markdown: `make bench`.

Times of one machine say little about another; a ratio to `lxml.etree.parse` of the same files,
taken in the same run, says more. Times are processor time of one process. PROCMAP_CORPUS names a
folder of real files; without it what needs them is left out.
"""

from __future__ import annotations

import os
import sys
from itertools import chain

import figures
import read
import register
import work
from lxml import etree
from rows import HEAD


def main() -> None:
    """Measure, and print the table."""
    print(f"Python {sys.version.split()[0]}, lxml {etree.__version__}, {os.cpu_count()} cores.\n")
    print(HEAD)
    for row in chain(read.measure(), work.measure(), register.measure(), figures.measure()):
        print(row, flush=True)


if __name__ == "__main__":
    main()
