"""A rule: one record that says what it flags, why, in which words, and how it is checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from procmap.errors import RuleError
from procmap.findings import Evidence, Finding, FindingText, Severity, build_finding
from procmap.labels import Given, Words
from procmap.labels.names import list_choices
from procmap.rules.context import Context
from procmap.rules.options import Option, Options
from procmap.source import ElementRef, SourceLocation

__all__ = ["Case", "Check", "Rule", "Source", "Theme"]

Check: TypeAlias = Callable[[Context, Options], Iterator[Finding]]
Theme = Literal["understanding", "ownership", "silos"]

_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")
_RULE = Words("regel {code}", "rule {code}")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from, and how we read it.

    Args:
        key: a key of `procmap.rules.sources.SOURCES`.
        section: the section quoted, such as ``"4.3"``; "" where there are none.
        quotation: what stands there, word for word; "" for practice.
        interpretation: what we make of it.
    """

    key: str
    section: str
    quotation: str
    interpretation: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One situation a rule tells apart, with its severity and its words.

    Args:
        name: its name within the rule.
        when: what the situation is.
        severity: how soon such a finding should be clarified, unless configured otherwise.
        nb: message and question in Norwegian.
        en: message and question in English.
        nb_one: the same where what is counted is one; ``None`` where nothing is counted.
        en_one: likewise.
        open: the case rests on something nobody has recorded: it asks, and no configuration can
            make it more than for information.
        absorbs: findings of rules that name this one in `Rule.consequence_of` follow from it.
    """

    name: str
    when: Words
    severity: Severity
    nb: FindingText
    en: FindingText
    nb_one: FindingText | None = None
    en_one: FindingText | None = None
    open: bool = False
    absorbs: bool = True

    def texts(self, count: int | None = None) -> dict[str, FindingText]:
        """The templates for a number of things."""
        if count == 1 and self.nb_one is not None and self.en_one is not None:
            return {"nb": self.nb_one, "en": self.en_one}
        return {"nb": self.nb, "en": self.en}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule, as a value.

    Args:
        code: three capitals for the family and three digits, such as ``"OWN101"``.
        name: lower-case words with hyphens, such as ``"process-without-owner"``.
        theme: which of the study's three findings it serves.
        title: what it flags, in a few words.
        why: why that is worth asking about, and what the rule cannot see.
        sources: where it comes from.
        cases: the situations it tells apart, the most urgent first.
        check: finds them; pure, and lazy where it can.
        options: what can be configured.
        aliases: earlier names and codes, which stay valid in configurations.
        consequence_of: codes of the rules whose finding about the same process this one follows
            from, the strongest first.

    Raises:
        RuleError: code, name or cases are not of that form.
    """

    code: str
    name: str
    theme: Theme
    title: Words
    why: Words
    sources: tuple[Source, ...]
    cases: tuple[Case, ...]
    check: Check
    options: tuple[Option, ...] = ()
    aliases: tuple[str, ...] = ()
    consequence_of: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        where = _RULE.fill(code=self.code)
        if not _CODE.fullmatch(self.code):
            raise RuleError(
                Words("koden {code} er ikke gyldig", "the code {code} is not valid").fill(
                    code=Given(self.code)
                ),
                where=where,
                expected=Words(
                    "tre store bokstaver og tre sifre, som «OWN101»",
                    "three capitals and three digits, such as 'OWN101'",
                ),
            )
        if not _NAME.fullmatch(self.name):
            raise RuleError(
                Words("navnet {name} er ikke gyldig", "the name {name} is not valid").fill(
                    name=Given(self.name)
                ),
                where=where,
                expected=Words(
                    "ord med små bokstaver og bindestreker, som «process-without-owner»",
                    "lower-case words with hyphens, such as 'process-without-owner'",
                ),
            )
        if not self.cases or len({case.name for case in self.cases}) < len(self.cases):
            raise RuleError(
                Words(
                    "regelen har ingen tilfeller, eller to med samme navn",
                    "cases are missing or repeat a name",
                ),
                where=where,
            )

    @property
    def family(self) -> str:
        """The three letters its code begins with."""
        return self.code[:3]

    @property
    def severity(self) -> Severity:
        """The most urgent severity its findings have by default."""
        return min((case.severity for case in self.cases), key=lambda severity: severity.rank)

    def case(self, name: str) -> Case:
        """One of its cases, by name.

        Raises:
            RuleError: it has no such case.
        """
        for case in self.cases:
            if case.name == name:
                return case
        raise RuleError(
            Words("tilfellet {name} finnes ikke", "there is no case {name}").fill(name=Given(name)),
            where=_RULE.fill(code=self.code),
            expected=list_choices((case.name for case in self.cases), quoted=False),
        )

    def finding(
        self,
        case: str,
        options: Options,
        *,
        elements: tuple[ElementRef, ...],
        parameters: dict[str, str | int | float],
        evidence: tuple[Evidence, ...] = (),
        subject: tuple[str, ...] = (),
        count: int | None = None,
        assumed: bool = False,
        location: SourceLocation | None = None,
    ) -> Finding:
        """A finding of this rule.

        Args:
            case: which of its cases it is.
            options: what the check was given: they may set another severity.
            elements: what it is about, the main element first; the process among them.
            parameters: values for the templates. ``"i"`` is the number of a crossing point;
                ``"case"`` is filled in.
            evidence: what it rests on.
            subject: what tells it from other findings of the rule about the same element.
            count: how many things are counted; chooses the form for one or for several.
            assumed: it rests on an assumed unit, and so is never more than for information.
            location: the row or element that states the fact.

        Raises:
            RuleError: the rule has no such case.
            KeyError: a template names a parameter that is not given.
        """
        chosen = self.case(case)
        severity = options.severity or chosen.severity
        if chosen.open or assumed:
            severity = Severity.FOR_INFORMATION
        return build_finding(
            self.code,
            self.name,
            severity,
            texts=chosen.texts(count),
            parameters={**parameters, "case": case},
            elements=elements,
            evidence=evidence,
            subject=subject,
            location=location,
        )
