"""What a column of somebody's own list may be for, and the heads people give such columns."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final, Literal, get_args

from procmap.labels.words import Words
from procmap.model import fold

__all__ = ["SINGLE", "USES", "Certainty", "HeadMatch", "Use", "find_use", "match_head", "tidy_head"]

Use = Literal[
    "process",
    "model",
    "owner",
    "person",
    "manager",
    "unit",
    "type",
    "scope",
    "mandate",
    "benefit",
    "source",
    "from",
    "to",
    "nothing",
]


class Certainty(IntEnum):
    """How sure it is what a column is for."""

    UNCLEAR = 0
    LIKELY = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class HeadMatch:
    """What a head says that its column is for, and how clearly."""

    use: Use
    certainty: Certainty


# The words shown for each use, and understood in an option file.
USES: Final[Mapping[Use, Words]] = {
    "process": Words("prosess", "process"),
    "model": Words("modell", "model"),
    "owner": Words("prosesseier (stilling)", "process owner (position)"),
    "person": Words("prosesseier (person)", "process owner (person)"),
    "manager": Words("prosessansvarlig", "process manager"),
    "unit": Words("enhet", "unit"),
    "type": Words("type", "type"),
    "scope": Words("eieransvaret gjelder", "ownership covers"),
    "mandate": Words("mandat", "mandate"),
    "benefit": Words("verdi for innbyggeren", "value for the resident"),
    "source": Words("vedtatt i", "decided in"),
    "from": Words("fra", "from"),
    "to": Words("til", "to"),
    "nothing": Words("tas ikke med", "not taken over"),
}

# Of these, one list has one column; of two the clearer one, else somebody must say.
SINGLE: Final = frozenset(get_args(Use)) - {"nothing"}

_SURE: Final[Mapping[Use, str]] = {
    "process": "prosess, prosesser, prosessnavn, navn på prosess, navn på prosessen, prosessens "
    "navn, arbeidsprosess, tjeneste, tjenester, tjenestenavn, process, processes, process name, "
    "name of process, service",
    "model": "modell, bpmn fil, bpmn modell, bpmn, model, bpmn file, modellfil",
    "owner": "prosesseier, prosesseigar, eier av prosessen, eier av prosess, hvem eier, hvem eier "
    "prosessen, process owner, owner of process, owner, eier, eigar, eiere, tjenesteeier",
    "person": "navn på eier, navn på prosesseier, eiers navn, name of owner, owner name",
    "manager": "prosessansvarlig, prosessansvarleg, prosessleder, prosessforvalter, "
    "process manager, process lead",
    "unit": "enhet, eining, avdeling, avd, seksjon, organisasjonsenhet, org enhet, "
    "ansvarlig enhet, ansvarlig avdeling, unit, department, dept, responsible unit",
    "type": "prosesstype, type prosess, process type",
    "scope": "eieransvaret gjelder, ansvaret gjelder, eierens ansvar, eierens ansvarsområde, "
    "ansvarsomfang, omfang av ansvaret, ownership covers, scope of ownership, "
    "owner s responsibility",
    "mandate": "mandat, fullmakt, mandate",
    "benefit": "verdi for innbyggeren, verdi for innbygger, verdi for bruker, verdi for brukeren, "
    "value for the resident",
    "source": "vedtatt i, besluttet i, decided in",
    "from": "gjelder fra, gyldig fra, fra dato, fra og med, valid from",
    "to": "gjelder til, gyldig til, til dato, til og med, valid to",
}
_LIKELY: Final[Mapping[Use, str]] = {
    "process": "prosess tjeneste, delprosess, rutine, navn, tittel, oppgave, arbeidsoppgave, "
    "ansvarsområde, saksområde, name, title, task",
    "model": "fil, filnavn, file",
    "owner": "ansvarlig leder, ansvarleg leiar, ansvarlig, ansvarleg, ansvar, hovedansvarlig, "
    "tjenesteansvarlig, ansvarlig stilling, ansvarlig rolle, overordnet ansvarlig, prosesseiar, "
    "responsible, accountable, responsible manager, responsible position, eierskap, eieransvar",
    "unit": "virksomhet, virksomhetsområde, tjenesteområde, kommunalområde, sektor, etat, "
    "fagområde, område, tjenestested, kontor, team, stab, division, section, area, sted",
    "type": "type, kategori, prosesskategori, category",
    "scope": "omfang, gjelder, scope",
    "benefit": "verdi, nytte, gevinst, benefit, value",
    "source": "vedtak, kilde, beslutning, source, decision",
    "from": "fra, from",
    "to": "til, to",
}
# What may be an owner, and may as well be something else: the content decides, or a person.
_MAYBE: Final[Mapping[Use, str]] = {
    "owner": "leder, leiar, stilling, rolle, hvem, funksjon, manager, position, role, who",
    "person": "navn på ansvarlig, navn på leder, kontaktperson, kontakt, person, ansvarlig person, "
    "contact, contact person",
}
_LEVELS: Final = (
    (Certainty.SURE, _SURE),
    (Certainty.LIKELY, _LIKELY),
    (Certainty.UNCLEAR, _MAYBE),
)
_PHRASES: Final[Mapping[str, HeadMatch]] = {
    phrase.strip(): HeadMatch(use, level)
    for level, table in reversed(_LEVELS)
    for use, phrases in table.items()
    for phrase in phrases.split(",")
}
_ASIDE: Final = re.compile(r"\(([^)]*)\)")
_MARKS: Final = re.compile(r"[^\w/&+|]+|_")
_JOINTS: Final = re.compile(r"[/&+|]| og | eller | and | or ")
_PERSONAL: Final = frozenset({"navn", "person", "personer", "name"})
_POSITIONAL: Final = frozenset({"stilling", "rolle", "position", "role", "tittel"})
_CLOSE: Final = 0.84


def tidy_head(head: str) -> str:
    """A head as it is compared: folded, without marks, numbers of notes and asides.

    Examples:
        >>> tidy_head("Prosess/tjeneste*"), tidy_head(" AVD. "), tidy_head("Eier (stilling)")
        ('prosess/tjeneste', 'avd', 'eier')
    """
    return " ".join(_MARKS.sub(" ", fold(_ASIDE.sub(" ", head))).split())


@lru_cache(maxsize=4096)
def match_head(head: str) -> HeadMatch | None:
    """What a head says that its column is for, or ``None``.

    Examples:
        >>> match_head("Prosess/tjeneste"), match_head("Ansvarlig leder")
        (HeadMatch(use='process', certainty=<Certainty.SURE: 2>), HeadMatch(use='owner', \
certainty=<Certainty.LIKELY: 1>))
        >>> match_head("Sist revidert") is None
        True
    """
    text = tidy_head(head)
    if not text or len(text) > 60:
        return None
    found = _PHRASES.get(text) or _match_parts(text) or _match_misspelled(text)
    aside = {word for part in _ASIDE.findall(head) for word in fold(part).split()}
    if found is not None and found.use == "owner" and aside & _PERSONAL:
        return HeadMatch("person", found.certainty)
    if found is not None and found.use in ("owner", "person") and aside & _POSITIONAL:
        return HeadMatch("owner", max(found.certainty, Certainty.LIKELY))
    return found


def _match_parts(text: str) -> HeadMatch | None:
    """A head of several words for one thing, or with one word among others."""
    parts = [part.strip() for part in _JOINTS.split(text) if part.strip()]
    known = [match for part in parts if (match := _PHRASES.get(part))]
    uses = {match.use for match in known}
    if known and len(uses) == 1:
        use = known[0].use
        is_whole = len(known) == len(parts) and len(parts) > 1
        certainty = min(match.certainty for match in known)
        return HeadMatch(use, certainty if is_whole else min(certainty, Certainty.LIKELY))
    if uses:
        return HeadMatch(known[0].use, Certainty.UNCLEAR)
    return None


def _match_misspelled(text: str) -> HeadMatch | None:
    near = difflib.get_close_matches(text, _PHRASES, n=1, cutoff=_CLOSE) if len(text) > 4 else []
    if not near:
        return None
    match = _PHRASES[near[0]]
    return HeadMatch(match.use, min(match.certainty, Certainty.LIKELY))


def find_use(word: str) -> Use | None:
    """The use that a word of an option file means, or ``None``.

    Examples:
        >>> find_use("Prosesseier"), find_use("owner"), find_use("ingenting"), find_use("tull")
        ('owner', 'owner', 'nothing', None)
    """
    return _SPELLED.get(fold(word)) or _SPELLED.get(tidy_head(word))


_SPELLED: Final[Mapping[str, Use]] = {
    **{tidy_head(words.nb): use for use, words in USES.items() if use != "person"},
    **{tidy_head(words.en): use for use, words in USES.items() if use != "person"},
    **{fold(words.nb): use for use, words in USES.items()},
    **{fold(words.en): use for use, words in USES.items()},
    **{use: use for use in get_args(Use)},
    "ingenting": "nothing",
    "ikke": "nothing",
    "eier": "owner",
    "stilling": "owner",
    "process owner": "owner",
    "navn": "person",
}
