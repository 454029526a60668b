"""Flowable."""

from __future__ import annotations

from typing import Final

from procmap.bpmn.dialects.engines import build_engine_dialect

__all__ = ["DIALECT"]

DIALECT: Final = build_engine_dialect("http://flowable.org/bpmn")
