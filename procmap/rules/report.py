"""The report: an analysis with its headline and findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from procmap.findings import Finding
from procmap.graph import Analysis
from procmap.model import Contact, CrossingPoint, Handoff, Landscape, Succession
from procmap.rules.config import RulesConfig, build_config
from procmap.rules.engine import find_findings
from procmap.rules.headline import Headline, build_headline
from procmap.rules.html import build_report_html
from procmap.rules.text import build_summary

__all__ = ["Report", "build_report"]


@dataclass(frozen=True, slots=True)
class Report:
    """What procmap found in a landscape.

    Args:
        analysis: hand-offs, governance and reachability.
        findings: what the rules noticed, the most urgent first.
        headline: the five headline figures.

    Example:
        >>> report = build_report(Analysis(Landscape()))
        >>> report.findings
        ()
    """

    analysis: Analysis
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    headline: Headline = field(default_factory=Headline)

    @property
    def landscape(self) -> Landscape:
        """What was analysed."""
        return self.analysis.landscape

    @property
    def handoffs(self) -> tuple[Handoff, ...]:
        """Successions and messages that change hands, contacts left out."""
        return self.analysis.handoffs

    @property
    def successions(self) -> tuple[Succession, ...]:
        """Every ordered pair of steps that may follow one another."""
        return self.analysis.successions

    @property
    def crossings(self) -> tuple[CrossingPoint, ...]:
        """The numbered crossing points."""
        return self.analysis.crossings

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Work that goes to or comes from outside parties."""
        return self.analysis.contacts

    @property
    def diagnostics(self) -> tuple[Finding, ...]:
        """What the readers noticed about the files."""
        return self.landscape.diagnostics

    def finding(self, fingerprint: str) -> Finding:
        """One finding, by its fingerprint.

        Raises:
            KeyError: no finding has it.
        """
        for finding in self.findings:
            if finding.fingerprint == fingerprint:
                return finding
        raise KeyError(fingerprint)

    def __str__(self) -> str:
        return build_summary(self.headline, self.findings)

    def _repr_html_(self) -> str:
        return build_report_html(self.headline, self.findings)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": str(self)}


def build_report(
    analysis: Analysis, *, config: RulesConfig | Mapping[str, object] | None = None
) -> Report:
    """Run the rules over an analysis.

    Args:
        analysis: what `procmap.graph` computed.
        config: which rules run and how: settings as for `build_config`, or what it made of them.

    Raises:
        RuleError: the configuration is wrong, or a rule failed.
    """
    built = config if isinstance(config, RulesConfig) else build_config(config)
    return Report(
        analysis=analysis,
        findings=find_findings(analysis, config=built),
        headline=build_headline(analysis),
    )
