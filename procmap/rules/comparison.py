"""What changed since last time: closed, new and standing findings, and who got responsible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TypeVar

from procmap.labels.agenda import SINCE, SINCE_COUNTS
from procmap.language import find_language
from procmap.rules.baseline import Baseline, BaselineCrossing, BaselineFinding

__all__ = ["Comparison", "compare_baselines"]

Kept = TypeVar("Kept", BaselineFinding, BaselineCrossing)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two reports.

    Args:
        closed: findings of before that are no more.
        new: findings that were not there before.
        standing: findings of both, as they are now.
        rematched: those of `standing` whose fingerprint changed, as (before, now): files exported
            again give elements new ids, and are matched by process, code and names.
        governed: hand-offs that nobody was known to be responsible for, and now somebody is.
        new_handoffs: hand-offs that were not there before.
        headline_before: the headline's sentences before, by language.
        headline_now: the headline's sentences now, by language.

    Examples:
        >>> print(compare_baselines(Baseline(), Baseline()).sentence())
        Siden sist: ingen endringer i overleveringene.
    """

    closed: tuple[BaselineFinding, ...] = ()
    new: tuple[BaselineFinding, ...] = ()
    standing: tuple[BaselineFinding, ...] = ()
    rematched: tuple[tuple[str, str], ...] = ()
    governed: tuple[BaselineCrossing, ...] = ()
    new_handoffs: tuple[BaselineCrossing, ...] = ()
    headline_before: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    headline_now: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def sentence(self, lang: str = "nb") -> str:
        """What happened to the hand-offs, in one sentence."""
        parts = []
        governed, new = len(self.governed), len(self.new_handoffs)
        if governed:
            parts.append(SINCE_COUNTS["governed"].text(governed, lang).format(n=governed))
        if new:
            key = "new" if governed else "new alone"
            parts.append(SINCE_COUNTS[key].text(new, lang).format(n=new))
        said = ", ".join(parts) or SINCE["nothing"].text(lang)
        return SINCE["sentence"].text(lang).format(parts=said)

    def lines(self, lang: str = "nb") -> tuple[str, ...]:
        """The sentence, the numbers of findings, what is new and settled, and both headlines."""
        closed = len(self.closed)
        counted = SINCE_COUNTS["findings"].text(closed, lang)
        found = [
            self.sentence(lang),
            counted.format(n=closed, new=len(self.new), standing=len(self.standing)),
        ]
        for word, findings in (("new", self.new), ("closed", self.closed)):
            label = SINCE[word].text(lang)
            found += [f"{label}: {f.code}  {f.message(lang)}" for f in findings]
        before, now = self.headline_before.get(lang, ()), self.headline_now.get(lang, ())
        if before != now:
            found += [f"{SINCE['before'].text(lang)}: {line}" for line in before]
            found += [f"{SINCE['now'].text(lang)}: {line}" for line in now]
        return tuple(found)

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def _repr_html_(self) -> str:
        lang = find_language()
        first, *others = (escape(line) for line in self.lines(lang))
        inside = "".join(f"<li>{line}</li>" for line in others)
        return (
            f'<section class="procmap-comparison" lang="{escape(lang)}">'
            f"<p><strong>{first}</strong></p>"
            f"<ul>{inside}</ul></section>"
        )


def compare_baselines(before: Baseline, now: Baseline) -> Comparison:
    """Compare two baselines.

    Args:
        before: the earlier one.
        now: the later one.
    """
    pairs, closed, new = _match(
        before.findings, now.findings, lambda f: f.fingerprint, _find_likeness
    )
    crossings, _, new_handoffs = _match(
        before.crossings, now.crossings, lambda c: c.key, lambda c: (c.process, c.units)
    )
    return Comparison(
        closed=closed,
        new=new,
        standing=tuple(later for _, later in pairs),
        rematched=tuple(
            (earlier.fingerprint, later.fingerprint)
            for earlier, later in pairs
            if earlier.fingerprint != later.fingerprint
        ),
        governed=tuple(
            later
            for earlier, later in crossings
            if earlier.governance != "yes" and later.governance == "yes"
        ),
        new_handoffs=new_handoffs,
        headline_before=before.headline,
        headline_now=now.headline,
    )


def _find_likeness(finding: BaselineFinding) -> Hashable:
    return finding.code, finding.process, finding.subject


def _match(
    before: Sequence[Kept],
    now: Sequence[Kept],
    find_key: Callable[[Kept], Hashable],
    find_likeness: Callable[[Kept], Hashable],
) -> tuple[tuple[tuple[Kept, Kept], ...], tuple[Kept, ...], tuple[Kept, ...]]:
    """Pairs in order of now, what is left of before, and what is new.

    By key first; what is left, by likeness, in order: nothing is matched twice.
    """
    by_key = {find_key(item): item for item in before}
    later_keys = {find_key(item) for item in now}
    waiting: defaultdict[Hashable, list[Kept]] = defaultdict(list)
    for item in reversed(before):
        if find_key(item) not in later_keys:
            waiting[find_likeness(item)].append(item)
    pairs: list[tuple[Kept, Kept]] = []
    new: list[Kept] = []
    for item in now:
        known = by_key.get(find_key(item))
        like = waiting.get(find_likeness(item))
        if known is not None:
            pairs.append((known, item))
        elif like:
            pairs.append((like.pop(), item))
        else:
            new.append(item)
    matched = {find_key(earlier) for earlier, _ in pairs}
    closed = tuple(item for item in before if find_key(item) not in matched)
    return tuple(pairs), closed, tuple(new)
