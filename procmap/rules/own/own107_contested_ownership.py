"""OWN107: people who were asked name different owners, or others than the register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import FactState, Opinion, Process
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.own.opinions import find_opinions, group_identities, identify
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding for each process that people were asked about."""
    for process in context.processes:
        answers = find_opinions(context, process)
        case, count, different = _find_case(context, process, answers)
        if not case:
            continue
        yield RULE.finding(
            case,
            options,
            elements=(process.ref,),
            parameters={"p": process.label, "k": count, "n": len(answers), "m": different},
            evidence=(
                Evidence("register", (process.ref,), label="opinions"),
                Evidence("figure", label="answers", value=count, limit=len(answers)),
            ),
            count=count,
        )


def _find_case(
    context: Context, process: Process, answers: Sequence[Opinion]
) -> tuple[str, int, int]:
    """The case, how many answers make it, and how many different ones there are."""
    owners = [identify(context, o.holder.name) for o in context.owners(process)]
    said = [identify(context, a.owner.value) for a in answers if a.owner.value is not None]
    none = [a for a in answers if a.owner.is_absent]
    unsure = [a for a in answers if a.owner.is_unknown]
    different = len(group_identities(said)) + bool(none)
    if owners:
        others = [names for names in said if not any(names & owner for owner in owners)]
        if others or none:
            return "other-than-register", len(others) + len(none), different
    elif different > 1:
        return "differ", len(said) + len(none), different
    # Where nobody knows, another rule asks the same.
    if unsure and context.owner_state(process) is not FactState.UNKNOWN:
        return "unsure", len(unsure), different
    return "", 0, 0


RULE = Rule(
    code="OWN107",
    name="contested-ownership",
    theme="ownership",
    title=Words("Ulike svar på hvem som eier", "Different answers to who owns it"),
    why=Words(
        "Når to enheter peker på hver sin eier, er det lurt å snakke om hva de legger i ordet før "
        "noen blir utnevnt. Regelen ser bare svar som er skrevet ned, og sier ikke hvem som har "
        "rett. En person og en stilling personen har, regnes som samme svar. Hvem som svarte hva, "
        "blir ikke vist.",
        "Where two units each point at an owner of their own, it pays to talk about what they mean "
        "by the word before anybody is appointed. The rule sees only answers that were written "
        "down, and does not say who is right. A person and a position they hold are the same "
        "answer. Who answered what is not shown.",
    ),
    sources=(
        Source(
            "S",
            "4.3",
            "De fleste informantene fra kommunene er usikre på hvem som har ansvar for "
            "arbeidsprosessene",
            Words(
                "Vi spør hver enhet, og ser om svarene peker på samme eier. Målet er vårt.",
                "We ask each unit, and see whether the answers point at one owner. The measure is "
                "ours.",
            ),
        ),
    ),
    cases=(
        Case(
            name="other-than-register",
            when=Words(
                "Registeret oppgir en eier, og minst ett svar peker på en annen eller på ingen.",
                "The register states an owner, and at least one answer names another, or nobody.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "{k} av {n} svar peker på en annen eier av «{p}» enn registeret.",
                "Hva legger dere i «eier» her?",
            ),
            en=FindingText(
                "{k} of {n} answers point at another owner of “{p}” than the register does.",
                "What do you mean by “owner” here?",
            ),
        ),
        Case(
            name="differ",
            when=Words(
                "Ingen eier er oppgitt i registeret, og svarene peker på minst to ulike.",
                "The register states no owner, and the answers point at two at least.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "{k} av {n} svar peker på ulike eiere av «{p}».",
                "Hva legger dere i «eier» her?",
            ),
            en=FindingText(
                "{k} of {n} answers point at different owners of “{p}”.",
                "What do you mean by “owner” here?",
            ),
        ),
        Case(
            name="unsure",
            when=Words(
                "Noen av dem som ble spurt, vet ikke hvem som eier prosessen.",
                "Some of those who were asked do not know who owns the process.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "{k} av {n} spurte vet ikke hvem som eier «{p}».",
                "Hvem ringer dere når «{p}» ikke fungerer?",
            ),
            en=FindingText(
                "{k} of {n} asked do not know who owns “{p}”.",
                "Whom do you call when “{p}” does not work?",
            ),
        ),
    ),
    check=check,
)
