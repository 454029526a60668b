"""Norwegian and English words, as data."""

from procmap.labels.names import Given, Names, Number
from procmap.labels.words import Counted, FilledWords, Text, Words

__all__ = ["Counted", "FilledWords", "Given", "Names", "Number", "Text", "Words"]
