"""Every crash point of a card payment: it is let through once, booked once, given back once."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from bot.buttons.links import OPERATOR_LINK
from sandbox.server import acts, paying
from tests.crash.rig import DATABASE, Act, Place, Points, opened, settle, taps, writes
from tests.crash.test_desk import a_place_where
from tests.crash.test_journeys import killed_everywhere
from tests.crash.test_money import CANCELLING, CHOOSING


def the_operators_collect(place: Place) -> None:
    """An operator has marked the shop on the command line."""
    with closing(sqlite3.connect(place.folder / DATABASE)) as database, database:
        database.execute("UPDATE shops SET operator_collects = 1")


def pays(place: Place) -> object:
    """Ratna gives her card to the newest invoice."""
    chat = place.chat("Ratna")
    invoice = next(one for one in chat.newest_first if one.kind == "invoice")
    return paying.begin(place.sandbox, chat, invoice.id)


CHOOSING_CARD: Sequence[Act] = (
    the_operators_collect,
    *CHOOSING[:-1],
    taps("Ratna", "Kartu, langsung di chat ini"),
)
PAYING: Sequence[Act] = (
    taps("Ratna", "Buat pesanan"),
    taps("Ratna", "Bayar dengan kartu"),
    taps("Ratna", "Bayar dengan kartu"),
    pays,
)

GIVING_BACK: Sequence[Act] = (
    taps("Ani", "Lihat pengembalian dana"),
    taps("Ani", "Sudah dikembalikan"),
    writes("Ani", "re_1"),
    taps("Ratna", "Belum saya terima"),
    taps("Ani", "Lihat pengembalian dana"),
    taps("Ani", "Sudah dikembalikan"),
    writes("Ani", "re_2"),
    taps("Ratna", "Sudah saya terima"),
)


async def with_an_operator(place: Place) -> Place:
    """Ani runs the marketplace."""
    ani = place.sandbox.add_person("Ani")
    async with opened(place, Points()) as (shop, _):
        token = await shop.operators.open_link()
    bot = next(iter(place.sandbox.bots.values()))
    acts.start(place.sandbox, place.sandbox.chat_between(bot, ani), OPERATOR_LINK + token)
    await settle(place, Points())
    return place


async def test_no_kill_in_paying_by_card_loses_or_doubles_anything(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(tmp_path / "shop", CHOOSING_CARD)

    seen, broken = await killed_everywhere(place, PAYING, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 10
    assert seen["before send"] >= 6


async def test_no_kill_in_cancelling_it_promises_its_money_twice(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(tmp_path / "shop", (*CHOOSING_CARD, *PAYING))

    seen, broken = await killed_everywhere(place, CANCELLING, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 14


async def test_no_kill_in_giving_it_back_reports_it_twice(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await with_an_operator(await a_place_where(tmp_path / "shop", CHOOSING_CARD))
    for act in (*PAYING, *CANCELLING):
        act(place)
        await settle(place, Points())

    seen, broken = await killed_everywhere(place, GIVING_BACK, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 14
