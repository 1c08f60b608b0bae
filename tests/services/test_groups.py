"""Links that make a group a shop's own, who may use them, and who hears of it."""

import pytest

from store.db.models.inbox import NoticeRow, OutboxRow
from store.db.models.shops import LinkRow
from store.domain.actor import Actor, Role
from store.domain.links import LinkPurpose
from store.errors import LinkExpired, LinkUnknown, LinkUsed, NotAllowed
from tests.support.builders import a_shop
from tests.support.market import Market


async def staff(market: Market, name: str = "Tono") -> Actor:
    """Somebody who works in the shop and does not own it."""
    actor = await market.person(name)
    token = await market.shop.sellers.open_link("toko-langkah", role=Role.STAFF)
    await market.shop.sellers.join(actor, token)
    return await market.shop.people.actor(actor.id)


async def used(market: Market) -> list[int | None]:
    """Who used which group's link."""
    rows = await market.rows(LinkRow)
    return [row.used_by for row in rows if row.purpose is LinkPurpose.GROUP]


async def test_an_owners_link_leads_to_the_shop_and_works_once(market: Market) -> None:
    shop, budi = await market.opens(), await market.seller()
    token = await market.shop.groups.open_link(budi, shop.id)

    found = await market.shop.groups.use_link(budi, token)

    assert found.id == shop.id
    with pytest.raises(LinkUsed):
        await market.shop.groups.use_link(budi, token)
    assert await used(market) == [budi.id]


async def test_in_other_hands_than_an_owners_the_link_stays_unused(market: Market) -> None:
    shop, budi, ratna = await market.opens(), await market.seller(), await market.person()
    tono = await staff(market)
    token = await market.shop.groups.open_link(budi, shop.id)

    with pytest.raises(NotAllowed):
        await market.shop.groups.use_link(ratna, token)
    with pytest.raises(NotAllowed, match="owner"):
        await market.shop.groups.use_link(tono, token)

    assert await used(market) == [None]


async def test_a_link_is_too_old_after_fifteen_minutes(market: Market) -> None:
    shop, budi = await market.opens(), await market.seller()
    token = await market.shop.groups.open_link(budi, shop.id)

    market.clock.move(minutes=15)

    with pytest.raises(LinkExpired):
        await market.shop.groups.use_link(budi, token)
    assert await used(market) == [None]


async def test_links_of_another_kind_open_no_group(market: Market) -> None:
    shop, budi = await market.opens(), await market.seller()
    into_shop = await market.shop.sellers.open_link("toko-langkah", role=Role.OWNER)
    into_group = await market.shop.groups.open_link(budi, shop.id)

    with pytest.raises(LinkUnknown):
        await market.shop.groups.use_link(budi, into_shop)
    with pytest.raises(LinkUnknown):
        await market.shop.sellers.join(await market.person(), into_group)

    assert await used(market) == [None]


async def test_a_link_without_a_shop_is_no_link(market: Market) -> None:
    await market.opens()
    budi = await market.seller()
    async with market.shop.begin() as tx:
        tx.links.add("tanpa-toko", purpose=LinkPurpose.GROUP, at=market.clock.now())

    with pytest.raises(LinkUnknown):
        await market.shop.groups.use_link(budi, "tanpa-toko")


async def test_only_the_shops_people_look_and_only_owners_change(market: Market) -> None:
    shop, budi = await market.opens(), await market.seller()
    await market.opens(a_shop(slug="toko-dua"))
    tono, lina = await staff(market), await market.seller("Lina", slug="toko-dua")

    assert (await market.shop.groups.shop(tono, shop.id)).id == shop.id
    assert (await market.shop.groups.shop_to_change(budi, shop.id)).id == shop.id
    with pytest.raises(NotAllowed, match="owner"):
        await market.shop.groups.shop_to_change(tono, shop.id)
    with pytest.raises(NotAllowed):
        await market.shop.groups.shop(lina, shop.id)
    with pytest.raises(NotAllowed):
        await market.shop.groups.open_link(lina, shop.id)


async def test_rights_are_read_anew_however_old_the_screen_is(market: Market) -> None:
    shop, budi = await market.opens(), await market.seller()
    lina = await market.seller("Lina")
    token = await market.shop.groups.open_link(budi, shop.id)
    await market.shop.sellers.remove(lina, shop.id, budi.id)

    with pytest.raises(NotAllowed):
        await market.shop.groups.use_link(budi, token)
    with pytest.raises(NotAllowed):
        await market.shop.groups.shop_to_change(budi, shop.id)

    assert await used(market) == [None]


async def test_every_owner_hears_of_the_group_and_staff_do_not(market: Market) -> None:
    shop, budi = await market.opens(), await market.seller()
    lina, tono = await market.seller("Lina"), await staff(market)

    await market.shop.groups.tell_bound(budi, shop.id, title="Dapur", number=1)
    await market.shop.groups.tell_lost(None, shop.id, title="Dapur", number=1)
    await market.shop.groups.tell_bound(budi, shop.id, title="Dapur", number=2)
    await market.shop.groups.tell_lost(budi, shop.id, title="Dapur", number=2)

    pushed = [
        (row.event, row.recipient_id)
        for row in await market.rows(OutboxRow)
        if row.event.startswith("group_")
    ]
    kept = [row.person_id for row in await market.rows(NoticeRow) if "group_" in row.event]
    assert pushed == [
        ("group_bound", lina.id),
        ("group_lost", budi.id),
        ("group_lost", lina.id),
        ("group_bound", lina.id),
        ("group_lost", lina.id),
    ]
    assert sorted(kept) == [budi.id] * 4 + [lina.id] * 4
    assert tono.id not in kept
