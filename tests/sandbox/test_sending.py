"""Sends are accepted and refused as Telegram does."""

import json
from typing import Any

import pytest

from sandbox.server import acts
from sandbox.server.chats import Chat, PrivateChat
from sandbox.server.methods.base import Upload
from sandbox.server.state import Sandbox
from tests.sandbox.desk import BotPhone, a_picture, an_upload, button, keyboard

GOOD_TEXTS: list[tuple[dict[str, Any], str]] = [
    ({"text": "Halo"}, "Halo"),
    ({"text": "  Halo \n"}, "Halo"),
    ({"text": "a\tb\r\n\x07c"}, "a b\n c"),
    ({"text": "x" * 4096}, "x" * 4096),
    ({"text": "👟" * 2048}, "👟" * 2048),
    ({"text": "<b>" + "x" * 4096 + "</b>", "parse_mode": "HTML"}, "x" * 4096),
    ({"text": "<b>x</b>", "parse_mode": "html"}, "x"),
    ({"text": "<b>x</b>", "parse_mode": ""}, "<b>x</b>"),
    ({"text": "x", "disable_notification": "True", "protect_content": True}, "x"),
    ({"text": "x", "link_preview_options": '{"is_disabled": true}'}, "x"),
    ({"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 1}]}, "x"),
    ({"text": "x", "reply_markup": json.dumps(keyboard([button()]))}, "x"),
    ({"text": "x", "reply_markup": keyboard([button(style="danger", callback_data="z")])}, "x"),
    ({"text": "x", "reply_markup": keyboard([button(url="https://t.me/lapak_bot")])}, "x"),
    ({"text": "x", "reply_markup": keyboard([button(copy_text={"text": "c" * 256})])}, "x"),
    ({"text": "x", "reply_markup": keyboard([button(callback_data="é" * 32)])}, "x"),
    ({"text": "x", "reply_markup": keyboard([button()] * 8, *[[button()]] * 92)}, "x"),
    ({"text": "x", "reply_markup": {"keyboard": [[{"text": "Ya"}]]}}, "x"),
    ({"text": "x", "reply_markup": {"remove_keyboard": True}}, "x"),
    ({"text": "x", "reply_markup": {"force_reply": True, "selective": True}}, "x"),
]


@pytest.mark.parametrize(("parameters", "text"), GOOD_TEXTS)
async def test_good_texts_are_sent(
    phone: BotPhone, anna: Chat, parameters: dict[str, Any], text: str
) -> None:
    message = await phone.ok("sendMessage", chat_id=str(anna.id), **parameters)

    assert message["text"] == text
    assert anna.messages[message["message_id"]].text == text


def with_buttons(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    """A text with these buttons."""
    return {"text": "x", "reply_markup": keyboard(*rows)}


NO_ACTION = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
TWO_ACTIONS = "can't parse inline keyboard button: a button must do exactly one thing"
BAD_TEXTS: list[tuple[dict[str, Any], str]] = [
    ({}, "message text is empty"),
    ({"text": ""}, "message text is empty"),
    ({"text": " \n "}, "message text is empty"),
    ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "👟" * 2049}, "message is too long"),
    ({"text": "\ud800"}, "strings must be encoded in UTF-8"),
    (
        {"text": "*x*", "parse_mode": "MarkdownV2"},
        "can't parse entities: the sandbox parses HTML only",
    ),
    ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    (
        {"text": "<b>x", "parse_mode": "HTML"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    (
        {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
        "can't parse entities: an entity lies outside the text",
    ),
    ({"text": "x", "colour": "red"}, 'the sandbox knows no "colour" in sendMessage'),
    (
        {"text": "x", "protect_content": "perhaps"},
        'wrong parameter "protect_content" of sendMessage: Input should be a valid boolean',
    ),
    ({"text": 5}, 'wrong parameter "text" of sendMessage: Input should be a valid string'),
    ({"text": "x", "reply_markup": "{"}, "can't parse JSON object"),
    ({"text": "x", "reply_markup": {"buttons": []}}, "object expected as reply markup"),
    (with_buttons([button(callback_data="x" * 65)]), "BUTTON_DATA_INVALID"),
    (with_buttons([button(callback_data="é" * 33)]), "BUTTON_DATA_INVALID"),
    (with_buttons([button(callback_data="")]), "BUTTON_DATA_INVALID"),
    (with_buttons([button(url="lapak.id")]), "BUTTON_URL_INVALID"),
    (with_buttons([button(copy_text={"text": ""})]), "BUTTON_COPY_TEXT_INVALID"),
    (with_buttons([button(copy_text={"text": "c" * 257})]), "BUTTON_COPY_TEXT_INVALID"),
    (with_buttons([button(" ")]), "can't parse inline keyboard button: text must be non-empty"),
    (
        {"text": "x", "reply_markup": {"force_reply": True, "input_field_placeholder": "p" * 65}},
        "PLACEHOLDER_INVALID",
    ),
    ({"text": "x", "reply_markup": "5"}, "object expected as reply markup"),
    ({"text": "<b>x</b>" * 101, "parse_mode": "HTML"}, "too many entities in the text"),
    (
        {"text": "x", "reply_parameters": {"message_id": 1, "chat_id": 2}},
        "the sandbox serves replies within one chat only",
    ),
    (with_buttons([{"text": "Beli"}]), NO_ACTION),
    (with_buttons([button(url="https://x.id", callback_data="x")]), TWO_ACTIONS),
    (with_buttons([button()] * 9), "reply markup is too long"),
    (with_buttons(*[[button()]] * 101), "reply markup is too long"),
    ({"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
]


@pytest.mark.parametrize(("parameters", "words"), BAD_TEXTS)
async def test_wrong_texts_are_refused_and_nothing_is_sent(
    phone: BotPhone, anna: Chat, parameters: dict[str, Any], words: str
) -> None:
    before = dict(anna.messages)

    refusal = await phone.refused("sendMessage", chat_id=anna.id, **parameters)

    assert refusal == f"Bad Request: {words}"
    assert anna.messages == before


async def test_a_style_that_apps_do_not_know_is_refused(phone: BotPhone, anna: Chat) -> None:
    markup = keyboard([button(style="pink", callback_data="x")])

    refusal = await phone.refused("sendMessage", chat_id=anna.id, text="x", reply_markup=markup)

    assert "style" in refusal


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize("chat_id", [1, "1", "@anna", -100123])
async def test_an_unknown_chat_is_not_found(phone: BotPhone, chat_id: int | str) -> None:
    refusal = await phone.refused("sendMessage", chat_id=chat_id, text="x")

    assert refusal == "Bad Request: chat not found"


async def test_a_bot_cannot_write_to_somebody_who_never_pressed_start(
    phone: BotPhone, sandbox: Sandbox
) -> None:
    boris = sandbox.add_person("Boris")

    unmet = await phone.call("sendMessage", chat_id=boris.id, text="Halo")
    chat = sandbox.chat_between(phone.bot, boris)
    looked_at = await phone.call("sendMessage", chat_id=boris.id, text="Halo")

    assert unmet.code == looked_at.code == 403
    assert unmet.description == "Forbidden: bot can't initiate conversation with a user"
    assert looked_at.description == unmet.description
    assert chat.messages == {}


async def test_a_blocked_bot_is_refused_until_it_is_started_again(
    phone: BotPhone, sandbox: Sandbox, anna: Chat
) -> None:
    acts.block(sandbox, anna)

    answer = await phone.call("sendMessage", chat_id=anna.id, text="Halo")
    acts.start(sandbox, anna)

    assert (answer.code, answer.description) == (403, "Forbidden: bot was blocked by the user")
    assert (await phone.ok("sendMessage", chat_id=anna.id, text="Halo"))["text"] == "Halo"


async def test_a_reply_carries_the_message_it_answers(
    phone: BotPhone, sandbox: Sandbox, anna: Chat
) -> None:
    asked = acts.write(sandbox, anna, "Ada ukuran 41?")

    reply = {"message_id": asked.id}
    message = await phone.ok("sendMessage", chat_id=anna.id, text="Ada", reply_parameters=reply)

    assert message["reply_to_message"]["text"] == "Ada ukuran 41?"


async def test_an_uploaded_photo_has_several_sizes_and_is_sent_again_by_its_file_id(
    phone: BotPhone, anna: Chat
) -> None:
    upload = {"photo": an_upload(size=(1600, 900))}

    first = await phone.ok(
        "sendPhoto", files=upload, chat_id=anna.id, caption="<b>Baru</b>", parse_mode="HTML"
    )
    file_id = first["photo"][-1]["file_id"]
    second = await phone.ok("sendPhoto", chat_id=anna.id, photo=file_id)

    assert [(size["width"], size["height"]) for size in first["photo"]] == [
        (90, 51),
        (320, 180),
        (800, 450),
        (1280, 720),
    ]
    assert first["caption_entities"] == [{"offset": 0, "length": 4, "type": "bold"}]
    assert second["photo"] == first["photo"]


async def test_the_same_bytes_have_the_same_unique_id_and_each_bot_its_own_file_id(
    sandbox: Sandbox, phone: BotPhone, anna: PrivateChat
) -> None:
    other = BotPhone(sandbox, sandbox.add_bot(username="other_bot"))
    theirs = sandbox.chat_between(other.bot, anna.person)
    acts.start(sandbox, theirs)

    one = await phone.ok("sendPhoto", files={"photo": an_upload()}, chat_id=anna.id)
    two = await other.ok("sendPhoto", files={"photo": an_upload()}, chat_id=anna.id)
    stolen = await other.refused("sendPhoto", chat_id=anna.id, photo=one["photo"][0]["file_id"])

    assert one["photo"][0]["file_unique_id"] == two["photo"][0]["file_unique_id"]
    assert one["photo"][0]["file_id"] != two["photo"][0]["file_id"]
    assert stolen == "Bad Request: wrong file identifier/HTTP URL specified"


def part(content: bytes) -> dict[str, Upload]:
    """A file part with this content."""
    return {"photo": Upload(name="x", content=content)}


BAD_PHOTOS: list[tuple[dict[str, Upload], dict[str, Any], str]] = [
    ({}, {}, "there is no photo in the request"),
    ({}, {"photo": "attach://gone"}, "there is no photo in the request"),
    ({}, {"photo": "nonsense"}, "wrong file identifier/HTTP URL specified"),
    (
        {},
        {"photo": "https://lapak.id/x.jpg"},
        "the sandbox has no network: send the file itself or its file_id",
    ),
    (part(b""), {}, "file must be non-empty"),
    (part(b"not a picture"), {}, "IMAGE_PROCESS_FAILED"),
    (part(a_picture()[:200]), {}, "IMAGE_PROCESS_FAILED"),
    (
        part(b"x" * (10 * 1024 * 1024 + 1)),
        {},
        "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
    ),
    (part(a_picture(size=(2100, 100))), {}, "PHOTO_INVALID_DIMENSIONS"),
    (part(a_picture(size=(9000, 1001))), {}, "PHOTO_INVALID_DIMENSIONS"),
    (part(a_picture()), {"caption": "x" * 1025}, "message caption is too long"),
]


@pytest.mark.parametrize(("files", "parameters", "words"), BAD_PHOTOS)
async def test_wrong_photos_are_refused_and_nothing_is_sent(
    phone: BotPhone,
    anna: Chat,
    files: dict[str, Upload],
    parameters: dict[str, Any],
    words: str,
) -> None:
    before = dict(anna.messages)

    refusal = await phone.refused("sendPhoto", files=files, chat_id=anna.id, **parameters)

    assert refusal == f"Bad Request: {words}"
    assert anna.messages == before


async def test_a_chat_action_shows_until_the_next_message(phone: BotPhone, anna: Chat) -> None:
    await phone.ok("sendChatAction", chat_id=anna.id, action="typing")
    while_working = anna.action
    await phone.ok("sendMessage", chat_id=anna.id, text="Selesai")

    assert (while_working, anna.action) == ("typing", "")
    assert await phone.refused("sendChatAction", chat_id=anna.id, action="dancing") == (
        "Bad Request: wrong parameter action in request"
    )
