"""UND401: nobody can say whom a process is for, what it is for, or what it is worth."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import FactState, Process
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source
from procmap.rules.und.recorded import COMMON, find_value_states, is_value_common

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding a process."""
    is_common = is_value_common(context, options.number("common"))
    for process in context.processes:
        case = _find_case(process, is_common=is_common)
        if not case or context.is_outside(process):
            continue
        facts = (process.customer, process.purpose, process.benefit)
        yield RULE.finding(
            case,
            options,
            elements=(process.ref,),
            parameters={"p": process.label},
            evidence=(Evidence("register", (process.ref,), label=_LABELS[case]),),
            location=next((fact.origin for fact in facts if fact.origin is not None), None),
        )


def _find_case(process: Process, *, is_common: bool) -> str:
    states = set(find_value_states(process))
    if FactState.STATED in states:
        return ""
    if FactState.ABSENT in states:
        return "absent"
    if FactState.UNKNOWN in states:
        return "unknown"
    return "not-recorded" if is_common and states == {FactState.NOT_RECORDED} else ""


_LABELS = {"absent": "absent", "unknown": "unknown", "not-recorded": "not_recorded"}
_QUESTION_NB = "Hvem ville merke det om «{p}» ikke fantes?"
_QUESTION_EN = "Who would notice if “{p}” did not exist?"

RULE = Rule(
    code="UND401",
    name="no-value",
    theme="understanding",
    title=Words("Prosess uten oppgitt verdi", "Process without a stated value"),
    why=Words(
        "Den som vet hvem prosessen er til for, ser lettere hva som kan tas bort. Ett svar er nok: "
        "mottaker, formål eller verdi for innbyggeren. Der ingenting er registrert, spør regelen "
        "først når de fleste andre har svar, og da ett spørsmål for hver prosess. Om verdien er "
        "stor eller liten, sier den ingenting om.",
        "Whoever knows whom a process is for sees more easily what can be left out. One answer is "
        "enough: customer, purpose, or value for the resident. Where nothing is recorded, the rule "
        "asks only once most others have an answer, and then one question of each process. It "
        "says nothing of whether the value is great or small.",
    ),
    sources=(
        Source(
            "S",
            "6",
            "kreves det at de involverte forstår hvordan arbeidsprosessene skaper verdi for "
            "innbyggerne",
            Words(
                "Den som ikke kan si hvem prosessen er til for, kan heller ikke si hva den er "
                "verdt. Målet er vårt.",
                "Whoever cannot say whom a process is for cannot say what it is worth. The measure "
                "is ours.",
            ),
        ),
        Source(
            "S",
            "5",
            "hvordan de skaper verdi for kundene",
            Words(
                "Kunden kan være en innbygger, et foretak eller en kollega.",
                "The customer may be a resident, a business or a colleague.",
            ),
        ),
    ),
    cases=(
        Case(
            name="absent",
            when=Words(
                "Noen har sagt at mottaker, formål eller verdi ikke finnes, og ingen av dem er "
                "oppgitt.",
                "Somebody said that there is no customer, purpose or value, and none is stated.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText("Ingen har sagt hvem eller hva «{p}» er til for.", _QUESTION_NB),
            en=FindingText("Nobody has said whom or what “{p}” is for.", _QUESTION_EN),
        ),
        Case(
            name="unknown",
            when=Words(
                "De som ble spurt, vet ikke hvem eller hva prosessen er til for.",
                "Those who were asked do not know whom or what the process is for.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "De som er spurt, vet ikke hvem eller hva «{p}» er til for.", _QUESTION_NB
            ),
            en=FindingText(
                "Those who were asked do not know whom or what “{p}” is for.", _QUESTION_EN
            ),
        ),
        Case(
            name="not-recorded",
            when=Words(
                "Ingenting er registrert, men for de fleste andre prosesser er det.",
                "Nothing is recorded, but of most other processes it is.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText("Vi vet ikke ennå hvem «{p}» er til for.", _QUESTION_NB),
            en=FindingText("We do not know yet whom “{p}” is for.", _QUESTION_EN),
            open=True,
        ),
    ),
    check=check,
    options=(COMMON,),
)
