"""Heads that people write of their own accord, understood where only one thing can be meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from procmap.register.reading.columns import COLUMNS
from procmap.register.words import (
    CHANNELS,
    LANE_KINDS,
    PROCESS_KINDS,
    REACHES,
    fold_key,
    read_state,
)

__all__ = ["LIKELY_HEADS", "match_heads"]

_NAMED: Final = "prosessnavn, navn på prosessen, navn på prosess, process name, name of process"
_REACH: Final = (
    "eierens ansvar, eieransvar gjelder, ansvaret gjelder, ansvarsomfang, omfang av ansvaret, "
    "owner's responsibility, owners responsibility, responsibility covers, scope of ownership"
)
_OWNER: Final = (
    "eier av prosessen, eier av prosess, hvem eier?, hvem eier, hvem eier prosessen, "
    "eierens stilling, ansvarlig, ansvarlig leder, ansvarlig stilling, hovedansvarlig, stilling, "
    "owner of the process, owner position, who owns it, who owns it?, responsible, accountable, "
    "responsible position, position"
)
_UNIT: Final = (
    "avdeling, seksjon, organisasjonsenhet, virksomhetsområde, tjenesteområde, department, "
    "organisational unit, business area"
)
_AREA: Final = (
    "virksomhetsområde, tjenesteområde, kommunalområde, sektor, avdeling, business area, "
    "sector, department"
)

# For each table, what a head may mean: a key, or several of which only one is free.
_LIKELY: Final[Mapping[str, Mapping[tuple[str, ...], str]]] = {
    "units": {
        ("name",): "enhetsnavn, avdelingsnavn, organisasjonsenhet, seksjon, unit name, "
        "organisational unit",
        ("name", "under"): _AREA,
        ("under",): "overordnet, overordnet enhet, ligger i, del av, hører under, part of, "
        "lies under, superior unit",
        ("manager",): "enhetsleder, lederstilling, leders stilling, ansvarlig leder, ansvarlig, "
        "stilling, avdelingsleder, virksomhetsleder, unit manager, manager position, "
        "responsible, position",
    },
    "people": {
        ("name",): "ansatt, medarbeider, fullt navn, employee, full name",
        ("unit",): f"{_UNIT}, tilhører, belongs to",
        ("positions",): "stillingstittel, rolle, roller, title, job title, role, roles",
        ("deputy",): "vara, substitute",
    },
    "lanes": {
        ("lane",): "banenavn, swimlane, lane name",
        ("is",): "type, hva er den, hva er den?, hva er det, what is it, what is it?, kind",
        ("unit",): f"{_UNIT}, tilhører, belongs to",
    },
    "processes": {
        ("name",): f"{_NAMED}, prosess/tjeneste, arbeidsprosess, tjeneste, work process, service",
        ("model",): "modellfil, bpmn, bpmn fil, filnavn, model file, bpmn file, file, file name",
        ("type",): "type prosess, prosesskategori, kategori, process type, category",
        ("ownership",): _OWNER,
        ("ownership", "scope"): "ansvar, eieransvar, ansvarsområde, responsibility",
        ("scope",): _REACH,
        ("mandate",): "eierens mandat, myndighet, owner's mandate, owners mandate, authority",
        ("benefit",): "verdi for innbygger, verdi for innbyggere, nytte for innbyggeren, "
        "value for residents, benefit for the resident",
        ("customer",): "målgruppe, mottaker, for hvem, for hvem?, target group, for whom, "
        "for whom?",
        ("purpose",): "hensikt, hvorfor, aim",
    },
    "ownerships": {
        ("process",): _NAMED,
        ("holder",): _OWNER,
        ("holder", "scope"): "ansvar, eieransvar, ansvarsområde, responsibility",
        ("scope",): _REACH,
        ("mandate",): "eierens mandat, myndighet, owner's mandate, owners mandate, authority",
    },
    "boundaries": {
        ("from",): "fra avdeling, avgiver, from department",
        ("to",): "til avdeling, mottaker, to department, receiver",
        ("coordinator",): "ansvarlig, ansvar, hvem avgjør, hvem avgjør?, responsible",
    },
    "systems": {
        ("name",): "systemnavn, fagsystem, system name",
        ("responsible",): "avdeling, virksomhetsområde, department, business area",
        ("line",): "systemeier, eier, ansvar, stilling, system owner, owner, position",
    },
    "opinions": {
        ("process",): _NAMED,
        ("unit",): f"{_UNIT}, hvem svarer, hvem svarer?, who answers, who answers?",
        ("owner",): "prosesseier, eieren, hvem eier?, hvem eier, stilling, svar, process owner, "
        "who owns it, who owns it?, position, answer",
    },
    "decisions": {
        ("point",): "tema, sakspunkt, topic",
        ("decision",): "hva ble bestemt, konklusjon, what was decided",
        ("responsible",): "ansvar, stilling, hvem, følges opp av, responsibility, position, who",
        ("deadline",): "innen, dato, due date, date",
    },
    "steps": {
        ("process",): _NAMED,
        ("step",): "hva gjøres, hva gjøres?, stegnavn, task, activity",
        ("who",): "ansvarlig, stilling, rolle, enhet, avdeling, utført av, performed by, position, "
        "role, unit, department, responsible",
        ("system",): "verktøy, it system, tool",
    },
    "measures": {("owner",): "ansvar, stilling, responsible, owner position, position"},
    "goals": {("setter",): "ansvarlig, eier, stilling, responsible, owner, position"},
}
LIKELY_HEADS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    table: {
        fold_key(spelling): keys
        for keys, spellings in meanings.items()
        for spelling in spellings.split(",")
    }
    for table, meanings in _LIKELY.items()
}
# Under these a word of a list is expected: a head that only may mean one must have such below.
_WORDS: Final[Mapping[str, Callable[[str], object]]] = {
    "scope": REACHES.find,
    "mandate": REACHES.find,
    "type": PROCESS_KINDS.find,
    "is": LANE_KINDS.find,
    "channel": CHANNELS.find,
}


def match_heads(
    table: str, heads: Sequence[str], cells: Callable[[int], Iterable[str]]
) -> tuple[str | None, ...]:
    """The key that each head of a table means; ``None`` where that is not known, or not sure.

    What a head means by itself goes first. A head that people write of their own accord is
    understood where one key it may mean is free, no other such head claims it, and what stands
    below may stand there.

    Args:
        table: the table.
        heads: its heads, as written.
        cells: gives what stands under the head of that index.

    Examples:
        >>> match_heads("processes", ["Prosess", "Ansvarlig", "Eierens ansvar"], lambda at: ())
        ('name', 'ownership', 'scope')
        >>> match_heads("processes", ["Prosess", "Eier", "Stilling"], lambda at: ())
        ('name', 'ownership', None)
    """
    keys, likely = COLUMNS[table], LIKELY_HEADS.get(table, {})
    folded = [fold_key(head) for head in heads]
    found: list[str | None] = [keys.get(head) if head else None for head in folded]
    taken = set(found)
    claims: dict[str, list[int]] = {}
    for at, head in enumerate(folded):
        if found[at] is None and head in likely:
            free = [key for key in likely[head] if key not in taken and _fits(key, cells(at))]
            # A row has to have a name: what may be that is that.
            free = free[:1] if free[:1] == ["name"] else free
            if len(free) == 1:
                claims.setdefault(free[0], []).append(at)
    for key, places in claims.items():
        if len(places) == 1:
            found[places[0]] = key
    return tuple(found)


def _fits(key: str, cells: Iterable[str]) -> bool:
    find = _WORDS.get(key)
    return find is None or all(
        find(cell) is not None or read_state(cell) is not None for cell in cells
    )
