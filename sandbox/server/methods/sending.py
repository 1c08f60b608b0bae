"""Sending: texts, photos, albums, and the line that says the bot is busy."""

from typing import Final

from sandbox.server.changes import ChangeKind
from sandbox.server.chats import Chat
from sandbox.server.errors import bad_request
from sandbox.server.groups import Group
from sandbox.server.keyboards import (
    InlineKeyboardMarkup,
    Markup,
    MarkupIn,
    Prompt,
    ReplyKeyboardMarkup,
)
from sandbox.server.limits import ALBUM
from sandbox.server.messages import Content, Message
from sandbox.server.methods.base import Call
from sandbox.server.methods.media import InputMediaPhoto, photo_from, photo_of_album
from sandbox.server.texts import MessageEntityIn, caption_text, message_text
from sandbox.server.wire import Boolean, ChatId, Integer, Json, Nested, WireModel

_ACTIONS: Final = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


class LinkPreviewOptions(WireModel):
    """How the link in a text is previewed."""

    is_disabled: bool | None = None
    url: str | None = None
    prefer_small_media: bool | None = None
    prefer_large_media: bool | None = None
    show_above_text: bool | None = None


class ReplyParameters(WireModel):
    """Which message is answered."""

    message_id: Integer
    chat_id: ChatId | None = None
    allow_sending_without_reply: bool = False


class Sending(WireModel):
    """What all sends have in common."""

    chat_id: ChatId
    disable_notification: Boolean = False
    protect_content: Boolean = False
    reply_parameters: Nested[ReplyParameters] | None = None


class SendMessage(Sending):
    """Parameters of sendMessage."""

    text: str
    parse_mode: str | None = None
    entities: Nested[list[MessageEntityIn]] | None = None
    link_preview_options: Nested[LinkPreviewOptions] | None = None
    reply_markup: MarkupIn | None = None


class SendPhoto(Sending):
    """Parameters of sendPhoto; the photo itself may be a part of the request."""

    photo: str | None = None
    caption: str | None = None
    parse_mode: str | None = None
    caption_entities: Nested[list[MessageEntityIn]] | None = None
    show_caption_above_media: Boolean = False
    has_spoiler: Boolean = False
    reply_markup: MarkupIn | None = None


class SendMediaGroup(Sending):
    """Parameters of sendMediaGroup."""

    media: Nested[list[InputMediaPhoto]]


class SendChatAction(WireModel):
    """Parameters of sendChatAction."""

    chat_id: ChatId
    action: str


async def send_message(call: Call, given: SendMessage) -> Json:
    """A text message."""
    chat = call.open_chat(given.chat_id)
    preview = given.link_preview_options
    content = Content(
        words=message_text(given.text, given.parse_mode, given.entities),
        keyboard=_inline(given.reply_markup),
        link_preview=preview.model_dump(exclude_none=True) if preview else None,
    )
    return post_message(
        call, chat, given, content, prompt=_prompt(chat, given.reply_markup)
    ).as_message()


async def send_photo(call: Call, given: SendPhoto) -> Json:
    """A photo with words under it."""
    chat = call.open_chat(given.chat_id)
    content = Content(
        words=caption_text(given.caption, given.parse_mode, given.caption_entities),
        photo=photo_from(call, given.photo),
        keyboard=_inline(given.reply_markup),
        caption_above=given.show_caption_above_media,
        spoiler=given.has_spoiler,
    )
    return post_message(
        call, chat, given, content, prompt=_prompt(chat, given.reply_markup)
    ).as_message()


async def send_media_group(call: Call, given: SendMediaGroup) -> list[Json]:
    """Several photos as one album."""
    chat = call.open_chat(given.chat_id)
    _must_be_an_album(given.media)
    contents = [
        _album_photo(call, media, number) for number, media in enumerate(given.media, start=1)
    ]
    album = str(call.sandbox.chance.randrange(10**16, 10**17))
    posted = [post_message(call, chat, given, content, album=album) for content in contents]
    return [message.as_message() for message in posted]


async def send_chat_action(call: Call, given: SendChatAction) -> bool:
    """The line under the bot's name that says what it is busy with."""
    if given.action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = call.open_chat(given.chat_id)
    chat.action = given.action
    call.sandbox.tell(ChangeKind.ACTION, chat)
    return True


def _must_be_an_album(media: list[InputMediaPhoto]) -> None:
    """Telegram's words where they are known; a single photo it takes, and its manual does not."""
    fewest, most = ALBUM
    if not media:
        raise bad_request("there are no messages to send")
    if len(media) > most:
        raise bad_request("too many messages to send as an album")
    if len(media) < fewest:
        raise bad_request(f"the sandbox keeps to the manual: an album has {fewest}-{most} items")
    if len({one.show_caption_above_media for one in media}) > 1:
        raise bad_request("parameter show_caption_above_media must be the same for all messages")


def _album_photo(call: Call, media: InputMediaPhoto, number: int) -> Content:
    return Content(
        words=media.words(),
        photo=photo_of_album(call, media.media, number),
        caption_above=media.show_caption_above_media,
        spoiler=media.has_spoiler,
    )


def _inline(markup: Markup | None) -> InlineKeyboardMarkup | None:
    """The buttons under the message; only an invoice has one that pays."""
    if not isinstance(markup, InlineKeyboardMarkup):
        return None
    if any(button.pay for row in markup.inline_keyboard for button in row):
        raise bad_request("BUTTON_TYPE_INVALID")
    return markup


def _prompt(chat: Chat, markup: Markup | None) -> Prompt | None:
    if isinstance(markup, InlineKeyboardMarkup):
        return None
    if isinstance(chat, Group) and isinstance(markup, ReplyKeyboardMarkup):
        _must_ask_for_words_only(markup)
    return markup


def _must_ask_for_words_only(markup: ReplyKeyboardMarkup) -> None:
    keys = [key for row in markup.keyboard for key in row]
    if any(key.request_contact for key in keys):
        raise bad_request("phone number can be requested in private chats only")
    if any(key.asks_for_more for key in keys):
        raise bad_request("location can be requested in private chats only")


def post_message(
    call: Call,
    chat: Chat,
    given: Sending,
    content: Content,
    *,
    album: str = "",
    prompt: Prompt | None = None,
) -> Message:
    """Put what a bot sends into a chat."""
    message = Message(
        id=call.sandbox.next_message_id(chat),
        chat=chat.as_chat(),
        bot_id=call.bot.id,
        sender=call.bot.user,
        date=call.sandbox.timestamp(),
        content=content,
        album=album,
        protected=given.protect_content,
        prompt=prompt,
        reply_to=_answered(chat, given.reply_parameters),
    )
    call.sandbox.put(chat, message)
    return message


def _answered(chat: Chat, reply: ReplyParameters | None) -> Message | None:
    if reply is None:
        return None
    if reply.chat_id not in (None, chat.id):
        raise bad_request("the sandbox serves replies within one chat only")
    message = chat.messages.get(reply.message_id)
    if message is None and not reply.allow_sending_without_reply:
        raise bad_request("message to be replied not found")
    return message
