"""The report: an analysis with its headline and findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from procmap.errors import RuleError
from procmap.findings import Finding, Lang
from procmap.graph import Analysis
from procmap.language import find_language
from procmap.model import Contact, CrossingPoint, Handoff, Landscape, Succession, delegate
from procmap.rules.agenda import Agenda
from procmap.rules.agenda_points import build_agenda
from procmap.rules.baseline import Baseline, build_baseline, write_baseline
from procmap.rules.comparison import Comparison
from procmap.rules.config import RulesConfig, build_config
from procmap.rules.context import Context
from procmap.rules.documentation import Documentation, find_documentation
from procmap.rules.engine import find_findings
from procmap.rules.headline import Headline, build_headline
from procmap.rules.html import build_report_html
from procmap.rules.suppressing import Suppressed, Suppression, find_set_aside, suppress
from procmap.rules.text import build_summary
from procmap.rules.user_rules import find_all_rules

if TYPE_CHECKING:
    from pandas import DataFrame

    from procmap.graph.figures import Metrics

__all__ = ["Report", "build_report"]


@dataclass(frozen=True, slots=True)
class Report:
    """What procmap found in a landscape.

    Args:
        analysis: hand-offs, governance and reachability.
        findings: what the rules noticed, the most urgent first.
        headline: the five headline figures.
        suppressed: the findings that were set aside, each with the reason and the last day.
        failures: the rules that failed, where the run was to keep going.
        expired: what configuration and register set aside until a day that has passed.

    Examples:
        >>> report = build_report(Analysis(Landscape()))
        >>> report.findings
        ()
    """

    analysis: Analysis
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    headline: Headline = field(default_factory=Headline)
    suppressed: tuple[Suppressed, ...] = field(default=(), repr=False)
    failures: tuple[RuleError, ...] = ()
    expired: tuple[Suppression, ...] = field(default=(), repr=False)

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

    def agenda(self, minutes: int = 90) -> Agenda:
        """An agenda of at most seven points, with room for a decision at each.

        Args:
            minutes: the time there is; each point takes ten at least.

        Raises:
            RuleError: the time is not a whole number of minutes, at least one.

        Examples:
            >>> len(build_report(Analysis(Landscape())).agenda(45).points)
            0
        """
        return build_agenda(Context(self.analysis), self.findings, minutes=minutes)

    @property
    def documentation(self) -> Documentation:
        """Which facts are stated about each process, and which nobody has recorded.

        Examples:
            >>> build_report(Analysis(Landscape())).documentation.processes
            ()
        """
        return find_documentation(Context(self.analysis))

    @property
    def baseline(self) -> Baseline:
        """What to keep of this report to compare with next time; no names of persons."""
        return build_baseline(self.analysis, self.findings, self.headline)

    def save(
        self,
        path: str | Path,
        *,
        lang: Lang = "nb",
        since: Comparison | Report | Landscape | Baseline | str | PathLike[str] | None = None,
    ) -> Path:
        """Write the report, by the ending of the path.

        ``.html`` is one page for those who decide, ``.xlsx`` and ``.md`` have the same tables,
        ``.json`` headline and findings for programs, ``.csv`` findings for a spreadsheet.

        Args:
            path: the file to write; one that is there already is replaced.
            lang: ``"nb"`` or ``"en"``; JSON has both.
            since: what to compare with: an earlier report, a landscape, a baseline, the path of a
                baseline's file, or a comparison made already.

        Raises:
            RenderError: the ending or the language is none of these.
            ReadError: the baseline cannot be read, or is none.
            ProcmapError: the file cannot be written.
        """
        result: Path = delegate("save_report", self, path, lang=lang, since=since)
        return result

    def save_baseline(self, path: str | Path) -> Path:
        """Write `baseline` as JSON; a file that is there already is replaced.

        Args:
            path: the file to write.

        Raises:
            ProcmapError: the file cannot be written.
        """
        return write_baseline(self.baseline, path)

    @property
    def metrics(self) -> Metrics:
        """All other figures, of processes, units and the landscape; computed when asked for."""
        return self.analysis.metrics

    def to_frame(
        self,
        table: Literal["processes", "steps", "handoffs", "findings", "units", "metrics"],
        *,
        people: bool = False,
        lang: Lang = "nb",
    ) -> DataFrame:
        """A tidy table, one row a process, step, hand-off, finding, unit or figure.

        Args:
            table: which one; `procmap.reports.frames.COLUMNS` says what is in them.
            people: whether to show names of persons; otherwise their positions only.
            lang: language of messages and questions.

        Raises:
            ModelError: there is no such table.
            MissingExtraError: pandas is not installed.
        """
        result: DataFrame = delegate("to_frame", self, table, people=people, lang=lang)
        return result

    def __repr__(self) -> str:
        return (
            f"Report({len(self.landscape.processes)} processes, "
            f"{self.headline.hand_offs} hand-offs, {len(self.findings)} findings)"
        )

    def __str__(self) -> str:
        return build_summary(
            self.headline, self.findings, suppressed=self.suppressed, expired=self.expired
        )

    def _repr_html_(self) -> str:
        return build_report_html(self.headline, self.findings, find_language())

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        text = build_summary(
            self.headline,
            self.findings,
            find_language(),
            suppressed=self.suppressed,
            expired=self.expired,
        )
        return {"text/html": self._repr_html_(), "text/plain": text}


def build_report(
    analysis: Analysis,
    *,
    config: RulesConfig | Mapping[str, object] | None = None,
    keep_going: bool = False,
    today: dt.date | None = None,
) -> Report:
    """Run the rules over an analysis.

    Args:
        analysis: what `procmap.graph` computed.
        config: which rules run and how: settings as for `build_config`, or what it made of them.
            Settings choose among the rules of procmap and those of installed packages.
        keep_going: whether rules that fail are reported in `Report.failures`, and the others run.
        today: the day that suppressions are held against; ``None`` for the day it is.

    Raises:
        RuleError: the configuration is wrong, or a rule failed.
    """
    rules = find_all_rules()
    if not isinstance(config, RulesConfig):
        config = build_config(config, rules=rules)
    failures: list[RuleError] | None = [] if keep_going else None
    found = find_findings(analysis, config=config, failures=failures)
    suppressions = (*config.suppressions, *find_set_aside(analysis.landscape, rules=rules))
    suppressed: tuple[Suppressed, ...] = ()
    expired: tuple[Suppression, ...] = ()
    if suppressions:
        day = today or dt.datetime.now(tz=dt.UTC).date()
        found, suppressed = suppress(Context(analysis), found, suppressions, today=day)
        expired = tuple(item for item in suppressions if item.until < day)
    return Report(
        analysis=analysis,
        findings=found,
        headline=build_headline(analysis),
        suppressed=suppressed,
        failures=tuple(failures or ()),
        expired=expired,
    )
