"""Messages as they stand in a chat; an edit makes a new one in its place."""

from dataclasses import dataclass, field, replace

from sandbox.server.entities import FormattedText
from sandbox.server.keyboards import InlineKeyboardMarkup, Prompt
from sandbox.server.people import User
from sandbox.server.photos import Photo
from sandbox.server.wire import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a message says: words, a photo with words under it, or anything else.

    `attached` is that something else as the Bot API shows it: a sticker, a contact, who joined.
    """

    words: FormattedText = field(default_factory=FormattedText)
    photo: Photo | None = None
    attached: Json | None = None
    keyboard: InlineKeyboardMarkup | None = None
    caption_above: bool = False
    spoiler: bool = False
    link_preview: Json | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of a chat; `on_behalf` is the chat in whose name somebody writes.

    `automatic`: it was posted in a linked channel, and arrived by itself.
    """

    id: int
    chat: Json
    bot_id: int
    sender: User
    date: int
    content: Content
    edit_date: int = 0
    album: str = ""
    protected: bool = False
    prompt: Prompt | None = None
    reply_to: "Message | None" = None
    on_behalf: Json | None = None
    automatic: bool = False

    @property
    def text(self) -> str:
        """The text, or the words under the photo."""
        return self.content.words.text

    @property
    def photo(self) -> Photo | None:
        """The photo, when it is a photo message."""
        return self.content.photo

    @property
    def from_bot(self) -> bool:
        """The bot sent it."""
        return self.sender.id == self.bot_id

    @property
    def kind(self) -> str:
        """What it is besides words: photo, sticker, new_chat_members …"""
        if self.photo is not None:
            return "photo"
        return next(iter(self.content.attached or {}), "")

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The labels of its buttons, row by row."""
        keyboard = self.content.keyboard
        rows = keyboard.inline_keyboard if keyboard else []
        return tuple(tuple(button.text for button in row) for row in rows)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of its buttons, one after the other."""
        return tuple(label for row in self.rows for label in row)

    def as_message(self) -> Json:
        """The Message object."""
        body = self._head()
        if self.reply_to is not None:
            body["reply_to_message"] = self.reply_to.without_reply().as_message()
        body |= self._marks() | self._words()
        if self.content.keyboard is not None and self.content.keyboard.inline_keyboard:
            body["reply_markup"] = self.content.keyboard.as_markup()
        return body

    def as_inaccessible(self) -> Json:
        """The InaccessibleMessage object: what is told of a message that is gone."""
        return {"chat": self.chat, "message_id": self.id, "date": 0}

    def without_reply(self) -> "Message":
        """The same message, silent about what it answers."""
        return replace(self, reply_to=None)

    def _head(self) -> Json:
        head = {"message_id": self.id, "from": self.sender.as_user(), "chat": self.chat}
        return {**head, "date": self.date}

    def _marks(self) -> Json:
        marks: Json = {
            "sender_chat": self.on_behalf,
            "is_automatic_forward": self.automatic,
            "edit_date": self.edit_date,
            "media_group_id": self.album,
            "has_protected_content": self.protected,
            "show_caption_above_media": self.content.caption_above,
            "has_media_spoiler": self.content.spoiler,
            "link_preview_options": self.content.link_preview,
        }
        return {key: value for key, value in marks.items() if value}

    def _words(self) -> Json:
        words = self.content.words
        entities = [entity.as_entity() for entity in words.entities]
        if self.kind == "":
            body: Json = {"text": words.text, "entities": entities}
            return {key: value for key, value in body.items() if value}
        body = {**(self.content.attached or {}), "caption": words.text}
        body["caption_entities"] = entities
        if self.content.photo is not None:
            body["photo"] = self.content.photo.as_sizes(self.bot_id)
        return {key: value for key, value in body.items() if value}
