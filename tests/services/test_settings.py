"""What people set for themselves, and whether they can be reached."""

from store.db.models.people import KeptKindRow
from store.domain.cancellation import Reason
from store.domain.inbox import NoticeKind
from store.domain.zones import Zone
from tests.support.builders import an_address
from tests.support.market import Market


async def test_nights_are_quiet_and_everything_is_told_until_somebody_says_otherwise(
    market: Market,
) -> None:
    ratna, sari = await market.person(), await market.person("Sari")
    people = market.shop.people

    loud = await people.choose_quiet_nights(ratna, False)
    kept = await people.choose_notices(ratna, NoticeKind.PROMOTIONS, told=False)
    again = await people.choose_notices(ratna, NoticeKind.PROMOTIONS, told=False)

    assert (loud.quiet_nights, set(kept.kept_kinds)) == (False, {NoticeKind.PROMOTIONS})
    assert again == kept
    assert len(await market.rows(KeptKindRow)) == 1
    hers = await people.profile(sari.id)
    assert (hers.quiet_nights, hers.kept_kinds) == (True, frozenset())


async def test_a_kind_that_was_only_kept_is_told_again(market: Market) -> None:
    ratna = await market.person()
    people = market.shop.people
    await people.choose_notices(ratna, NoticeKind.ORDERS, told=False)
    await people.choose_notices(ratna, NoticeKind.SYSTEM, told=False)

    told = await people.choose_notices(ratna, NoticeKind.ORDERS, told=True)
    again = await people.choose_notices(ratna, NoticeKind.ORDERS, told=True)

    assert told.kept_kinds == again.kept_kinds == {NoticeKind.SYSTEM}


async def test_a_zone_that_was_chosen_can_be_left_to_the_address_again(market: Market) -> None:
    ratna = await market.person()
    await market.shop.addresses.save(ratna, an_address(city="Kota Denpasar", province="Bali"))
    await market.shop.people.choose_zone(ratna, Zone.WIT)

    automatic = await market.shop.people.choose_zone(ratna, None)

    assert (automatic.zone, automatic.zone_chosen) == (Zone.WITA, False)


async def test_somebody_who_was_lost_is_there_again_when_they_write(market: Market) -> None:
    ratna = await market.person()
    people = market.shop.people

    await people.lost(ratna.id)
    await people.lost(ratna.id)
    lost = await people.profile(ratna.id)
    await people.arrive(ratna.id, name="Ratna", language_code="id")

    assert lost.reachable is False
    assert (await people.profile(ratna.id)).reachable is True


async def test_the_address_that_is_used_first_stands_first_and_tells_the_zone(
    market: Market,
) -> None:
    ratna = await market.buyer()
    home = (await market.shop.addresses.mine(ratna))[0]
    market.clock.move(minutes=1)
    bali = await market.shop.addresses.save(
        ratna, an_address(city="Kota Denpasar", province="Bali")
    )
    market.clock.move(minutes=1)

    await market.shop.addresses.prefer(ratna, home.id)

    assert [one.id for one in await market.shop.addresses.mine(ratna)] == [home.id, bali.id]
    assert (await market.shop.people.profile(ratna.id)).zone is Zone.WIB


async def test_only_orders_that_end_at_once_are_offered_for_cancelling(market: Market) -> None:
    product = await market.sells()
    ratna, sari = await market.buyer(), await market.buyer("Sari")
    first = await market.orders(ratna, product.variants[0].id)
    second = await market.orders(ratna, product.variants[0].id)
    await market.orders(sari, product.variants[0].id)
    await market.shop.cancellations.request(ratna, first.id, reason=Reason.BY_MISTAKE)

    offered = await market.shop.orders.cancellable(ratna)

    assert [one.id for one in offered] == [second.id]
