"""DAT504: personal data whose protection nobody has assessed."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import fold
from procmap.rules.context import Context
from procmap.rules.dat.uses import Item, find_items, find_places
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each item said not to be assessed, one question a process for the rest."""
    open_: dict[ElementRef, list[Item]] = {}
    for item in find_items(context):
        if item.item.personal.value is not True or not item.uses:
            continue
        assessed = item.item.assessed
        if assessed.is_absent or assessed.is_unknown:
            yield _build(context, [item], "absent" if assessed.is_absent else "unknown", options)
        elif not assessed.is_recorded:
            home = context.by_label(use.process for use in item.uses)[0]
            open_.setdefault(home.ref, []).append(item)
    for _, group in sorted(open_.items()):
        yield _build(context, group, "not-recorded", options)


def _build(context: Context, items: list[Item], case: str, options: Options) -> Finding:
    uses = [use for item in items for use in item.uses]
    process = context.by_label(use.process for use in uses)[0]
    places = find_places(uses)
    subject = ("process",) if case == "not-recorded" else ("item", fold(items[0].name))
    return RULE.finding(
        case,
        options,
        elements=tuple(dict.fromkeys((process.ref, *places))),
        parameters={"d": items[0].name, "p": process.label, "k": len(items)},
        evidence=(Evidence("register", places, label="personal data"),),
        subject=subject,
        count=len(items),
        location=items[0].item.assessed.origin,
    )


_QUESTION_NB = "Hvem vurderer personvernet i «{p}», og når?"
_QUESTION_EN = "Who assesses the protection of personal data in “{p}”, and when?"

RULE = Rule(
    code="DAT504",
    name="personal-data-unassessed",
    theme="understanding",
    title=Words("Personvern som ikke er vurdert", "Personal data not assessed"),
    why=Words(
        "Personvern skal vurderes mens arbeidet endrer seg, og ikke bare én gang. Regelen ser bare "
        "opplysninger som registeret sier er personopplysninger, og om noen har vurdert dem. Den "
        "sier ikke noe om vurderingen er god, og er ikke juridisk rådgivning.",
        "Protection of personal data is to be assessed as work changes, and not just once. The "
        "rule sees only items that the register says are personal data, and whether somebody has "
        "assessed them. It says nothing of whether the assessment is good, and is no legal advice.",
    ),
    sources=(
        Source(
            "S",
            "4.1",
            "Personvern skal kontinuerlig vurderes i alle arbeidsprosesser og digitale løsninger",
            Words(
                "Vi spør om vurderingen er gjort for hver opplysning. Målet er vårt.",
                "We ask whether each data item has been assessed. The measure is ours.",
            ),
        ),
    ),
    cases=(
        Case(
            name="absent",
            when=Words(
                "Noen har sagt at personvernet ikke er vurdert.",
                "Somebody said that protection has not been assessed.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "Personvernet er ikke vurdert for «{d}», som brukes i «{p}».", _QUESTION_NB
            ),
            en=FindingText(
                "Protection of personal data has not been assessed for “{d}”, used in “{p}”.",
                _QUESTION_EN,
            ),
        ),
        Case(
            name="unknown",
            when=Words(
                "De som ble spurt, vet ikke om personvernet er vurdert.",
                "Those who were asked do not know whether protection has been assessed.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "De som er spurt, vet ikke om personvernet er vurdert for «{d}», som brukes i "
                "«{p}».",
                _QUESTION_NB,
            ),
            en=FindingText(
                "Those who were asked do not know whether protection has been assessed for “{d}”, "
                "used in “{p}”.",
                _QUESTION_EN,
            ),
        ),
        Case(
            name="not-recorded",
            when=Words(
                "Om personvernet er vurdert, er ikke registrert: ett spørsmål for prosessen.",
                "Whether protection was assessed is not recorded: one question for the process.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Vi vet ikke ennå om personvernet er vurdert for {k} opplysninger i «{p}», blant "
                "dem «{d}».",
                _QUESTION_NB,
            ),
            en=FindingText(
                "We do not know yet whether protection has been assessed for {k} data items in "
                "“{p}”, “{d}” among them.",
                _QUESTION_EN,
            ),
            nb_one=FindingText(
                "Vi vet ikke ennå om personvernet er vurdert for «{d}» i «{p}».", _QUESTION_NB
            ),
            en_one=FindingText(
                "We do not know yet whether protection has been assessed for “{d}” in “{p}”.",
                _QUESTION_EN,
            ),
            open=True,
        ),
    ),
    check=check,
)
