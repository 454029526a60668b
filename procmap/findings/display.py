"""What a notebook shows of a finding."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from procmap.language import find_language

if TYPE_CHECKING:
    from procmap.findings.finding import Finding

__all__ = ["build_bundle"]

# A finding about a hundred steps names the first ones.
_SHOWN: Final = 10


def build_bundle(finding: Finding) -> dict[str, str]:
    """A finding as HTML and as text: what was noticed, what to ask, and about what.

    Args:
        finding: the finding.
    """
    places = [str(ref) for ref in finding.elements[:_SHOWN]]
    if not places and finding.location is not None:
        places = [str(finding.location)]
    if len(finding.elements) > _SHOWN:
        places.append(f"… ({len(finding.elements)})")
    lang = find_language()
    message, question = finding.message(lang), finding.question(lang)
    label = f"{finding.code}, {finding.severity.label(lang)}"
    items = "".join(f"<li><code>{escape(place)}</code></li>" for place in places)
    html = (
        f'<section class="procmap-finding" lang="{escape(lang)}">'
        f"<p><strong>{escape(message)}</strong>"
        f"<br/>{escape(question)}</p><p>{escape(label)}</p><ul>{items}</ul></section>"
    )
    lines = (f"{label}: {message}", question, *(f"  {place}" for place in places))
    return {"text/html": html, "text/plain": "\n".join(line for line in lines if line)}
