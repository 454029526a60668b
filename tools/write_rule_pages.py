"""Writes docs/rules from the rules themselves: `python tools/write_rule_pages.py`."""

from __future__ import annotations

from pathlib import Path

from procmap.bpmn import read_bpmn
from procmap.graph import analyze_landscape
from procmap.model import Landscape
from procmap.register import apply_register
from procmap.rules import build_report
from procmap.rules.pages import build_index_page, build_rule_page
from procmap.rules.registry import RULES
from procmap.rules.traceability import Sample, build_traceability_page

__all__ = ["ADDITION", "find_samples", "main"]

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "rules"
ADDITION = "register-utvidet.yaml"


def find_samples(folder: Path) -> dict[str, Sample]:
    """By code, where in the sample municipality a rule fires, the plain register first."""
    plain = apply_register(read_bpmn(folder), folder / "register.yaml")
    added = apply_register(plain, folder / ADDITION)
    return _find_fires(added, ADDITION) | _find_fires(plain)


def _find_fires(landscape: Landscape, addition: str = "") -> dict[str, Sample]:
    """By code, the first model in which a rule fires, else the addition alone."""
    fires_in: dict[str, Sample] = {}
    in_register: dict[str, Sample] = {}
    report = build_report(analyze_landscape(landscape))
    for finding in sorted(report.findings, key=lambda finding: finding.elements):
        document = finding.elements[0].document if finding.elements else ""
        if document:
            fires_in.setdefault(finding.code, Sample(document, addition))
        elif addition:
            in_register[finding.code] = Sample("", addition)
    return in_register | fires_in


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
