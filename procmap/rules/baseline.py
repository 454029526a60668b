"""What was found, kept in a small file to compare with next time; no names of persons in it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from procmap.errors import ReadError
from procmap.files import write_beside
from procmap.findings import Finding, Severity
from procmap.graph import Analysis
from procmap.labels import Text, Words
from procmap.labels.system import SystemReason
from procmap.model import Governance, fold
from procmap.rules.context import Context
from procmap.rules.headline import Headline

__all__ = [
    "Baseline",
    "BaselineCrossing",
    "BaselineFinding",
    "build_baseline",
    "read_baseline",
    "write_baseline",
]

VERSION: Final = 1
# Numbers change when a drawing does, and so does the step or lane that is named first.
_NO_SUBJECT: Final = frozenset({"case", "l", "numbers", "p", "s"})


class BaselineFinding(BaseModel):
    """One finding as it is kept.

    Attributes:
        fingerprint: the finding's fingerprint.
        code: code of its rule.
        severity: how soon it should be clarified.
        process: what its process is called, folded; "" for the whole landscape.
        subject: the names in its message, folded, by parameter.
        messages: what was said, by language.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid")

    fingerprint: str
    code: str
    severity: Severity
    process: str = ""
    subject: tuple[tuple[str, str], ...] = ()
    messages: dict[str, str] = {}

    def message(self, lang: str = "nb") -> str:
        """What was said, in ``"nb"`` or ``"en"``."""
        return self.messages.get(lang) or next(iter(self.messages.values()), "")


class BaselineCrossing(BaseModel):
    """One crossing point as it is kept.

    Attributes:
        key: the crossing point's key.
        process: what its process is called, folded.
        units: names of both units, folded.
        governance: whether somebody is responsible for both sides.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid")

    key: str
    process: str
    units: tuple[str, str]
    governance: Governance


class Baseline(BaseModel):
    """Findings, crossing points and headline of one day.

    Attributes:
        procmap_baseline: version of this form.
        headline: the headline's sentences, by language.
        findings: the findings, in order.
        crossings: the crossing points inside the organisation, in order.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid")

    procmap_baseline: Literal[1] = 1
    headline: dict[str, tuple[str, ...]] = {}
    findings: tuple[BaselineFinding, ...] = ()
    crossings: tuple[BaselineCrossing, ...] = ()


def build_baseline(analysis: Analysis, findings: Sequence[Finding], headline: Headline) -> Baseline:
    """Build the baseline of a report.

    Args:
        analysis: what was analysed.
        findings: what the rules noticed.
        headline: the headline.
    """
    context = Context(analysis)
    labels = {process.ref: fold(process.label) for process in analysis.landscape.processes}
    return Baseline(
        headline={lang: headline.lines(lang) for lang in ("nb", "en")},
        findings=tuple(_keep(context, finding) for finding in findings),
        crossings=tuple(
            BaselineCrossing(
                key=point.key,
                process=labels.get(point.process, ""),
                units=(fold(point.source_unit.name), fold(point.target_unit.name)),
                governance=point.governance,
            )
            for point in analysis.crossings
            if point.between != "organisations"
        ),
    )


def _keep(context: Context, finding: Finding) -> BaselineFinding:
    process = context.process_of(finding)
    return BaselineFinding(
        fingerprint=finding.fingerprint,
        code=finding.code,
        severity=finding.severity,
        process=fold(process.label) if process is not None else "",
        subject=_find_subject(finding.parameters),
        messages={lang: finding.message(lang) for lang in sorted(finding.texts)},
    )


def _find_subject(parameters: Mapping[str, str | int | float]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, fold(value))
        for name, value in sorted(parameters.items())
        if isinstance(value, str) and name not in _NO_SUBJECT
    )


def write_baseline(baseline: Baseline, path: str | Path) -> Path:
    """Write a baseline as JSON; one that is there already is replaced.

    Args:
        baseline: what to keep.
        path: the file to write.

    Raises:
        ProcmapError: the file cannot be written.
    """
    plain = baseline.model_dump(mode="json")
    return write_beside(path, json.dumps(plain, ensure_ascii=False, indent=1) + "\n")


def read_baseline(path: str | Path) -> Baseline:
    """Read a baseline that `write_baseline` wrote.

    Args:
        path: the file.

    Raises:
        ReadError: it cannot be read, or is no baseline of this version.
    """
    try:
        plain: Any = json.loads(Path(path).read_bytes())
        if not isinstance(plain, dict) or "procmap_baseline" not in plain:
            raise _refuse(
                path, Words("det står ikke i den at den er det", "it does not say that it is one")
            )
        return Baseline.model_validate(plain)
    except OSError as error:
        raise ReadError(
            Words("kan ikke leses: {reason}", "cannot be read: {reason}").fill(
                reason=SystemReason.of(error)
            ),
            where=str(path),
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise _refuse(path, f"{place}: {first['msg']}") from error
    except (ValueError, RecursionError) as error:
        raise _refuse(path, str(error)) from error


def _refuse(path: str | Path, problem: Text | str) -> ReadError:
    return ReadError(
        Words(
            "dette er ikke et sammenligningsgrunnlag: {problem}",
            "this is no baseline: {problem}",
        ).fill(problem=problem),
        where=str(path),
        expected=Words(
            "en fil skrevet av Report.save_baseline, versjon {version}",
            "a file written by Report.save_baseline, version {version}",
        ).fill(version=VERSION),
        remedy=Words(
            "Skriv en ny med «procmap check … --write-baseline FIL».",
            "Write a new one with `procmap check … --write-baseline FILE`.",
        ),
    )
