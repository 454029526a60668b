"""Rules: one file a rule, one folder a family, an explicit registry, the engine and the report."""

from procmap.rules.agenda import Agenda, AgendaPlace, AgendaPoint
from procmap.rules.baseline import Baseline, read_baseline, write_baseline
from procmap.rules.comparing import compare
from procmap.rules.comparison import Comparison
from procmap.rules.config import RulesConfig, build_config
from procmap.rules.context import Context
from procmap.rules.documentation import Documentation, FactTally, ProcessDocumentation
from procmap.rules.engine import find_findings
from procmap.rules.headline import Headline
from procmap.rules.options import Option, Options
from procmap.rules.profiles import PROFILES, Profile
from procmap.rules.registry import RULES, find_rule
from procmap.rules.report import Report, build_report
from procmap.rules.rule import Case, Rule, Source
from procmap.rules.suppressing import Suppressed, Suppression
from procmap.rules.text import format_findings, format_set_aside
from procmap.rules.user_rules import find_all_rules

__all__ = [
    "PROFILES",
    "RULES",
    "Agenda",
    "AgendaPlace",
    "AgendaPoint",
    "Baseline",
    "Case",
    "Comparison",
    "Context",
    "Documentation",
    "FactTally",
    "Headline",
    "Option",
    "Options",
    "ProcessDocumentation",
    "Profile",
    "Report",
    "Rule",
    "RulesConfig",
    "Source",
    "Suppressed",
    "Suppression",
    "build_config",
    "build_report",
    "compare",
    "find_all_rules",
    "find_findings",
    "find_rule",
    "format_findings",
    "format_set_aside",
    "read_baseline",
    "write_baseline",
]
