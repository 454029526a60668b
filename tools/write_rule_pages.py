"""Writes docs/rules from the rules themselves: `python tools/write_rule_pages.py`."""

from __future__ import annotations

from pathlib import Path

from procmap.bpmn import read_bpmn
from procmap.graph import analyze_landscape
from procmap.register import apply_register
from procmap.rules import build_report
from procmap.rules.pages import build_index_page, build_rule_page
from procmap.rules.registry import RULES
from procmap.rules.traceability import build_traceability_page

__all__ = ["find_samples", "main"]

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "rules"


def find_samples(folder: Path) -> dict[str, str]:
    """By code, the first file of the sample municipality in which a rule fires."""
    landscape = apply_register(read_bpmn(folder), folder / "register.yaml")
    report = build_report(analyze_landscape(landscape))
    fires_in: dict[str, str] = {}
    for finding in sorted(report.findings, key=lambda finding: finding.elements):
        document = finding.elements[0].document if finding.elements else ""
        if document:
            fires_in.setdefault(finding.code, document)
    return fires_in


def main() -> None:
    """Write a page a rule, the index, and the way from the study to the tests."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    pages = {f"{rule.code}.md": build_rule_page(rule) for rule in RULES}
    pages["index.md"] = build_index_page()
    pages["traceability.md"] = build_traceability_page(find_samples(ROOT / "bpmn_samples"))
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
