"""Photos in requests: uploaded with the request or known by their file_id."""

from typing import Literal

from sandbox.server.entities import FormattedText
from sandbox.server.errors import ApiError, bad_request
from sandbox.server.methods.base import Call
from sandbox.server.photos import Photo
from sandbox.server.texts import MessageEntityIn, caption_text
from sandbox.server.wire import WireModel


class InputMediaPhoto(WireModel):
    """A photo to be sent or put in the place of another."""

    type: Literal["photo"]
    media: str
    caption: str | None = None
    parse_mode: str | None = None
    caption_entities: list[MessageEntityIn] | None = None
    show_caption_above_media: bool = False
    has_spoiler: bool = False

    def words(self) -> FormattedText:
        """The caption as it will stand."""
        return caption_text(self.caption, self.parse_mode, self.caption_entities)


def photo_from(call: Call, value: str | None, *, part: str = "photo") -> Photo:
    """The photo that a parameter means; ApiError when there is none."""
    if value is None:
        return _uploaded(call, part)
    if value.startswith("attach://"):
        return _uploaded(call, value.removeprefix("attach://"))
    if value.startswith(("http://", "https://")):
        raise bad_request("the sandbox has no network: send the file itself or its file_id")
    found = call.sandbox.files.find(call.bot.id, value)
    if found is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return found[0]


def photo_of_album(call: Call, value: str, number: int) -> Photo:
    """The same for a photo of an album; what is wrong with the file names its place."""
    part = value.removeprefix("attach://")
    if part == value:
        return photo_from(call, value)
    if part not in call.files:
        raise bad_request("can't parse InputMedia: media not found")
    try:
        return _uploaded(call, part)
    except ApiError as refused:
        why = refused.description.removeprefix("Bad Request: ")
        raise bad_request(
            f'failed to send message #{number} with the error message "{why}"'
        ) from refused


def _uploaded(call: Call, part: str) -> Photo:
    upload = call.files.get(part)
    if upload is None:
        raise bad_request("there is no photo in the request")
    return call.sandbox.files.keep(upload.content)
