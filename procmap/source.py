"""Where things come from: the place of an element, and how to point at one."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ElementRef", "SourceLocation"]


@dataclass(frozen=True, slots=True, order=True)
class ElementRef:
    """Points at one BPMN element: the document it stands in, and its id there.

    Args:
        document: the document's relative POSIX path (NFC), such as ``"plan/byggesak.bpmn"``.
        id: the BPMN id, or the stable id procmap made up where the file has none.

    Examples:
        >>> str(ElementRef("byggesak.bpmn", "Process_1"))
        'byggesak.bpmn#Process_1'
    """

    document: str
    id: str

    def __str__(self) -> str:
        return f"{self.document}#{self.id}"


@dataclass(frozen=True, slots=True, order=True)
class SourceLocation:
    """The place a fact or an element was read from.

    Args:
        file: the file's name as the reader was given it, or ``""`` for a value set in code.
        element: id of the BPMN element, or ``None``.
        line: line number from 1, only when it is certain.
        sheet: sheet or table of a register, or ``None``.
        column: column head of a register, or ``None``.

    Examples:
        >>> str(SourceLocation("byggesak.bpmn", "Task_1", line=12))
        'byggesak.bpmn, line 12, element Task_1'
    """

    file: str
    element: str | None = None
    line: int | None = None
    sheet: str | None = None
    column: str | None = None

    def __str__(self) -> str:
        parts = [self.file or "set in code"]
        if self.sheet is not None:
            parts.append(f"table {self.sheet}")
        if self.line is not None:
            parts.append(f"line {self.line}")
        if self.column is not None:
            parts.append(f"column {self.column}")
        if self.element is not None:
            parts.append(f"element {self.element}")
        return ", ".join(parts)
