"""The people of a shop and of the marketplace: how they come, and how they leave."""

import asyncio

import pytest

from store.db.models.inbox import OutboxRow
from store.db.models.people import OperatorRow
from store.db.models.shops import LinkRow, ShopMemberRow
from store.domain.actor import Actor, Role
from store.domain.inbox import NoticeKind
from store.errors import LinkExpired, LinkUnknown, LinkUsed, NotAllowed, NotFound
from store.events.people import MemberJoined, MemberRemoved
from tests.support.builders import a_shop
from tests.support.market import Market


async def staff(market: Market, owner: Actor, shop_id: int, name: str) -> Actor:
    """Somebody who has opened an owner's link."""
    person = await market.person(name)
    await market.shop.sellers.join(person, await market.shop.sellers.invite(owner, shop_id))
    return await market.shop.people.actor(person.id)


async def test_an_owner_invites_staff_and_the_other_owners_are_told(market: Market) -> None:
    shop = await market.opens()
    budi, wati = await market.seller("Budi"), await market.seller("Wati")
    before = await market.shop.inbox.unread(wati)

    joko = await staff(market, budi, shop.id, "Joko")

    assert joko.memberships == {shop.id: Role.STAFF}
    newest = (await market.shop.inbox.page(wati)).items[0].event
    assert isinstance(newest, MemberJoined)
    assert (newest.person_name, newest.role, newest.shop_name) == ("Joko", Role.STAFF, shop.name)
    assert before == 0
    assert await market.shop.inbox.unread(joko) == 0


async def test_only_an_owner_invites_and_removes(market: Market) -> None:
    shop = await market.opens()
    await market.opens(a_shop(slug="kopi-losari"))
    budi = await market.seller()
    joko, dewi = await staff(market, budi, shop.id, "Joko"), await market.person("Dewi")
    other = await market.seller("Rudi", slug="kopi-losari")
    links = len(await market.rows(LinkRow))

    for stranger in (joko, dewi, other):
        with pytest.raises(NotAllowed):
            await market.shop.sellers.invite(stranger, shop.id)
        with pytest.raises(NotAllowed):
            await market.shop.sellers.remove(stranger, shop.id, budi.id)

    assert len(await market.rows(LinkRow)) == links
    assert len(await market.shop.sellers.members(shop.id)) == 2


async def test_whoever_is_removed_is_told_and_has_no_rights_at_the_next_press(
    market: Market,
) -> None:
    shop = await market.opens()
    budi = await market.seller()
    joko = await staff(market, budi, shop.id, "Joko")

    gone = await market.shop.sellers.remove(budi, shop.id, joko.id)

    assert (gone.person_id, gone.role) == (joko.id, Role.STAFF)
    told = (await market.shop.inbox.page(joko, NoticeKind.SYSTEM)).items[0].event
    assert isinstance(told, MemberRemoved)
    for refused in (
        market.shop.sellers.colleagues(joko, shop.id),
        market.shop.sellers.shop(joko, shop.id),
        market.shop.sellers.remove(joko, shop.id, budi.id),
    ):
        with pytest.raises(NotAllowed):
            await refused
    with pytest.raises(NotFound):
        await market.shop.sellers.remove(budi, shop.id, joko.id)


async def test_somebody_who_comes_back_is_told_again_when_they_go(market: Market) -> None:
    shop = await market.opens()
    budi = await market.seller()
    joko = await staff(market, budi, shop.id, "Joko")
    await market.shop.sellers.remove(budi, shop.id, joko.id)
    market.clock.move(seconds=1)

    await market.shop.sellers.join(joko, await market.shop.sellers.invite(budi, shop.id))
    await market.shop.sellers.remove(budi, shop.id, joko.id)

    told = [row.key for row in await market.rows(OutboxRow) if row.event == "member_removed"]
    assert len(told) == len(set(told)) == 2


async def test_a_shop_never_loses_its_last_owner(market: Market) -> None:
    shop = await market.opens()
    budi = await market.seller()
    await staff(market, budi, shop.id, "Joko")

    with pytest.raises(NotAllowed) as refusal:
        await market.shop.sellers.remove(budi, shop.id, budi.id)

    assert refusal.value.needs == "second_owner"
    assert len(await market.shop.sellers.members(shop.id)) == 2


async def test_two_owners_who_remove_each_other_leave_one(market: Market) -> None:
    shop = await market.opens()
    budi, wati = await market.seller("Budi"), await market.seller("Wati")

    outcomes = await asyncio.gather(
        market.shop.sellers.remove(budi, shop.id, wati.id),
        market.shop.sellers.remove(wati, shop.id, budi.id),
        return_exceptions=True,
    )

    assert sum(isinstance(one, NotAllowed) for one in outcomes) == 1
    assert [row.role for row in await market.rows(ShopMemberRow)] == [Role.OWNER]


async def test_staff_leave_by_themselves_and_are_not_pushed_what_they_did(market: Market) -> None:
    shop = await market.opens()
    budi = await market.seller()
    joko = await staff(market, budi, shop.id, "Joko")
    pushed = len(await market.rows(OutboxRow))

    await market.shop.sellers.remove(joko, shop.id, joko.id)

    assert (await market.shop.people.actor(joko.id)).memberships == {}
    assert len(await market.rows(OutboxRow)) == pushed
    assert await market.shop.inbox.unread(joko) == 1


async def test_an_operator_is_made_by_a_link_once(market: Market) -> None:
    ani, joko = await market.person("Ani"), await market.person("Joko")
    token = await market.shop.operators.open_link()

    await market.shop.operators.join(ani, token)
    with pytest.raises(LinkUsed):
        await market.shop.operators.join(joko, token)
    await market.shop.operators.join(ani, await market.shop.operators.open_link())

    assert (await market.shop.people.actor(ani.id)).is_operator
    assert not (await market.shop.people.actor(joko.id)).is_operator
    assert len(await market.rows(OperatorRow)) == 1
    assert token not in {row.token_hash for row in await market.rows(LinkRow)}


async def test_a_link_opens_only_what_it_was_made_for(market: Market) -> None:
    await market.opens()
    ani = await market.person("Ani")
    into_shop = await market.shop.sellers.open_link("toko-langkah", role=Role.OWNER)
    to_operators = await market.shop.operators.open_link()

    with pytest.raises(LinkUnknown):
        await market.shop.operators.join(ani, into_shop)
    with pytest.raises(LinkUnknown):
        await market.shop.sellers.join(ani, to_operators)
    market.clock.move(minutes=15)
    with pytest.raises(LinkExpired):
        await market.shop.operators.join(ani, to_operators)

    known = await market.shop.people.actor(ani.id)
    assert (known.memberships, known.is_operator) == ({}, False)
    assert all(row.used_at is None for row in await market.rows(LinkRow))


async def test_each_member_sees_the_shop_and_its_people(market: Market) -> None:
    shop = await market.opens()
    budi = await market.seller()
    joko = await staff(market, budi, shop.id, "Joko")

    people = await market.shop.sellers.colleagues(joko, shop.id)

    assert [(one.name, one.role) for one in people] == [
        ("Budi", Role.OWNER),
        ("Joko", Role.STAFF),
    ]
    assert (await market.shop.sellers.shop(joko, shop.id)).name == "Toko Langkah"


async def test_staff_who_become_owners_are_not_announced_again(market: Market) -> None:
    shop = await market.opens()
    budi = await market.seller()
    joko = await staff(market, budi, shop.id, "Joko")
    told = await market.shop.inbox.unread(budi)

    token = await market.shop.sellers.open_link("toko-langkah", role=Role.OWNER)
    await market.shop.sellers.join(joko, token)

    assert (await market.shop.people.actor(joko.id)).owns(shop.id)
    assert await market.shop.inbox.unread(budi) == told
