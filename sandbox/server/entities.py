"""Formatted text: a string and its entities, put in order as Telegram does."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from sandbox.server.people import User
from sandbox.server.wire import Json, utf16_length


class EntityKind(StrEnum):
    """The kinds of entities that the sandbox knows."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKETHROUGH = "strikethrough"
    SPOILER = "spoiler"
    CODE = "code"
    PRE = "pre"
    BLOCKQUOTE = "blockquote"
    EXPANDABLE_BLOCKQUOTE = "expandable_blockquote"
    TEXT_LINK = "text_link"
    TEXT_MENTION = "text_mention"
    CUSTOM_EMOJI = "custom_emoji"
    URL = "url"
    EMAIL = "email"
    MENTION = "mention"
    HASHTAG = "hashtag"
    BOT_COMMAND = "bot_command"


_QUOTES: Final = frozenset({EntityKind.BLOCKQUOTE, EntityKind.EXPANDABLE_BLOCKQUOTE})
_VERBATIM: Final = frozenset({EntityKind.CODE, EntityKind.PRE})
_LINKS: Final = frozenset({EntityKind.TEXT_LINK, EntityKind.TEXT_MENTION})
_FOUND: Final = (
    (EntityKind.URL, re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)'\]]", re.IGNORECASE)),
    (EntityKind.EMAIL, re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    (
        EntityKind.BOT_COMMAND,
        re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])"),
    ),
    (EntityKind.MENTION, re.compile(r"(?<![\w@/])@[A-Za-z]\w{3,31}(?!\w)")),
    (EntityKind.HASHTAG, re.compile(r"(?<![\w#/])#(?=\w*[^\W\d])\w{1,255}")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A stretch of text with a meaning; offset and length in UTF-16 units."""

    kind: EntityKind
    offset: int
    length: int
    url: str = ""
    language: str = ""
    custom_emoji_id: str = ""
    user: User | None = None

    @property
    def end(self) -> int:
        """The first unit after it."""
        return self.offset + self.length

    def crosses(self, other: "Entity") -> bool:
        """The two overlap and neither holds the other."""
        apart = self.end <= other.offset or other.end <= self.offset
        return not (apart or self.holds(other) or other.holds(self))

    def holds(self, other: "Entity") -> bool:
        """The other lies inside this one."""
        return self.offset <= other.offset and other.end <= self.end

    def overlaps(self, other: "Entity") -> bool:
        """They share at least one unit."""
        return self.offset < other.end and other.offset < self.end

    def as_entity(self) -> Json:
        """The MessageEntity object."""
        extra: Json = {"url": self.url, "language": self.language}
        extra["custom_emoji_id"] = self.custom_emoji_id
        extra["user"] = self.user.as_user() if self.user else None
        known = {key: value for key, value in extra.items() if value}
        return {"offset": self.offset, "length": self.length, "type": str(self.kind), **known}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormattedText:
    """A text or caption as it stands in a message."""

    text: str = ""
    entities: tuple[Entity, ...] = ()


def tidy(text: str, entities: list[Entity]) -> FormattedText:
    """Trim the text, order the entities, and add the links and commands that stand in it."""
    lead = utf16_length(text) - utf16_length(text.lstrip())
    trimmed = text.strip()
    shifted = [_clipped(entity, lead, utf16_length(trimmed)) for entity in entities]
    given = _without_forbidden([entity for entity in shifted if entity.length > 0])
    everything = given + _found_in(trimmed, given)
    everything.sort(key=lambda entity: (entity.offset, -entity.length, entity.kind.value))
    return FormattedText(text=trimmed, entities=tuple(everything))


def _clipped(entity: Entity, lead: int, length: int) -> Entity:
    start = min(max(entity.offset - lead, 0), length)
    end = min(max(entity.end - lead, 0), length)
    return replace(entity, offset=start, length=end - start)


def _without_forbidden(entities: list[Entity]) -> list[Entity]:
    """Nothing inside code, no quote in a quote, no link in a link, no style twice."""
    ordered = sorted(entities, key=lambda entity: (entity.offset, -entity.length))
    verbatim = [entity for entity in ordered if entity.kind in _VERBATIM]
    kept: list[Entity] = []
    for entity in ordered:
        inside_code = entity.kind not in _VERBATIM | _QUOTES and any(
            entity.overlaps(code) for code in verbatim
        )
        if not inside_code and not any(_repeats(entity, other) for other in kept):
            kept.append(entity)
    return kept


def _repeats(entity: Entity, outer: Entity) -> bool:
    for group in (_QUOTES, _VERBATIM, _LINKS, frozenset({outer.kind})):
        if entity.kind in group and outer.kind in group:
            return entity.overlaps(outer)
    return False


def _found_in(text: str, given: list[Entity]) -> list[Entity]:
    """The links, commands and names that Telegram marks by itself."""
    closed = [entity for entity in given if entity.kind in _VERBATIM | _LINKS]
    found: list[Entity] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            start, length = utf16_length(text[: match.start()]), utf16_length(match[0])
            entity = Entity(kind=kind, offset=start, length=length)
            taken = any(entity.overlaps(other) for other in closed + found)
            if not taken and not any(entity.crosses(other) for other in given):
                found.append(entity)
    return found
