"""Texts of findings in which a part is itself said in every language."""

from __future__ import annotations

from collections.abc import Mapping

from procmap.findings.finding import FindingText
from procmap.labels import Text, Words
from procmap.labels.catalogues import find_languages

__all__ = ["fill_texts"]


def fill_texts(
    nb: FindingText, en: FindingText, parts: Mapping[str, Text]
) -> dict[str, FindingText]:
    """Templates per language, with the parts that depend on it written out in them.

    A finding carries its templates with it, and one set of values for all of them. What differs
    between languages has to stand in the templates.

    Args:
        nb: the Norwegian templates.
        en: the English ones.
        parts: what to write out, by the name that it has in the templates.

    Examples:
        >>> text = FindingText("Filen er {what}.")
        >>> fill_texts(text, FindingText("It is {what}."), {"what": Words("tom", "empty")})["nb"]
        FindingText(message='Filen er tom.', question='')
    """
    if not parts:
        return {"nb": nb, "en": en}
    messages, questions = Words(nb.message, en.message), Words(nb.question, en.question)
    return {
        lang: FindingText(
            _write_out(messages.text(lang), parts, lang),
            _write_out(questions.text(lang), parts, lang) if nb.question else "",
        )
        for lang in find_languages()
    }


def _write_out(template: str, parts: Mapping[str, Text], lang: str) -> str:
    for name, part in parts.items():
        # It becomes part of a template, in which braces name values.
        said = part.text(lang).replace("{", "{{").replace("}", "}}")
        template = template.replace(f"{{{name}}}", said)
    return template
