"""The columns of the tables that a report gives: what is in them, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from procmap.graph.figures import FIGURES
from procmap.labels.documentation import DOCUMENTED_FACTS
from procmap.model import FactState

__all__ = ["COLUMNS", "COUNTED_FACTS", "Column"]

Kind = Literal["string", "Int64", "Float64", "boolean"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Args:
        name: its name.
        dtype: its pandas type, one that knows missing values.
        text: what is in it.
    """

    name: str
    dtype: Kind
    text: str


# Facts that a process has several of: as many as it has steps, or hand-offs.
COUNTED_FACTS: Final = (
    "performers",
    "descriptions",
    "systems",
    "support",
    "coordinators",
    "routines",
    "channels",
)
_STATE = (
    "what is known about it: stated, absent (somebody said: none), unknown (nobody knows), "
    "not_applicable or not_recorded"
)


def _fact(name: str, text: str) -> tuple[Column, Column]:
    """A fact's value, missing unless it is stated, and its state."""
    return (Column(name, "string", text), Column(f"{name}_state", "string", f"{name}: {_STATE}"))


def _figures(scope: str) -> tuple[Column, ...]:
    """The figures of one scope; missing where they are withheld, for which `metrics` says why."""
    return tuple(
        Column(
            kind.name,
            "Int64" if kind.range.en == "0 and up" and _is_count(kind.unit.en) else "Float64",
            f"{kind.title.en} ({kind.unit.en}); missing where it is withheld",
        )
        for kind in FIGURES
        if scope in kind.scopes
    )


def _documented() -> tuple[Column, ...]:
    """What is documented, as counts; missing for processes of outside parties."""
    return (
        *(
            Column(
                f"facts_{state.value}",
                "Int64",
                f"number of facts, of the process, its steps and hand-offs, that are {state.value}",
            )
            for state in FactState
        ),
        *(
            Column(f"{name}_stated", "Int64", f"{DOCUMENTED_FACTS[name].en}: for how many stated")
            for name in COUNTED_FACTS
        ),
    )


def _is_count(unit: str) -> bool:
    return unit not in ("ratio", "hand-offs per case", "hand-offs squared")


_PROCESS = (
    Column("process", "string", "the process, as file.bpmn#id"),
    Column("process_label", "string", "its name, else its participant's, else its file's"),
)

COLUMNS: Final[dict[str, tuple[Column, ...]]] = {
    "processes": (
        *_PROCESS,
        Column("document", "string", 'path of the file; "" for a process without one'),
        Column("modelled", "boolean", "whether there is a model"),
        *_fact("kind", "core, support or management"),
        *_fact("owner", "who owns it on the day of the report: position, unit or network"),
        Column("owner_kind", "string", "role, person, unit or network"),
        *_fact("customer", "whom it is for"),
        *_fact("purpose", "what it is for"),
        *_fact("benefit", "what it is worth to the resident"),
        Column("measures_state", "string", f"how it is measured: {_STATE}"),
        Column("goals_state", "string", f"goals for digitalising it: {_STATE}"),
        *_fact("goal_setter", "who sets goals: position, unit or network"),
        *_fact("codes", "codes of code lists, such as KOSTRA: 265; several with semicolons"),
        *_documented(),
        Column("steps", "Int64", "number of steps"),
        Column("units", "Int64", "number of units inside the organisation that take part"),
        Column("findings", "Int64", "number of findings about it"),
        *_figures("process"),
    ),
    "steps": (
        Column("step", "string", "the step, as file.bpmn#id"),
        Column("step_label", "string", "its name, else its id"),
        Column("document", "string", "path of the file"),
        *_PROCESS,
        Column("type", "string", "the BPMN name, such as userTask"),
        Column("lane", "string", "name of its lane"),
        Column("unit", "string", "key of the unit that performs it, where that is settled"),
        Column("unit_label", "string", "name of that unit"),
        Column(
            "unit_state",
            "string",
            "stated, assumed (from a lane or pool), undecided (one of several), or not_recorded",
        ),
        Column("performer", "string", "who performs it at the level of the report"),
        Column("performer_kind", "string", "person, role, unit, organisation or outside"),
        Column("how", "string", "how procmap knows: the source that settled it"),
        Column("outside", "boolean", "it is performed by an outside party"),
        *_fact("system", "the system it is done in"),
    ),
    "handoffs": (
        Column("handoff", "string", "key of the hand-off, stable over re-layout"),
        Column("number", "Int64", "number of its crossing point, as on the map; 0 for none"),
        Column("document", "string", "path of the file"),
        *_PROCESS,
        Column("source", "string", "the step before, as file.bpmn#id"),
        Column("source_label", "string", "its name"),
        Column("target", "string", "the step after, as file.bpmn#id"),
        Column("target_label", "string", "its name"),
        Column("source_unit", "string", "key of the unit that hands over"),
        Column("source_unit_label", "string", "name of that unit"),
        Column("target_unit", "string", "key of the unit that takes over"),
        Column("target_unit_label", "string", "name of that unit"),
        Column("source_performer", "string", "who hands over at the level of the report"),
        Column("target_performer", "string", "who takes over at the level of the report"),
        Column("level", "string", "level that performers were compared at"),
        Column("medium", "string", "sequence, call or message"),
        Column("between", "string", "units, organisations or undetermined"),
        Column("governance", "string", "yes, no or undetermined: somebody answers for both sides"),
        Column("governed_by", "string", "who: position, unit or network"),
        Column("agreed", "string", "yes, no or undetermined: a routine or channel is agreed"),
        *_fact("routine", "the agreed routine"),
        *_fact("channel", "how the receiver learns that it is their turn"),
        *_fact("coordinator", "who settles disagreement at this boundary"),
        Column("flow", "string", "the drawn flow it goes over, as file.bpmn#id"),
        Column("assumed", "boolean", "one of the two performers is an assumed unit"),
    ),
    "findings": (
        Column("finding", "string", "its fingerprint, stable over re-layout"),
        Column("code", "string", "code of the rule"),
        Column("name", "string", "name of the rule"),
        Column("severity", "string", "E (clarify first), W (should be clarified) or I"),
        Column("severity_label", "string", "the same in words"),
        *_PROCESS,
        Column("message", "string", "what was noticed"),
        Column("question", "string", "what to ask about it"),
        Column("elements", "string", "the elements it is about, separated by spaces"),
        Column("caused_by", "string", "fingerprint of the finding it follows from"),
    ),
    "units": (
        Column("unit", "string", "key of the unit"),
        Column("unit_label", "string", "its name"),
        Column("organisation", "string", "its legal organisation"),
        Column("parent", "string", "key of the unit above"),
        Column("unit_level", "string", "the organisation's own word for its level"),
        Column("kind", "string", "unit, network or outside"),
        Column("assumed", "boolean", "nobody has said that it is a unit"),
        *_fact("manager", "the position that manages it"),
        Column("steps", "Int64", "number of steps it certainly performs"),
        Column("processes", "Int64", "number of processes it certainly takes part in"),
        Column("handoffs_out", "Int64", "hand-offs to other units"),
        Column("handoffs_in", "Int64", "hand-offs from other units"),
        *_figures("unit"),
    ),
    "metrics": (
        Column("figure", "string", "name of the figure"),
        Column("title", "string", "what to call it"),
        Column("scope", "string", "process, boundary, unit, group or landscape"),
        Column("subject", "string", 'what it is about; "" for the landscape'),
        Column("label", "string", "name of what it is about"),
        Column("value", "Float64", "the figure; missing where it is withheld"),
        Column("unit", "string", "what it is counted in"),
        Column("numerator", "Float64", "what was counted"),
        Column("denominator", "Float64", "of how many"),
        Column("not_clarified", "Float64", "how many more nobody has said enough about"),
        Column("assumed", "Float64", "how many of what was counted rest on assumed units"),
        Column("level", "string", "level it was taken at"),
        Column("percentile", "Float64", "of a process among the processes of the landscape"),
        Column("withheld", "string", 'why there is no value; "" where there is one'),
        Column("assumes", "string", "what is taken for granted"),
        Column("elements", "Int64", "number of elements behind it"),
    ),
}
