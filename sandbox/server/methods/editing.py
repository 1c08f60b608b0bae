"""Editing the bot's own messages, with Telegram's refusals."""

from dataclasses import replace

from sandbox.server.chats import Chat
from sandbox.server.errors import bad_request
from sandbox.server.keyboards import InlineMarkupIn
from sandbox.server.messages import Content, Message
from sandbox.server.methods.base import Call
from sandbox.server.methods.media import InputMediaPhoto, photo_from
from sandbox.server.methods.sending import LinkPreviewOptions
from sandbox.server.texts import MessageEntityIn, caption_text, message_text
from sandbox.server.wire import Boolean, ChatId, Integer, Json, Nested, WireModel


class Editing(WireModel):
    """Which message is edited; an edit without a keyboard takes the keyboard away."""

    chat_id: ChatId
    message_id: Integer
    reply_markup: InlineMarkupIn | None = None


class EditMessageText(Editing):
    """Parameters of editMessageText."""

    text: str
    parse_mode: str | None = None
    entities: Nested[list[MessageEntityIn]] | None = None
    link_preview_options: Nested[LinkPreviewOptions] | None = None


class EditMessageCaption(Editing):
    """Parameters of editMessageCaption."""

    caption: str | None = None
    parse_mode: str | None = None
    caption_entities: Nested[list[MessageEntityIn]] | None = None
    show_caption_above_media: Boolean = False


class EditMessageMedia(Editing):
    """Parameters of editMessageMedia."""

    media: Nested[InputMediaPhoto]


async def edit_message_text(call: Call, given: EditMessageText) -> Json:
    """New words in a text message; a photo message has none to edit."""
    chat, message = _editable(call, given)
    if message.photo is not None:
        raise bad_request("there is no text in the message to edit")
    preview = given.link_preview_options
    content = Content(
        words=message_text(given.text, given.parse_mode, given.entities),
        keyboard=given.reply_markup,
        link_preview=preview.model_dump(exclude_none=True) if preview else None,
    )
    return _swap(call, chat, message, content)


async def edit_message_caption(call: Call, given: EditMessageCaption) -> Json:
    """New words under a photo."""
    chat, message = _editable(call, given)
    if message.photo is None:
        raise bad_request("there is no caption in the message to edit")
    content = replace(
        message.content,
        words=caption_text(given.caption, given.parse_mode, given.caption_entities),
        keyboard=given.reply_markup,
        caption_above=given.show_caption_above_media,
    )
    return _swap(call, chat, message, content)


async def edit_message_media(call: Call, given: EditMessageMedia) -> Json:
    """Another photo; a text message becomes a photo message for good."""
    chat, message = _editable(call, given)
    content = Content(
        words=given.media.words(),
        photo=photo_from(call, given.media.media),
        keyboard=given.reply_markup,
        caption_above=given.media.show_caption_above_media,
        spoiler=given.media.has_spoiler,
    )
    return _swap(call, chat, message, content)


async def edit_message_reply_markup(call: Call, given: Editing) -> Json:
    """Other buttons under the same words."""
    chat, message = _editable(call, given)
    return _swap(call, chat, message, replace(message.content, keyboard=given.reply_markup))


def _editable(call: Call, given: Editing) -> tuple[Chat, Message]:
    chat = call.open_chat(given.chat_id)
    message = chat.messages.get(given.message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender.id != call.bot.id or message.prompt is not None:
        raise bad_request("message can't be edited")
    return chat, message


def _swap(call: Call, chat: Chat, message: Message, content: Content) -> Json:
    if _shown(content) == _shown(message.content):
        raise bad_request(
            "message is not modified: specified new message content and reply markup "
            "are exactly the same as a current content and reply markup of the message"
        )
    edited = replace(message, content=content, edit_date=call.sandbox.timestamp())
    call.sandbox.put(chat, edited)
    return edited.as_message()


def _shown(content: Content) -> Content:
    """The content with an empty keyboard counted as none, as the person sees it."""
    keyboard = content.keyboard
    return replace(content, keyboard=keyboard if keyboard and keyboard.inline_keyboard else None)
