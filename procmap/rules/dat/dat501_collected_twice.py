"""DAT501: a data item that is collected more than once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import fold
from procmap.rules.context import Context
from procmap.rules.dat.uses import Item, Use, find_items, find_places
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding for each data item of the register."""
    for item in find_items(context):
        uses = _find_repeated(context, item)
        if len(uses) < 2:
            continue
        processes = context.by_label({use.process.ref: use.process for use in uses}.values())
        places = find_places(uses)
        yield RULE.finding(
            "has-master" if item.item.master.is_stated else "collected-twice",
            options,
            elements=tuple(dict.fromkeys((*(p.ref for p in processes), *places))),
            parameters={"d": item.name, "n": len(uses), "p": processes[0].label},
            evidence=(
                Evidence("register", places, label="data uses"),
                Evidence("figure", label="times collected", value=len(uses), limit=1),
            ),
            subject=("item", fold(item.name)),
        )


def _find_repeated(context: Context, item: Item) -> tuple[Use, ...]:
    """The uses that collect the same from the same, one for ways that exclude each other.

    What comes from the master is not asked for again. Two that are asked of different people may
    be two things; one of which nobody has said whom it is asked of may be either.
    """
    master = fold(item.item.master.value or "")
    collected = [
        use
        for use in item.of_kind("collects")
        if not master or fold(use.source.value or "") != master
    ]
    sources = {fold(use.source.value or "") for use in collected}
    groups = [
        [use for use in collected if fold(use.source.value or "") in ("", source)]
        for source in sorted(sources - {""}) or [""]
    ]
    repeated = (_leave_out_alternatives(context, group) for group in groups)
    return max(repeated, key=len, default=())


def _leave_out_alternatives(context: Context, uses: Sequence[Use]) -> tuple[Use, ...]:
    """Of one process, the first use, and those that come after another on some path."""
    kept: list[Use] = []
    seen: set[ElementRef] = set()
    for use in uses:
        first = use.process.ref not in seen
        seen.add(use.process.ref)
        others = {u.place for u in uses if u.process.ref == use.process.ref and u is not use}
        if first or _follows(context, use, others):
            kept.append(use)
    return tuple(kept)


def _follows(context: Context, use: Use, others: set[ElementRef]) -> bool:
    """Whether work that has been at one of the other steps may come to this one."""
    before: dict[ElementRef, list[ElementRef]] = {}
    for succession in context.successions.get(use.process.ref, ()):
        before.setdefault(succession.target, []).append(succession.source)
    todo, seen = deque([use.place]), {use.place}
    while todo:
        for step in before.get(todo.popleft(), ()):
            if step in others:
                return True
            if step not in seen:
                seen.add(step)
                todo.append(step)
    return False


_QUESTION_NB = "Kan vi bruke det vi allerede har?"
_QUESTION_EN = "Can we use what we already have?"

RULE = Rule(
    code="DAT501",
    name="collected-twice",
    theme="understanding",
    title=Words("Hentes inn flere ganger", "Collected more than once"),
    why=Words(
        "Det er tungvint å bli spurt om det samme igjen, og svarene blir ulike over tid. Regelen "
        "ser bare opplysninger som registeret navngir: like ord på to tegninger sier ingenting. "
        "Det som hentes fra mesteren, er ikke spurt om på nytt, og av to veier som utelukker "
        "hverandre, telles bare den ene.",
        "Being asked the same again is tiresome, and the answers drift apart. The rule sees only "
        "data items that the register names: equal words on two drawings say nothing. What comes "
        "from the master is not asked for again, and of two ways that exclude each other only one "
        "counts.",
    ),
    sources=(
        Source(
            "S",
            "4.1",
            "unngår å måtte innhente informasjon som det offentlige allerede har",
            Words(
                "Vi teller hvor mange ganger registeret sier at en opplysning hentes inn.",
                "We count how often the register says that a data item is collected.",
            ),
        ),
    ),
    cases=(
        Case(
            name="has-master",
            when=Words(
                "Opplysningen hentes inn minst to ganger, og registeret sier hvor den finnes.",
                "The item is collected at least twice, and the register says where it is kept.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText("«{d}» hentes inn {n} ganger.", _QUESTION_NB),
            en=FindingText("“{d}” is collected {n} times.", _QUESTION_EN),
        ),
        Case(
            name="collected-twice",
            when=Words(
                "Opplysningen hentes inn minst to ganger; hvor den finnes, er ikke oppgitt.",
                "The item is collected at least twice; where it is kept is not stated.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText("«{d}» hentes inn {n} ganger.", _QUESTION_NB),
            en=FindingText("“{d}” is collected {n} times.", _QUESTION_EN),
        ),
    ),
    check=check,
)
