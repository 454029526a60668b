"""Reading files in several processes: the same result in the same order."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from procmap.bpmn.contents import read_bytes
from procmap.bpmn.inputs import Input
from procmap.bpmn.one_file import Options, Read, read_one
from procmap.bpmn.packing import pack, unpack
from procmap.bpmn.refusals import Refusal
from procmap.collector import collection_paused

__all__ = ["read_all"]

# Measured over 20 MB of real models: to send what was read takes two ninths of the time that
# reading it takes, in each process, and to receive it a sixth, in this one alone. While processes
# start, this one could read 29 MB. So two of them gain from 126 MB on, four from 54 MB.
_SENDING: Final = 0.22
_RECEIVING: Final = 0.16
_STARTING: Final = 29_000_000
_SHARES: Final = 8
_AHEAD: Final = 4_000_000


def read_all(
    items: Sequence[Input], options: Options, *, jobs: int = 1
) -> Iterator[Read | Refusal]:
    """Read files one after the other, or in several processes where there is enough to read.

    Args:
        items: the files.
        options: how to read them.
        jobs: how many processes; 1 reads in this one.
    """
    jobs = min(jobs, len(items))
    if jobs < 2 or not _is_worth_it(_measure(items), min(jobs, os.cpu_count() or 1)):
        for item in _open_ahead(items, options):
            yield item[1] if isinstance(item, tuple) else read_one(item, options)
        return
    share = max(1, len(items) // (jobs * _SHARES))
    # Forking a process with threads can lock up; notebooks and web servers have threads.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context)
    try:
        shares = (items[at : at + share] for at in range(0, len(items), share))
        sent = (_send(part, options) for part in shares)
        for packed in pool.map(partial(_read_packed, options=options), sent):
            yield from unpack(packed)
    finally:
        pool.shutdown(cancel_futures=True)


def _open_ahead(
    items: Sequence[Input], options: Options
) -> Iterator[Input | tuple[Input, Refusal]]:
    """The files with their bytes, some at a time.

    Bytes stay, and trees come and go: one after the other they would leave holes in memory that
    the next tree has to be fitted into.
    """
    ahead: list[Input | tuple[Input, Refusal]] = []
    length = 0
    for item in items:
        if not isinstance(item.content, Path) or item.aside:
            yield from ahead
            yield item
            ahead, length = [], 0
            continue
        data = read_bytes(item.content, options.max_bytes)
        if isinstance(data, Refusal):
            ahead.append((item, data))
            continue
        ahead.append(Input(item.name, data))
        length += len(data)
        if length > _AHEAD:
            yield from ahead
            ahead, length = [], 0
    yield from ahead


def _is_worth_it(length: int, jobs: int) -> bool:
    """Whether so many bytes are read sooner in so many processes."""
    saved = 1 - (1 + _SENDING) / jobs - _RECEIVING
    return length * saved > _STARTING


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
        return pack(read)
