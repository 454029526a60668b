"""Findings by process and rule, so that many questions of one kind read as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from procmap.findings import Finding
from procmap.labels.documentation import GROUPS
from procmap.model import fold

__all__ = ["FindingGroup", "describe_others", "group_findings"]


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings about one process, by rule.

    Args:
        label: what the process is called; "" for findings about none or about several.
        document: its file; "" where there is none.
        rules: for each rule its first finding and the others, in order of their codes.
    """

    label: str
    document: str
    rules: tuple[tuple[Finding, tuple[Finding, ...]], ...]

    @property
    def count(self) -> int:
        """How many findings there are."""
        return sum(1 + len(others) for _, others in self.rules)

    def title(self, lang: str = "nb") -> str:
        """What to write above them: the process, its file, and how many they are."""
        quoted = f"“{self.label}”" if lang == "en" else f"«{self.label}»"
        title = quoted if self.label else GROUPS["across"].text(lang)
        place = f" [{self.document}]" if self.document else ""
        return f"{title} ({self.count}){place}"


def group_findings(findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """Group findings by process, by name; those about no single process stand last.

    Args:
        findings: the findings, in the order of the report.
    """
    groups: dict[tuple[str, str], dict[str, list[Finding]]] = {}
    for finding in findings:
        documents = {ref.document for ref in finding.elements}
        label = str(finding.parameters.get("p", "")) if len(documents) == 1 else ""
        document = documents.pop() if label else ""
        groups.setdefault((label, document), {}).setdefault(finding.code, []).append(finding)
    order = sorted(groups, key=lambda key: (not key[0], fold(key[0]), key))
    return tuple(
        FindingGroup(
            *key,
            tuple((found[0], tuple(found[1:])) for _, found in sorted(groups[key].items())),
        )
        for key in order
    )


def describe_others(others: Sequence[Finding], lang: str = "nb") -> str:
    """How many more findings of a rule there are, with their numbers on the map.

    Args:
        others: the findings after the first.
        lang: ``"nb"`` or ``"en"``.
    """
    numbers = [f.parameters.get("numbers") or f.parameters.get("i") for f in others]
    if not all(numbers):
        return GROUPS["more"].text(lang).format(n=len(others))
    listed = ", ".join(map(str, numbers))
    key = "more with number" if listed.isdecimal() else "more with numbers"
    return GROUPS[key].text(lang).format(n=len(others), numbers=listed)
