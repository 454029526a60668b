"""Norwegian and English words, as data."""

from procmap.labels.words import Counted, Words

__all__ = ["Counted", "Words"]
