"""Reading files in several processes: the same result in the same order."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from procmap.bpmn.contents import read_bytes
from procmap.bpmn.inputs import Input
from procmap.bpmn.one_file import Options, Read, read_one
from procmap.bpmn.pause import collection_paused
from procmap.bpmn.refusals import Refusal

__all__ = ["read_all"]

# Processes take a second to start, and what they read has to come back: measured on two cores, a
# sixth of the time that reading it takes. Below this there is nothing to gain.
_WORTH_IT: Final = 40_000_000
_SHARES: Final = 8


def read_all(
    items: Sequence[Input], options: Options, *, jobs: int = 1
) -> Iterator[Read | Refusal]:
    """Read files one after the other, or in several processes where there is enough to read.

    Args:
        items: the files.
        options: how to read them.
        jobs: how many processes; 1 reads in this one.
    """
    if jobs < 2 or len(items) < 2 or _measure(items) < _WORTH_IT:
        yield from (read_one(item, options) for item in items)
        return
    share = max(1, len(items) // (jobs * _SHARES))
    # Forking a process with threads can lock up; notebooks and web servers have threads.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(min(jobs, len(items)), mp_context=context)
    try:
        shares = (items[at : at + share] for at in range(0, len(items), share))
        sent = (_send(part, options) for part in shares)
        for packed in pool.map(partial(_read_packed, options=options), sent):
            yield from pickle.loads(packed)  # noqa: S301  # made by our own process
    finally:
        pool.shutdown(cancel_futures=True)


def _measure(items: Sequence[Input]) -> int:
    total = 0
    for item in items:
        if isinstance(item.content, Path):
            try:
                total += item.content.stat().st_size
            except OSError:
                continue
        elif isinstance(item.content, bytes):
            total += len(item.content)
    return total


def _send(items: Sequence[Input], options: Options) -> list[Input | tuple[Input, Refusal]]:
    """The files as another process can have them: open files and archives cannot be sent."""
    found: list[Input | tuple[Input, Refusal]] = []
    for item in items:
        if isinstance(item.content, (Path, bytes)):
            found.append(item)
            continue
        data = read_bytes(item.content, options.max_bytes)
        if isinstance(data, Refusal):
            found.append((replace(item, content=b""), data))
        else:
            found.append(replace(item, content=data))
    return found


def _read_packed(items: Sequence[Input | tuple[Input, Refusal]], options: Options) -> bytes:
    with collection_paused():
        read = [each[1] if isinstance(each, tuple) else read_one(each, options) for each in items]
        return pickle.dumps(read, pickle.HIGHEST_PROTOCOL)
