"""One's own data: shown whole, and forgotten at once or when an order ends."""

from sqlalchemy import select

from store.db.base import Base
from store.db.models.buying import AddressRow, CheckoutRow
from store.db.models.inbox import NoticeRow, OutboxRow
from store.db.models.orders import OrderLineRow, OrderRow
from store.db.models.requests import RequestRow
from store.domain.actor import Actor
from store.domain.address import NOBODY, Address
from store.domain.cancellation import Reason
from store.domain.claim import NotFoundReason
from store.domain.inbox import NoticeKind
from store.domain.order import OrderStatus
from store.domain.request import RejectReason
from store.domain.zones import Zone
from store.views.orders import OrderPage
from store.views.privacy import Receipt
from tests.support.builders import a_shop, an_address
from tests.support.market import Market
from tests.support.transfer import a_transfer


async def kept_address(market: Market, order_id: int) -> Address:
    """The address that an order keeps, as it lies in the database."""
    async with market.shop.begin() as tx:
        return tx.orders.address(await tx.orders.get(order_id))


async def everything_on_disk(market: Market) -> str:
    """What somebody reads who has every table and not the key."""
    async with market.shop.begin() as tx:
        tables = [await tx.session.execute(select(one)) for one in Base.metadata.sorted_tables]
    return repr([tuple(row) for table in tables for row in table])


async def two_orders(market: Market, buyer: Actor) -> tuple[OrderPage, OrderPage]:
    """One that was cancelled and one that is on its way to be packed, both with words."""
    product = await market.sells()
    pages = []
    for _ in range(2):
        await market.shop.buying.open(buyer, product.variants[0].id)
        card = await market.shop.buying.set_note(buyer, "Titip di satpam, Bu Ratna")
        pages.append(await market.shop.buying.place(buyer, version=card.version))
    await market.shop.cancellations.request(
        buyer, pages[0].id, reason=Reason.BY_MISTAKE, words="Ratna salah pilih"
    )
    return pages[0], pages[1]


async def test_everything_that_is_kept_is_shown_to_its_owner_only(market: Market) -> None:
    ratna, sari = await market.buyer(), await market.buyer("Sari")
    gone, packed = await two_orders(market, ratna)

    kept = await market.shop.privacy.belongings(ratna)
    hers = await market.shop.privacy.belongings(sari)

    assert [one.ref for one in kept.orders] == [packed.ref, gone.ref]
    assert {one.address.street for one in kept.orders} == {an_address().street}
    assert [one.address.name for one in kept.addresses] == ["Ratna Dewi"]
    assert kept.notices == 3
    note = "Titip di satpam, Bu Ratna"
    assert [one.words for one in kept.orders] == [(note,), (note, "Ratna salah pilih")]
    assert hers.orders == ()


async def test_an_ended_order_forgets_at_once_and_an_open_one_when_it_ends(
    market: Market,
) -> None:
    ratna = await market.buyer()
    gone, packed = await two_orders(market, ratna)

    receipt = await market.shop.privacy.erase(ratna, erasures=0, language_code="id")

    assert receipt == Receipt(addresses=1, notices=3, orders=1, open_orders=1)
    nobody = await kept_address(market, gone.id)
    assert (nobody.name, nobody.phone, nobody.street) == (NOBODY, NOBODY, NOBODY)
    assert nobody.city == "Kota Bandung"
    assert await kept_address(market, packed.id) == an_address()
    ended = next(row for row in await market.rows(OrderRow) if row.id == gone.id)
    assert (ended.sealed_note, ended.sealed_cancel_words) == (None, None)

    await market.shop.cancellations.request(ratna, packed.id, reason=Reason.BY_MISTAKE)

    assert (await kept_address(market, packed.id)).name == NOBODY
    assert all(row.sealed_for_afterwards is None for row in await market.rows(OrderRow))


async def test_addresses_checkout_settings_and_inbox_go_at_once(market: Market) -> None:
    product = await market.sells()
    ratna, sari = await market.buyer(), await market.buyer("Sari")
    people = market.shop.people
    await market.orders(sari, product.variants[0].id)
    await market.orders(ratna, product.variants[0].id)
    await people.choose_zone(ratna, Zone.WIT)
    await people.choose_quiet_nights(ratna, False)
    await people.choose_notices(ratna, NoticeKind.ORDERS, told=False)
    await market.shop.buying.open(ratna, product.variants[0].id)
    await market.shop.buying.set_note(ratna, "Pagar hijau")

    await market.shop.privacy.erase(ratna, erasures=0, language_code="id")

    after = await people.profile(ratna.id)
    assert (after.name, after.zone, after.zone_chosen) == ("?", Zone.WIB, False)
    assert (after.quiet_nights, after.kept_kinds) == (True, frozenset())
    assert not await market.shop.buying.has_open(ratna)
    checkout = next(row for row in await market.rows(CheckoutRow) if row.buyer_id == ratna.id)
    assert (checkout.sealed_note, checkout.sealed_shown) == (None, None)
    assert checkout.address_id is None
    assert {row.person_id for row in await market.rows(AddressRow)} == {sari.id}
    assert {row.person_id for row in await market.rows(NoticeRow)} == {sari.id}


async def test_an_old_question_forgets_nothing_that_came_since(market: Market) -> None:
    ratna = await market.buyer()
    await market.shop.privacy.erase(ratna, erasures=0, language_code="id")
    anew = await market.shop.addresses.save(ratna, an_address(street="Jl. Baru 9"))

    again = await market.shop.privacy.erase(ratna, erasures=0, language_code="id")

    assert again is None
    assert [one.id for one in await market.shop.addresses.mine(ratna)] == [anew.id]
    assert (await market.shop.people.profile(ratna.id)).erasures == 1


async def test_what_still_waits_to_be_carried_is_carried_without_a_notice(
    market: Market,
) -> None:
    product = await market.sells()
    budi = await market.seller()
    shop_id = product.shop.id
    joko = await market.person("Joko")
    await market.shop.sellers.join(joko, await market.shop.sellers.invite(budi, shop_id))
    await market.shop.sellers.remove(budi, shop_id, joko.id)

    await market.shop.privacy.erase(joko, erasures=0, language_code="id")

    waiting = next(r for r in await market.rows(OutboxRow) if r.event == "member_removed")
    assert waiting.notice_id is None
    assert waiting.payload["shop_name"] == "Toko Langkah"


async def test_an_order_that_is_still_open_is_still_its_buyers(market: Market) -> None:
    ratna = await market.buyer()
    _, packed = await two_orders(market, ratna)

    await market.shop.privacy.erase(ratna, erasures=0, language_code="id")

    page = await market.shop.orders.card(ratna, packed.id)
    assert page.address == an_address()


async def test_words_that_come_with_the_last_move_are_forgotten_with_it(market: Market) -> None:
    ratna = await market.buyer()
    _, packed = await two_orders(market, ratna)
    await market.shop.privacy.erase(ratna, erasures=0, language_code="id")

    after = await market.shop.cancellations.request(
        ratna, packed.id, reason=Reason.BY_MISTAKE, words="Ratna pindah kota"
    )

    assert after.cancelled is not None
    assert (after.cancelled.reason, after.cancelled.words) == (Reason.BY_MISTAKE, None)
    assert after.note is None
    ended = next(row for row in await market.rows(OrderRow) if row.id == packed.id)
    assert (ended.sealed_note, ended.sealed_cancel_words) == (None, None)


async def test_what_was_written_to_a_shop_and_the_photo_of_a_transfer_go_too(
    market: Market,
) -> None:
    transfer = await a_transfer(market)
    ratna, shop = transfer.ratna, market.shop
    await shop.checking.arrived(transfer.budi, await transfer.claimed(proof="receipt"))
    await shop.cancellations.request(
        ratna, transfer.id, reason=Reason.BY_MISTAKE, words="Saya pindah ke Cimahi"
    )
    kept = await shop.privacy.belongings(ratna)
    (request,) = await market.rows(RequestRow)
    await shop.deciding.reject(transfer.budi, request.id, reason=RejectReason.PACKED)

    await shop.privacy.erase(ratna, erasures=0, language_code="id")

    assert (kept.orders[0].words, kept.proofs) == (("Saya pindah ke Cimahi",), 1)
    after = await shop.privacy.belongings(ratna)
    assert (after.orders[0].words, after.proofs) == ((), 0)


async def test_what_still_waits_for_an_answer_is_forgotten_with_the_answer(
    market: Market,
) -> None:
    transfer = await a_transfer(market)
    ratna, shop = transfer.ratna, market.shop
    await transfer.paid()
    await shop.cancellations.request(
        ratna, transfer.id, reason=Reason.BY_MISTAKE, words="Saya pindah ke Cimahi"
    )
    await shop.privacy.erase(ratna, erasures=0, language_code="id")
    (request,) = await market.rows(RequestRow)
    asked = await shop.deciding.look(transfer.budi, request.id)

    answered = await shop.deciding.approve(transfer.budi, request.id)

    assert (asked.request.words, answered.request.words) == ("Saya pindah ke Cimahi", None)
    assert (await shop.privacy.belongings(ratna)).orders[0].words == ()


async def test_the_photo_of_a_transfer_that_is_still_looked_for_is_forgotten_with_the_answer(
    market: Market,
) -> None:
    transfer = await a_transfer(market)
    claim_id = await transfer.claimed(proof="receipt")
    await market.shop.privacy.erase(transfer.ratna, erasures=0, language_code="id")
    asked = await market.shop.checking.look(transfer.budi, claim_id)

    answered = await market.shop.checking.not_found(
        transfer.budi, claim_id, reason=NotFoundReason.NOT_ON_STATEMENT
    )

    assert (asked.proof, answered.proof) == ("receipt", None)
    assert (await market.shop.privacy.belongings(transfer.ratna)).proofs == 0


async def test_the_photo_goes_with_the_answer_also_where_the_order_has_ended_before(
    market: Market,
) -> None:
    transfer = await a_transfer(market)
    claim_id = await transfer.claimed(proof="receipt")
    await market.shop.privacy.erase(transfer.ratna, erasures=0, language_code="id")
    await market.shop.cancellations.request(
        transfer.ratna, transfer.id, reason=Reason.UNPAID_NOT_NEEDED
    )
    asked = await market.shop.checking.look(transfer.budi, claim_id)

    answered = await market.shop.checking.arrived(transfer.budi, claim_id)

    assert (asked.proof, answered.proof) == ("receipt", None)
    assert (await market.shop.privacy.belongings(transfer.ratna)).proofs == 0


async def test_nothing_that_a_buyer_wrote_can_be_read_without_the_key(market: Market) -> None:
    ratna = await market.buyer()
    await market.opens()
    await market.seller()
    await two_orders(market, ratna)
    await market.shop.buying.open(ratna, (await market.rows(OrderLineRow))[0].variant_id)
    await market.shop.buying.set_note(ratna, "Pagar hijau")

    on_disk = await everything_on_disk(market)

    assert "Sepatu Angin" in on_disk
    for word in ("satpam", "salah pilih", "Pagar hijau", "Melati"):
        assert word not in on_disk, word
    assert (await market.shop.buying.card(ratna)).note == "Pagar hijau"


async def test_a_hold_that_is_over_is_told_as_over(market: Market) -> None:
    product = await market.sells(sheet=a_shop(free_cancel_minutes=30))
    ratna = await market.buyer()
    await market.orders(ratna, product.variants[0].id)

    before = await market.shop.privacy.belongings(ratna)
    market.clock.move(minutes=30)
    after = await market.shop.privacy.belongings(ratna)

    assert [one.status for one in before.orders] == [OrderStatus.ON_HOLD]
    assert [one.status for one in after.orders] == [OrderStatus.AWAITING_SHIPMENT]
