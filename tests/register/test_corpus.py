from __future__ import annotations

from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn
from procmap.register import apply_register, write_register

from .builders import find_diagnostics, strip


@pytest.mark.corpus
@pytest.mark.parametrize("form", ["register.yaml", "register.xlsx", "register"])
def test_the_untouched_template_of_real_models_changes_nothing(
    corpus_dir: Path, tmp_path: Path, form: str
) -> None:
    landscape = read_bpmn(corpus_dir)
    path = tmp_path / form
    write_register(landscape, path)
    after = apply_register(landscape, path)
    assert not find_diagnostics(after)
    assert strip(after) == strip(landscape)
