"""A finding: a question somebody should answer, with what it rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from pydantic import BaseModel, ConfigDict

from procmap.findings.display import build_bundle
from procmap.findings.evidence import Evidence
from procmap.findings.severity import Severity
from procmap.labels.catalogues import translate
from procmap.source import ElementRef, SourceLocation

__all__ = ["Finding", "FindingText", "Lang", "build_finding"]

# "nb", "en", or a language that a catalogue speaks (`procmap.labels.catalogues`).
Lang: TypeAlias = str


@dataclass(frozen=True, slots=True)
class FindingText:
    """Message and question of a finding in one language, as `str.format` templates."""

    message: str
    question: str = ""


class Finding(BaseModel):
    """Something a rule or the reader noticed.

    A finding carries its own templates, so that findings read from JSON, and those of users'
    rules, can be shown without any registry.

    Attributes:
        code: such as ``"OWN101"`` (rules) or ``"BPM104"`` (the reader).
        name: the rule's dotted-free name, such as ``"process-without-owner"``.
        severity: how soon it should be clarified.
        elements: what it is about, the main element first; they exist in the landscape.
        evidence: what it rests on.
        texts: message and question per language.
        parameters: what is filled into the templates.
        fingerprint: stable over re-layout, re-ordering and re-wording.
        caused_by: fingerprint of the finding that this one follows from, or ``None``.
        location: where in which file, for diagnostics of the reader.

    Examples:
        >>> finding = build_finding(
        ...     "OWN101",
        ...     "process-without-owner",
        ...     Severity.FOR_INFORMATION,
        ...     texts={"nb": FindingText("Vi vet ikke ennå hvem som eier «{p}».")},
        ...     parameters={"p": "Byggesak"},
        ... )
        >>> finding.message("nb")
        'Vi vet ikke ennå hvem som eier «Byggesak».'
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, defer_build=True)

    code: str
    name: str
    severity: Severity
    elements: tuple[ElementRef, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    texts: dict[str, FindingText]
    parameters: dict[str, str | int | float] = {}
    fingerprint: str
    caused_by: str | None = None
    location: SourceLocation | None = None

    def message(self, lang: str = "nb") -> str:
        """What was noticed, in ``"nb"``, ``"en"``, or a language that a catalogue speaks.

        Where the finding has the language not, in the first that it has.
        """
        return self._text(lang).message.format_map(self.parameters)

    def question(self, lang: str = "nb") -> str:
        """What to ask about it ("" for diagnostics without a question)."""
        return self._text(lang).question.format_map(self.parameters)

    def _text(self, lang: str) -> FindingText:
        own = self.texts.get(lang)
        if own is not None:
            return own
        nb, en = self.texts.get("nb"), self.texts.get("en")
        if nb is None or en is None:
            return next(iter(self.texts.values()))
        return FindingText(
            translate(en.message, nb.message, lang),
            translate(en.question, nb.question, lang) if nb.question else "",
        )

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return build_bundle(self)

    def __str__(self) -> str:
        place = f"{self.location}: " if self.location else ""
        return f"{place}{self.code} {self.message('en')}"


def build_finding(
    code: str,
    name: str,
    severity: Severity,
    *,
    texts: Mapping[str, FindingText],
    parameters: Mapping[str, str | int | float] | None = None,
    elements: tuple[ElementRef, ...] = (),
    evidence: tuple[Evidence, ...] = (),
    subject: tuple[str, ...] = (),
    location: SourceLocation | None = None,
) -> Finding:
    """Build a finding with its fingerprint.

    Args:
        code: code of the rule or diagnostic.
        name: its name.
        severity: how soon it should be clarified.
        texts: templates per language; every ``{name}`` in them must be in `parameters`.
        parameters: values for the templates.
        elements: what it is about, the main element first.
        evidence: what it rests on.
        subject: what tells this finding from others of the same code on the same first element,
            such as two unit keys. Never wording, counts or positions.
        location: where in which file.

    Raises:
        KeyError: a template names a parameter that is not given.
    """
    values = dict(parameters or {})
    for text in texts.values():
        text.message.format_map(values)
        text.question.format_map(values)
    anchor = str(elements[0]) if elements else str(location.file if location else "")
    key = "\x1f".join((code, anchor, *subject))
    return Finding(
        code=code,
        name=name,
        severity=severity,
        elements=elements,
        evidence=evidence,
        texts=dict(texts),
        parameters=values,
        fingerprint=hashlib.sha256(key.encode()).hexdigest()[:16],
        location=location,
    )
