"""Whoever Telegram lets wait keeps nobody else from hearing the news."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from sqlalchemy import select

from sandbox.world import Person
from store.db.models.inbox import OutboxRow, OutboxState
from tests.scenarios.test_buying import buys_shoes
from tests.support import shelf
from tests.support.journeys import orders
from tests.support.selling import opens_the_order
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


async def asks_whether_to_send(stage: Stage) -> tuple[Person, Person]:
    """Budi has asked Ratna whether her parcel shall come, and she has read it."""
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await buys_shoes(ratna)
    await opens_the_order(budi)
    await budi.taps("Atur pengiriman")
    await budi.sees("pembeli sudah ditanya")
    await stage.settles()
    await ratna.sees("Jadi dikirim?")
    return budi, ratna


async def test_a_buyer_who_has_to_wait_keeps_the_shop_waiting_for_nothing(
    stage: Stage, waits: Waits
) -> None:
    budi, ratna = await asks_whether_to_send(stage)
    sari = stage.person("Sari")
    await sari.starts()
    waits(ratna)

    await stage.shop.receiving.confirm(await stage.actor(ratna), 1)
    await orders(sari, variant="Biru 42")

    await budi.sees("sudah mengonfirmasi: silakan kirim")
    await budi.sees("Pesanan baru", "Biru 42")
    assert "Ya, kirim" in (await ratna.sees("Jadi dikirim?")).labels


async def parcels(stage: Stage) -> list[OutboxRow]:
    """What the shop owes or owed, oldest first."""
    async with stage.shop.begin() as tx:
        rows = await tx.session.scalars(select(OutboxRow).order_by(OutboxRow.id))
        return list(rows.all())


async def test_what_is_being_told_when_the_bot_is_stopped_is_told_before_it_ends(
    stage: Stage,
) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await ratna.starts()
    over = asyncio.Event()
    _queue_behind(stage, budi, over)
    await orders(ratna)
    while [one.state for one in await parcels(stage)] != [OutboxState.SENDING]:
        await asyncio.to_thread(int)

    stage.stop.set()
    over.set()

    await budi.sees("Pesanan baru", "Sepatu Angin")
    while [one.state for one in await parcels(stage)] != [OutboxState.SENT]:
        await asyncio.to_thread(int)


async def test_a_buyer_who_blocked_the_bot_leaves_no_question_to_close(stage: Stage) -> None:
    _, ratna = await asks_whether_to_send(stage)
    await ratna.blocks_bot()
    await stage.settles()

    await stage.shop.receiving.confirm(await stage.actor(ratna), 1)
    await stage.settles()

    quiet = [(one.event, one.state) for one in await parcels(stage) if one.kind is None]
    assert quiet == [("cod_confirmed", OutboxState.UNREACHABLE)]
