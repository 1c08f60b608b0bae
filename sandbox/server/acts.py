"""What a person can do with a phone: start, write, send things, press, block.

In a group `by` says who acts; in a private chat only its person can.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sandbox.server import delivery, limits
from sandbox.server.changes import ChangeKind
from sandbox.server.chats import Chat
from sandbox.server.entities import FormattedText
from sandbox.server.errors import ActRefused, ApiError
from sandbox.server.groups import ANONYMOUS, Group
from sandbox.server.messages import Content, Message
from sandbox.server.people import User
from sandbox.server.photos import Photo
from sandbox.server.presses import Press
from sandbox.server.state import Sandbox
from sandbox.server.texts import typed_text
from sandbox.server.wire import Json, utf16_length

PAYLOAD: Final = re.compile(r"[A-Za-z0-9_-]{0,64}")


def start(sandbox: Sandbox, chat: Chat, payload: str = "") -> Message:
    """Press Start, perhaps through a link that carries a payload; ends a block."""
    if not PAYLOAD.fullmatch(payload):
        raise ActRefused("a start payload has at most 64 of A-Z a-z 0-9 _ -")
    if chat.blocked:
        unblock(sandbox, chat)
    chat.started = True
    return post(sandbox, chat, Content(words=typed_text(f"/start {payload}")), by=None)


def write(
    sandbox: Sandbox,
    chat: Chat,
    text: str,
    *,
    by: User | None = None,
    reply_to: Message | None = None,
) -> Message:
    """Write a message, perhaps in reply to another."""
    _must_be_open(chat, by)
    words = _fitting(text, limits.TEXT_UNITS)
    return post(sandbox, chat, Content(words=words), by=by, reply_to=reply_to)


def rewrite(
    sandbox: Sandbox, chat: Chat, message_id: int, text: str, *, by: User | None = None
) -> Message:
    """Edit a message of one's own."""
    _must_be_open(chat, by)
    message = chat.messages.get(message_id)
    if message is None or message.sender.id != _in_whose_name(chat, by).id:
        raise ActRefused("people edit only their own messages")
    words = _fitting(text, limits.CAPTION_UNITS if message.kind else limits.TEXT_UNITS)
    content = replace(message.content, words=words)
    edited = replace(message, content=content, edit_date=sandbox.timestamp())
    sandbox.put(chat, edited)
    delivery.message_edited(sandbox, chat, edited)
    return edited


def send_photo(
    sandbox: Sandbox, chat: Chat, picture: bytes, caption: str = "", *, by: User | None = None
) -> Message:
    """Send a picture, perhaps with words under it."""
    _must_be_open(chat, by)
    content = Content(words=_caption(caption), photo=_kept(sandbox, picture))
    return post(sandbox, chat, content, by=by)


def send_album(
    sandbox: Sandbox,
    chat: Chat,
    pictures: Sequence[bytes],
    caption: str = "",
    *,
    by: User | None = None,
) -> list[Message]:
    """Send several pictures at once; the words stand under the first."""
    _must_be_open(chat, by)
    fewest, most = limits.ALBUM
    if not fewest <= len(pictures) <= most:
        raise ActRefused(f"an album has {fewest} to {most} pictures")
    photos = [_kept(sandbox, picture) for picture in pictures]
    album = str(sandbox.chance.randrange(10**16, 10**17))
    words = [_caption(caption), *(FormattedText() for _ in photos[1:])]
    contents = [
        Content(words=said, photo=photo) for said, photo in zip(words, photos, strict=True)
    ]
    return [post(sandbox, chat, content, by=by, album=album) for content in contents]


def send_attachment(
    sandbox: Sandbox,
    chat: Chat,
    attached: Json,
    caption: str = "",
    *,
    by: User | None = None,
    reply_to: Message | None = None,
) -> Message:
    """Send a sticker, a voice note, a document, a place or a contact."""
    _must_be_open(chat, by)
    content = Content(words=_caption(caption), attached=attached)
    return post(sandbox, chat, content, by=by, reply_to=reply_to)


def press_button(
    sandbox: Sandbox,
    chat: Chat,
    *,
    message_id: int,
    row: int,
    column: int,
    by: User | None = None,
) -> Press:
    """Press the button that stands at this place now."""
    message = chat.messages.get(message_id)
    keyboard = message.content.keyboard if message else None
    rows = keyboard.inline_keyboard if keyboard else []
    if message is None or row >= len(rows) or column >= len(rows[row]):
        raise ActRefused("there is no such button any more")
    button_data = rows[row][column].callback_data
    if button_data is None:
        raise ActRefused("this button is not for the bot")
    return press(sandbox, chat, message, button_data, by=by)


def press(
    sandbox: Sandbox, chat: Chat, message: Message, button_data: str, *, by: User | None = None
) -> Press:
    """Press a button under a message; a changed app can send whatever data it likes."""
    number = str(sandbox.chance.randrange(10**17, 10**18))
    pressed = sandbox.presses.open(
        number,
        bot_id=chat.bot_id,
        chat_id=chat.id,
        person_id=chat.somebody(by).id,
        message_id=message.id,
        button_data=button_data,
    )
    now_there = chat.messages.get(message.id)
    under = now_there.as_message() if now_there else message.as_inaccessible()
    sandbox.tell(ChangeKind.PRESSED, chat, message.id)
    delivery.button_pressed(sandbox, chat, pressed, under, by=chat.somebody(by))
    return pressed


def block(sandbox: Sandbox, chat: Chat) -> None:
    """Block the bot."""
    _must_be_open(chat, None)
    chat.blocked = True
    sandbox.tell(ChangeKind.MEMBERSHIP, chat)
    delivery.blocking_changed(sandbox, chat, blocked=True)


def unblock(sandbox: Sandbox, chat: Chat) -> None:
    """Let the bot speak again."""
    if not chat.blocked:
        raise ActRefused("the bot is not blocked")
    chat.blocked = False
    sandbox.tell(ChangeKind.MEMBERSHIP, chat)
    delivery.blocking_changed(sandbox, chat, blocked=False)


def post(
    sandbox: Sandbox,
    chat: Chat,
    content: Content,
    *,
    by: User | None,
    reply_to: Message | None = None,
    album: str = "",
    as_group: bool = False,
) -> Message:
    """Put somebody's message into the chat and tell the bot of it."""
    sender = ANONYMOUS if as_group else _in_whose_name(chat, by)
    message = Message(
        id=sandbox.next_message_id(chat),
        chat=chat.as_chat(),
        bot_id=chat.bot_id,
        sender=sender,
        date=sandbox.timestamp(),
        content=content,
        reply_to=reply_to,
        album=album,
        on_behalf=chat.as_chat() if sender is ANONYMOUS else None,
    )
    sandbox.put(chat, message)
    delivery.message_written(sandbox, chat, message)
    return message


def _in_whose_name(chat: Chat, by: User | None) -> User:
    """Who is shown as the sender: an anonymous administrator writes as the group."""
    somebody = chat.somebody(by)
    if isinstance(chat, Group) and chat.member(somebody).anonymous:
        return ANONYMOUS
    return somebody


def _must_be_open(chat: Chat, by: User | None) -> None:
    chat.somebody(by)
    if isinstance(chat, Group):
        return
    if not chat.started:
        raise ActRefused("the app shows only the Start button before it was pressed")
    if chat.blocked:
        raise ActRefused("the bot is blocked; the app shows only the Restart button")


def _fitting(text: str, most: int) -> FormattedText:
    words = typed_text(text)
    if not 1 <= utf16_length(words.text) <= most:
        raise ActRefused(f"a message has 1 to {most} characters")
    return words


def _caption(words: str) -> FormattedText:
    return _fitting(words, limits.CAPTION_UNITS) if words else FormattedText()


def _kept(sandbox: Sandbox, picture: bytes) -> Photo:
    try:
        return sandbox.files.keep(picture)
    except ApiError as refusal:
        raise ActRefused(refusal.description) from None
