"""Camunda 7, and Operaton, which carries it on."""

from __future__ import annotations

from typing import Final

from procmap.bpmn.dialects.engines import build_engine_dialect

__all__ = ["DIALECT"]

DIALECT: Final = build_engine_dialect(
    "http://camunda.org/schema/1.0/bpmn", "http://operaton.org/schema/1.0/bpmn"
)
