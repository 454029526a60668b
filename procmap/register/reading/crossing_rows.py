"""The tables about what is drawn between steps: hand-offs, and the ways out of gateways."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from procmap.register.log import Log
from procmap.register.reading.cells import read_fact, read_name_fact, read_path, read_word_fact
from procmap.register.reading.named_cells import (
    read_drawn_name,
    read_holder_fact,
    read_process_name,
)
from procmap.register.reading.rows import Row
from procmap.register.words import CHANNELS
from procmap.register.work_content import HandoffRow, ProbabilityRow
from procmap.register.written import Name

__all__ = ["read_handoff", "read_probability"]

_SHARE: Final = re.compile(r"(\d{1,20}(?:[.,]\d{1,40})?)(?:e(-\d{1,3}))? ?(%|prosent|percent)?")


def read_handoff(row: Row, log: Log) -> HandoffRow | None:
    """Read a row of the table of hand-offs; ``None`` where nothing is said about one."""
    coordinator = read_holder_fact(row, "coordinator", log)
    routine = read_name_fact(row, "routine", log)
    channel = read_word_fact(row, "channel", log, CHANNELS)
    if not (coordinator.is_recorded or routine.is_recorded or channel.is_recorded):
        return None
    process = read_process_name(row, log)
    source, target = read_drawn_name(row, "from", log), read_drawn_name(row, "to", log)
    for key, step in (("from", source), ("to", target)):
        if step is None:
            log.problem("blank", row.place(key))
    if process is None or source is None or target is None:
        return None
    return HandoffRow(process, source, target, coordinator, routine, channel)


def read_probability(row: Row, log: Log) -> ProbabilityRow | None:
    """Read a row of the table of ways out of gateways; ``None`` where no share is given."""
    share = read_fact(row, "probability", log, lambda written: _read_share(written, log))
    if not share.is_recorded:
        return None
    process, flow = read_process_name(row, log), read_path(row, "flow", log)
    if flow is None:
        log.problem("blank", row.place("flow"))
    if process is None or flow is None:
        return None
    return ProbabilityRow(process, flow, share)


def _read_share(written: Name, log: Log) -> float | None:
    """A share of one, written as such or in percent."""
    matched = _SHARE.fullmatch(written.text.replace("\u00a0", " ").casefold())
    if matched is not None:
        digits, exponent, percent = matched.groups()
        number = Decimal(f"{digits.replace(',', '.')}e{exponent or 0}")
        share = number / 100 if percent else number
        if share <= 1:
            return float(share)
    log.problem("bad-share", written.place, word=written.text)
    return None
