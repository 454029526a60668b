"""What the kinds of BPMN elements are called; the keys are the specification's names."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Words

__all__ = ["EVENT_KINDS", "HOLDER_KINDS", "LANE_KINDS", "NODE_TYPES", "OWNERSHIP_KINDS"]

NODE_TYPES: Final[dict[str, Words]] = {
    "task": Words("oppgave", "task"),
    "userTask": Words("brukeroppgave", "user task"),
    "manualTask": Words("manuell oppgave", "manual task"),
    "serviceTask": Words("tjenesteoppgave", "service task"),
    "sendTask": Words("sendeoppgave", "send task"),
    "receiveTask": Words("mottaksoppgave", "receive task"),
    "scriptTask": Words("skriptoppgave", "script task"),
    "businessRuleTask": Words("regeloppgave", "business rule task"),
    "callActivity": Words("kall til annen prosess", "call activity"),
    "subProcess": Words("delprosess", "sub-process"),
    "transaction": Words("transaksjon", "transaction"),
    "adHocSubProcess": Words("ad hoc-delprosess", "ad-hoc sub-process"),
    "callChoreography": Words("kall til koreografi", "call choreography"),
    "choreographyTask": Words("koreografioppgave", "choreography task"),
    "subChoreography": Words("delkoreografi", "sub-choreography"),
    "startEvent": Words("starthendelse", "start event"),
    "endEvent": Words("slutthendelse", "end event"),
    "intermediateThrowEvent": Words("sendende mellomhendelse", "intermediate throw event"),
    "intermediateCatchEvent": Words("mottakende mellomhendelse", "intermediate catch event"),
    "boundaryEvent": Words("kanthendelse", "boundary event"),
    "implicitThrowEvent": Words("underforstått hendelse", "implicit throw event"),
    "event": Words("hendelse", "event"),
    "exclusiveGateway": Words("valg (XOR)", "exclusive gateway"),
    "parallelGateway": Words("parallell port (AND)", "parallel gateway"),
    "inclusiveGateway": Words("inkluderende port (OR)", "inclusive gateway"),
    "eventBasedGateway": Words("hendelsesbasert port", "event-based gateway"),
    "complexGateway": Words("sammensatt port", "complex gateway"),
}

EVENT_KINDS: Final[dict[str, Words]] = {
    "message": Words("melding", "message"),
    "timer": Words("tid", "timer"),
    "error": Words("feil", "error"),
    "escalation": Words("eskalering", "escalation"),
    "cancel": Words("avbrudd", "cancel"),
    "compensate": Words("kompensering", "compensation"),
    "conditional": Words("betingelse", "condition"),
    "link": Words("lenke", "link"),
    "signal": Words("signal", "signal"),
    "terminate": Words("avslutning", "termination"),
}

LANE_KINDS: Final[dict[str, Words]] = {
    "unit": Words("enhet", "unit"),
    "role": Words("rolle", "role"),
    "outside": Words("ekstern part", "outside party"),
    "system": Words("system", "system"),
}

HOLDER_KINDS: Final[dict[str, Words]] = {
    "role": Words("stilling", "position"),
    "person": Words("person", "person"),
    "unit": Words("enhet", "unit"),
    "network": Words("nettverk", "network"),
}

OWNERSHIP_KINDS: Final[dict[str, Words]] = {
    "owner": Words("prosesseier", "process owner"),
    "manager": Words("prosessansvarlig", "process manager"),
    "coordinator": Words("koordinator", "coordinator"),
}
