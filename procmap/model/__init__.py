"""The domain model: frozen, typed, no I/O."""

from procmap.model.aliases import Alias, AliasKind
from procmap.model.artifacts import Annotation, Association, DataAssociation, DataElement, Group
from procmap.model.chart import Chart, build_chart
from procmap.model.codes import Code, CodeList
from procmap.model.data_items import DataItem, DataUse, DataUseKind
from procmap.model.delegation import delegate, fill_delegates
from procmap.model.document import Bounds, Definition, Diagram, Document, Edge, Shape
from procmap.model.element import Element, Entity
from procmap.model.facts import Fact, FactState
from procmap.model.flow import EventDefinition, FlowNode, MessageFlow, SequenceFlow, Support
from procmap.model.handoff import (
    Between,
    Contact,
    CrossingPoint,
    Governance,
    Handoff,
    Level,
    Medium,
    Party,
    Succession,
    Trail,
)
from procmap.model.kept import KeptMarkup, MarkupSource
from procmap.model.landscape import SCHEMA_VERSION, Landscape
from procmap.model.lanes import Lane, LaneKind, LaneMeaning, Participant
from procmap.model.lookup import Index, build_index
from procmap.model.measures import Goal, Measure
from procmap.model.names import fold, tidy
from procmap.model.nearest import find_nearest
from procmap.model.organisation import Organisation, Person, Role, System, Unit, unit_key
from procmap.model.ownership import (
    Boundary,
    Channel,
    CrossingAgreement,
    Holder,
    Mandate,
    Ownership,
    Scope,
)
from procmap.model.performers import Performer, PerformerKind, PerformerSource
from procmap.model.process import Process, ProcessKind
from procmap.model.responsibility import RaciLetter, Responsibility, ResponsibilityAnswer
from procmap.model.workshop import Decision, Opinion, SetAside

__all__ = [
    "SCHEMA_VERSION",
    "Alias",
    "AliasKind",
    "Annotation",
    "Association",
    "Between",
    "Boundary",
    "Bounds",
    "Channel",
    "Chart",
    "Code",
    "CodeList",
    "Contact",
    "CrossingAgreement",
    "CrossingPoint",
    "DataAssociation",
    "DataElement",
    "DataItem",
    "DataUse",
    "DataUseKind",
    "Decision",
    "Definition",
    "Diagram",
    "Document",
    "Edge",
    "Element",
    "Entity",
    "EventDefinition",
    "Fact",
    "FactState",
    "FlowNode",
    "Goal",
    "Governance",
    "Group",
    "Handoff",
    "Holder",
    "Index",
    "KeptMarkup",
    "Landscape",
    "Lane",
    "LaneKind",
    "LaneMeaning",
    "Level",
    "Mandate",
    "MarkupSource",
    "Measure",
    "Medium",
    "MessageFlow",
    "Opinion",
    "Organisation",
    "Ownership",
    "Participant",
    "Party",
    "Performer",
    "PerformerKind",
    "PerformerSource",
    "Person",
    "Process",
    "ProcessKind",
    "RaciLetter",
    "Responsibility",
    "ResponsibilityAnswer",
    "Role",
    "Scope",
    "SequenceFlow",
    "SetAside",
    "Shape",
    "Succession",
    "Support",
    "System",
    "Trail",
    "Unit",
    "build_chart",
    "build_index",
    "delegate",
    "fill_delegates",
    "find_nearest",
    "fold",
    "tidy",
    "unit_key",
]
