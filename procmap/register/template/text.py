"""The register somebody fills in, prefilled with what is known, as YAML text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal

from procmap.model import (
    Boundary,
    Document,
    Handoff,
    Landscape,
    LaneKind,
    Participant,
    Person,
    Process,
    System,
)
from procmap.register.merging.holders import Holders, build_holders
from procmap.register.merging.models import (
    Models,
    Placed,
    build_lane_index,
    build_models,
    find_placed,
)
from procmap.register.merging.unit_book import UnitBook, build_unit_book
from procmap.register.template.proposals import propose_kind
from procmap.register.template.spelling import (
    spell_fact,
    spell_holder,
    spell_names,
    spell_ownership,
)
from procmap.register.template.work_text import build_work_lines
from procmap.register.template.yaml_text import write_comment, write_list, write_text
from procmap.source import ElementRef

__all__ = ["build_template", "explain", "propose"]

_HEAD: Final = """\
# Register over prosesser, enheter og ansvar. Fyll ut det dere vet, og la resten stå tomt:
# det er ikke meningen at alt skal fylles ut. Fire svar betyr hver sin ting:
#   (tomt)          ikke registrert ennå
#   none            nei, ingen
#   unknown         vet ikke: vi har spurt
#   not_applicable  ikke relevant
# Fill in what you know and leave the rest blank. Norwegian words are understood as well.
"""
_UNITS: Final = """\
# Enhetene: hva hver av dem ligger under, og stillingen som leder den.
#   - name: Byggesak
#     under: Plan, bygg og geodata
#     manager: Leder byggesak
#     kind: network            # bare for nettverk på tvers (kompetansenettverk)
"""
_PEOPLE: Final = """\
# Hvem som har hvilken stilling (kan stå tomt).
#   - name: Kari Nes
#     unit: Byggesak
#     positions: [Leder byggesak]
#     deputy: Ola Vik
"""
_LANES: Final = """\
# Hva hver svømmebane og deltaker er (is): unit, role, outside, system eller unknown, og hvilken
# enhet den hører til (unit).
"""
_PROCESSES: Final = """\
# Prosessene. Nye rader kan legges til, også for prosesser ingen har tegnet.
#   type: core (hovedprosess), support (støtte) eller management (ledelse)
#   holder: stillingen som eier prosessen, none eller unknown
#   kind (kan utelates): owner, manager eller coordinator
#   scope, hva ansvaret gjelder: whole (hele), own_unit (egen enhet), [enheter], unknown
#   mandate, hva eieren kan bestemme over: whole, own_unit, [enheter], none, unknown
"""
_BOUNDARIES: Final = """\
# Grensene mellom to enheter: hvem som avklarer uenighet, avtalt rutine og kanal.
#   - from: Byggesak
#     to: Sak og arkiv
#     coordinator: Arkivleder
#     routine: Rutine for arkivering
#     channel: archive         # system, archive, form, e-mail, meeting, network, informal
"""
_SYSTEMS: Final = """\
# Systemene, og enheten som svarer for hvert av dem.
#   - name: Matrikkelen
#     responsible: Geodata
"""
_OPINIONS: Final = "# Hvem som eier en prosess, etter det hver enhet svarte.\n"
_DECISIONS: Final = "# Hva som er bestemt.\n"


def build_template(
    landscape: Landscape,
    *,
    boundaries: Mapping[tuple[str, str], int] | None = None,
    notes: Mapping[ElementRef, str] | None = None,
    full: bool = False,
    handoffs: Sequence[Handoff] = (),
) -> str:
    """Build the register of a landscape as YAML text.

    Facts that somebody stated are written as they stand. What nobody recorded stays blank, with
    what a lane probably is beside it as a comment, so that the untouched text says nothing new.

    Args:
        landscape: the models, with or without a register applied to them.
        boundaries: number of hand-offs by the two units' keys, the largest first.
        notes: what is written beside processes, and never read.
        full: also the tables and keys that nothing is known for.
        handoffs: the hand-offs between units, to be listed where all is wanted.
    """
    organisation = landscape.organisation.value
    units = build_unit_book(
        landscape.units,
        organisation=organisation.name if organisation else "",
        aliases=landscape.aliases,
    )
    holders = build_holders(units, landscape.people)
    models = build_models(landscape)
    name = write_text(organisation.name) if organisation else ""
    inhabitants = spell_fact(organisation.inhabitants, str) if organisation else ""
    lines = [
        _HEAD,
        "schema: 1",
        "organisation:",
        _cell("  name", name),
        _cell("  inhabitants", inhabitants),
        _cell("as_of", landscape.as_of.isoformat() if landscape.as_of else ""),
        "",
        _UNITS + "units:",
        *_unit_lines(landscape, units),
        "",
        _PEOPLE + "people:",
        *(line for person in landscape.people for line in _person_lines(person, units)),
        "",
        _LANES + "lanes:",
        *(line for document in landscape.documents for line in _lane_lines(document, units)),
        "",
        _PROCESSES + "processes:",
        *(
            line
            for process in landscape.processes
            for line in _process_lines(
                process, models, holders, (notes or {}).get(process.ref), full=full
            )
        ),
        "",
        _BOUNDARIES + "boundaries:",
        *_boundary_rows(landscape, holders, boundaries or {}),
        "",
        _SYSTEMS + "systems:",
        *(line for system in landscape.systems for line in _system_lines(system, holders)),
        "",
        *_table_lines("opinions", _OPINIONS, _opinion_rows(landscape, units)),
        *_table_lines("decisions", _DECISIONS, _decision_rows(landscape)),
        *build_work_lines(landscape, full=full, handoffs=handoffs),
    ]
    return "\n".join(lines)


def _cell(key: str, value: str, comment: str = "") -> str:
    line = f"{key}: {value}".rstrip()
    return f"{line}  # {write_comment(comment)}" if comment else line


def _unit_lines(landscape: Landscape, units: UnitBook) -> Iterator[str]:
    for unit in landscape.units:
        yield _cell("  - name", write_text(unit.name))
        if unit.organisation != units.organisation:
            home = write_text(unit.organisation) if unit.organisation else "none"
            yield _cell("    organisation", home)
        yield _cell("    under", write_text(units.spell(unit.parent)) if unit.parent else "")
        yield _cell("    manager", spell_fact(unit.manager, write_text))
        if unit.level:
            yield _cell("    level", write_text(unit.level))
        if unit.kind != "unit":
            yield _cell("    kind", unit.kind)


def _person_lines(person: Person, units: UnitBook) -> Iterator[str]:
    yield _cell("  - name", write_text(person.name))
    yield _cell("    unit", write_text(units.spell(person.unit)) if person.unit else "")
    yield _cell("    positions", write_list(person.positions) if person.positions else "")
    yield _cell("    deputy", write_text(person.deputy) if person.deputy else "")


def _lane_lines(document: Document, units: UnitBook) -> Iterator[str]:
    index = build_lane_index(document)
    placed = find_placed(document)
    pools = {p.process: p for p in reversed(placed) if isinstance(p, Participant) and p.process}
    for element in placed:
        spelled = index.spell(element)
        pool = pools.get(element.process) if element.process else None
        yield _cell("  - model", write_text(document.path))
        yield _cell("    lane", write_text(spelled), explain(element, pool, spelled))
        meaning = element.meaning.value
        kind = None if element.meaning.is_recorded else propose(element)
        proposal = f"forslag: {kind}" if kind else ""
        yield _cell("    is", spell_fact(element.meaning, lambda m: m.kind), proposal)
        keys = meaning.units if meaning else ()
        yield _cell("    unit", spell_names([units.spell(key) for key in keys]))


def explain(
    element: Placed, pool: Participant | None, spelled: str, lang: Literal["nb", "en"] = "nb"
) -> str:
    """What a reader who sees only an id should know.

    Args:
        element: the lane or pool.
        pool: the pool it stands in, or ``None``.
        spelled: what is written to mean it.
        lang: language of the words.
    """
    if spelled == element.name and element.name:
        return ""
    nb, en = ("deltaker", "pool") if isinstance(element, Participant) else ("bane", "lane")
    unnamed, within = ("uten navn", "i") if lang == "nb" else ("without a name", "in")
    name = f"«{element.name}»" if element.name else unnamed
    inside = f" {within} «{pool.name}»" if pool and pool.name and pool.ref != element.ref else ""
    return f"{nb if lang == 'nb' else en} {name}{inside}"


def propose(element: Placed) -> LaneKind | None:
    """What a lane or pool probably is, by its name."""
    is_black_box = isinstance(element, Participant) and element.process is None
    return propose_kind(element.name, is_black_box=is_black_box)


def _process_lines(
    process: Process, models: Models, holders: Holders, note: str | None, *, full: bool
) -> Iterator[str]:
    label = process.label or process.id
    yield _cell("  - name", write_text(label))
    if note:
        yield _cell("    note", write_text(note))
    if process.modelled:
        yield _cell("    model", write_text(str(process.ref)))
    elif len(models.named(label)) != 1:
        yield _cell("    model", "none")
    yield _cell("    type", spell_fact(process.kind, str))
    told = {
        "benefit": spell_fact(process.benefit, write_text),
        "customer": spell_fact(process.customer, write_text),
        "purpose": spell_fact(process.purpose, write_text),
        "goal_setter": spell_fact(process.goal_setter, lambda h: spell_holder(h, holders)),
        "codes": spell_fact(process.codes, lambda codes: spell_names([str(c) for c in codes])),
    }
    yield from (_cell(f"    {key}", text) for key, text in told.items() if text or full)
    if process.ownership.is_recorded and not process.ownership.is_stated:
        yield _cell("    ownership", spell_fact(process.ownership, str))
        return
    yield "    ownership:"
    for ownership in process.owners:
        yield from spell_ownership(ownership, holders)
    if not process.owners:
        yield from ("      - holder:", "        scope:", "        mandate:")


def _boundary_rows(
    landscape: Landscape, holders: Holders, counts: Mapping[tuple[str, str], int]
) -> Iterator[str]:
    known = holders.units.by_key
    said = {(b.source_unit, b.target_unit): b for b in landscape.boundaries}
    pairs = {pair for pair in counts if all(key in known for key in pair)} | said.keys()
    for pair in sorted(pairs, key=lambda pair: (-counts.get(pair, 0), pair)):
        yield from _boundary_lines(said.get(pair, Boundary(*pair)), holders)


def _boundary_lines(boundary: Boundary, holders: Holders) -> Iterator[str]:
    units = holders.units
    yield _cell("  - from", write_text(units.spell(boundary.source_unit)))
    yield _cell("    to", write_text(units.spell(boundary.target_unit)))
    coordinator = spell_fact(boundary.coordinator, lambda h: spell_holder(h, holders))
    yield _cell("    coordinator", coordinator)
    yield _cell("    routine", spell_fact(boundary.routine, write_text))
    yield _cell("    channel", spell_fact(boundary.channel, str))


def _system_lines(system: System, holders: Holders) -> Iterator[str]:
    units = holders.units
    yield _cell("  - name", write_text(system.name))
    responsible = spell_fact(system.responsible, lambda key: write_text(units.spell(key)))
    yield _cell("    responsible", responsible)
    told = {
        "line": spell_fact(system.line, lambda h: spell_holder(h, holders)),
        "technical": spell_fact(system.technical, lambda h: spell_holder(h, holders)),
        "decides": spell_fact(system.decides, write_text),
    }
    yield from (_cell(f"    {key}", text) for key, text in told.items() if text)


def _table_lines(table: str, head: str, rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """A table that is left out where it is empty; its cells are spelled already."""
    listed = [{key: text for key, text in row.items() if text} for row in rows]
    if not listed:
        return
    yield f"{head}{table}:"
    for row in listed:
        for at, (key, text) in enumerate(row.items()):
            yield _cell(f"  {'-' if not at else ' '} {key}", text)
    yield ""


def _opinion_rows(landscape: Landscape, units: UnitBook) -> Iterator[Mapping[str, str]]:
    for opinion in landscape.opinions:
        yield {
            "process": write_text(opinion.process),
            "unit": write_text(units.spell(opinion.unit)),
            "owner": spell_fact(opinion.owner, write_text),
        }


def _decision_rows(landscape: Landscape) -> Iterator[Mapping[str, str]]:
    for decision in landscape.decisions:
        yield {
            "point": write_text(decision.point),
            "decision": write_text(decision.decision) if decision.decision else "",
            "responsible": write_text(decision.responsible) if decision.responsible else "",
            "deadline": decision.deadline.isoformat() if decision.deadline else "",
            "status": write_text(decision.status) if decision.status else "",
        }
