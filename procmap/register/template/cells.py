"""Facts and owners spelled the way the cells of a table are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from procmap.model import Fact, Holder, Mandate, Ownership, Scope
from procmap.register.cell_text import join_list, join_prefix, split_list, split_prefix
from procmap.register.merging.holders import Holders
from procmap.register.merging.unit_book import UnitBook
from procmap.register.reading.columns import COLUMNS
from procmap.register.sheets import Lang, spell_word

__all__ = [
    "HOLDER_WORDS",
    "is_spelled_bare",
    "spell_cell_fact",
    "spell_cell_holder",
    "spell_owner",
    "spell_reach",
]

T = TypeVar("T")

HOLDER_WORDS: Final = {
    "nb": {"role": "rolle", "person": "person", "unit": "enhet", "network": "nettverk"},
    "en": {"role": "role", "person": "person", "unit": "unit", "network": "network"},
}


def spell_cell_fact(fact: Fact[T], lang: Lang, spell: Callable[[T], str]) -> str:
    """A fact as a cell: its value, the word for its state, or "" where nobody recorded it.

    Examples:
        >>> spell_cell_fact(Fact.absent(), "nb", str), spell_cell_fact(Fact(), "nb", str)
        ('nei, ingen', '')
    """
    if fact.value is not None:
        return spell(fact.value)
    return spell_word(fact.state, lang) if fact.is_recorded else ""


def spell_cell_holder(holder: Holder, holders: Holders, lang: Lang) -> str:
    """A holder: the name alone where that is recognised as what the holder is.

    Args:
        holder: the holder.
        holders: everybody who can answer for something.
        lang: language of the word before the name, where there is one.
    """
    if is_spelled_bare(holder, holders):
        return holder.name
    return join_prefix(HOLDER_WORDS[lang][holder.kind], holder.name)


def is_spelled_bare(holder: Holder, holders: Holders) -> bool:
    """Whether a holder's name alone is read back as the holder."""
    is_taken = split_prefix(holder.name, COLUMNS["performer"]) is not None
    return not is_taken and holders.recognise(holder.name) == holder


def spell_owner(ownership: Ownership, holders: Holders, lang: Lang) -> dict[str, str]:
    """The cells of one who answers for a process, by key.

    Args:
        ownership: who answers for what.
        holders: everybody who can answer for something.
        lang: language of its words.
    """
    units = holders.units
    return {
        "holder": spell_cell_holder(ownership.holder, holders, lang),
        "kind": "" if ownership.kind == "owner" else spell_word(ownership.kind, lang),
        "scope": spell_cell_fact(ownership.scope, lang, lambda s: spell_reach(s, units, lang)),
        "mandate": spell_cell_fact(ownership.mandate, lang, lambda m: spell_reach(m, units, lang)),
        "source": ownership.source,
        "from": ownership.valid_from.isoformat() if ownership.valid_from else "",
        "to": ownership.valid_to.isoformat() if ownership.valid_to else "",
    }


def spell_reach(reach: Scope | Mandate, units: UnitBook, lang: Lang) -> str:
    """How far something reaches: a word, units, or steps.

    Args:
        reach: the scope or mandate.
        units: the units there are.
        lang: language of its words.
    """
    if isinstance(reach, Scope) and reach.kind == "steps":
        word = "steps" if lang == "en" else "steg"
        return join_prefix(word, join_list(step.id for step in reach.steps))
    if reach.kind == "units":
        return _prefix_units(units.spell(key) for key in reach.units)
    return spell_word(reach.kind, lang)


def _prefix_units(names: Iterable[str]) -> str:
    """Units as a list; said to be units where a name could be taken for another key."""
    listed = tuple(names)
    text = join_list(listed)
    if split_prefix(text, COLUMNS["scope"]) is None and split_list(text) == listed:
        return text
    return join_prefix("units", text)
