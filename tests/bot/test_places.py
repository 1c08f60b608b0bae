"""Which group is which shop's own, on the database itself."""

import pytest

from bot.memory.places import Places
from store.errors import Conflict
from tests.support.market import Market

KITCHEN, STORE_ROOM = -4_900_000_001, -1_002_147_483_648


@pytest.fixture
def places(market: Market) -> Places:
    return Places(begin=market.shop.begin, now=market.clock.now)


async def test_a_shop_has_one_group_and_a_chat_is_one_shops(places: Places) -> None:
    first = await places.bind(1, KITCHEN, title="Dapur", by=101)
    second = await places.bind(1, STORE_ROOM, title="Gudang", by=101)

    assert await places.of_shop(1) == second
    assert await places.at(KITCHEN) is None
    with pytest.raises(Conflict):
        await places.bind(2, STORE_ROOM, title="Gudang", by=102)
    assert await places.of_shop(2) is None
    assert first.number != second.number


async def test_a_group_is_let_go_once(places: Places) -> None:
    place = await places.bind(1, KITCHEN, title="Dapur", by=101)

    assert await places.release(place) is True
    assert await places.release(place) is False

    assert await places.of_shop(1) is None
    again = await places.bind(1, KITCHEN, title="Dapur", by=101)
    assert again.number > place.number


async def test_a_group_moves_and_a_repeated_move_changes_nothing(places: Places) -> None:
    await places.bind(1, KITCHEN, title="Dapur", by=101)

    assert await places.move(KITCHEN, STORE_ROOM) is True
    assert await places.move(KITCHEN, STORE_ROOM) is True

    found = await places.of_shop(1)
    assert found is not None
    assert (found.chat_id, found.title) == (STORE_ROOM, "Dapur")
    assert await places.at(STORE_ROOM) == found


async def test_the_longest_title_and_the_largest_ids_fit(places: Places) -> None:
    place = await places.bind(1, -(2**52) + 1, title="x" * 300, by=2**52 - 1)

    assert place.title == "x" * 128
    assert await places.at(-(2**52) + 1) == place


async def test_a_group_does_not_move_into_another_shops_group(places: Places) -> None:
    mine = await places.bind(1, KITCHEN, title="Dapur", by=101)
    theirs = await places.bind(2, STORE_ROOM, title="Gudang", by=102)

    moved = await places.move(KITCHEN, STORE_ROOM)

    assert moved is False
    assert await places.of_shop(1) == mine
    assert await places.of_shop(2) == theirs
