"""Keyboards as bots send them, refused in Telegram's words when an app could not show them."""

from typing import Annotated, Final, Literal

from pydantic import Discriminator, Tag, field_validator, model_validator

from sandbox.server import limits
from sandbox.server.wire import Json, Nested, WireModel, refused, utf16_length

Style = Literal["danger", "success", "primary"]


class CopyTextButton(WireModel):
    """What a button puts on the clipboard."""

    text: str

    @field_validator("text")
    @classmethod
    def _fits(cls, text: str) -> str:
        if not 1 <= utf16_length(text) <= limits.COPY_TEXT_UNITS:
            raise refused("BUTTON_COPY_TEXT_INVALID")
        return text


class InlineKeyboardButton(WireModel):
    """A button under a message; it does exactly one thing."""

    text: str
    style: Style | None = None
    url: str | None = None
    callback_data: str | None = None
    copy_text: CopyTextButton | None = None
    pay: bool | None = None

    @field_validator("text")
    @classmethod
    def _has_label(cls, text: str) -> str:
        if not text.strip():
            raise refused("can't parse inline keyboard button: text must be non-empty")
        return text

    @field_validator("callback_data")
    @classmethod
    def _fits(cls, callback_data: str | None) -> str | None:
        fits = 1 <= len((callback_data or "").encode()) <= limits.CALLBACK_DATA_BYTES
        if callback_data is not None and not fits:
            raise refused("BUTTON_DATA_INVALID")
        return callback_data

    @field_validator("url")
    @classmethod
    def _leads_somewhere(cls, url: str | None) -> str | None:
        if url is not None and not url.startswith(("https://", "http://", "tg://")):
            raise refused("BUTTON_URL_INVALID")
        return url

    @model_validator(mode="after")
    def _does_one_thing(self) -> "InlineKeyboardButton":
        actions = [self.url, self.callback_data, self.copy_text, self.pay or None]
        if sum(action is not None for action in actions) != 1:
            raise refused(
                "can't parse inline keyboard button: "
                "Text buttons are unallowed in the inline keyboard"
                if not any(actions)
                else "can't parse inline keyboard button: a button must do exactly one thing"
            )
        return self


class InlineKeyboardMarkup(WireModel):
    """The buttons under a message, row by row."""

    inline_keyboard: list[list[InlineKeyboardButton]]

    @field_validator("inline_keyboard")
    @classmethod
    def _fits(cls, rows: list[list[InlineKeyboardButton]]) -> list[list[InlineKeyboardButton]]:
        full = [row for row in rows if row]
        count = sum(len(row) for row in full)
        if count > limits.BUTTONS or any(len(row) > limits.BUTTONS_IN_ROW for row in full):
            raise refused("reply markup is too long")
        return full

    def as_markup(self) -> Json:
        """The InlineKeyboardMarkup object."""
        return self.model_dump(exclude_none=True)


class KeyboardButton(WireModel):
    """A button in place of the phone's keyboard; pressing it writes its text or shares more."""

    text: str
    style: Style | None = None
    request_contact: bool = False
    request_location: bool = False

    @property
    def asks_for_more(self) -> bool:
        """Whether it shares something that only a private chat may be asked for."""
        return self.request_contact or self.request_location


class _Placeholder(WireModel):
    input_field_placeholder: str | None = None
    selective: bool = False

    @field_validator("input_field_placeholder")
    @classmethod
    def _fits(cls, words: str | None) -> str | None:
        if words is not None and not 1 <= utf16_length(words) <= limits.PLACEHOLDER_UNITS:
            raise refused("PLACEHOLDER_INVALID")
        return words


class ReplyKeyboardMarkup(_Placeholder):
    """Buttons in place of the phone's keyboard."""

    keyboard: list[list[KeyboardButton]]
    is_persistent: bool = False
    resize_keyboard: bool = False
    one_time_keyboard: bool = False


class ReplyKeyboardRemove(WireModel):
    """Takes those buttons away."""

    remove_keyboard: Literal[True]
    selective: bool = False


class ForceReply(_Placeholder):
    """Opens a reply to the message for the person."""

    force_reply: Literal[True]


Prompt = ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply


_TAGS: Final = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")


def _which(markup: object) -> str | None:
    """Which of the four it is: the key that only this one has."""
    if isinstance(markup, WireModel):
        return next(key for key in _TAGS if hasattr(markup, key))
    return (
        next((key for key in _TAGS if key in markup), None) if isinstance(markup, dict) else None
    )


Markup = Annotated[
    Annotated[InlineKeyboardMarkup, Tag("inline_keyboard")]
    | Annotated[ReplyKeyboardMarkup, Tag("keyboard")]
    | Annotated[ReplyKeyboardRemove, Tag("remove_keyboard")]
    | Annotated[ForceReply, Tag("force_reply")],
    Discriminator(
        _which,
        custom_error_type="telegram",
        custom_error_message="object expected as reply markup",
    ),
]
MarkupIn = Nested[Markup]
InlineMarkupIn = Nested[InlineKeyboardMarkup]
