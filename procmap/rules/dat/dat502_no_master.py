"""DAT502: a data item without a master: no place whose value counts before the others."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import fold
from procmap.rules.context import Context
from procmap.rules.dat.uses import Item, find_items, find_places
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each data item said to have none, one question a process for the rest."""
    items = [item for item in find_items(context) if item.uses]
    open_: list[Item] = []
    for item in items:
        master = item.item.master
        if master.is_absent or master.is_unknown:
            yield _build(context, [item], "absent" if master.is_absent else "unknown", options)
        elif not master.is_recorded and _is_kept_twice(item):
            open_.append(item)
    # A register that says so of no item has not come to that question yet.
    if any(item.item.master.is_recorded for item in items):
        by_process: dict[str, list[Item]] = {}
        for item in open_:
            home = context.by_label(use.process for use in item.of_kind("writes", "collects"))[0]
            by_process.setdefault(str(home.ref), []).append(item)
        for _, group in sorted(by_process.items()):
            yield _build(context, group, "not-recorded", options)


def _is_kept_twice(item: Item) -> bool:
    """Whether more than one process is known to put a value in."""
    return len({use.process.ref for use in item.of_kind("writes", "collects")}) > 1


def _build(context: Context, items: list[Item], case: str, options: Options) -> Finding:
    kept = [use for item in items for use in item.of_kind("writes", "collects")]
    uses = kept or [use for item in items for use in item.uses]
    process = context.by_label(use.process for use in uses)[0]
    places = find_places(uses)
    subject = ("process",) if case == "not-recorded" else ("item", fold(items[0].name))
    return RULE.finding(
        case,
        options,
        elements=tuple(dict.fromkeys((process.ref, *places))),
        parameters={"d": items[0].name, "p": process.label, "k": len(items)},
        evidence=(Evidence("register", places, label="master"),),
        subject=subject,
        count=len(items),
        location=items[0].item.master.origin,
    )


_QUESTION_NB = "Hvor retter vi «{d}» når det er feil?"
_QUESTION_EN = "Where do we correct “{d}” when it is wrong?"

RULE = Rule(
    code="DAT502",
    name="no-master",
    theme="understanding",
    title=Words("Opplysning uten mester", "Data item without a master"),
    why=Words(
        "Finnes en opplysning flere steder, må ett av dem gjelde foran de andre. Det stedet er "
        "mesteren. Regelen ser bare opplysninger som registeret navngir. Er mesteren ikke "
        "registrert, spør den bare der flere prosesser legger inn opplysningen, og ett spørsmål "
        "for hver prosess.",
        "Where a data item is kept in several places, one of them must count before the others. "
        "That place is the master. The rule sees only items that the register names. Where the "
        "master is not recorded, it asks only where several processes put the item in, and one "
        "question a process.",
    ),
    sources=(
        Source(
            "S",
            "5",
            "hvilke data som skal registreres hvor og brukes av hvem",
            Words(
                "Mesteren svarer på «hvor». Ordet er fra praksis.",
                "The master answers “where”. The word is from practice.",
            ),
        ),
        Source(
            "S",
            "4.1",
            "benytter data som allerede eksisterer i egne systemer og nasjonale kilder",
            Words(
                "En nasjonal kilde, som Folkeregisteret, kan være mester.",
                "A national source, such as Folkeregisteret, may be the master.",
            ),
        ),
    ),
    cases=(
        Case(
            name="absent",
            when=Words(
                "Noen har sagt at opplysningen ikke har en mester.",
                "Somebody said that the item has no master.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText("Det finnes ikke ett sted der «{d}» alltid er riktig.", _QUESTION_NB),
            en=FindingText("There is no one place where “{d}” is always right.", _QUESTION_EN),
        ),
        Case(
            name="unknown",
            when=Words(
                "De som ble spurt, vet ikke hvor mesteren er.",
                "Those who were asked do not know where the master is.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText("De som er spurt, vet ikke hvor «{d}» alltid er riktig.", _QUESTION_NB),
            en=FindingText(
                "Those who were asked do not know where “{d}” is always right.", _QUESTION_EN
            ),
        ),
        Case(
            name="not-recorded",
            when=Words(
                "Flere prosesser legger inn opplysningen, og mesteren er ikke registrert.",
                "Several processes put the item in, and the master is not recorded.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Vi vet ikke ennå hvor {k} opplysninger fra «{p}» alltid er riktige, blant dem "
                "«{d}».",
                _QUESTION_NB,
            ),
            en=FindingText(
                "We do not know yet where {k} data items from “{p}” are always right, “{d}” among "
                "them.",
                _QUESTION_EN,
            ),
            nb_one=FindingText(
                "Flere prosesser legger inn «{d}». Vi vet ikke ennå hvor den alltid er riktig.",
                _QUESTION_NB,
            ),
            en_one=FindingText(
                "Several processes put “{d}” in. We do not know yet where it is always right.",
                _QUESTION_EN,
            ),
            open=True,
        ),
    ),
    check=check,
)
