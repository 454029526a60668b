"""HND204: the receiver learns of the hand-off informally only."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import CrossingPoint
from procmap.rules.context import Context
from procmap.rules.hnd.pairs import build_evidence, build_parameters, find_flows, find_pairs
from procmap.rules.options import Option, Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each process and ordered pair of units with an informal channel alone."""
    organisation = context.landscape.organisation.value
    inhabitants = organisation.inhabitants.value if organisation is not None else None
    is_small = inhabitants is not None and inhabitants < options.number("inhabitants")
    for process in context.processes:
        informal = (c for c in context.crossings(process) if _is_informal(c))
        for pair, crossings in find_pairs(informal):
            yield RULE.finding(
                "informal-in-a-small-organisation" if is_small else "informal",
                options,
                elements=(process.ref, *find_flows(crossings)),
                parameters=build_parameters(process, crossings),
                evidence=(
                    Evidence("register", (process.ref,), label="channel"),
                    *build_evidence(crossings, label="crossing points"),
                ),
                subject=pair,
                count=len(crossings),
                assumed=any(crossing.assumed for crossing in crossings),
            )


def _is_informal(crossing: CrossingPoint) -> bool:
    boundary = crossing.boundary
    return (
        boundary is not None
        and boundary.channel.value == "informal"
        and not boundary.routine.is_stated
    )


_NB = FindingText(
    "Nr. {numbers}: {b} får vite det uformelt når «{p}» kommer fra {a}, {n} steder.",
    "Hva skjer når den som pleier å si fra, ikke er der?",
)
_NB_ONE = FindingText(
    "Nr. {numbers}: {b} får vite det uformelt når «{p}» kommer fra {a}.", _NB.question
)
_EN = FindingText(
    "Nos. {numbers}: {b} is told informally when “{p}” comes from {a}, in {n} places.",
    "What happens when whoever usually tells them is away?",
)
_EN_ONE = FindingText(
    "No. {numbers}: {b} is told informally when “{p}” comes from {a}.", _EN.question
)

RULE = Rule(
    code="HND204",
    name="informal-hand-off",
    theme="silos",
    title=Words("Uformell overlevering", "Informal hand-off"),
    why=Words(
        "Å si fra i gangen virker så lenge de samme menneskene er der. I små kommuner kan det "
        "være nok, og da er funnet til orientering. En rutine ved siden av gjør det trygt.",
        "A word in the corridor works as long as the same people are there. In small "
        "municipalities that may be enough, and the finding is for information. A routine beside "
        "it makes it safe.",
    ),
    sources=(
        Source(
            "S",
            "4.3",
            "uformell koordinering og samarbeid mellom de forskjellige avdelingene",
            Words(
                "Uformell er en kanal når registeret kaller den det, og ingen rutine er oppgitt.",
                "A channel is informal where the register calls it so and no routine is stated.",
            ),
        ),
        Source(
            "S",
            "4.3",
            "Dette er spesielt fremtredende i de mindre kommunene",
            Words(
                "I små kommuner ser noen ikke behov for mer. Grensen er SSBs for små kommuner.",
                "In small municipalities some see no need for more. The limit is that of "
                "Statistics Norway for small municipalities.",
            ),
        ),
    ),
    cases=(
        Case(
            name="informal",
            when=Words(
                "Kanalen er oppgitt som uformell, og ingen rutine er oppgitt.",
                "The channel is stated to be informal, and no routine is stated.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=_NB,
            en=_EN,
            nb_one=_NB_ONE,
            en_one=_EN_ONE,
        ),
        Case(
            name="informal-in-a-small-organisation",
            when=Words(
                "Det samme, i en kommune med færre innbyggere enn grensen.",
                "The same, in a municipality with fewer inhabitants than the limit.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=_NB,
            en=_EN,
            nb_one=_NB_ONE,
            en_one=_EN_ONE,
        ),
    ),
    check=check,
    options=(
        Option(
            "inhabitants",
            5000,
            Words(
                "Kommuner med færre innbyggere regnes som små. SSB setter grensen ved 5000.",
                "Municipalities with fewer inhabitants count as small. Statistics Norway draws "
                "the line at 5,000.",
            ),
            minimum=0,
        ),
    ),
)
