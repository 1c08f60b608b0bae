"""Reads a text or caption with its parse mode or entities, within Telegram's limits."""

from collections.abc import Sequence
from typing import Final, Literal

from sandbox.server import limits
from sandbox.server.entities import Entity, EntityKind, FormattedText, tidy
from sandbox.server.errors import bad_request
from sandbox.server.parse_html import parse_html
from sandbox.server.wire import WireModel, utf16_length

# Telegram drops carriage returns and turns other control characters into spaces.
_CLEANED: Final = {**{code: " " for code in range(32) if code != 10}, 13: None}


class MessageEntityIn(WireModel):
    """An entity that the bot gives beside a plain text."""

    type: Literal[
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "code",
        "pre",
        "blockquote",
        "expandable_blockquote",
        "text_link",
        "custom_emoji",
        "url",
        "email",
        "mention",
        "hashtag",
        "bot_command",
    ]
    offset: int
    length: int
    url: str = ""
    language: str = ""
    custom_emoji_id: str = ""

    def as_given(self) -> Entity:
        """The entity itself."""
        return Entity(
            kind=EntityKind(self.type),
            offset=self.offset,
            length=self.length,
            url=self.url,
            language=self.language,
            custom_emoji_id=self.custom_emoji_id,
        )


def message_text(
    text: str, parse_mode: str | None, entities: Sequence[MessageEntityIn] | None
) -> FormattedText:
    """The text of a message: never empty, never over 4096 units."""
    formatted = _read(text, parse_mode, entities)
    if not formatted.text:
        raise bad_request("message text is empty")
    if utf16_length(formatted.text) > limits.TEXT_UNITS:
        raise bad_request("message is too long")
    return formatted


def caption_text(
    caption: str | None, parse_mode: str | None, entities: Sequence[MessageEntityIn] | None
) -> FormattedText:
    """The words under a photo: may be empty, never over 1024 units."""
    formatted = _read(caption or "", parse_mode, entities)
    if utf16_length(formatted.text) > limits.CAPTION_UNITS:
        raise bad_request("message caption is too long")
    return formatted


def typed_text(text: str) -> FormattedText:
    """What a person typed: no formatting of its own, links and commands marked."""
    return tidy(text.translate(_CLEANED), [])


def _read(
    text: str, parse_mode: str | None, entities: Sequence[MessageEntityIn] | None
) -> FormattedText:
    cleaned = _well_encoded(text).translate(_CLEANED)
    mode = (parse_mode or "").lower()
    if mode == "html":
        plain, found = parse_html(cleaned)
    elif not mode:
        plain, found = cleaned, [_within(entity, cleaned) for entity in entities or ()]
    else:
        raise bad_request(_mode_refusal(mode))
    if len(found) > limits.ENTITIES:
        raise bad_request("too many entities in the text")
    return tidy(plain, found)


def _mode_refusal(mode: str) -> str:
    if mode in ("markdown", "markdownv2"):
        return "can't parse entities: the sandbox parses HTML only"
    return "unsupported parse_mode"


def _well_encoded(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    return text


def _within(given: MessageEntityIn, text: str) -> Entity:
    entity = given.as_given()
    if entity.offset < 0 or entity.length <= 0 or entity.end > utf16_length(text):
        raise bad_request("can't parse entities: an entity lies outside the text")
    return entity
