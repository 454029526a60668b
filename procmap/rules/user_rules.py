"""Rules of users, found through the entry point group ``procmap.rules``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from procmap.errors import RuleError
from procmap.labels import Given, Text, Words
from procmap.rules.registry import RULES
from procmap.rules.rule import Rule

__all__ = ["GROUP", "find_all_rules"]

GROUP: Final = "procmap.rules"


def find_all_rules() -> tuple[Rule, ...]:
    """The rules of procmap, then those of users by code.

    A package offers rules by an entry point of the group ``procmap.rules`` that is a `Rule`, or
    several::

        [project.entry-points."procmap.rules"]
        our-rules = "our_package.rules:RULES"

    Raises:
        RuleError: an entry point cannot be loaded, is no rule, or takes a code or name that is
            taken; names the entry point.
    """
    return merge_rules(entry_points(group=GROUP))


def merge_rules(points: Iterable[EntryPoint]) -> tuple[Rule, ...]:
    """The rules of procmap, with those of entry points behind them.

    Args:
        points: the entry points, in any order.

    Raises:
        RuleError: as for `find_all_rules`.
    """
    taken = {word.casefold(): rule.code for rule in RULES for word in _words(rule)}
    found: dict[str, Rule] = {}
    for point in sorted(points, key=lambda point: (point.name, point.value)):
        for rule in _load(point):
            if found.get(rule.code) == rule:
                # One package may be installed in two places of the path.
                continue
            for word in _words(rule):
                if word.casefold() in taken:
                    raise RuleError(
                        Words(
                            "{code} bruker {word}, som {other} har tatt",
                            "{code} uses {word}, which is taken by {other}",
                        ).fill(code=rule.code, word=Given(word), other=taken[word.casefold()]),
                        where=_where(point),
                        expected=Words(
                            "en kode, et navn og andre navn som ingen andre har",
                            "a code, a name and aliases of its own",
                        ),
                    )
                taken[word.casefold()] = rule.code
            found[rule.code] = rule
    return (*RULES, *(found[code] for code in sorted(found)))


def _words(rule: Rule) -> tuple[str, ...]:
    return (rule.code, rule.name, *rule.aliases)


def _load(point: EntryPoint) -> Iterator[Rule]:
    try:
        loaded = point.load()
    except Exception as error:
        raise RuleError(
            Words("kan ikke lastes: {kind}: {error}", "cannot be loaded: {kind}: {error}").fill(
                kind=type(error).__name__, error=str(error)
            ),
            where=_where(point),
            remedy=Words(
                "Avinstaller pakken den kommer fra, eller rett den.",
                "Uninstall the package that offers it, or mend it.",
            ),
        ) from error
    offered: Sequence[object] = loaded if isinstance(loaded, list | tuple) else (loaded,)
    for rule in offered:
        if not isinstance(rule, Rule):
            raise RuleError(
                Words("er en {kind}", "is a {kind}").fill(kind=type(rule).__name__),
                where=_where(point),
                expected=Words(
                    "en procmap.rules.Rule, eller en liste med slike",
                    "a procmap.rules.Rule, or a list of them",
                ),
            )
        yield rule


def _where(point: EntryPoint) -> Text:
    return Words("inngangen {name} ({value})", "entry point {name} ({value})").fill(
        name=Given(point.name), value=point.value
    )
