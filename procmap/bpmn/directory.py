"""Ids of one document: every element has one of its own, and references find it."""

from __future__ import annotations

from dataclasses import dataclass, field

from procmap.bpmn.diagnostics import build_diagnostic
from procmap.bpmn.drafts import Draft
from procmap.bpmn.notes import Notes
from procmap.bpmn.vocabulary import Group
from procmap.source import ElementRef, SourceLocation

__all__ = ["Directory"]


@dataclass(slots=True)
class Directory:
    """Finds the drafts of a document by id.

    Args:
        notes: takes the diagnostics.
    """

    notes: Notes
    _by_id: dict[str, Draft] = field(default_factory=dict)
    _twins: dict[str, list[Draft]] = field(default_factory=dict)
    _nameless: list[tuple[Draft, int]] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _suffixes: dict[str, int] = field(default_factory=dict)

    def enter(self, draft: Draft) -> None:
        """Enter a draft under its id, made unique where the file repeats it."""
        kind = draft.kind.type
        ordinal = self._counts[kind] = self._counts.get(kind, 0) + 1
        stated = draft.attributes.pop("id", "").strip()
        if not stated:
            self._nameless.append((draft, ordinal))
        elif stated not in self._by_id:
            self._by_id[stated] = draft
            draft.ref = ElementRef(self.notes.path, stated)
            draft.id = stated
        else:
            # Named once all stated ids are known: a made-up one must not take theirs.
            self._twins.setdefault(stated, []).append(draft)

    def settle(self) -> None:
        """Give an id to each draft that has none of its own; call when all are entered."""
        for stated, twins in self._twins.items():
            for twin in twins:
                self._give(twin, self._unused(stated))
                twin.attributes["id"] = stated
                self.notes.about(twin, "BPM204", id=stated, unique=twin.id)
        for draft, ordinal in self._nameless:
            made_up = f"_{draft.type}_{ordinal}"
            taken = made_up in self._by_id
            self._give(draft, self._unused(made_up) if taken else made_up)
        if self._nameless:
            self._report_nameless()

    def find(
        self, reference: str | None, groups: tuple[Group, ...], *, near: Draft | None = None
    ) -> Draft | None:
        """Find the draft that a reference means.

        Args:
            reference: an id, or a QName (BPMN 2.0.2, 8.1: references are QNames).
            groups: what it may be.
            near: the process it stands in. Where an id is repeated, its own is meant: some
                tools number afresh in each process.
        """
        if not reference:
            return None
        if not self._twins:
            only = self._by_id.get(reference)
            if only is not None:
                return only if only.kind.group in groups else None
        stated = reference.strip()
        first = self._by_id.get(stated)
        if first is None:
            stated = stated.rpartition(":")[2]
            first = self._by_id.get(stated)
            if first is None:
                return None
        twins = self._twins.get(stated)
        if twins is None:
            return first if first.kind.group in groups else None
        fitting = [draft for draft in (first, *twins) if draft.kind.group in groups]
        nearest = (draft for draft in fitting if near is not None and draft.owner is near)
        return next(nearest, fitting[0] if fitting else None)

    def spell(self, reference: str) -> str:
        """The id that a reference of the drawing means; as written where nothing has it."""
        stated = reference.strip()
        if stated in self._by_id:
            return stated
        local = stated.rpartition(":")[2]
        return local if local in self._by_id else stated

    def _give(self, draft: Draft, id: str) -> None:
        self._by_id[id] = draft
        draft.ref = ElementRef(self.notes.path, id)
        draft.id = id

    def _unused(self, stated: str) -> str:
        number = self._suffixes.get(stated, 1) + 1
        while f"{stated}~{number}" in self._by_id:
            number += 1
        self._suffixes[stated] = number
        return f"{stated}~{number}"

    def _report_nameless(self) -> None:
        first = self._nameless[0][0]
        self.notes.findings.append(
            build_diagnostic(
                "BPM203",
                SourceLocation(self.notes.path, first.id, first.line),
                elements=tuple(draft.ref for draft, _ in self._nameless),
                parameters={"count": len(self._nameless), "first": first.id},
            )
        )
