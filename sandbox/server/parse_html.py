"""Telegram's HTML parse mode: tags become entities, anything else is refused with its words."""

import re
from dataclasses import dataclass
from typing import Final

from sandbox.server.entities import Entity, EntityKind
from sandbox.server.errors import ApiError, bad_request
from sandbox.server.html_entities import character_at
from sandbox.server.wire import utf16_length

_STYLES: Final = {
    "b": EntityKind.BOLD,
    "strong": EntityKind.BOLD,
    "i": EntityKind.ITALIC,
    "em": EntityKind.ITALIC,
    "u": EntityKind.UNDERLINE,
    "ins": EntityKind.UNDERLINE,
    "s": EntityKind.STRIKETHROUGH,
    "strike": EntityKind.STRIKETHROUGH,
    "del": EntityKind.STRIKETHROUGH,
    "span": EntityKind.SPOILER,
    "tg-spoiler": EntityKind.SPOILER,
}
_TAGS: Final = frozenset({*_STYLES, "a", "code", "pre", "blockquote", "tg-emoji"})
_SPACE: Final = " \t\n\r\0\v"
_ATTRIBUTES: Final = {
    ("a", "href"): "",
    ("code", "class"): "language-",
    ("span", "class"): "tg-",
    ("tg-emoji", "emoji-id"): "",
}
_NAME_TOKEN: Final = re.compile(r"[A-Za-z0-9.-]")
_LINK: Final = re.compile(r"(https?|tg|ton|mailto|tel):\S+", re.IGNORECASE)
_BARE_LINK: Final = re.compile(r"[\w-]+(\.[\w-]+)+([/?#]\S*)?")


@dataclass(slots=True, kw_only=True)
class _OpenTag:
    name: str
    argument: str
    offset: int
    start: int


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The plain text and its entities; ApiError in Telegram's words when the HTML is wrong."""
    return _Parser(source).parse()


class _Parser:
    """One pass over the source, in the order in which Telegram's own parser looks."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text: list[str] = []
        self._length = 0
        self._open: list[_OpenTag] = []
        self._entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        """Read everything."""
        while self._at < len(self._source):
            self._step()
        if self._open:
            name = self._open[-1].name
            raise _wrong(f'Can\'t find end tag corresponding to start tag "{name}"')
        return "".join(self._text), self._entities

    def _step(self) -> None:
        if self._peek() != "<":
            self._write(self._next_character())
            return
        begin = self._at
        self._at += 1
        if self._peek() == "/":
            self._close(begin)
            return
        self._start(begin)

    def _peek(self) -> str:
        return self._source[self._at : self._at + 1]

    def _next_character(self) -> str:
        decoded = character_at(self._source, self._at) if self._peek() == "&" else None
        character, self._at = decoded or (self._peek(), self._at + 1)
        return character

    def _write(self, character: str) -> None:
        self._text.append(character)
        self._length += utf16_length(character)

    def _take_until(self, stops: str) -> str:
        start = self._at
        while self._peek() and self._peek() not in stops:
            self._at += 1
        return self._source[start : self._at]

    def _skip_space(self) -> None:
        while self._peek() and self._peek() in _SPACE:
            self._at += 1

    def _byte(self, position: int) -> int:
        return len(self._source[:position].encode())

    def _start(self, begin: int) -> None:
        name = self._take_until(_SPACE + ">").lower()
        if not self._peek():
            raise self._unclosed(begin)
        if name not in _TAGS:
            raise _wrong(f'Unsupported start tag "{name}" at byte offset {self._byte(begin)}')
        argument = self._attributes(name, begin)
        if name == "span" and argument != "spoiler":
            where = self._byte(begin)
            raise _wrong(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self._at += 1
        self._open.append(
            _OpenTag(name=name, argument=argument, offset=self._length, start=len(self._text))
        )

    def _unclosed(self, begin: int) -> ApiError:
        return _wrong(f"Unclosed start tag at byte offset {self._byte(begin)}")

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while True:
            self._skip_space()
            if self._peek() == ">":
                return argument
            argument = self._attribute(tag, begin) or argument
            if not self._peek():
                raise self._unclosed(begin)

    def _attribute(self, tag: str, begin: int) -> str:
        """One attribute; its value when the tag has a use for it."""
        name = self._take_until(_SPACE + "=>/\"'").lower()
        if not name:
            where = self._byte(begin)
            raise _wrong(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
        self._skip_space()
        value = self._value(begin) if self._peek() == "=" else ""
        if (tag, name) == ("blockquote", "expandable"):
            return "1"
        prefix = _ATTRIBUTES.get((tag, name))
        if prefix is None or not value.startswith(prefix):
            return ""
        return value.removeprefix(prefix)

    def _value(self, begin: int) -> str:
        self._at += 1
        self._skip_space()
        if not self._peek():
            raise self._unclosed(begin)
        if self._peek() in "\"'":
            return self._quoted()
        start = self._at
        while self._peek() and _NAME_TOKEN.fullmatch(self._peek()):
            self._at += 1
        if self._peek() and self._peek() not in _SPACE + ">":
            raise _wrong(f"Unexpected end of name token at byte offset {self._byte(start)}")
        return self._source[start : self._at].lower()

    def _quoted(self) -> str:
        quote = self._peek()
        self._at += 1
        value: list[str] = []
        while self._peek() and self._peek() != quote:
            value.append(self._next_character())
        self._at += 1
        return "".join(value)

    def _close(self, begin: int) -> None:
        where = self._byte(begin)
        if not self._open:
            raise _wrong(f"Unexpected end tag at byte offset {where}")
        self._at += 1
        name = self._take_until(_SPACE + ">").lower()
        self._skip_space()
        if self._peek() != ">":
            raise _wrong(f"Unclosed end tag at byte offset {where}")
        tag = self._open.pop()
        if name and name != tag.name:
            raise _wrong(
                f"Unmatched end tag at byte offset {where}, "
                f'expected "</{tag.name}>", found "</{name}>"'
            )
        self._at += 1
        if self._length > tag.offset:
            self._mark(tag)

    def _mark(self, tag: _OpenTag) -> None:
        content = "".join(self._text[tag.start :])
        entity = _entity(tag, self._length - tag.offset, content)
        if entity is None:
            return
        last = self._entities[-1] if self._entities else None
        if last is not None and _is_code_block(entity, last):
            # <pre><code class="language-…"> is one block of code with its language.
            self._entities[-1] = _code_block(entity, last)
            return
        self._entities.append(entity)


def _wrong(words: str) -> ApiError:
    return bad_request(f"can't parse entities: {words}")


def _entity(tag: _OpenTag, length: int, content: str) -> Entity | None:
    kind, url, language, emoji = _STYLES.get(tag.name), "", "", ""
    match tag.name:
        case "a":
            kind, url = EntityKind.TEXT_LINK, _link(tag.argument or content)
            if not url:
                return None
        case "code":
            kind, language = EntityKind.CODE, tag.argument
        case "pre":
            kind = EntityKind.PRE
        case "tg-emoji":
            kind, emoji = EntityKind.CUSTOM_EMOJI, _custom_emoji(tag.argument)
        case "blockquote":
            folded = bool(tag.argument)
            kind = EntityKind.EXPANDABLE_BLOCKQUOTE if folded else EntityKind.BLOCKQUOTE
    if kind is None:
        return None
    return Entity(
        kind=kind,
        offset=tag.offset,
        length=length,
        url=url,
        language=language,
        custom_emoji_id=emoji,
    )


def _custom_emoji(argument: str) -> str:
    if not argument.isdecimal():
        raise _wrong("Invalid custom emoji identifier specified")
    return argument


def _link(address: str) -> str:
    """The address as Telegram keeps it; empty when it is none."""
    if _LINK.fullmatch(address):
        return address
    return f"http://{address}" if _BARE_LINK.fullmatch(address) else ""


def _is_code_block(entity: Entity, last: Entity) -> bool:
    same_place = (entity.offset, entity.length) == (last.offset, last.length)
    kinds = {entity.kind, last.kind}
    has_language = bool(entity.language or last.language)
    return same_place and has_language and kinds == {EntityKind.CODE, EntityKind.PRE}


def _code_block(entity: Entity, last: Entity) -> Entity:
    return Entity(
        kind=EntityKind.PRE,
        offset=entity.offset,
        length=entity.length,
        language=entity.language or last.language,
    )
