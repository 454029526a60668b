"""The page of a rule, and the index of all, as Markdown built from the rules themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from procmap.findings import FindingText
from procmap.labels.terms import FAMILIES, THEMES
from procmap.rules.profiles import DEFAULT_PROFILE, PROFILES
from procmap.rules.registry import RULES
from procmap.rules.rule import Case, Rule, Source
from procmap.rules.sources import SOURCES

__all__ = ["build_index_page", "build_rule_page"]

_NOTE = "<!-- Generated from the rules by tools/write_rule_pages.py; do not edit. -->"
_INTRODUCTION = (
    "Each rule asks; none accuses. What nobody has recorded gives at most a question for "
    "information, and nothing that is merely assumed is worse than that."
)


def build_rule_page(rule: Rule) -> str:
    """The page of one rule.

    Examples:
        >>> build_rule_page(RULES[0]).splitlines()[2]
        '# OWN101 process-without-owner'
    """
    family = FAMILIES.get(rule.family)
    lines = [
        _NOTE,
        "",
        f"# {rule.code} {rule.name}",
        "",
        f"**{rule.title.en}** · *{rule.title.nb}*",
        "",
        f"- Family: {rule.family}" + (f", {family.en} (*{family.nb}*)" if family else ""),
        f"- Finding of the study: {THEMES[rule.theme].en} (*{THEMES[rule.theme].nb}*)",
    ]
    if rule.aliases:
        lines.append(f"- Earlier names: {', '.join(rule.aliases)}")
    if rule.consequence_of:
        lines.append(f"- Follows from, where they apply: {_join_links(rule.consequence_of)}")
    lines += ["", "## Why", "", rule.why.en, "", f"*{rule.why.nb}*", "", "## Source", ""]
    for source in rule.sources:
        lines += _build_source(source)
    lines += ["## When, and in which words", ""]
    for case in rule.cases:
        lines += _build_case(case)
    lines += ["## Options", "", *_build_options(rule)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _join_links(codes: Sequence[str]) -> str:
    return ", ".join(f"[{code}]({code}.md)" for code in codes)


def _build_source(source: Source) -> Iterator[str]:
    if source.quotation:
        place = f", section {source.section}" if source.section else ""
        yield f"> «{source.quotation}»"
        yield ">"
        yield f"> [{source.key}{place}](index.md#sources)"
    else:
        yield f"{SOURCES[source.key].en} *{SOURCES[source.key].nb}*"
    yield ""
    yield f"How we read it: {source.interpretation.en}"
    yield ""
    yield f"*Vår tolkning: {source.interpretation.nb}*"
    yield ""


def _build_case(case: Case) -> Iterator[str]:
    severity = case.severity
    yield f"### {case.name}"
    yield ""
    yield f"{case.when.en} *{case.when.nb}*"
    yield ""
    always = "; always, since nobody has recorded it" if case.open else ""
    yield (
        f"Severity: **{severity.value}** {severity.label('en')} (*{severity.label('nb')}*){always}"
    )
    yield ""
    yield "| | message | question |"
    yield "|---|---|---|"
    one, many = ("one", "several") if case.nb_one is not None else ("", "")
    rows: list[tuple[str, FindingText | None]] = [
        (f"nb {one}", case.nb_one),
        (f"nb {many}", case.nb),
        (f"en {one}", case.en_one),
        (f"en {many}", case.en),
    ]
    for head, text in rows:
        if text is not None:
            yield f"| {head.strip()} | {text.message} | {text.question} |"
    yield ""


def _build_options(rule: Rule) -> Iterator[str]:
    if not rule.options:
        yield "None."
        return
    for option in rule.options:
        allowed = option.allowed.text("en")
        head = f"- `{option.name}` (default `{json.dumps(option.default)}`; {allowed})"
        yield f"{head}: {option.explained.en} *{option.explained.nb}*"
    first = rule.options[0]
    yield ""
    yield "```toml"
    yield f"[tool.procmap.options.{rule.code}]"
    yield f"{first.name} = {json.dumps(first.default)}"
    yield "```"


def build_index_page(rules: Sequence[Rule] = RULES) -> str:
    """The index of rules by the three findings of the study."""
    lines = [
        _NOTE,
        "",
        "# Rules",
        "",
        _INTRODUCTION,
        "",
    ]
    for theme, words in THEMES.items():
        lines += [f"## {words.en} (*{words.nb}*)", "", "| rule | asks about | severity |"]
        lines.append("|---|---|---|")
        for rule in rules:
            if rule.theme == theme:
                lines.append(
                    f"| [{rule.code}]({rule.code}.md) {rule.name} "
                    f"| {rule.title.en} (*{rule.title.nb}*) | {_join_severities(rule)} |"
                )
        lines.append("")
    lines += [*_build_profiles(), "## Severities", ""]
    severities = sorted({c.severity for r in rules for c in r.cases}, key=lambda s: s.rank)
    lines += [f"- **{s.value}** {s.label('en')} (*{s.label('nb')}*)" for s in severities]
    lines += ["", "## Sources", ""]
    lines += [f"- **{key}**: {words.en} *{words.nb}*" for key, words in SOURCES.items()]
    return "\n".join(lines) + "\n"


def _build_profiles() -> Iterator[str]:
    yield "## Profiles"
    yield ""
    for profile in PROFILES:
        default = " (default)" if profile.name == DEFAULT_PROFILE else ""
        words = profile.explained
        yield f"- **{profile.name}**{default}: {words.en} *{words.nb}*"
    yield ""
    yield "```toml"
    yield "[tool.procmap]"
    yield f'profile = "{PROFILES[1].name}"'
    yield ""
    yield "[[tool.procmap.suppress]]"
    yield f'rule = "{RULES[0].code}"'
    yield 'process = "Byggesak"'
    yield 'reason = "…"'
    yield "until = 2026-12-31"
    yield "```"
    yield ""
    yield (
        "See also [how often each rule fires](base-rates.md), and "
        "[the way from the study to the tests](traceability.md)."
    )
    yield ""


def _join_severities(rule: Rule) -> str:
    found = sorted({case.severity for case in rule.cases}, key=lambda severity: severity.rank)
    return ", ".join(severity.value for severity in found)
