"""Screens as the Bot API wants them: keyboards, photos and the calls that show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode

from bot.buttons.base import Key
from bot.screens.base import ContactKey, Rows, Screen
from bot.screens.pictures import code_picture

DONE = "✓"
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture on its way out: its content hash and either a known file_id or the bytes."""

    content_hash: str
    media: str | bytes

    @property
    def is_new(self) -> bool:
        """Whether Telegram gets it now and may be asked for it again; a drawn one never is."""
        return isinstance(self.media, bytes) and code_picture(self.content_hash) is None


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """The inline keyboard of these rows, or None where there are no buttons."""
    if not rows:
        return None
    return InlineKeyboardMarkup([[_button(key) for key in row] for row in rows])


def _button(key: Key) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        key.label,
        callback_data=key.data,
        url=key.url,
        copy_text=CopyTextButton(key.copy) if key.copy else None,
        style=key.style,
    )


async def send(
    bot: Bot, chat_id: int, screen: Screen, picture: Picture | None, *, silent: bool = False
) -> Message:
    """Send a screen as a new message."""
    if picture is None:
        return await bot.send_message(
            chat_id,
            screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(screen.rows),
            link_preview_options=NO_PREVIEW,
            disable_notification=silent,
            protect_content=screen.protected,
        )
    return await bot.send_photo(
        chat_id,
        picture.media,
        caption=screen.text,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(screen.rows),
        disable_notification=silent,
        protect_content=screen.protected,
    )


async def rewrite(
    bot: Bot, chat_id: int, message_id: int, screen: Screen, *, has_photo: bool
) -> Message | bool:
    """Put other words and buttons into a message; the photo of one that has one stays."""
    if not has_photo:
        return await edit(bot, chat_id, message_id, screen, None)
    return await bot.edit_message_caption(
        chat_id,
        message_id,
        caption=screen.text,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(screen.rows),
    )


async def send_album(
    bot: Bot, chat_id: int, pictures: Sequence[Picture], caption: str
) -> tuple[Message, ...]:
    """Send pictures as one album; the words stand under the first."""
    return await bot.send_media_group(
        chat_id,
        [InputMediaPhoto(picture.media) for picture in pictures],
        caption=caption,
        parse_mode=ParseMode.HTML,
    )


async def offer_contact(bot: Bot, chat_id: int, key: ContactKey) -> Message:
    """Put a key that shares a contact in place of the phone's keyboard."""
    keys = [[KeyboardButton(key.label, request_contact=True)]]
    return await bot.send_message(
        chat_id,
        key.words,
        parse_mode=ParseMode.HTML,
        reply_markup=ReplyKeyboardMarkup(keys, resize_keyboard=True),
        disable_notification=True,
    )


async def take_keys_away(bot: Bot, chat_id: int) -> Message:
    """Give the phone its own keyboard back; that takes a message, which may go at once."""
    return await bot.send_message(
        chat_id, DONE, reply_markup=ReplyKeyboardRemove(), disable_notification=True
    )


async def edit(
    bot: Bot, chat_id: int, message_id: int, screen: Screen, picture: Picture | None
) -> Message | bool:
    """Put a screen in the place of a message that is there already."""
    if picture is None:
        return await bot.edit_message_text(
            screen.text,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(screen.rows),
            link_preview_options=NO_PREVIEW,
        )
    media = InputMediaPhoto(picture.media, caption=screen.text, parse_mode=ParseMode.HTML)
    return await bot.edit_message_media(
        media, chat_id=chat_id, message_id=message_id, reply_markup=keyboard(screen.rows)
    )


def file_id_of(message: object) -> str | None:
    """Under which id Telegram keeps the photo of a message, or None where it has none."""
    if not isinstance(message, Message) or not message.photo:
        return None
    return message.photo[-1].file_id
