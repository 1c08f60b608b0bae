"""Chats as plain text, and what a message shows."""

from itertools import groupby

from sandbox.server.chats import Chat
from sandbox.server.entities import EntityKind
from sandbox.server.keyboards import InlineKeyboardButton
from sandbox.server.messages import Message


def transcript_of(chat: Chat) -> str:
    """The chat as plain text, with its buttons."""
    shown = groupby(chat.newest_first[::-1], key=lambda one: one.album or one.id)
    lines = [line for _, together in shown for line in _lines(*together)]
    return "\n".join(lines) or "(the chat is empty)"


def buttons(message: Message) -> list[InlineKeyboardButton]:
    """The buttons under a message, one after the other."""
    keyboard = message.content.keyboard
    return [button for row in (keyboard.inline_keyboard if keyboard else []) for button in row]


def shows_all(message: Message, words: tuple[str, ...]) -> bool:
    """Whether all these words stand in the message or on its buttons."""
    shown = "\n".join((message.text, *message.labels))
    return all(word in shown for word in words)


def words_of(message: Message) -> str:
    """The words of a message, with ~~ around what is struck through."""
    words = message.content.words
    units = words.text.encode("utf-16-le")
    struck = [one for one in words.entities if one.kind is EntityKind.STRIKETHROUGH]
    for one in sorted(struck, key=lambda one: -one.offset):
        start, end = 2 * one.offset, 2 * (one.offset + one.length)
        mark = "~~".encode("utf-16-le")
        units = units[:start] + mark + units[start:end] + mark + units[end:]
    return units.decode("utf-16-le")


def quoted(words: tuple[str, ...]) -> str:
    """The words as a failure names them."""
    return " and ".join(f'"{word}"' for word in words)


def _lines(message: Message, *others: Message) -> list[str]:
    """A message, or an album as the one thing that people see."""
    kind = f"({message.kind}) " if message.kind else ""
    kind += (message.content.attached or {}).get("invoice", {}).get("title", "")
    if others:
        kind = f"(album of {1 + len(others)}) "
    said = f"{message.sender.name}: {kind}{message.text}".replace("\n", "\n    ").rstrip()
    return [said, *("    " + " ".join(f"[ {label} ]" for label in row) for row in message.rows)]
