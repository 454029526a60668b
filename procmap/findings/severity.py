"""How soon a finding should be clarified."""

from __future__ import annotations

from enum import StrEnum

from procmap.labels import Words

__all__ = ["Severity"]


class Severity(StrEnum):
    """Priority of a finding: E (clarify first) before W (should be clarified) before I.

    Examples:
        >>> Severity.CLARIFY_FIRST.label("nb"), Severity.CLARIFY_FIRST.at_least(Severity("W"))
        ('Avklar først', True)
    """

    CLARIFY_FIRST = "E"
    SHOULD_BE_CLARIFIED = "W"
    FOR_INFORMATION = "I"

    @property
    def rank(self) -> int:
        """0 for the most urgent."""
        return "EWI".index(self.value)

    def at_least(self, other: Severity) -> bool:
        """Whether this is as urgent as `other`, or more."""
        return self.rank <= other.rank

    def label(self, lang: str = "nb") -> str:
        """The words people read, Norwegian (``"nb"``), English (``"en"``) or another language."""
        return _LABELS[self.rank].text(lang)


_LABELS = (
    Words("Avklar først", "Clarify first"),
    Words("Bør avklares", "Should be clarified"),
    Words("Til orientering", "For information"),
)
