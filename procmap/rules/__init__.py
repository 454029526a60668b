"""Rules: one file a rule, one folder a family, an explicit registry, the engine and the report."""

from procmap.rules.config import RulesConfig, build_config
from procmap.rules.context import Context
from procmap.rules.engine import find_findings
from procmap.rules.headline import Headline
from procmap.rules.options import Option, Options
from procmap.rules.registry import RULES, find_rule
from procmap.rules.report import Report, build_report
from procmap.rules.rule import Case, Rule, Source
from procmap.rules.text import format_findings

__all__ = [
    "RULES",
    "Case",
    "Context",
    "Headline",
    "Option",
    "Options",
    "Report",
    "Rule",
    "RulesConfig",
    "Source",
    "build_config",
    "build_report",
    "find_findings",
    "find_rule",
    "format_findings",
]
