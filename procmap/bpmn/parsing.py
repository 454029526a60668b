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

__all__ = ["has_blanks", "parse_tree"]

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
        return _refuse(error)
    # An encoding in which the scan above saw nothing.
    if root.getroottree().docinfo.internalDTD is not None:
        return Refusal("BPM102")
    if root.tag != ROOT:
        return Refusal("BPM103", find_line(root), {"root": _name_of(root)})
    most = (limits or Limits()).attributes
    overloaded = _find_overloaded(data, root, most)
    if overloaded is not None:
        problem = f"an element has more than {most:,} attributes (limits.attributes)"
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
    text = " ".join((error.msg or "the file is empty").split())
    problem = _PLACE.sub(r" (column \1)", _PARSER_HINT.sub("", text))
    # The stubs leave the code out.
    code: object = error.code  # type: ignore[attr-defined]
    beyond = code == etree.ErrorTypes.ERR_RESOURCE_LIMIT
    return Refusal("BPM104" if beyond else "BPM101", line, {"problem": problem})


def _name_of(root: etree._Element) -> str:
    name = etree.QName(root)
    return f"{name.localname} ({name.namespace or 'no namespace'})"
