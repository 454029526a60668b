"""Our facts put into a file: spliced into its text, so that all else stays byte by byte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from procmap.bpmn.facts_xml import write_facts
from procmap.bpmn.own_facts import own
from procmap.bpmn.source_text import SourceText, Span, build_source_text, find_spans
from procmap.bpmn.vocabulary import bpmn
from procmap.errors import ModelError
from procmap.labels import Words

__all__ = ["find_facts", "patch_source", "strip_facts"]

_EXTENSIONS: Final = bpmn("extensionElements")
_DOCUMENTATION: Final = bpmn("documentation")
_FACTS: Final = own("facts")
_TAG_NAME: Final = re.compile(r"<([^\s/>]+)")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the facts of one element go.

    Args:
        carrier: the process, collaboration, lane or participant.
        extensions: its ``extensionElements``, or ``None``.
        after: the documentation that goes before new ``extensionElements``, or ``None``.
        present: the ``facts`` elements that are there.
    """

    carrier: etree._Element
    extensions: etree._Element | None
    after: etree._Element | None
    present: tuple[etree._Element, ...]

    @property
    def elements(self) -> tuple[etree._Element, ...]:
        """All of them."""
        others = (each for each in (self.extensions, self.after) if each is not None)
        return (self.carrier, *others, *self.present)


def find_facts(carrier: etree._Element) -> tuple[etree._Element, ...]:
    """The ``facts`` elements of a process, collaboration, lane or participant; usually one."""
    return tuple(
        facts
        for extensions in carrier.iterchildren(_EXTENSIONS)
        for facts in extensions.iterchildren(_FACTS)
    )


def patch_source(
    source: bytes,
    root: etree._Element,
    changes: Mapping[etree._Element, etree._Element],
    *,
    encoding: str | None = None,
) -> bytes:
    """The bytes of a file with other facts in it.

    Elements are found by their ordinal among all elements: ids may be repeated or missing.

    Args:
        source: the file's bytes.
        root: its parsed tree.
        changes: the new ``facts`` element by the element that it is about; one that says nothing
            takes out what was there.
        encoding: the encoding to write in, where it is not the one that the parser found.

    Raises:
        ModelError: the file is in an encoding in which markup cannot be found.
    """
    known = encoding or root.getroottree().docinfo.encoding
    text = build_source_text(source, encoding=known)
    places = [_find_place(carrier) for carrier in changes]
    ordinals, count = _number(root, (each for place in places for each in place.elements))
    spans, seen = find_spans(text.text, frozenset(ordinals.values()))
    if seen != count or len(spans) != len(ordinals):
        raise ModelError(
            Words(
                "det kan ikke skrives noe inn i filen med tegnsettet den har",
                "facts cannot be added in this file's encoding",
            ),
            expected=Words(
                "UTF-8, UTF-16 eller et tegnsett der markeringen er ASCII",
                "UTF-8, UTF-16, or an encoding in which markup is ASCII",
            ),
            remedy=Words(
                "Lagre modellen som UTF-8 i verktøyet den er laget i.",
                "Save the model as UTF-8 in the tool that made it.",
            ),
        )
    edits: list[tuple[int, int, str]] = []
    newline = text.find_newline()
    for place in places:
        at = {each: spans[ordinals[each]] for each in place.elements}
        indent = text.find_indent(_find_start(place, at)) or text.find_indent(
            at[place.carrier].start
        )
        written = write_facts(changes[place.carrier], newline=newline, indent=indent)
        facts = text.spell(written)
        edits += _build_edits(place, at, facts, text)
    return text.to_bytes(_splice(text.text, sorted(edits)))


def _find_place(carrier: etree._Element) -> _Place:
    after = None
    for child in carrier.iterchildren("*"):
        if child.tag != _DOCUMENTATION:
            break
        after = child
    extensions = next(carrier.iterchildren(_EXTENSIONS), None)
    return _Place(carrier, extensions, after, find_facts(carrier))


def _number(
    root: etree._Element, elements: Iterable[etree._Element]
) -> tuple[dict[etree._Element, int], int]:
    wanted = set(elements)
    found: dict[etree._Element, int] = {}
    count = 0
    for element in root.iter("*"):
        if element in wanted:
            found[element] = count
        count += 1
    return found, count


def _find_start(place: _Place, at: Mapping[etree._Element, Span]) -> int:
    """Where the facts will begin."""
    if place.present:
        return at[place.present[0]].start
    return at[place.carrier].start if place.extensions is None else at[place.extensions].inner_end


def _build_edits(
    place: _Place, at: Mapping[etree._Element, Span], facts: str, text: SourceText
) -> list[tuple[int, int, str]]:
    """The edits for one element, as (start, end, what stands there then)."""
    if place.present:
        first, *others = (at[each] for each in place.present)
        return [
            (first.start, first.end, facts),
            *((span.start, span.end, "") for span in others),
        ]
    if not facts:
        return []
    carrier = at[place.carrier]
    if place.extensions is not None:
        return [_insert(at[place.extensions], None, facts, text.text)]
    name = _name_of(carrier, text.text)
    prefix = name[: name.find(":") + 1]
    added = f"<{prefix}extensionElements>{facts}</{prefix}extensionElements>"
    after = None if place.after is None else at[place.after].end
    return [_insert(carrier, carrier.inner if after is None else after, added, text.text)]


def _insert(span: Span, at: int | None, added: str, text: str) -> tuple[int, int, str]:
    """Add something inside an element: at a place in it, or before its end tag."""
    if span.is_empty_tag:
        return (span.end - 2, span.end, f">{added}</{_name_of(span, text)}>")
    place = span.inner_end if at is None else at
    return (place, place, added)


def _name_of(span: Span, text: str) -> str:
    found = _TAG_NAME.match(text, span.start)
    return found.group(1) if found else ""


def _splice(text: str, edits: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, added in edits:
        parts += (text[done:start], added)
        done = end
    return "".join((*parts, text[done:]))


def strip_facts(root: etree._Element) -> None:
    """Take our facts out of a tree, and ``extensionElements`` that are empty without them."""
    for tag in (_FACTS, _EXTENSIONS):
        for element in list(root.iter(tag)):
            parent = element.getparent()
            is_ours = tag == _FACTS or (not len(element) and not (element.text or "").strip())
            if parent is not None and is_ours and (tag != _FACTS or parent.tag == _EXTENSIONS):
                _remove(element, parent)


def _remove(element: etree._Element, parent: etree._Element) -> None:
    """Remove an element, not the text after it."""
    before = element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "") or None
    else:
        before.tail = (before.tail or "") + (element.tail or "") or None
    parent.remove(element)
