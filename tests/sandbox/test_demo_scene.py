"""A scene of the demo believes only what has come since; a missing answer fails its step."""

import pytest

from sandbox.demo import Scene
from sandbox.world import Person, World
from tests.sandbox.desk import BotPhone, button, keyboard


async def met(world: World, phone: BotPhone, *texts: str) -> Scene:
    """Ratna with these messages of the bot on her phone; the story has seen them."""
    ratna = world.person("Ratna")
    await ratna.starts()
    for text in texts:
        await says(phone, ratna, text)
    scene = Scene(person=ratna, tell=lambda _: None)
    for text in texts:
        await scene.sees(text)
    return scene


async def says(phone: BotPhone, person: Person, text: str) -> int:
    """The bot sends a screen with one button."""
    sent = await phone.ok(
        "sendMessage",
        chat_id=person.id,
        text=text,
        parse_mode="HTML",
        reply_markup=keyboard([button("Kirim pembatalan")]),
    )
    number: int = sent["message_id"]
    return number


async def test_words_of_an_older_message_are_no_answer(world: World, phone: BotPhone) -> None:
    scene = await met(world, phone, "Pesanan baru dan pembatalan diberitahukan di sini.")

    with pytest.raises(AssertionError, match="gets nothing new"):
        await scene.sees("Pesanan baru")


async def test_a_step_that_changes_nothing_fails(world: World, phone: BotPhone) -> None:
    scene = await met(world, phone, "Mengapa dibatalkan?")

    with pytest.raises(AssertionError, match="gets nothing new"):
        await scene.writes("halo", "dibatalkan")


async def test_a_new_message_and_a_changed_one_are_answers(world: World, phone: BotPhone) -> None:
    scene = await met(world, phone, "Mengapa dibatalkan?")

    number = await says(phone, scene.person, "Pesanan dibatalkan.")
    await scene.sees("dibatalkan")
    await phone.ok(
        "editMessageText", chat_id=scene.person.id, message_id=number, text="Batal: selesai."
    )

    await scene.sees("selesai")


async def test_a_price_that_was_reduced_is_marked(world: World, phone: BotPhone) -> None:
    told: list[str] = []
    scene = await met(world, phone)
    await says(phone, scene.person, "🛍 <b>Rp279.000</b> <s>Rp349.000</s>, <s>lama</s>")

    await Scene(person=scene.person, tell=told.append).sees("Rp279.000")

    assert "🛍 Rp279.000 ~~Rp349.000~~, ~~lama~~" in told[-1]
