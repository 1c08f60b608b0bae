"""Who somebody is, their addresses, and how they got into a shop."""

import asyncio

import pytest

from store.db.models.people import PersonRow
from store.db.models.shops import LinkRow, ShopMemberRow
from store.domain.actor import Role
from store.domain.language import Language
from store.domain.zones import Zone
from store.errors import (
    AlreadyWorksThere,
    LinkExpired,
    LinkUnknown,
    LinkUsed,
    NotAllowed,
    NotFound,
    PostcodeRefused,
    TooManyAddresses,
)
from tests.support.builders import an_address
from tests.support.market import Market


async def test_the_first_language_stays_until_another_is_chosen(market: Market) -> None:
    people = market.shop.people
    anna = await people.arrive(7, name="Anna", language_code="en-GB")

    again = await people.arrive(7, name="Anna K", language_code="id")
    await people.choose_language(again, Language.ID)
    chosen = await people.arrive(7, name="Anna K", language_code="en")

    assert (anna.language, again.language, chosen.language) == (
        Language.EN,
        Language.EN,
        Language.ID,
    )
    assert again.name == "Anna K"
    assert (await people.profile(7)).language_chosen


async def test_who_only_passes_by_is_met_and_not_kept(market: Market) -> None:
    people = market.shop.people

    passing = await people.meet(7, name="Anna \u202e", language_code="en-GB")
    rows = await market.rows(PersonRow)
    await people.arrive(7, name="Anna", language_code="id")
    known = await people.meet(7, name="Somebody else", language_code="en")

    assert (passing.name, passing.language, passing.memberships) == ("Anna", Language.EN, {})
    assert rows == []
    assert (known.name, known.language) == ("Anna", Language.ID)


async def test_the_zone_is_chosen_else_of_the_address_else_western(market: Market) -> None:
    ratna = await market.person()
    people = market.shop.people

    unknown = await people.profile(ratna.id)
    await market.shop.addresses.save(ratna, an_address(city="Kota Denpasar", province="Bali"))
    guessed = await people.profile(ratna.id)
    await people.choose_zone(ratna, Zone.WIT)
    chosen = await people.profile(ratna.id)

    assert (unknown.zone, guessed.zone, chosen.zone) == (Zone.WIB, Zone.WITA, Zone.WIT)
    assert (guessed.zone_chosen, chosen.zone_chosen) == (False, True)


@pytest.mark.parametrize(
    ("name", "kept"),
    [("", "?"), ("\u202e\u200b", "?"), ("A\ud800B", "AB"), ("x" * 200, "x" * 64)],
)
async def test_a_strange_name_turns_nobody_away(market: Market, name: str, kept: str) -> None:
    actor = await market.shop.people.arrive(7, name=name, language_code=None)

    assert actor.name == kept


async def test_addresses_are_listed_last_used_first_and_only_to_their_owner(
    market: Market,
) -> None:
    product = await market.sells()
    ratna, sari = await market.buyer(), await market.person("Sari")
    home = (await market.shop.addresses.mine(ratna))[0]
    market.clock.move(minutes=1)
    office = await market.shop.addresses.save(ratna, an_address(street="Jl. Kantor 1"))
    market.clock.move(minutes=1)
    await market.shop.buying.open(ratna, product.variants[0].id)
    card = await market.shop.buying.set_address(ratna, home.id)
    await market.shop.buying.place(ratna, version=card.version)

    mine = await market.shop.addresses.mine(ratna)

    assert [view.id for view in mine] == [home.id, office.id]
    for forbidden in (
        market.shop.addresses.card(sari, home.id),
        market.shop.addresses.edit(sari, home.id, an_address()),
        market.shop.addresses.remove(sari, home.id),
    ):
        with pytest.raises(NotFound):
            await forbidden
    assert await market.shop.addresses.mine(sari) == ()


async def test_an_edited_address_changes_the_card_and_a_removed_one_leaves_it(
    market: Market,
) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    card = await market.shop.buying.open(ratna, product.variants[0].id)
    assert card.address is not None

    await market.shop.addresses.edit(ratna, card.address.id, an_address(street="Jl. Baru 9"))
    edited = await market.shop.buying.card(ratna)
    await market.shop.addresses.remove(ratna, card.address.id)
    removed = await market.shop.buying.card(ratna)

    assert edited.address is not None
    assert edited.address.address.street == "Jl. Baru 9"
    assert (edited.version, removed.version) == (card.version + 1, card.version + 2)
    assert removed.address is None


async def test_a_bad_address_is_not_saved(market: Market) -> None:
    ratna = await market.person()

    with pytest.raises(PostcodeRefused):
        await market.shop.addresses.save(ratna, an_address(postcode="01234"))

    assert await market.shop.addresses.mine(ratna) == ()


async def test_nobody_keeps_more_than_twenty_addresses(market: Market) -> None:
    ratna = await market.person()
    for number in range(20):
        await market.shop.addresses.save(ratna, an_address(street=f"Jl. Melati {number}"))

    with pytest.raises(TooManyAddresses):
        await market.shop.addresses.save(ratna, an_address())

    assert len(await market.shop.addresses.mine(ratna)) == 20


async def test_a_link_lets_one_person_in_once(market: Market) -> None:
    shop = await market.opens()
    budi, joko = await market.person("Budi"), await market.person("Joko")
    token = await market.shop.sellers.open_link("toko-langkah", role=Role.OWNER)

    joined = await market.shop.sellers.join(budi, token)
    with pytest.raises(LinkUsed):
        await market.shop.sellers.join(joko, token)

    assert joined.id == shop.id
    assert [(one.person_id, one.role) for one in await market.shop.sellers.members(shop.id)] == [
        (budi.id, Role.OWNER)
    ]
    known = await market.shop.people.actor(budi.id)
    known.must_sell(shop.id)
    assert [card.slug for card in await market.shop.sellers.shops_of(budi)] == ["toko-langkah"]
    with pytest.raises(NotAllowed):
        joko.must_sell(shop.id)


async def test_two_at_once_get_one_place(market: Market) -> None:
    await market.opens()
    people = [await market.person(f"Orang {number}") for number in range(6)]
    token = await market.shop.sellers.open_link("toko-langkah", role=Role.STAFF)

    outcomes = await asyncio.gather(
        *(market.shop.sellers.join(one, token) for one in people), return_exceptions=True
    )

    assert sum(isinstance(one, LinkUsed) for one in outcomes) == 5
    assert len(await market.rows(ShopMemberRow)) == 1


async def test_an_old_or_invented_link_lets_nobody_in(market: Market) -> None:
    await market.opens()
    budi = await market.person("Budi")
    token = await market.shop.sellers.open_link("toko-langkah", role=Role.OWNER)

    with pytest.raises(LinkUnknown):
        await market.shop.sellers.join(budi, token + "x")
    market.clock.move(minutes=15)
    with pytest.raises(LinkExpired):
        await market.shop.sellers.join(budi, token)

    assert await market.rows(ShopMemberRow) == []
    assert token not in {row.token_hash for row in await market.rows(LinkRow)}


async def test_an_owner_stays_one_and_staff_can_become_one(market: Market) -> None:
    shop = await market.opens()
    budi = await market.person("Budi")

    async def joins(role: Role) -> Role:
        token = await market.shop.sellers.open_link("toko-langkah", role=role)
        await market.shop.sellers.join(budi, token)
        return (await market.shop.people.actor(budi.id)).memberships[shop.id]

    assert [await joins(role) for role in (Role.STAFF, Role.OWNER)] == [Role.STAFF, Role.OWNER]
    for held in (Role.STAFF, Role.OWNER):
        with pytest.raises(AlreadyWorksThere):
            await joins(held)
        assert (await market.shop.people.actor(budi.id)).memberships == {shop.id: Role.OWNER}


async def test_a_link_that_gives_nothing_is_left_to_somebody_else(market: Market) -> None:
    shop = await market.opens()
    budi, joko = await market.seller("Budi"), await market.person("Joko")
    token = await market.shop.sellers.invite(budi, shop.id)

    with pytest.raises(AlreadyWorksThere) as refused:
        await market.shop.sellers.join(budi, token)
    await market.shop.sellers.join(joko, token)

    assert (refused.value.shop_name, refused.value.role) == (shop.name, Role.OWNER)
    assert (await market.shop.people.actor(joko.id)).memberships == {shop.id: Role.STAFF}


async def test_who_never_wrote_is_not_known(market: Market) -> None:
    with pytest.raises(NotFound):
        await market.shop.people.profile(987_654)
    with pytest.raises(NotFound):
        await market.shop.people.actor(987_654)


async def test_a_link_into_no_shop_is_refused(market: Market) -> None:
    with pytest.raises(NotFound):
        await market.shop.sellers.open_link("tidak-ada", role=Role.OWNER)
