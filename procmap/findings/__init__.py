"""What procmap has noticed: findings about processes, and diagnostics about files. Data only."""

from procmap.findings.evidence import Evidence, EvidenceKind
from procmap.findings.finding import Finding, FindingText, Lang, build_finding
from procmap.findings.places import spell_place
from procmap.findings.severity import Severity

__all__ = [
    "Evidence",
    "EvidenceKind",
    "Finding",
    "FindingText",
    "Lang",
    "Severity",
    "build_finding",
    "spell_place",
]
