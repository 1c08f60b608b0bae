"""What a person can do with a phone: start, write, send a photo, press, block."""

import re
from dataclasses import replace
from typing import Final

from sandbox.server import delivery, limits
from sandbox.server.changes import ChangeKind
from sandbox.server.chats import Chat
from sandbox.server.entities import FormattedText
from sandbox.server.errors import ActRefused, ApiError
from sandbox.server.messages import Content, Message
from sandbox.server.presses import Press
from sandbox.server.state import Sandbox
from sandbox.server.texts import typed_text
from sandbox.server.wire import utf16_length

_PAYLOAD: Final = re.compile(r"[A-Za-z0-9_-]{0,64}")


def start(sandbox: Sandbox, chat: Chat, payload: str = "") -> Message:
    """Press Start, perhaps through a link that carries a payload; ends a block."""
    if not _PAYLOAD.fullmatch(payload):
        raise ActRefused("a start payload has at most 64 of A-Z a-z 0-9 _ -")
    if chat.blocked:
        unblock(sandbox, chat)
    chat.started = True
    return _send(sandbox, chat, Content(words=typed_text(f"/start {payload}")))


def write(sandbox: Sandbox, chat: Chat, text: str) -> Message:
    """Write a message."""
    _must_be_open(chat)
    return _send(sandbox, chat, Content(words=_fitting(text, limits.TEXT_UNITS)))


def rewrite(sandbox: Sandbox, chat: Chat, message_id: int, text: str) -> Message:
    """Edit a message of one's own."""
    _must_be_open(chat)
    message = chat.messages.get(message_id)
    if message is None or message.from_bot:
        raise ActRefused("people edit only their own messages")
    words = _fitting(text, limits.TEXT_UNITS if message.photo is None else limits.CAPTION_UNITS)
    content = replace(message.content, words=words)
    edited = replace(message, content=content, edit_date=sandbox.timestamp())
    sandbox.put(chat, edited)
    delivery.message_edited(sandbox, chat, edited)
    return edited


def send_photo(sandbox: Sandbox, chat: Chat, picture: bytes, caption: str = "") -> Message:
    """Send a picture, perhaps with words under it."""
    _must_be_open(chat)
    words = _fitting(caption, limits.CAPTION_UNITS) if caption else FormattedText()
    try:
        photo = sandbox.files.keep(picture)
    except ApiError as refusal:
        raise ActRefused(refusal.description) from None
    return _send(sandbox, chat, Content(words=words, photo=photo))


def press_button(sandbox: Sandbox, chat: Chat, *, message_id: int, row: int, column: int) -> Press:
    """Press the button that stands at this place now."""
    message = chat.messages.get(message_id)
    keyboard = message.content.keyboard if message else None
    rows = keyboard.inline_keyboard if keyboard else []
    if message is None or row >= len(rows) or column >= len(rows[row]):
        raise ActRefused("there is no such button any more")
    button_data = rows[row][column].callback_data
    if button_data is None:
        raise ActRefused("this button is not for the bot")
    return press(sandbox, chat, message, button_data)


def press(sandbox: Sandbox, chat: Chat, message: Message, button_data: str) -> Press:
    """Press a button under a message; a changed app can send whatever data it likes."""
    number = str(sandbox.chance.randrange(10**17, 10**18))
    pressed = sandbox.presses.open(
        number,
        bot_id=chat.bot_id,
        chat_id=chat.id,
        message_id=message.id,
        button_data=button_data,
    )
    now_there = chat.messages.get(message.id)
    under = now_there.as_message() if now_there else message.as_inaccessible()
    sandbox.tell(ChangeKind.PRESSED, chat, message.id)
    delivery.button_pressed(sandbox, chat, pressed, under)
    return pressed


def block(sandbox: Sandbox, chat: Chat) -> None:
    """Block the bot."""
    _must_be_open(chat)
    chat.blocked = True
    sandbox.tell(ChangeKind.MEMBERSHIP, chat)
    delivery.membership_changed(sandbox, chat, blocked=True)


def unblock(sandbox: Sandbox, chat: Chat) -> None:
    """Let the bot speak again."""
    if not chat.blocked:
        raise ActRefused("the bot is not blocked")
    chat.blocked = False
    sandbox.tell(ChangeKind.MEMBERSHIP, chat)
    delivery.membership_changed(sandbox, chat, blocked=False)


def _must_be_open(chat: Chat) -> None:
    if not chat.started:
        raise ActRefused("the app shows only the Start button before it was pressed")
    if chat.blocked:
        raise ActRefused("the bot is blocked; the app shows only the Restart button")


def _fitting(text: str, most: int) -> FormattedText:
    words = typed_text(text)
    if not 1 <= utf16_length(words.text) <= most:
        raise ActRefused(f"a message has 1 to {most} characters")
    return words


def _send(sandbox: Sandbox, chat: Chat, content: Content) -> Message:
    message = Message(
        id=sandbox.bots[chat.bot_id].next_message_id(),
        chat=chat.as_chat(),
        bot_id=chat.bot_id,
        sender=chat.person,
        date=sandbox.timestamp(),
        content=content,
    )
    sandbox.put(chat, message)
    delivery.message_written(sandbox, chat, message)
    return message
