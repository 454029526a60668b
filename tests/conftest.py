"""Shared fixtures: where the real files are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How fast a machine is must not decide whether a test passes; where many share one, none is.
settings.register_profile(
    "procmap",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
    # Hundreds of runs of the suite, as for mutants, need not try as much in each.
    max_examples=int(os.environ.get("PROCMAP_EXAMPLES", "100")),
)
settings.load_profile("procmap")


@pytest.fixture(scope="session")
def corpus_dir() -> Path:
    """Folder of the corpus of real files; the test is skipped where there is none."""
    folder = os.environ.get("PROCMAP_CORPUS", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("PROCMAP_CORPUS names no folder")
    return Path(folder)


@pytest.fixture(scope="session")
def samples_dir() -> Path:
    """The sample municipality, in the checkout or in the installed package."""
    in_checkout = Path(__file__).parent.parent / "bpmn_samples"
    if in_checkout.is_dir():
        return in_checkout
    import procmap

    return Path(procmap.__file__).parent / "samples"
