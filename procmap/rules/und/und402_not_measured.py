"""UND402: a process that is not measured, or measures that nobody has a target for."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Measure, Process
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source
from procmap.rules.und.recorded import COMMON, is_measuring_common, is_value_common, is_value_silent

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding a process."""
    percent = options.number("common")
    # One question a process: whom it is for comes before how it is measured.
    asks_value = is_value_common(context, percent)
    asks = is_measuring_common(context, percent)
    for process in context.processes:
        if context.is_outside(process):
            continue
        measures = process.measures.or_none or ()
        is_asked = asks and not (asks_value and is_value_silent(process))
        case, found = _find_case(process, is_asked=is_asked)
        if not case:
            continue
        yield RULE.finding(
            case,
            options,
            elements=(process.ref,),
            parameters={
                "p": process.label,
                "k": len(found),
                "n": len(measures),
                "l": min((measure.name for measure in found), default=""),
            },
            evidence=(
                Evidence("register", (process.ref,), label="measures"),
                Evidence("figure", label="measures", value=len(measures)),
            ),
            count=len(found) if found else None,
            location=process.measures.origin,
        )


def _find_case(process: Process, *, is_asked: bool) -> tuple[str, tuple[Measure, ...]]:
    fact = process.measures
    if fact.value is not None:
        refused = tuple(m for m in fact.value if _is_any(m, "absent"))
        if refused:
            return "parts-absent", refused
        silent = tuple(m for m in fact.value if _is_any(m, "not_recorded", "unknown"))
        return ("parts-not-recorded", silent) if silent else ("", ())
    if fact.is_absent:
        return "absent", ()
    if fact.is_unknown:
        return "unknown", ()
    return ("not-recorded" if is_asked and not fact.is_recorded else ""), ()


def _is_any(measure: Measure, *states: str) -> bool:
    facts = (measure.target, measure.baseline, measure.owner)
    return any(fact.state.value in states for fact in facts)


_QUESTION_NB = "Hvordan merker dere at «{p}» går bedre eller dårligere?"
_QUESTION_EN = "How do you notice that “{p}” goes better or worse?"
_PARTS_NB = "Hvem ser på tallet, og hva gjør dere når det ikke er godt nok?"
_PARTS_EN = "Who looks at the number, and what do you do when it is not good enough?"

RULE = Rule(
    code="UND402",
    name="not-measured",
    theme="understanding",
    title=Words("Prosess som ikke måles", "Process that is not measured"),
    why=Words(
        "Et måltall hjelper først når noen vet hva det skal være, hva det var, og hvem som følger "
        "det opp. Der ingenting er registrert, spør regelen først når de fleste andre har måltall, "
        "og tier der det allerede spørres hvem prosessen er til for: ett spørsmål om gangen. Om "
        "tallet er godt valgt, ser den ikke.",
        "A measure helps only once somebody knows what it should be, what it was, and who follows "
        "it up. Where nothing is recorded, the rule asks only once most others have measures, and "
        "is silent where it is already asked whom the process is for: one question at a time. "
        "Whether the measure is well chosen it does not see.",
    ),
    sources=(
        Source(
            "S",
            "5",
            "hvordan den kan måles og forbedres",
            Words(
                "Et måltall er et navn, et mål, en startverdi og en som følger det opp.",
                "A measure is a name, a target, a baseline and somebody who follows it up.",
            ),
        ),
    ),
    cases=(
        Case(
            name="absent",
            when=Words(
                "Noen har sagt at prosessen ikke måles.",
                "Somebody said that the process is not measured.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText("«{p}» måles ikke.", _QUESTION_NB),
            en=FindingText("“{p}” is not measured.", _QUESTION_EN),
        ),
        Case(
            name="parts-absent",
            when=Words(
                "For et måltall er det sagt at mål, startverdi eller ansvarlig ikke finnes.",
                "Of a measure it is said that there is no target, baseline or owner.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "{k} av {n} måltall for «{p}» er uten mål, startverdi eller ansvarlig.",
                "Hvem ser på tallene, og hva gjør dere når de ikke er gode nok?",
            ),
            en=FindingText(
                "{k} of {n} measures of “{p}” are without a target, a baseline or an owner.",
                "Who looks at the numbers, and what do you do when they are not good enough?",
            ),
            nb_one=FindingText(
                "Måltallet «{l}» for «{p}» er uten mål, startverdi eller ansvarlig.", _PARTS_NB
            ),
            en_one=FindingText(
                "The measure “{l}” of “{p}” is without a target, a baseline or an owner.",
                _PARTS_EN,
            ),
        ),
        Case(
            name="unknown",
            when=Words(
                "De som ble spurt, vet ikke om prosessen måles.",
                "Those who were asked do not know whether the process is measured.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText("De som er spurt, vet ikke om «{p}» måles.", _QUESTION_NB),
            en=FindingText(
                "Those who were asked do not know whether “{p}” is measured.", _QUESTION_EN
            ),
        ),
        Case(
            name="parts-not-recorded",
            when=Words(
                "Måltall er oppgitt, men mål, startverdi eller ansvarlig er ikke registrert.",
                "Measures are stated, but target, baseline or owner is not recorded.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Vi vet ikke ennå mål, startverdi eller ansvarlig for {k} måltall i «{p}».",
                "Hvem ser på tallene, og hva gjør dere når de ikke er gode nok?",
            ),
            en=FindingText(
                "We do not know yet the target, baseline or owner of {k} measures of “{p}”.",
                "Who looks at the numbers, and what do you do when they are not good enough?",
            ),
            nb_one=FindingText(
                "Vi vet ikke ennå mål, startverdi eller ansvarlig for måltallet «{l}» i «{p}».",
                _PARTS_NB,
            ),
            en_one=FindingText(
                "We do not know yet the target, baseline or owner of the measure “{l}” of “{p}”.",
                _PARTS_EN,
            ),
            open=True,
        ),
        Case(
            name="not-recorded",
            when=Words(
                "Ingen måltall er registrert, men de fleste andre prosesser har noen.",
                "No measures are recorded, but most other processes have some.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText("Vi vet ikke ennå om «{p}» måles.", _QUESTION_NB),
            en=FindingText("We do not know yet whether “{p}” is measured.", _QUESTION_EN),
            open=True,
        ),
    ),
    check=check,
    options=(COMMON,),
)
