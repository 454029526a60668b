"""From bytes to an XML tree, with nothing fetched, expanded or guessed.

The parser's own limits stand (a depth of 256, 10 MB in one text or attribute): they bound time
and memory, and no model drawn by people comes near them. They do not limit how long a file is.
"""

from __future__ import annotations

import re
from typing import Final, cast

from lxml import etree
from lxml.etree import _Element

from procmap.bpmn.limits import Limits
from procmap.bpmn.lines import find_line
from procmap.bpmn.refusals import Refusal
from procmap.bpmn.vocabulary import ROOT
from procmap.labels import Number, Text, Words

__all__ = ["has_blanks", "parse_kept", "parse_odd_names", "parse_tree"]

_WHITE_SPACE: Final = re.compile(rb"[ \t\r\n]*")
_PLAIN_START: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?[ \t\r\n]*(?:<\?[^<>?]*\?>[ \t\r\n]*)?<[A-Za-z_]"
)
_BYTE_ORDER_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_ASCII_WITHIN: Final = re.compile(r"(?i)utf-?8\Z|(us-)?ascii\Z|iso-8859-|windows-125|cp125")


class _BareParser(etree.XMLParser):
    """Leaves out white space between elements, which is half of what a tree holds."""


# Kept between files: to make one costs as much as to parse a tenth of a file.
_PARSER: Final = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    strip_cdata=False,
    collect_ids=False,
)
_BARE_PARSER: Final = _BareParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    strip_cdata=False,
    collect_ids=False,
    remove_blank_text=True,
)
_PLACE: Final = re.compile(r",?\s*line \d+, column (\d+)\s*$")
_PARSER_HINT: Final = re.compile(r"[,;]?\s*(?:use|try) XML_PARSE_HUGE(?: option)?")


def parse_odd_names(
    data: bytes | str, error: etree.XMLSyntaxError, *, bare: bool = False
) -> etree._Element | None:
    """The tree of XML that a parser refused for the names of its namespaces alone.

    A namespace may have any name (Namespaces in XML 1.0, chapter 2, asks for a URI reference, and
    leaves it to nobody to check); libxml2 takes one with a space in it for an error. IBM Process
    Designer makes such names from those of applications.

    Args:
        data: what was refused.
        error: what the parser said first.
        bare: leave out white space between elements.
    """
    # The stubs leave the code out.
    if error.code != etree.ErrorTypes.WAR_NS_URI:  # type: ignore[attr-defined]
        return None
    make = _BareParser if bare else etree.XMLParser
    parser = make(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        strip_cdata=False,
        collect_ids=False,
        remove_blank_text=bare,
        recover=True,
    )
    root = etree.fromstring(data, parser)
    sound = all(each.type == etree.ErrorTypes.WAR_NS_URI for each in parser.error_log)
    return root if sound else None


def parse_kept(text: str) -> etree._Element:
    """The element that a document keeps verbatim.

    Args:
        text: the element, as `Element.kept` holds it.

    Raises:
        XMLSyntaxError: it is no XML: somebody edited it.
    """
    try:
        return etree.fromstring(text, _PARSER)
    except etree.XMLSyntaxError as error:
        odd = parse_odd_names(text, error)
        if odd is None:
            raise
        return odd


def has_blanks(element: etree._Element) -> bool:
    """Whether white space between elements is there, where the file has any."""
    return not isinstance(element.getroottree().parser, _BareParser)


def parse_tree(
    data: bytes, limits: Limits | None = None, *, bare: bool = False
) -> etree._Element | Refusal:
    """The ``definitions`` element of a BPMN file, or why there is none.

    Args:
        data: the file's bytes, in any encoding that XML knows.
        limits: how much they may ask for.
        bare: leave out white space between elements, which is quicker; text in which elements
            stand is no longer whole then.
    """
    line = _find_doctype(data)
    if line is not None:
        return Refusal("BPM102", line)
    try:
        root = etree.fromstring(data, _BARE_PARSER if bare else _PARSER)
    except etree.XMLSyntaxError as error:
        odd = parse_odd_names(data, error, bare=bare)
        if odd is None:
            return _refuse(error)
        root = odd
    # An encoding in which the scan above saw nothing.
    if root.getroottree().docinfo.internalDTD is not None:
        return Refusal("BPM102")
    if root.tag != ROOT:
        return Refusal("BPM103", find_line(root), {"root": _name_of(root)})
    most = (limits or Limits()).attributes
    overloaded = _find_overloaded(data, root, most)
    if overloaded is not None:
        problem = Words(
            "et element har mer enn {most} attributter (limits.attributes)",
            "an element has more than {most} attributes (limits.attributes)",
        ).fill(most=Number(most))
        return Refusal("BPM104", find_line(overloaded), {"problem": problem})
    return root


def _find_overloaded(data: bytes, root: etree._Element, most: int) -> etree._Element | None:
    """An element with more attributes than allowed.

    They make a long stretch of the file without a "<", which is quick to look for: no value may
    hold one, and ` a=""` is the shortest attribute. Where bytes are no letters, all are counted.
    """
    encoding = root.getroottree().docinfo.encoding or "UTF-8"
    step = most * len(' a=""')
    if _ASCII_WITHIN.match(encoding) is not None and not _has_stretch(data, step):
        return None
    # An XPath counts in libxml2; to ask lxml for that many attributes is what must not be done.
    crowded = etree.XPath("//*[count(@*) > $most]")
    return next(iter(cast("list[_Element]", crowded(root, most=most))), None)


def _has_stretch(data: bytes, length: int) -> bool:
    """Whether so many bytes stand in a row without a "<" among them."""
    at, last, find = 0, len(data) - length, data.rfind
    while at <= last:
        found = find(b"<", at, at + length)
        if found < 0:
            return True
        at = found + 1
    return False


def _find_doctype(data: bytes) -> int | None:
    """The line of a DOCTYPE: looked for before the parser could expand what it declares."""
    if _PLAIN_START.match(data) is not None:
        return None
    # In UTF-16 every other byte of markup is zero.
    text = data.replace(b"\0", b"") if b"\0" in data[:4] else data
    at = next((len(mark) for mark in _BYTE_ORDER_MARKS if text.startswith(mark)), 0)
    while True:
        found = _WHITE_SPACE.match(text, at)
        at = found.end() if found is not None else at
        if text.startswith(b"<?", at):
            end, length = text.find(b"?>", at), 2
        elif text.startswith(b"<!--", at):
            end, length = text.find(b"-->", at + 4), 3
        else:
            break
        if end < 0:
            return None
        at = end + length
    return text.count(b"\n", 0, at) + 1 if text.startswith(b"<!DOCTYPE", at) else None


def _refuse(error: etree.XMLSyntaxError) -> Refusal:
    line = error.lineno or None
    # What the parser says, it says in English alone.
    text = _PARSER_HINT.sub("", " ".join((error.msg or "").split()))
    place = _PLACE.search(text)
    problem: Text | str = text or Words("filen er tom", "the file is empty")
    if place is not None:
        problem = Words("{said} (kolonne {column})", "{said} (column {column})").fill(
            said=text[: place.start()], column=place[1]
        )
    # The stubs leave the code out.
    code: object = error.code  # type: ignore[attr-defined]
    beyond = code == etree.ErrorTypes.ERR_RESOURCE_LIMIT
    return Refusal("BPM104" if beyond else "BPM101", line, {"problem": problem})


def _name_of(root: etree._Element) -> Text | str:
    # A namespace may hold braces, which lxml's own names refuse.
    namespace, _, local = str(root.tag).rpartition("}")
    if namespace:
        return f"{local} ({namespace.removeprefix('{')})"
    return Words("{name} (uten navnerom)", "{name} (no namespace)").fill(name=local)
