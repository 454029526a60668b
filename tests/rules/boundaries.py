"""Landscapes with something said about the boundary from A to B."""

from __future__ import annotations

from procmap.model import Boundary, Channel, Fact, Holder, Landscape, Organisation, Process

from .builders import build_landscape, build_process

__all__ = ["build_bounded"]

SILENT: Fact[str] = Fact()


def build_bounded(
    *,
    routine: Fact[str] = SILENT,
    channel: Fact[Channel] = Fact(),
    coordinator: Fact[Holder] = Fact(),
    inhabitants: Fact[int] = Fact(),
    process: Process | None = None,
) -> Landscape:
    """T1 in A hands over to T2 in B, with one boundary from A to B."""
    boundary = Boundary("kommune/A", "kommune/B", coordinator, routine, channel)
    landscape = build_landscape(process or build_process("Start@A -> T1@A -> T2@B -> End@B"))
    return landscape.model_copy(
        update={
            "boundaries": (boundary,),
            "organisation": Fact.stated(Organisation(name="kommune", inhabitants=inhabitants)),
        }
    )
