"""OWN108: one owner of many processes."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Holder, Process, fold
from procmap.rules.context import Context
from procmap.rules.options import Option, Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each owner of more processes than the option says."""
    owned: dict[tuple[str, str], tuple[list[Holder], list[Process]]] = {}
    total = 0
    for process in context.processes:
        holders: dict[tuple[str, str], Holder] = {
            (o.holder.kind, fold(o.holder.name)): o.holder for o in context.owners(process)
        }
        total += bool(holders)
        for key, holder in holders.items():
            holders_of_key, processes = owned.setdefault(key, ([], []))
            holders_of_key.append(holder)
            processes.append(process)
    for key, (spelled, found) in sorted(owned.items(), key=lambda item: item[0]):
        # Of several spellings, one that no order of the files decides.
        holder = min(spelled, key=lambda one: one.name)
        if len(found) <= options.number("processes"):
            continue
        refs = tuple(process.ref for process in context.by_label(found))
        is_person = holder.kind == "person"
        yield RULE.finding(
            "person" if is_person else "position",
            options,
            elements=refs,
            # Names of persons stay out of messages, and out of what is saved with them.
            parameters={"h": "" if is_person else holder.name, "k": len(found), "n": total},
            evidence=(
                Evidence(
                    "figure",
                    refs,
                    label="processes owned",
                    value=len(found),
                    limit=options.number("processes"),
                ),
                Evidence(
                    "figure", label="share of owned processes", value=round(len(found) / total, 3)
                ),
            ),
            subject=key,
        )


RULE = Rule(
    code="OWN108",
    name="many-processes-one-owner",
    theme="ownership",
    title=Words("Én eier av mange prosesser", "One owner of many processes"),
    why=Words(
        "Den som eier mange prosesser, rekker kanskje ikke å følge med på alle. Det kan også være "
        "helt i orden. Tallet er til orientering, og grensen er deres å sette.",
        "Whoever owns many processes may not have the time to follow them all. It may also be "
        "quite in order. The number is for information, and the limit is yours to set.",
    ),
    sources=(
        Source(
            "S",
            "4.3",
            "Kommunens ledere har gjerne ansvar for mange prosesser og oppgaver",
            Words(
                "Studien gir ingen grense. Vår sier bare når det kan være verdt å spørre.",
                "The study gives no limit. Ours only says when it may be worth asking.",
            ),
        ),
    ),
    cases=(
        Case(
            name="position",
            when=Words(
                "En stilling, en enhet eller et nettverk eier flere prosesser enn grensen.",
                "A position, unit or network owns more processes than the limit.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "{h} eier {k} av {n} prosesser som har en eier.",
                "Hvilke av disse trenger mest oppmerksomhet, og hvem kan ta noen av dem?",
            ),
            en=FindingText(
                "{h} owns {k} of {n} processes that have an owner.",
                "Which of these need the most attention, and who could take some of them?",
            ),
        ),
        Case(
            name="person",
            when=Words(
                "Det samme, der eieren er en navngitt person. Navn vises ikke.",
                "The same, where the owner is a named person. Names are not shown.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Én person eier {k} av {n} prosesser som har en eier.",
                "Hvilke av disse trenger mest oppmerksomhet, og hvem kan ta noen av dem?",
            ),
            en=FindingText(
                "One person owns {k} of {n} processes that have an owner.",
                "Which of these need the most attention, and who could take some of them?",
            ),
        ),
    ),
    check=check,
    options=(
        Option(
            "processes",
            5,
            Words(
                "Flere prosesser enn dette gir et funn. Studien gir ingen grense; fem er et sted "
                "å begynne, siden en leder sjelden følger flere tett.",
                "More processes than this give a finding. The study gives no limit; five is a "
                "place to begin, since a manager seldom follows more than that closely.",
            ),
            minimum=1,
        ),
    ),
)
