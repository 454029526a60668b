"""One diagnostic of the reader: a finding about a file, not about a process."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.findings import FindingText, Severity

__all__ = ["Diagnostic"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One code of the reader.

    Args:
        code: ``BPM1..`` for files, ``BPM2..`` for elements, ``BPM3..`` between files, ``BPM4..``
            for what is kept but not understood, ``BPM5..`` for how well a model is made.
        name: its name.
        severity: how soon it should be clarified.
        nb: message and what to do, in Norwegian.
        en: the same in English.
    """

    code: str
    name: str
    severity: Severity
    nb: FindingText
    en: FindingText
