"""What is known about a person, for screens."""

from dataclasses import dataclass

from store.domain.actor import Role
from store.domain.inbox import NoticeKind
from store.domain.language import Language
from store.domain.zones import Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A person's own settings; `zone_chosen` tells a choice from a guess.

    Notices of `kept_kinds` only lie in the inbox; `erasures` counts how often the person had
    everything forgotten.
    """

    id: int
    name: str
    language: Language
    language_chosen: bool
    zone: Zone
    zone_chosen: bool
    quiet_nights: bool
    kept_kinds: frozenset[NoticeKind]
    reachable: bool
    erasures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who works in a shop."""

    person_id: int
    name: str
    role: Role
    language: Language
    zone: Zone
