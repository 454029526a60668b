"""What tools say beyond the standard: one file a dialect, chosen by namespace.

Tools that are not here (Aeneis, ARIS, Bonita, Cardanit, Enterprise Architect, iGrafx, itp, Modelio,
Visual Paradigm, W4, Yaoqiang) write who performs in the standard's own words: lanes, pools,
resources, and in Bonita participants. ARIS declares namespaces of its own, and says nothing in
them but which kind of model it was; what it assigns to steps is not in its exports. W4 marks its
resources, but in all files that are public each as a ``User``, also "Accountant" and "Approver":
the mark says nothing about who performs, and is kept. itp keeps system attributes (links, costs,
times), and Enterprise Explorer who last edited an element, which is nobody who performs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from procmap.bpmn.dialects import (
    activiti,
    adonis,
    altinn,
    bic,
    bizagi,
    camunda,
    flowable,
    ibm,
    jbpm,
    mid,
    omnitracker,
    signavio,
    trisotech,
    zeebe,
)
from procmap.bpmn.dialects.dialect import Dialect, ExtensionReader, PropertyReader
from procmap.model import PerformerKind

__all__ = [
    "ASSIGNMENT_ATTRIBUTES",
    "CALLED_ELEMENTS",
    "DIALECTS",
    "PERFORMER_EXTENSIONS",
    "PROPERTY_EXTENSIONS",
    "STARTER_ATTRIBUTES",
    "STARTER_EXTENSIONS",
]

DIALECTS: Final[Mapping[str, Dialect]] = MappingProxyType(
    {
        "activiti": activiti.DIALECT,
        "adonis": adonis.DIALECT,
        "altinn": altinn.DIALECT,
        "bic": bic.DIALECT,
        "bizagi": bizagi.DIALECT,
        "camunda": camunda.DIALECT,
        "flowable": flowable.DIALECT,
        "ibm": ibm.DIALECT,
        "jbpm": jbpm.DIALECT,
        "mid": mid.DIALECT,
        "omnitracker": omnitracker.DIALECT,
        "signavio": signavio.DIALECT,
        "trisotech": trisotech.DIALECT,
        "zeebe": zeebe.DIALECT,
    }
)

# Qualified names are unique over dialects, so that one look-up serves them all. The strongest
# attribute comes first in each dialect, and stays first.
ASSIGNMENT_ATTRIBUTES: Final[Mapping[str, PerformerKind]] = MappingProxyType(
    {name: kind for d in DIALECTS.values() for name, kind in d.assignment_attributes.items()}
)
STARTER_ATTRIBUTES: Final[Mapping[str, PerformerKind]] = MappingProxyType(
    {name: kind for d in DIALECTS.values() for name, kind in d.starter_attributes.items()}
)
PERFORMER_EXTENSIONS: Final[Mapping[str, ExtensionReader]] = MappingProxyType(
    {name: reader for d in DIALECTS.values() for name, reader in d.performer_extensions.items()}
)
STARTER_EXTENSIONS: Final[Mapping[str, ExtensionReader]] = MappingProxyType(
    {name: reader for d in DIALECTS.values() for name, reader in d.starter_extensions.items()}
)
PROPERTY_EXTENSIONS: Final[Mapping[str, PropertyReader]] = MappingProxyType(
    {name: reader for d in DIALECTS.values() for name, reader in d.property_extensions.items()}
)
CALLED_ELEMENTS: Final[Mapping[str, str]] = MappingProxyType(
    {name: attribute for d in DIALECTS.values() for name, attribute in d.called_elements.items()}
)
