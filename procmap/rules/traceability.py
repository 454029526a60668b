"""One page that leads from what the study says to the rule, to where it fires, to its test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from procmap.labels.terms import THEMES
from procmap.rules.registry import RULES
from procmap.rules.rule import Rule, Source

__all__ = ["Sample", "build_traceability_page", "find_test"]

_NOTE = "<!-- Generated from the rules by tools/write_rule_pages.py; do not edit. -->"
_INTRODUCTION = (
    "From each quotation to how we read it, the rule that came of it, a file of the sample "
    "municipality where the rule fires, and its test. The reading is ours: the study measures "
    "none of this, and says itself that it generalises poorly."
)
_SAMPLES = (
    "The samples are read with [register.yaml](../../bpmn_samples/register.yaml). Where a rule "
    "fires only once more is recorded, the addition that records it is named too; where it stands "
    "alone, it holds the process itself."
)


@dataclass(frozen=True, slots=True)
class Sample:
    """Where in the sample municipality a rule fires.

    Args:
        file: the model; "" where the finding is of no single model, but of the register.
        addition: the file read on top of the register, where the rule needs it; else "".

    Examples:
        >>> Sample("byggesak.bpmn", "register-utvidet.yaml").files
        ('byggesak.bpmn', 'register-utvidet.yaml')
    """

    file: str
    addition: str = ""

    @property
    def files(self) -> tuple[str, ...]:
        """The files to look at, the model first."""
        return tuple(name for name in (self.file, self.addition) if name)


def find_test(rule: Rule) -> str:
    """The file name of a rule's test.

    Examples:
        >>> find_test(RULES[0])
        'test_own101_process_without_owner.py'
    """
    return f"test_{rule.code.casefold()}_{rule.name.replace('-', '_')}.py"


def build_traceability_page(fires_in: Mapping[str, Sample], rules: Sequence[Rule] = RULES) -> str:
    """The page, by the study's three findings.

    Args:
        fires_in: by code, the sample in which the rule fires; rules that fire in none are left
            out.
        rules: the rules.
    """
    lines = [_NOTE, "", "# From the study to the test", "", _INTRODUCTION, "", _SAMPLES, ""]
    for theme, words in THEMES.items():
        lines += [f"## {words.en} (*{words.nb}*)", ""]
        lines += [
            "| what is said | how we read it | rule | sample | test |",
            "|---|---|---|---|---|",
        ]
        lines += [
            _build_row(rule, source, fires_in.get(rule.code, Sample("")))
            for rule, source in _find_sources(rules, theme)
        ]
        lines.append("")
    without = [rule.code for rule in rules if rule.code not in fires_in]
    if without:
        lines.append(
            f"Without a sample: {', '.join(without)}. What it takes is drawn in none of the "
            "models, and no register can say it; the tests show it."
        )
    return "\n".join(lines) + "\n"


def _find_sources(rules: Sequence[Rule], theme: str) -> list[tuple[Rule, Source]]:
    """Rules and sources by what is quoted: one quotation may lead to several rules."""
    found = [(rule, source) for rule in rules if rule.theme == theme for source in rule.sources]
    order = list(dict.fromkeys((s.key, s.section, s.quotation) for _, s in found))
    order.sort(key=lambda key: (not key[2], key[0] != "S", key[0], key[1]))
    return sorted(found, key=lambda item: order.index(_find_key(item[1])))


def _find_key(source: Source) -> tuple[str, str, str]:
    return source.key, source.section, source.quotation


def _build_row(rule: Rule, source: Source, sample: Sample) -> str:
    place = f"{source.key} {source.section}".strip()
    said = f"«{source.quotation}» [{place}](index.md#sources)" if source.quotation else "practice"
    test = find_test(rule)
    cells = (
        said,
        source.interpretation.en,
        f"[{rule.code}]({rule.code}.md) {rule.name}",
        " with ".join(f"[{name}](../../bpmn_samples/{name})" for name in sample.files) or "–",
        f"[{test}](../../tests/rules/{test})",
    )
    return f"| {' | '.join(cells)} |"
