"""DAT503: data items that are put in, and that nobody is recorded to read."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.rules.context import Context
from procmap.rules.dat.uses import Item, find_items, find_places
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one question for each process that puts such items in."""
    items = find_items(context)
    # A register that says of no item who reads it has not come to that question yet.
    if not any(item.of_kind("reads") for item in items):
        return
    unread: dict[ElementRef, list[Item]] = {}
    for item in items:
        put_in = item.of_kind("collects", "writes")
        if put_in and not item.of_kind("reads"):
            home = context.by_label(use.process for use in put_in)[0]
            unread.setdefault(home.ref, []).append(item)
    for ref, group in sorted(unread.items()):
        process = context.process_by_ref[ref]
        uses = (use for item in group for use in item.of_kind("collects", "writes"))
        places = find_places(uses)
        yield RULE.finding(
            "not-read",
            options,
            elements=tuple(dict.fromkeys((ref, *places))),
            parameters={"p": process.label, "k": len(group), "d": group[0].name},
            evidence=(
                Evidence("register", places, label="data uses"),
                Evidence("figure", label="items nobody is recorded to read", value=len(group)),
            ),
            count=len(group),
        )


_QUESTION_NB = "Hvem bruker «{d}», og til hva?"
_QUESTION_EN = "Who uses “{d}”, and what for?"

RULE = Rule(
    code="DAT503",
    name="dead-data",
    theme="understanding",
    title=Words("Opplysning som ingen er registrert å bruke", "Data nobody is recorded to use"),
    why=Words(
        "Noe som legges inn uten at noen leser det, er arbeid som kan spares. At ingen er "
        "registrert, betyr ikke at ingen leser det: derfor er det alltid et spørsmål. Regelen spør "
        "først når registeret sier om minst én opplysning hvem som leser den.",
        "What is put in without anybody reading it is work that can be saved. That nobody is "
        "recorded does not mean that nobody reads it: so this is always a question. The rule asks "
        "only once the register says of one item at least who reads it.",
    ),
    sources=(
        Source(
            "S",
            "5",
            "hvilke data som skal registreres hvor og brukes av hvem",
            Words(
                "Vi ser etter opplysninger der «av hvem» står åpent.",
                "We look for data items where “by whom” is open.",
            ),
        ),
    ),
    cases=(
        Case(
            name="not-read",
            when=Words(
                "Opplysningen hentes inn eller skrives, og ingen er registrert å lese den.",
                "The item is collected or written, and nobody is recorded to read it.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Vi vet ikke ennå hvem som bruker {k} opplysninger fra «{p}», blant dem «{d}».",
                _QUESTION_NB,
            ),
            en=FindingText(
                "We do not know yet who uses {k} data items from “{p}”, “{d}” among them.",
                _QUESTION_EN,
            ),
            nb_one=FindingText("Vi vet ikke ennå hvem som bruker «{d}» fra «{p}».", _QUESTION_NB),
            en_one=FindingText("We do not know yet who uses “{d}” from “{p}”.", _QUESTION_EN),
            open=True,
        ),
    ),
    check=check,
)
