"""The diagnostics of one document, as they come up."""

from __future__ import annotations

from dataclasses import dataclass, field

from procmap.bpmn.diagnostics import build_diagnostic
from procmap.bpmn.drafts import Draft
from procmap.findings import Finding
from procmap.source import SourceLocation

__all__ = ["Notes"]


@dataclass(slots=True)
class Notes:
    """Collects the diagnostics of a document.

    Args:
        path: the document.
        findings: what was noted so far.
    """

    path: str
    findings: list[Finding] = field(default_factory=list)

    def about(self, draft: Draft, code: str, /, subject: str = "", **values: str | int) -> None:
        """Note something about an element of the model."""
        self.findings.append(
            build_diagnostic(
                code,
                SourceLocation(self.path, draft.id, draft.line),
                elements=(draft.ref,),
                subject=(subject,) if subject else (),
                parameters={"type": draft.type, **values},
            )
        )

    def aside(
        self,
        place: SourceLocation,
        code: str,
        /,
        subject: tuple[str, ...] = (),
        **values: str | int,
    ) -> None:
        """Note something about what is no element of the model."""
        self.findings.append(build_diagnostic(code, place, subject=subject, parameters=values))
