"""Files that cannot be read: an error where one file was asked for, a diagnostic among many."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from procmap.bpmn.diagnostics import DIAGNOSTICS, build_diagnostic
from procmap.errors import ReadError, SyntaxReadError, UnresolvedReadError, UnsupportedReadError
from procmap.findings import Finding
from procmap.source import SourceLocation

__all__ = ["Refusal", "build_error", "build_finding_of"]

_ERRORS: Final[dict[str, tuple[type[ReadError], str]]] = {
    "BPM101": (SyntaxReadError, "well-formed XML"),
    "BPM102": (SyntaxReadError, "XML without a DOCTYPE"),
    "BPM103": (UnsupportedReadError, "bpmn:definitions of BPMN 2.0 as the root element"),
    "BPM104": (SyntaxReadError, "a file within the limits"),
    "BPM105": (UnresolvedReadError, "a file that can be read"),
    "BPM109": (UnsupportedReadError, "BPMN 2.0"),
    "BPM110": (UnsupportedReadError, "BPMN 2.0"),
    "BPM111": (UnsupportedReadError, "BPMN 2.0"),
    "BPM112": (UnsupportedReadError, "BPMN 2.0"),
    "BPM113": (UnsupportedReadError, "BPMN 2.0"),
    "BPM114": (UnsupportedReadError, "BPMN 2.0"),
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
    parameters: dict[str, str | int] = field(default_factory=dict)


def build_error(path: str, refusal: Refusal) -> ReadError:
    """Build the error to raise: where, what is wrong, what was expected, what to do."""
    kind, expected = _ERRORS[refusal.code]
    texts = DIAGNOSTICS[refusal.code].en
    place = SourceLocation(path, line=refusal.line)
    problem = texts.message.format_map(refusal.parameters).removesuffix(".")
    return kind(problem, where=str(place), expected=expected, remedy=texts.question)


def build_finding_of(path: str, refusal: Refusal) -> Finding:
    """Build the diagnostic for a file that others are read in spite of."""
    return build_diagnostic(
        refusal.code,
        SourceLocation(path, line=refusal.line),
        parameters=refusal.parameters,
    )
