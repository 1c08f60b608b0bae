"""What no Telegram app lets a person do is refused, and nothing moves."""

from collections.abc import Callable

import pytest

from sandbox.in_process import BASE_FILE_URL, InProcessRequest
from sandbox.server import acts
from sandbox.server.chats import Chat
from sandbox.server.errors import ActRefused
from sandbox.server.state import Sandbox
from sandbox.world import World
from tests.sandbox.desk import BotPhone, a_picture, button, keyboard

Act = Callable[[Sandbox, Chat], object]

IMPOSSIBLE: list[tuple[Act, str]] = [
    (lambda sandbox, chat: acts.start(sandbox, chat, "a b"), "start payload"),
    (lambda sandbox, chat: acts.start(sandbox, chat, "x" * 65), "start payload"),
    (lambda sandbox, chat: acts.write(sandbox, chat, " "), "1 to 4096"),
    (lambda sandbox, chat: acts.write(sandbox, chat, "x" * 4097), "1 to 4096"),
    (lambda sandbox, chat: acts.send_photo(sandbox, chat, b"x"), "IMAGE_PROCESS_FAILED"),
    (lambda sandbox, chat: acts.send_photo(sandbox, chat, a_picture(), "x" * 1025), "1 to 1024"),
    (lambda sandbox, chat: acts.rewrite(sandbox, chat, 999, "x"), "their own"),
    (lambda sandbox, chat: acts.unblock(sandbox, chat), "not blocked"),
]


@pytest.mark.parametrize(("act", "words"), IMPOSSIBLE)
def test_what_no_app_offers_is_refused(sandbox: Sandbox, anna: Chat, act: Act, words: str) -> None:
    before = dict(anna.messages)

    with pytest.raises(ActRefused, match=words):
        act(sandbox, anna)

    assert anna.messages == before
    assert sandbox.bots[anna.bot_id].updates.pending == ()


async def test_a_button_with_a_link_or_a_text_to_copy_tells_the_bot_nothing(
    sandbox: Sandbox, phone: BotPhone
) -> None:
    boris = World(sandbox).person("Boris")
    await boris.starts()
    link, copy = button("Buka", url="https://lapak.id"), button("Salin", copy_text={"text": "7"})
    markup = keyboard([link, copy])
    sent = await phone.ok("sendMessage", chat_id=boris.id, text="x", reply_markup=markup)
    waiting = phone.bot.updates.pending

    opened = await boris.taps("Buka")
    await boris.taps("Salin")

    assert opened.url == "https://lapak.id"
    assert phone.bot.updates.pending == waiting
    chat = sandbox.chat_between(phone.bot, boris.user)
    with pytest.raises(ActRefused, match="not for the bot"):
        acts.press_button(sandbox, chat, message_id=sent["message_id"], row=0, column=0)


async def test_looking_is_honest(sandbox: Sandbox, phone: BotPhone) -> None:
    boris = World(sandbox, patience=0.01).person("Boris")
    await boris.starts()

    with pytest.raises(AssertionError, match="no message to press on"):
        await boris.taps_data("x")
    await phone.ok("sendMessage", chat_id=boris.id, text="Halo Boris")

    with pytest.raises(AssertionError, match='Boris sees "Halo"'):
        await boris.does_not_see("Halo")


async def test_a_person_changes_a_message(sandbox: Sandbox, phone: BotPhone) -> None:
    boris = World(sandbox).person("Boris")
    await boris.starts()
    written = await boris.writes("sepatu")

    await boris.edits(written, "sandal")

    assert boris.chat[-1].text == "sandal"
    assert phone.bot.updates.pending[-1].kind == "edited_message"


def test_the_people_of_two_bots_say_whom_they_talk_to(sandbox: Sandbox, phone: BotPhone) -> None:
    other = sandbox.add_bot(username="other_bot")

    with pytest.raises(ValueError, match="which bot"):
        World(sandbox)

    assert World(sandbox, other).bot is other
    assert World(sandbox, phone.bot).bot is phone.bot


async def test_files_in_process_are_served_as_over_http(
    sandbox: Sandbox, phone: BotPhone, anna: Chat
) -> None:
    message = acts.send_photo(sandbox, anna, a_picture())
    assert message.photo is not None
    size, request = message.photo.largest, InProcessRequest(sandbox)

    good = await request.do_request(f"{BASE_FILE_URL}{phone.bot.token}/{size.path}", "GET")
    stranger = await request.do_request(f"{BASE_FILE_URL}1:no/{size.path}", "GET")
    gone = await request.do_request(f"{BASE_FILE_URL}{phone.bot.token}/photos/no.jpg", "GET")

    assert good == (200, size.content)
    assert (stranger[0], gone[0]) == (401, 404)
