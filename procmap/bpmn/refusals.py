"""Files that cannot be read: an error where one file was asked for, a diagnostic among many."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from procmap.bpmn.diagnostics import DIAGNOSTICS, build_diagnostic
from procmap.errors import ReadError, SyntaxReadError, UnresolvedReadError, UnsupportedReadError
from procmap.findings import Finding
from procmap.findings.places import SpelledPlace
from procmap.labels import Text, Words
from procmap.source import SourceLocation

__all__ = ["Refusal", "build_error", "build_finding_of"]

_ANY_BPMN: Final = Words("BPMN 2.0", "BPMN 2.0")
_ERRORS: Final[dict[str, tuple[type[ReadError], Words]]] = {
    "BPM101": (SyntaxReadError, Words("velformet XML", "well-formed XML")),
    "BPM102": (SyntaxReadError, Words("XML uten DOCTYPE", "XML without a DOCTYPE")),
    "BPM103": (
        UnsupportedReadError,
        Words(
            "bpmn:definitions fra BPMN 2.0 som rotelement",
            "bpmn:definitions of BPMN 2.0 as the root element",
        ),
    ),
    "BPM104": (SyntaxReadError, Words("en fil innenfor grensene", "a file within the limits")),
    "BPM105": (UnresolvedReadError, Words("en fil som kan leses", "a file that can be read")),
    "BPM109": (UnsupportedReadError, _ANY_BPMN),
    "BPM110": (UnsupportedReadError, _ANY_BPMN),
    "BPM111": (UnsupportedReadError, _ANY_BPMN),
    "BPM112": (UnsupportedReadError, _ANY_BPMN),
    "BPM113": (UnsupportedReadError, _ANY_BPMN),
    "BPM114": (UnsupportedReadError, _ANY_BPMN),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not read.

    Args:
        code: the diagnostic's code.
        line: the line, where it is certain.
        parameters: values for the diagnostic's texts.
    """

    code: str
    line: int | None = None
    parameters: dict[str, str | int | Text] = field(default_factory=dict)


def build_error(path: str, refusal: Refusal) -> ReadError:
    """Build the error to raise: where, what is wrong, what was expected, what to do."""
    kind, expected = _ERRORS[refusal.code]
    entry = DIAGNOSTICS[refusal.code]
    problem = Words(entry.nb.message.removesuffix("."), entry.en.message.removesuffix("."))
    return kind(
        problem.fill(**refusal.parameters),
        where=SpelledPlace(SourceLocation(path, line=refusal.line)),
        expected=expected,
        remedy=Words(entry.nb.question, entry.en.question),
    )


def build_finding_of(path: str, refusal: Refusal) -> Finding:
    """Build the diagnostic for a file that others are read in spite of."""
    return build_diagnostic(
        refusal.code,
        SourceLocation(path, line=refusal.line),
        parameters=refusal.parameters,
    )
