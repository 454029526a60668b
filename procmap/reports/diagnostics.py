"""All diagnostics there are, of files and of the register, with what to do about each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from procmap.findings import FindingText, Severity
from procmap.labels import Words

__all__ = ["DiagnosticPage", "find_diagnostics"]

_REGISTER_FAMILY: Final = Words("Registeret", "The register")
_REGISTER_REASON: Final = Words(
    "Registeret fylles inn av mennesker. procmap sier hvor noe kan være lest annerledes enn det "
    "var ment, med tabell, linje og kolonne.",
    "The register is filled in by people. procmap says where something may have been read in "
    "another way than it was meant, with table, line and column.",
)
_REGISTER_REMEDY: Final = Words(
    "Se på stedet i registeret som meldingen viser til, og rett det om det ikke var slik ment.",
    "Look at the place in the register that the message points at, and mend it if it was meant "
    "otherwise.",
)


@dataclass(frozen=True, slots=True)
class DiagnosticPage:
    """One diagnostic, with all that its page says.

    Args:
        code: such as ``"BPM104"``.
        name: its name.
        severity: how soon to look at it.
        family: what the diagnostics with this beginning of the code are about.
        message: what it says, as a template.
        reason: why it is said.
        remedy: what to do.
    """

    code: str
    name: str
    severity: Severity
    family: Words
    message: Words
    reason: Words
    remedy: Words


def find_diagnostics() -> Iterator[DiagnosticPage]:
    """The diagnostics of files by code, then those of the register.

    Examples:
        >>> next(find_diagnostics()).code
        'BPM101'
    """
    from procmap.bpmn.diagnostic_reasons import FAMILIES, REASONS
    from procmap.bpmn.diagnostics import DIAGNOSTICS
    from procmap.register.diagnostics import DIAGNOSTICS as OF_THE_REGISTER

    for code, kind in DIAGNOSTICS.items():
        family = code[:4]
        yield DiagnosticPage(
            code,
            kind.name,
            kind.severity,
            FAMILIES[family],
            Words(kind.nb.message, kind.en.message),
            REASONS.get(code, REASONS[family]),
            Words(kind.nb.question, kind.en.question),
        )
    for code, entry in sorted(OF_THE_REGISTER.items()):
        nb, en = _split(entry.nb), _split(entry.en)
        asked = Words(nb.question, en.question)
        yield DiagnosticPage(
            code,
            entry.name,
            entry.severity,
            _REGISTER_FAMILY,
            Words(nb.message, en.message),
            _REGISTER_REASON,
            asked if asked.en else _REGISTER_REMEDY,
        )


def _split(text: FindingText | str) -> FindingText:
    return FindingText(text) if isinstance(text, str) else text
