"""Whoever Telegram lets wait keeps nobody else from hearing the news."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from sandbox.world import Person
from tests.support import shelf
from tests.support.journeys import orders
from tests.support.stage import Stage

Waits = Callable[[Person], None]


@pytest.fixture
async def waits(stage: Stage) -> AsyncIterator[Waits]:
    """Somebody's chat is told nothing until the story is over, as after a long 429."""
    over = asyncio.Event()
    yield lambda person: _queue_behind(stage, person, over)
    over.set()


def _queue_behind(stage: Stage, person: Person, event: asyncio.Event) -> None:
    stage.bot.outgoing.submit(person.id, event.wait)


async def test_a_seller_who_has_to_wait_keeps_another_shops_seller_waiting_for_nothing(
    stage: Stage, waits: Waits
) -> None:
    await shelf.fill(
        stage.shop,
        shelf.a_product("Teh Melati", ("50 g", 18_000, 4), ("100 g", 34_000, 4)),
        sheet=shelf.a_shop(slug="toko-sore", name="Toko Sore"),
    )
    budi, lina = await stage.seller("Budi"), await stage.seller("Lina", slug="toko-sore")
    ratna = stage.person("Ratna")
    await ratna.starts()
    waits(budi)

    await orders(ratna)
    await orders(ratna, "Teh Melati", "50 g", shop="Toko Sore")

    await lina.sees("Pesanan baru", "Teh Melati")
    await budi.does_not_see("Sepatu Angin")


async def test_an_owner_who_has_to_wait_keeps_the_other_owner_waiting_for_nothing(
    stage: Stage, waits: Waits
) -> None:
    budi, lina = await stage.seller("Budi"), await stage.seller("Lina")
    ratna = stage.person("Ratna")
    await ratna.starts()
    waits(budi)

    await orders(ratna)

    await lina.sees("Pesanan baru", "Sepatu Angin")
    await budi.does_not_see("Sepatu Angin")
