"""Albums that a bot sends: two to ten photos at once, all of them or none."""

from typing import Any

import pytest

from sandbox.server.chats import Chat
from sandbox.server.methods.base import Upload
from tests.sandbox.desk import BotPhone, an_upload


async def test_an_album_is_several_photo_messages_with_one_group(
    phone: BotPhone, anna: Chat
) -> None:
    files = {"a": an_upload("red"), "b": an_upload("blue")}
    media = [{"type": "photo", "media": f"attach://{name}", "caption": name} for name in files]

    album = await phone.ok("sendMediaGroup", files=files, chat_id=anna.id, media=media)

    assert [message["caption"] for message in album] == ["a", "b"]
    assert len({message["media_group_id"] for message in album}) == 1


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "there are no messages to send"),
        (1, "the sandbox keeps to the manual: an album has 2-10 items"),
        (11, "too many messages to send as an album"),
    ],
)
async def test_an_album_has_two_to_ten_photos(
    phone: BotPhone, anna: Chat, count: int, words: str
) -> None:
    media = [{"type": "photo", "media": "attach://a"}] * count

    refusal = await phone.refused(
        "sendMediaGroup", files={"a": an_upload()}, chat_id=anna.id, media=media
    )

    assert refusal == f"Bad Request: {words}"
    assert len(anna.messages) == 1


PHOTO = {"type": "photo", "media": "attach://a"}
BAD_ALBUMS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"media": "attach://b"}, {}, "can't parse InputMedia: media not found"),
    (
        {"media": "attach://broken"},
        {},
        'failed to send message #2 with the error message "IMAGE_PROCESS_FAILED"',
    ),
    ({"media": "nonsense"}, {}, "wrong file identifier/HTTP URL specified"),
    ({"caption": "x" * 1025}, {}, "message caption is too long"),
    (
        {"show_caption_above_media": True},
        {},
        "parameter show_caption_above_media must be the same for all messages",
    ),
    (
        {},
        {"reply_markup": {"inline_keyboard": []}},
        'the sandbox knows no "reply_markup" in sendMediaGroup',
    ),
    ({}, {"caption": "x"}, 'the sandbox knows no "caption" in sendMediaGroup'),
]


@pytest.mark.parametrize(("second", "parameters", "words"), BAD_ALBUMS)
async def test_one_wrong_photo_refuses_the_whole_album(
    phone: BotPhone,
    anna: Chat,
    second: dict[str, Any],
    parameters: dict[str, Any],
    words: str,
) -> None:
    files = {"a": an_upload(), "broken": Upload(name="x", content=b"not a picture")}

    refusal = await phone.refused(
        "sendMediaGroup",
        files=files,
        chat_id=anna.id,
        media=[PHOTO, {**PHOTO, **second}],
        **parameters,
    )

    assert refusal == f"Bad Request: {words}"
    assert len(anna.messages) == 1


async def test_an_album_is_sent_again_by_the_ids_of_its_photos(
    phone: BotPhone, anna: Chat
) -> None:
    files = {"a": an_upload("red"), "b": an_upload("blue")}
    media = [{"type": "photo", "media": f"attach://{name}"} for name in files]
    first = await phone.ok("sendMediaGroup", files=files, chat_id=anna.id, media=media)
    known = [message["photo"][-1]["file_id"] for message in first]

    again = await phone.ok(
        "sendMediaGroup",
        chat_id=anna.id,
        media=[{"type": "photo", "media": file_id} for file_id in known],
    )

    assert [message["photo"][-1]["file_id"] for message in again] == known
    assert again[0]["media_group_id"] != first[0]["media_group_id"]
