"""An order that nobody in its shop can be told of is told to those who run the marketplace."""

from bot.buttons.links import OPERATOR_LINK
from sandbox.world import Person
from tests.support.journeys import orders
from tests.support.stage import Stage


async def an_operator(stage: Stage, *, language: str = "id") -> Person:
    """Ani runs the marketplace."""
    ani = stage.person("Ani", language=language)
    await ani.starts(OPERATOR_LINK + await stage.shop.operators.open_link())
    await stage.settles()
    return ani


async def unheard(stage: Stage, person: Person) -> int:
    """How often somebody was told of an order that nobody hears of."""
    inbox = await stage.shop.inbox.page(await stage.actor(person), size=50)
    return sum(row.event.name == "shop_unheard" for row in inbox.items)


async def test_an_order_in_a_shop_without_members_is_told_to_the_operators(stage: Stage) -> None:
    ani, ratna = await an_operator(stage), stage.person("Ratna")
    await ratna.starts()

    await orders(ratna)
    await stage.settles()

    await ani.sees(
        "Toko Langkah tidak punya anggota; pesanan LPK-", "lapak shop link toko-langkah"
    )
    await ani.does_not_see("Ratna", "Melati", "Sepatu Angin")
    await ani.taps("Buka di kotak masuk")
    await ani.sees("tidak punya anggota", "‹ Kotak masuk")
    assert await unheard(stage, ani) == 1


async def test_a_shop_whose_every_member_blocked_the_bot_hears_nothing_either(
    stage: Stage,
) -> None:
    ani = await an_operator(stage, language="en")
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await ratna.starts()
    await budi.blocks_bot()
    await stage.settles()

    await orders(ratna)
    await stage.settles()

    await ani.sees("Nobody of Toko Langkah can be reached; order LPK-")
    assert await unheard(stage, ani) == 1


async def test_a_shop_that_hears_its_orders_is_nobody_elses_business(stage: Stage) -> None:
    ani, budi = await an_operator(stage), await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await ratna.starts()

    await orders(ratna)
    await stage.settles()

    await budi.sees("Pesanan baru")
    assert await unheard(stage, ani) == 0
