"""Whatever people write, the others read words: no tag of theirs lives, no call is refused."""

from collections.abc import Callable
from typing import Final

import pytest

from bot.buttons.address import NewAddress, SaveAddress, StartOver
from bot.buttons.base import Button
from bot.buttons.buy import AskNote, Buy, OpenCheckout, PlaceOrder
from bot.buttons.cancel import AddWords, AskCancellation, ChooseReason, SendCancellation
from bot.buttons.messages import SendMessage, WriteMessage
from bot.buttons.orders import OpenOrder
from sandbox.server import acts
from sandbox.server.errors import ActRefused
from sandbox.server.messages import Message
from sandbox.server.texts import typed_text
from store.domain.checkout import NOTE_LIMIT
from store.domain.messages import MESSAGE_LIMIT
from store.domain.text import optional, required
from store.errors import Rejected
from tests.hostile.conftest import Robbed
from tests.hostile.words import COMMANDS, HOSTILE, LONG, MARKUP, SIGNS
from tests.support.builders import an_address
from tests.walks.looks import HARMLESS, TROUBLE, buttons
from tests.walks.town import Town, awake

PHONE: Final = "0812-3456-7890"
# What a bot may mean; links, mentions and hashtags in plain words are found by the app itself.
MEANT: Final = frozenset({"bold", "italic", "code", "bot_command"})
FOUND_BY_THE_APP: Final = frozenset({"url", "email", "mention", "hashtag", "cashtag"})
KINDS: Final = {"markup": MARKUP, "signs": SIGNS, "commands": COMMANDS, "long": LONG}


def test_there_are_enough_hostile_words() -> None:
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize("words", KINDS.values(), ids=KINDS.keys())
async def test_an_order_full_of_hostile_words_reads_like_any_other(
    robbed: Robbed, words: tuple[str, ...]
) -> None:
    async with awake(await robbed()) as town:
        for number, text in enumerate(one for one in words if not one.startswith("/")):
            name = await _arrives(town, f"Tamu {number}", text)
            await _lives_at(town, name, text)
            await _orders(town, name, text)
            await _asks(town, name, text)
            await _cancels(town, name, text)
            await _presses(town, "Budi", OpenOrder(_newest_order(town, name)))

            assert _complaints(town) == [], text
            assert _live_tags(town, name, "Budi") == [], text
            _everything_arrived(town, name, text)


async def test_a_name_is_cut_and_never_a_tag(robbed: Robbed) -> None:
    async with awake(await robbed()) as town:
        for text in HOSTILE:
            person = town.place.sandbox.add_person(text[:64])
            acts.start(town.place.sandbox, town.chat(person.first_name))
            await town.settles()

            assert _live_tags(town, person.first_name) == [], text
            assert town.screens(person.first_name), text
        assert _complaints(town) == []


async def test_the_address_form_takes_or_refuses_every_word_kindly(robbed: Robbed) -> None:
    variant = 1
    async with awake(await robbed()) as town:
        await _presses(town, "Joko", Buy(variant))
        await _presses(town, "Joko", NewAddress())
        for text in (one for one in HOSTILE if not one.startswith("/")):
            if buttons(town.screens("Joko")[0])[0].callback_data == SaveAddress().pack():
                await _presses(town, "Joko", StartOver())
            before = town.screens("Joko")[0].id
            sent = await _writes(town, "Joko", text)

            assert not sent or town.screens("Joko")[0].id > before, text
            assert _live_tags(town, "Joko") == [], text
        assert _complaints(town) == []


async def _arrives(town: Town, name: str, last_name: str) -> str:
    """Somebody whose account carries the words as a last name."""
    town.place.sandbox.add_person(name, last_name=last_name[:64])
    acts.start(town.place.sandbox, town.chat(name))
    await town.settles()
    return name


async def _lives_at(town: Town, name: str, text: str) -> None:
    """Somebody keeps an address of hostile words; where they are refused, of honest ones."""
    actor = await town.shop.people.actor(town.person(name).id)
    hostile = an_address(name=text, street=text, district=text, city=text)
    try:
        await town.shop.addresses.save(actor, hostile)
    except Rejected:
        await town.shop.addresses.save(actor, an_address())


async def _orders(town: Town, name: str, text: str) -> None:
    """With a message to the seller; where it is refused, without one."""
    variant = town.facts("SELECT id FROM variants WHERE stock > 1 ORDER BY id")[0][0]
    assert isinstance(variant, int)
    await _presses(town, name, Buy(variant))
    await _presses(town, name, AskNote())
    await _writes(town, name, text)
    await _presses(town, name, OpenCheckout())
    await _presses_the(town, name, PlaceOrder.is_mine)


async def _asks(town: Town, name: str, text: str) -> None:
    """The shop, about the newest order."""
    order = _newest_order(town, name)
    await _presses(town, name, WriteMessage(order))
    await _writes(town, name, text)
    await _writes(town, name, text)
    await _presses(town, name, SendMessage(order))


async def _cancels(town: Town, name: str, text: str) -> None:
    """The newest order, with the words as the reason."""
    order = _newest_order(town, name)
    await _presses(town, name, AskCancellation(order))
    await _presses(town, name, ChooseReason(order, 0))
    await _presses(town, name, AddWords(order, 0))
    await _writes(town, name, text)
    await _presses(town, name, SendCancellation(order, 0))


def _newest_order(town: Town, name: str) -> int:
    found = town.facts(f"SELECT max(id) FROM orders WHERE buyer_id = {town.person(name).id}")
    assert isinstance(found[0][0], int), town.chat(name).newest_first[0].text
    return found[0][0]


async def _writes(town: Town, name: str, text: str) -> bool:
    """Whether it could be sent; a phone does not send nothing, nor too much."""
    try:
        acts.write(town.place.sandbox, town.chat(name), text)
    except ActRefused:
        return False
    await town.settles()
    return True


async def _presses(town: Town, name: str, button: Button) -> None:
    town.presses(name, town.screens(name)[0], button.pack())
    await town.settles()


async def _presses_the(town: Town, name: str, is_it: Callable[[object], bool]) -> None:
    """The button of this kind that stands on the screen now; a long card may have come anew."""
    screen = town.screens(name)[0]
    shown = [key.callback_data for key in buttons(screen) if is_it(key.callback_data)]
    for found in shown:
        town.presses(name, screen, found or "")
        await town.settles()


def _complaints(town: Town) -> list[str]:
    """Bugs, refused calls and presses that wait."""
    found = [
        f"{what}: {town.facts(query)}" for what, query in TROUBLE.items() if town.facts(query)
    ]
    calls = town.place.sandbox.journal.refused()
    found += [
        f"{call.method}: {call.description}"
        for call in calls
        if not any(words in call.description for words in HARMLESS)
    ]
    return found + [press.button_data for _, press in town.pressed if press.answer is None]


def _live_tags(town: Town, *names: str) -> list[str]:
    """Formatting in the bot's messages that no sentence of the bot has asked for."""
    return [
        f"{message.text[:80]!r} has a living {kind}"
        for name in names
        for message in town.chat(name).newest_first
        if message.from_bot
        for kind in _kinds(message) - MEANT - FOUND_BY_THE_APP
    ]


def _kinds(message: Message) -> set[str]:
    return {str(entity.kind) for entity in message.content.words.entities}


def _everything_arrived(town: Town, name: str, text: str) -> None:
    """The order is cancelled, Budi was told, and reads what was written and noted."""
    order = _newest_order(town, name)
    status, ref = town.facts(f"SELECT status, ref FROM orders WHERE id = {order}")[0]
    assert status == "CANCELLED", text
    told = [m.text for m in town.chat("Budi").newest_first if str(ref)[:5] in m.text]
    page = town.screens("Budi")[0].text
    written = _as_written(text)
    assert (len(told), page in told) == (5 if written else 3, True), text
    assert sum(bool(written) and str(written) in words for words in told) >= 2 * bool(written)
    note = _as_kept(text)
    assert note is None or page.count(note.split("\n")[0]) >= 2, (note, page)


def _as_kept(text: str) -> str | None:
    """The words as the shop keeps them; None where it has refused them or nothing is left."""
    try:
        return optional(typed_text(text).text, field="note", limit=NOTE_LIMIT, lines=True)
    except Rejected:
        return None


def _as_written(text: str) -> str | None:
    """The words as they are passed on; None where they were refused."""
    try:
        return required(typed_text(text).text, field="message", limit=MESSAGE_LIMIT, lines=True)
    except Rejected:
        return None
