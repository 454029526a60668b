"""Heads of what `procmap explain` prints."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Words

__all__ = ["EXPLAINING"]

EXPLAINING: Final[dict[str, Words]] = {
    "source": Words("Kilde", "Source"),
    "reading": Words("Vår tolkning", "How we read it"),
    "option": Words("Innstilling", "Option"),
    "not for": Words("Skal ikke brukes", "Not for"),
    "remedy": Words("Hva dere kan gjøre", "What to do"),
}
