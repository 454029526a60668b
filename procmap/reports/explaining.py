"""What a code means, in plain text: a rule, a diagnostic, or a figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from procmap.errors import UnknownNameError
from procmap.graph.figures import FIGURES
from procmap.graph.figures.figure_kind import FigureKind
from procmap.labels import Given, Words
from procmap.labels.explaining import EXPLAINING
from procmap.labels.terms import THEMES
from procmap.model import find_nearest
from procmap.reports.diagnostics import DiagnosticPage, find_diagnostics
from procmap.rules import Rule, find_all_rules
from procmap.rules.rule import Case
from procmap.rules.sources import SOURCES

__all__ = ["explain", "list_codes"]

_Subject = Rule | DiagnosticPage | FigureKind


def explain(code: str, *, lang: str = "nb") -> str:
    """What a rule, a diagnostic or a figure means, why it is there, and what to do.

    Args:
        code: a code such as ``"OWN101"`` or ``"BPM104"``, the name of a rule, or that of a figure.
        lang: ``"nb"``, ``"en"``, or a language that a catalogue speaks.

    Raises:
        UnknownNameError: there is no such code; lists the nearest.

    Examples:
        >>> print(explain("OWN101", lang="en").splitlines()[0])
        OWN101 process-without-owner: Process without an owner
    """
    subjects = _find_subjects()
    found = subjects.get(code.strip().casefold())
    if found is None:
        near = find_nearest(code, subjects, most=5, cutoff=0.5)
        names = tuple(sorted({_name(subjects[name]) for name in near}))
        raise UnknownNameError(
            Words(
                "ingen regel, merknad eller tall heter {code}",
                "there is no rule, diagnostic or figure {code}",
            ).fill(code=Given(code)),
            candidates=names,
            expected=Words("en kode, som {codes}", "a code such as {codes}").fill(
                codes=", ".join(names or ("OWN101", "BPM104"))
            ),
            remedy=Words(
                "«procmap explain» uten kode lister opp alle.",
                "`procmap explain` without a code lists all.",
            ),
        )
    if isinstance(found, Rule):
        lines = _explain_rule(found, lang)
    elif isinstance(found, DiagnosticPage):
        lines = _explain_diagnostic(found, lang)
    else:
        lines = _explain_figure(found, lang)
    return "\n".join(lines)


def list_codes(lang: str = "nb") -> tuple[tuple[str, str], ...]:
    """All that can be explained: code or name, and what it is in a few words.

    Args:
        lang: the language of the few words.

    Examples:
        >>> dict(list_codes("en"))["OWN101"]
        'Process without an owner'
    """
    rules = ((rule.code, rule.title.text(lang)) for rule in find_all_rules())
    diagnostics = ((page.code, page.name) for page in find_diagnostics())
    figures = ((kind.name, kind.title.text(lang)) for kind in FIGURES)
    return (*rules, *diagnostics, *figures)


def _find_subjects() -> Mapping[str, _Subject]:
    subjects: dict[str, _Subject] = {}
    for rule in find_all_rules():
        for word in (rule.code, rule.name, *rule.aliases):
            subjects[word.casefold()] = rule
    for page in find_diagnostics():
        subjects[page.code.casefold()] = page
        subjects.setdefault(page.name, page)
    for kind in FIGURES:
        subjects.setdefault(kind.name, kind)
    return subjects


def _name(subject: _Subject) -> str:
    return subject.name if isinstance(subject, FigureKind) else subject.code


def _explain_rule(rule: Rule, lang: str) -> Iterator[str]:
    yield f"{rule.code} {rule.name}: {rule.title.text(lang)}"
    yield THEMES[rule.theme].text(lang)
    yield ""
    yield rule.why.text(lang)
    for case in rule.cases:
        yield ""
        yield from _explain_case(case, lang)
    yield ""
    yield f"{EXPLAINING['source'].text(lang)}:"
    for source in rule.sources:
        if source.quotation:
            place = f", {source.section}" if source.section else ""
            yield f"  «{source.quotation}» [{source.key}{place}]"
        else:
            yield f"  {SOURCES[source.key].text(lang)}"
        yield f"  {EXPLAINING['reading'].text(lang)}: {source.interpretation.text(lang)}"
    for option in rule.options:
        yield ""
        yield f"{EXPLAINING['option'].text(lang)} {option.name} = {option.default!r}"
        yield f"  {option.explained.text(lang)}"


def _explain_case(case: Case, lang: str) -> Iterator[str]:
    yield f"{case.severity.value} {case.severity.label(lang)}: {case.when.text(lang)}"
    yield f"  {Words(case.nb.message, case.en.message).text(lang)}"
    if case.en.question:
        yield f"  → {Words(case.nb.question, case.en.question).text(lang)}"


def _explain_diagnostic(page: DiagnosticPage, lang: str) -> Iterator[str]:
    yield f"{page.code} {page.name}: {page.family.text(lang)}"
    yield f"{page.severity.value} {page.severity.label(lang)}"
    yield ""
    yield f"  {page.message.text(lang)}"
    yield ""
    yield page.reason.text(lang)
    yield ""
    yield f"{EXPLAINING['remedy'].text(lang)}: {page.remedy.text(lang)}"


def _explain_figure(kind: FigureKind, lang: str) -> Iterator[str]:
    yield f"{kind.name}: {kind.title.text(lang)}"
    yield ""
    yield kind.definition.text(lang)
    yield f"  {kind.unit.text(lang)}; {kind.range.text(lang)}"
    for detail in kind.details:
        yield f"  – {detail.text(lang)}"
    yield ""
    yield f"{EXPLAINING['source'].text(lang)}: {kind.source.text(lang)}"
    yield f"{EXPLAINING['not for'].text(lang)}: {kind.not_for.text(lang)}"
