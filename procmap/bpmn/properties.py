"""Fields that people name themselves, and which of their names procmap understands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal, get_args

from lxml import etree

from procmap.model import Performer, fold, tidy

__all__ = ["Fields", "Meaning", "PropertyNames", "find_values"]

Meaning = Literal[
    "owner", "manager", "unit", "role", "person", "system", "kpi", "consulted", "informed"
]

_MEANINGS: Final[tuple[Meaning, ...]] = get_args(Meaning)
_EMPTY: Final = frozenset({"", "-", "[]", "{}", "null", "none", "no entry", "ikke angitt"})
_MOST_SPELLINGS: Final = 10_000
_LONGEST_SPELLING: Final = 100
_JOINTS: Final = str.maketrans("", "", " _-.:/")


@dataclass(frozen=True, slots=True)
class PropertyNames:
    """Which names of user-defined fields mean what.

    Names are compared folded and without joints, so that ``"IT-system"``, ``"itSystem"`` and
    ``"it_system"`` are one. The defaults are Norwegian and English, and the field names that
    Signavio and Trisotech give their own (some of those German). A name in several of the
    tuples means the first.

    Args:
        owner: who owns the process; read on processes, pools and diagrams.
        manager: who manages the process; read there too.
        unit: which unit performs a step.
        role: which position performs a step.
        person: which person performs a step.
        system: which IT system is used.
        kpi: what the process or step is measured by.
        consulted: who is asked before.
        informed: who is told afterwards.

    Examples:
        >>> PropertyNames(unit=("Tjenesteområde",)).unit
        ('Tjenesteområde',)
    """

    owner: tuple[str, ...] = (
        "prosesseier", "eier", "process owner", "owner", "accountable",
        "meta-owner", "meta-processowner", "prozessverantwortlicher", "prozesseigner",
        "meta-prozessverantwortlicher",
    )  # fmt: skip
    manager: tuple[str, ...] = (
        "prosessansvarlig", "prosessleder", "process manager", "meta-processmanager",
    )  # fmt: skip
    unit: tuple[str, ...] = (
        "enhet", "ansvarlig enhet", "avdeling", "seksjon", "organisasjonsenhet",
        "unit", "responsible unit", "department", "business unit", "org unit",
        "organisational unit", "organizational unit", "organisation unit", "organization unit",
    )  # fmt: skip
    role: tuple[str, ...] = (
        "rolle", "roller", "stilling", "utfører", "ansvarlig",
        "role", "roles", "position", "performer", "responsible",
    )  # fmt: skip
    person: tuple[str, ...] = ("person", "ansvarlig person", "responsible person")
    system: tuple[str, ...] = (
        "system", "systemer", "it-system", "it-systemer", "fagsystem", "applikasjon",
        "systems", "it systems", "application", "via it system",
    )  # fmt: skip
    kpi: tuple[str, ...] = (
        "kpi",
        "måltall",
        "nøkkeltall",
        "måleindikator",
        "meta-kpi",
        "indicator",
    )
    consulted: tuple[str, ...] = ("konsultert", "konsulteres", "consulted", "wirdkonsultiert")
    informed: tuple[str, ...] = ("informert", "informeres", "informed", "wirdinformiert")

    def __post_init__(self) -> None:
        # What every document asks for is kept by these names, so that they must be hashable.
        for meaning in _MEANINGS:
            object.__setattr__(self, meaning, tuple(getattr(self, meaning)))


class _Meanings(dict[str, "Meaning | None"]):
    """Meanings by name as written; each spelling is folded once, since that takes long."""

    def __init__(self, names: PropertyNames) -> None:
        super().__init__()
        self._known = _find_known(names)

    def __missing__(self, name: str) -> Meaning | None:
        meaning = self._known.get(_squeeze(name))
        # Files of strangers must not fill the memory: tools have a few hundred names, all short.
        if len(self) < _MOST_SPELLINGS and len(name) <= _LONGEST_SPELLING:
            self[name] = meaning
        return meaning


@dataclass(slots=True)
class Fields:
    """The vendor fields of one document: what names mean, and what ids in values refer to.

    Args:
        names: what the user's own names mean.
        starters: who may start each process, by its id, as far as anybody asked.
    """

    names: PropertyNames = PropertyNames()
    starters: dict[str, tuple[Performer, ...]] = field(default_factory=dict, repr=False)
    _meanings: _Meanings = field(init=False, repr=False)
    _labels: dict[str, Mapping[str, str]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self._meanings = _find_meanings(self.names)

    def meaning_of(self, name: str) -> Meaning | None:
        """What a field of this name means; ``None`` where procmap cannot know.

        Examples:
            >>> Fields().meaning_of("Process-Owner"), Fields().meaning_of("bgcolor")
            ('owner', None)
        """
        return self._meanings[name]

    def label(self, element: etree._Element, tag: str, id: str) -> str:
        """The name that an element of this tag, with this id, has anywhere in the document."""
        labels = self._labels.get(tag)
        if labels is None:
            root = element.getroottree().getroot()
            labels = self._labels[tag] = dict(_find_labels(root, tag))
        return labels.get(id, "")


def find_values(text: str | None) -> tuple[str, ...]:
    """The values of a field: several where it is a list in JSON, none where it is a tool's default.

    Commas do not part values: a position may have one in its name.

    Examples:
        >>> find_values('["Lønn", "HR"]'), find_values("Leder, økonomi"), find_values("[]")
        (('Lønn', 'HR'), ('Leder, økonomi',), ())
    """
    plain = tidy(text or "")
    if plain.casefold() in _EMPTY:
        return ()
    if not plain.startswith(("[", "{", '"')):
        return (plain,)
    try:
        parsed = json.loads(plain)
    except (ValueError, RecursionError):
        return (plain,)
    items = parsed if isinstance(parsed, list) else [parsed]
    names = (tidy(_name_in(item)) for item in items)
    return tuple(name for name in names if name.casefold() not in _EMPTY)


def _name_in(item: object) -> str:
    if isinstance(item, dict):
        found = (item.get(key) for key in ("name", "title", "label", "value"))
        return next((each for each in found if isinstance(each, str)), "")
    return item if isinstance(item, str) else ""


# For a folder, every document asks for the same.
@lru_cache(maxsize=16)
def _find_meanings(names: PropertyNames) -> _Meanings:
    return _Meanings(names)


def _find_known(names: PropertyNames) -> Mapping[str, Meaning]:
    known: dict[str, Meaning] = {}
    for meaning in _MEANINGS:
        for name in getattr(names, meaning):
            known.setdefault(_squeeze(name), meaning)
    return known


def _squeeze(name: str) -> str:
    return fold(name).translate(_JOINTS)


def _find_labels(root: etree._Element, tag: str) -> Iterator[tuple[str, str]]:
    for element in root.iter(tag):
        stated = element.get("Id") or element.get("id") or ""
        inner = element.find("{*}Name")
        name = element.get("name") or (inner.text if inner is not None else "")
        yield stated, tidy(name or "")
