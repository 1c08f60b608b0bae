"""Edits, deletions and answers keep Telegram's rules."""

from typing import Any

import pytest

from sandbox.server import acts
from sandbox.server.chats import Chat
from sandbox.server.state import Sandbox
from tests.sandbox.desk import BotPhone, Clocks, an_upload, button, keyboard

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)


async def a_text(phone: BotPhone, chat: Chat) -> int:
    """A text message with a button."""
    markup = keyboard([button()])
    sent = await phone.ok("sendMessage", chat_id=chat.id, text="Lama", reply_markup=markup)
    return int(sent["message_id"])


async def a_photo(phone: BotPhone, chat: Chat) -> int:
    """A photo message with a caption and a button."""
    sent = await phone.ok(
        "sendPhoto",
        files={"photo": an_upload("red")},
        chat_id=chat.id,
        caption="Lama",
        reply_markup=keyboard([button()]),
    )
    return int(sent["message_id"])


async def test_an_edit_changes_the_text_and_takes_the_buttons_away_unless_they_are_given(
    phone: BotPhone, anna: Chat, clocks: Clocks
) -> None:
    number = await a_text(phone, anna)
    clocks.passes(days=30)

    edited = await phone.ok("editMessageText", chat_id=anna.id, message_id=number, text="Baru")

    assert edited["text"] == "Baru"
    assert edited["edit_date"] == int(clocks.time.timestamp())
    assert "reply_markup" not in edited
    assert anna.messages[number].labels == ()


async def test_the_same_text_and_buttons_are_not_a_change(phone: BotPhone, anna: Chat) -> None:
    number = await a_text(phone, anna)
    before = anna.messages[number]

    same: dict[str, Any] = {
        "chat_id": anna.id,
        "message_id": number,
        "reply_markup": keyboard([button()]),
    }
    text = await phone.refused("editMessageText", text="Lama", **same)
    buttons = await phone.refused("editMessageReplyMarkup", **same)

    assert text == buttons == NOT_MODIFIED
    assert anna.messages[number] == before


async def test_taking_away_buttons_twice_is_not_a_change(phone: BotPhone, anna: Chat) -> None:
    number = await a_text(phone, anna)
    place: dict[str, Any] = {"chat_id": anna.id, "message_id": number}

    await phone.ok("editMessageReplyMarkup", **place, reply_markup=keyboard())
    again = await phone.refused("editMessageReplyMarkup", **place)

    assert again == NOT_MODIFIED


async def test_a_text_becomes_a_photo_and_never_a_text_again(phone: BotPhone, anna: Chat) -> None:
    number = await a_text(phone, anna)
    place: dict[str, Any] = {"chat_id": anna.id, "message_id": number}

    photo = await phone.ok(
        "editMessageMedia",
        files={"new": an_upload("blue")},
        media={"type": "photo", "media": "attach://new", "caption": "Foto"},
        **place,
    )
    back = await phone.refused("editMessageText", text="Teks", **place)

    assert photo["caption"] == "Foto"
    assert "text" not in photo
    assert back == "Bad Request: there is no text in the message to edit"


async def test_a_photo_flips_in_place_and_the_same_photo_is_not_a_change(
    phone: BotPhone, anna: Chat
) -> None:
    number = await a_photo(phone, anna)
    place: dict[str, Any] = {"chat_id": anna.id, "message_id": number}
    media = {"type": "photo", "media": "attach://next"}

    flipped = await phone.ok(
        "editMessageMedia", files={"next": an_upload("blue")}, media=media, **place
    )
    by_id = {"type": "photo", "media": flipped["photo"][-1]["file_id"]}
    again = await phone.refused("editMessageMedia", media=by_id, **place)

    assert again == NOT_MODIFIED


async def test_a_caption_is_edited_under_a_photo_only(phone: BotPhone, anna: Chat) -> None:
    text, photo = await a_text(phone, anna), await a_photo(phone, anna)

    edited = await phone.ok(
        "editMessageCaption",
        chat_id=anna.id,
        message_id=photo,
        caption="<i>Baru</i>",
        parse_mode="HTML",
    )
    refusal = await phone.refused(
        "editMessageCaption", chat_id=anna.id, message_id=text, caption="Baru"
    )

    assert edited["caption"] == "Baru"
    assert refusal == "Bad Request: there is no caption in the message to edit"


EDITS: list[tuple[str, dict[str, Any]]] = [
    ("editMessageText", {"text": "x"}),
    ("editMessageCaption", {"caption": "x"}),
    ("editMessageMedia", {"media": {"type": "photo", "media": "x"}}),
    ("editMessageReplyMarkup", {}),
]


@pytest.mark.parametrize(("method", "parameters"), EDITS)
async def test_only_the_bots_own_messages_that_are_there_can_be_edited(
    phone: BotPhone, sandbox: Sandbox, anna: Chat, method: str, parameters: dict[str, Any]
) -> None:
    theirs = acts.write(sandbox, anna, "Punyaku")

    foreign = await phone.refused(method, chat_id=anna.id, message_id=theirs.id, **parameters)
    gone = await phone.refused(method, chat_id=anna.id, message_id=999, **parameters)
    nowhere = await phone.refused(method, chat_id=anna.id, **parameters)

    assert foreign == "Bad Request: message can't be edited"
    assert gone == "Bad Request: message to edit not found"
    assert nowhere == "Bad Request: message identifier is not specified"
    assert anna.messages[theirs.id] == theirs


async def test_a_message_is_deleted_within_48_hours_and_not_later(
    phone: BotPhone, sandbox: Sandbox, anna: Chat, clocks: Clocks
) -> None:
    old, theirs = await a_text(phone, anna), acts.write(sandbox, anna, "Punyaku")
    clocks.passes(hours=47)
    young = await a_text(phone, anna)

    await phone.ok("deleteMessage", chat_id=anna.id, message_id=theirs.id)
    clocks.passes(hours=2)
    refusal = await phone.refused("deleteMessage", chat_id=anna.id, message_id=old)
    await phone.ok("deleteMessage", chat_id=anna.id, message_id=young)
    again = await phone.refused("deleteMessage", chat_id=anna.id, message_id=young)

    assert refusal == "Bad Request: message can't be deleted for everyone"
    assert again == "Bad Request: message to delete not found"
    assert old in anna.messages


async def test_several_messages_are_deleted_and_missing_ones_skipped(
    phone: BotPhone, anna: Chat
) -> None:
    numbers = [await a_text(phone, anna) for _ in range(3)]

    await phone.ok("deleteMessages", chat_id=anna.id, message_ids=[*numbers[:2], 999])

    assert numbers[2] in anna.messages
    assert not {numbers[0], numbers[1]} & set(anna.messages)
    assert await phone.refused("deleteMessages", chat_id=anna.id, message_ids=[]) == (
        "Bad Request: 1 to 100 messages can be deleted at once"
    )


async def test_one_old_message_keeps_all_of_them_from_being_deleted(
    phone: BotPhone, anna: Chat, clocks: Clocks
) -> None:
    old = await a_text(phone, anna)
    clocks.passes(hours=49)
    young = await a_text(phone, anna)

    refusal = await phone.refused("deleteMessages", chat_id=anna.id, message_ids=[young, old])

    assert refusal == "Bad Request: message can't be deleted for everyone"
    assert {old, young} <= set(anna.messages)


TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_a_press_is_answered_once(phone: BotPhone, sandbox: Sandbox, anna: Chat) -> None:
    number = await a_text(phone, anna)
    press = acts.press(sandbox, anna, anna.messages[number], "buy:1")

    answer: dict[str, Any] = {"callback_query_id": press.id, "text": "Habis", "show_alert": "true"}
    await phone.ok("answerCallbackQuery", **answer)
    again = await phone.refused("answerCallbackQuery", callback_query_id=press.id)

    assert press.answer is not None
    assert (press.answer.text, press.answer.alert) == ("Habis", True)
    assert again == TOO_OLD


async def test_a_press_cannot_be_answered_late_or_by_another_bot(
    phone: BotPhone, sandbox: Sandbox, anna: Chat, clocks: Clocks
) -> None:
    number = await a_text(phone, anna)
    press = acts.press(sandbox, anna, anna.messages[number], "buy:1")
    other = BotPhone(sandbox, sandbox.add_bot(username="other_bot"))

    foreign = await other.refused("answerCallbackQuery", callback_query_id=press.id)
    clocks.passes(seconds=61)
    late = await phone.refused("answerCallbackQuery", callback_query_id=press.id)

    assert foreign == late == TOO_OLD
    assert press.answer is None


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"text": "x" * 201}, "Bad Request: MESSAGE_TOO_LONG"),
        ({"url": "https://lapak.id"}, "Bad Request: URL_INVALID"),
    ],
)
async def test_a_wrong_answer_is_refused_and_the_press_still_waits(
    phone: BotPhone, sandbox: Sandbox, anna: Chat, parameters: dict[str, Any], words: str
) -> None:
    number = await a_text(phone, anna)
    press = acts.press(sandbox, anna, anna.messages[number], "buy:1")

    refusal = await phone.refused("answerCallbackQuery", callback_query_id=press.id, **parameters)

    assert refusal == words
    assert sandbox.presses.waiting(anna.bot_id, anna.id, anna.id) == [press]


async def test_a_press_on_a_message_that_is_gone_carries_only_its_place(
    phone: BotPhone, sandbox: Sandbox, anna: Chat
) -> None:
    number = await a_text(phone, anna)
    message = anna.messages[number]
    await phone.ok("deleteMessage", chat_id=anna.id, message_id=number)

    acts.press(sandbox, anna, message, "buy:1")

    (update,) = await phone.ok("getUpdates")
    assert update["callback_query"]["message"] == {
        "chat": message.chat,
        "message_id": number,
        "date": 0,
    }
