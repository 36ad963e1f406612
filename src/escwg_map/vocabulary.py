"""The closed lists of the register: what a kind, a status, a role or a benefit may be.

Themes and schemes are rows of data (`themes.csv`, `schemes.csv`), not words of this module.
"""

from enum import StrEnum


class Kind(StrEnum):
    """The kind of a service; areas of one kind make a layer, so this also names the layers."""

    POLICE = "police"
    FIRE = "fire"
    AMBULANCE = "ambulance"

    @property
    def label(self) -> str:
        """Name the kind of organisation: `Police force`."""
        return _KIND_LABELS[self]

    @property
    def areas_label(self) -> str:
        """Name the layer's areas: `police force areas`."""
        return _AREAS_LABELS[self]


class PartnerKind(StrEnum):
    """What sort of body a partner is: one of the three services, or another."""

    POLICE = "police"
    FIRE = "fire"
    AMBULANCE = "ambulance"
    COUNCIL = "council"
    HEALTH = "health"
    PCC = "pcc"
    CHARITY = "charity"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Say the sort in words: `police and crime commissioner`."""
        return _PARTNER_LABELS.get(self, self.value)


class Role(StrEnum):
    """The part that a partner plays; `inferred` partners follow from the heading, unprinted."""

    LEAD = "lead"
    PARTNER = "partner"
    FORMER = "former"
    INFERRED = "inferred"


class Status(StrEnum):
    """How far a project stood in 2016, in the order of its life."""

    LIVE = "live"
    PILOT = "pilot"
    PLANNED = "planned"
    EXPLORING = "exploring"
    COMPLETED = "completed"

    @property
    def label(self) -> str:
        """Begin the word with a capital: `Live`."""
        return self.value.capitalize()


class Benefit(StrEnum):
    """What the overview says a project brought."""

    FASTER_RESPONSE = "faster_response"
    SAVINGS = "savings"
    DEMAND_REDUCTION = "demand_reduction"
    CLOSER_WORKING = "closer_working"
    PUBLIC_SAFETY = "public_safety"
    PUBLIC_HEALTH = "public_health"
    EFFECTIVENESS = "effectiveness"
    INFORMATION_SHARING = "information_sharing"

    @property
    def label(self) -> str:
        """Say the benefit in words: `Faster response`."""
        return self.value.replace("_", " ").capitalize()


class Post(StrEnum):
    """The posts of the overview's Service Information pages."""

    PCC = "pcc"
    CHIEF_CONSTABLE = "chief_constable"
    CHIEF_FIRE_OFFICER = "chief_fire_officer"
    AMBULANCE_CHIEF_EXECUTIVE = "ambulance_chief_executive"

    @property
    def label(self) -> str:
        """Name the post: `Police and crime commissioner`."""
        return _POST_LABELS[self]


_POST_LABELS = {
    Post.PCC: "Police and crime commissioner",
    Post.CHIEF_CONSTABLE: "Chief constable",
    Post.CHIEF_FIRE_OFFICER: "Chief fire officer",
    Post.AMBULANCE_CHIEF_EXECUTIVE: "Ambulance chief executive",
}
_KIND_LABELS = {
    Kind.POLICE: "Police force",
    Kind.FIRE: "Fire and rescue authority",
    Kind.AMBULANCE: "Ambulance trust",
}
_AREAS_LABELS = {
    Kind.POLICE: "police force areas",
    Kind.FIRE: "fire and rescue authority areas",
    Kind.AMBULANCE: "ambulance trust areas",
}
_PARTNER_LABELS = {
    PartnerKind.HEALTH: "health body",
    PartnerKind.PCC: "police and crime commissioner",
    PartnerKind.OTHER: "other body",
}
