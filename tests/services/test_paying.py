"""An order that is paid by transfer: its sum, its time, and the buyer's word."""

import pytest

from store.db.models.payments import ClaimRow, PaymentRow
from store.domain.cancellation import Reason
from store.domain.money import Rupiah
from store.domain.order import Moment, OrderStatus, Party
from store.domain.payment import PaymentMethod, PaymentState
from store.domain.request import SystemReason
from store.errors import ClaimRefused, NotFound
from tests.support.builders import a_product, a_shop, a_variant, an_account
from tests.support.market import Market
from tests.support.transfer import Transfer, a_transfer, orders_by_transfer

_S = OrderStatus
_P = PaymentState


@pytest.fixture
async def transfer(market: Market) -> Transfer:
    """Ratna's shoes for Rp288.000 with shipping, to be transferred."""
    return await a_transfer(market)


async def test_the_order_waits_for_its_money_and_holds_the_stock(transfer: Transfer) -> None:
    page = await transfer.page()

    assert page.status is _S.UNPAID
    assert page.payment is PaymentMethod.BANK_TRANSFER
    assert page.pay is not None
    assert page.pay.account is not None
    assert (page.pay.account.name, page.pay.account.number) == ("BCA", "1234567890")
    assert 1 <= page.pay.unique_code <= 999
    assert page.pay.due == page.total + page.pay.unique_code
    assert (page.pay.expires_at - page.placed_at).total_seconds() == 24 * 3600
    assert await transfer.stock() == 3
    assert await transfer.told(transfer.ratna) == ["payment_awaited"]
    assert await transfer.told(transfer.budi) == []
    assert await transfer.pushed() == []


async def test_no_two_open_payments_to_one_account_have_the_same_sum(market: Market) -> None:
    sheet = a_shop(accounts=(an_account(),))
    product = await market.sells(a_product(a_variant(stock=50)), sheet=sheet)
    buyers = [await market.buyer(f"Pembeli {n}") for n in range(12)]

    for buyer in buyers:
        await orders_by_transfer(market, buyer, product.variants[0].id)

    dues = [row.due for row in await market.rows(PaymentRow)]
    assert len(set(dues)) == 12


async def test_a_sum_can_be_used_again_when_its_payment_is_over(transfer: Transfer) -> None:
    first = await transfer.pay()
    await transfer.market.shop.cancellations.request(
        transfer.ratna, transfer.id, reason=Reason.UNPAID_NOT_NEEDED
    )

    async with transfer.market.shop.begin() as tx:
        payment = await tx.payments.get(transfer.id)
        assert payment.account_id is not None
        taken = await tx.payments.codes(payment.account_id, Rupiah(payment.due - 1))

    assert first.due == payment.due
    assert taken == frozenset()


async def test_an_unpaid_order_is_cancelled_at_once_and_owes_nothing(transfer: Transfer) -> None:
    page = await transfer.market.shop.cancellations.request(
        transfer.ratna, transfer.id, reason=Reason.UNPAID_WRONG_VARIANT
    )

    assert page.status is _S.CANCELLED
    assert await transfer.state() == (_S.CANCELLED, _P.VOID)
    assert await transfer.stock() == 4
    assert await transfer.backs() == []
    assert await transfer.told(transfer.budi) == []
    transfer.market.clock.move(days=3)
    assert await transfer.market.shop.sweeps.run() == 0


async def test_the_buyer_is_reminded_when_a_quarter_of_the_time_is_left(
    transfer: Transfer,
) -> None:
    transfer.market.clock.move(hours=17, minutes=59)
    await transfer.market.shop.sweeps.run()
    before = await transfer.told(transfer.ratna)
    transfer.market.clock.move(minutes=1)
    await transfer.market.shop.sweeps.run()

    assert before == ["payment_awaited"]
    assert await transfer.told(transfer.ratna) == ["payment_awaited", "payment_reminded"]


async def test_an_order_that_nobody_pays_ends_by_itself(transfer: Transfer) -> None:
    transfer.market.clock.move(hours=24)
    await transfer.market.shop.sweeps.run()

    page = await transfer.page()
    assert page.cancelled is not None
    assert (page.cancelled.by, page.cancelled.reason) == (
        Party.SYSTEM,
        SystemReason.UNPAID_TIME_OUT,
    )
    assert await transfer.state() == (_S.CANCELLED, _P.EXPIRED)
    assert await transfer.stock() == 4
    assert await transfer.told(transfer.ratna) == ["payment_awaited", "order_cancelled"]
    assert await transfer.told(transfer.budi) == []


async def test_while_a_claim_waits_nothing_expires_and_the_stock_stays_held(
    transfer: Transfer,
) -> None:
    await transfer.claimed(proof="photo-1")
    transfer.market.clock.move(days=20)

    await transfer.market.shop.sweeps.run()

    assert await transfer.state() == (_S.UNPAID, _P.CLAIMED)
    assert await transfer.stock() == 3
    told = await transfer.told(transfer.budi)
    assert told == ["payment_claimed", "claim_reminded", "claim_reminded"]


async def test_operators_hear_of_a_claim_that_nobody_looks_at(transfer: Transfer) -> None:
    shop = transfer.market.shop
    olga = await transfer.market.person("Olga")
    await shop.operators.join(olga, await shop.operators.open_link())
    await transfer.claimed()

    transfer.market.clock.move(hours=24)
    await shop.sweeps.run()

    assert await transfer.told(olga) == ["claim_unanswered"]


async def test_a_second_word_says_nothing_new(transfer: Transfer) -> None:
    await transfer.claimed()

    with pytest.raises(ClaimRefused) as waits:
        await transfer.market.shop.paying.claim(transfer.ratna, transfer.id)
    await transfer.market.shop.checking.arrived(transfer.budi, 1)
    with pytest.raises(ClaimRefused) as paid:
        await transfer.market.shop.paying.claim(transfer.ratna, transfer.id)

    assert (waits.value.why, paid.value.why) == ("WAITS", "PAID")
    assert len(await transfer.market.rows(ClaimRow)) == 1


async def test_only_the_buyer_says_that_it_is_paid(transfer: Transfer) -> None:
    sari = await transfer.market.buyer("Sari")

    for who in (transfer.budi, sari):
        with pytest.raises(NotFound):
            await transfer.market.shop.paying.claim(who, transfer.id)

    assert await transfer.state() == (_S.UNPAID, _P.OPEN)


async def test_an_order_that_is_paid_at_the_door_has_nothing_to_claim(market: Market) -> None:
    product = await market.sells(sheet=a_shop(accounts=(an_account(),)))
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)

    with pytest.raises(NotFound):
        await market.shop.paying.claim(ratna, order.id)

    assert order.pay is None


async def test_next_time_the_same_bank_is_on_the_card_already(transfer: Transfer) -> None:
    card = await transfer.market.shop.buying.open(transfer.ratna, transfer.variant_id)

    assert card.payment is PaymentMethod.BANK_TRANSFER
    assert card.account is not None
    assert card.account.account.name == "BCA"


async def test_an_account_of_another_shop_cannot_be_chosen(transfer: Transfer) -> None:
    market = transfer.market
    await market.opens(a_shop(slug="toko-lain", accounts=(an_account("Mandiri"),)))
    await market.shop.buying.open(transfer.ratna, transfer.variant_id)
    async with market.shop.begin() as tx:
        foreign = (await tx.accounts.offered(2))[0].id

    with pytest.raises(NotFound):
        await market.shop.buying.choose_payment(transfer.ratna, foreign)


async def test_an_account_that_is_offered_no_longer_is_told_before_ordering(
    transfer: Transfer,
) -> None:
    market = transfer.market
    card = await market.shop.buying.open(transfer.ratna, transfer.variant_id)
    await market.opens(a_shop(accounts=()))

    again = await market.shop.buying.card(transfer.ratna)

    assert card.payment is PaymentMethod.BANK_TRANSFER
    assert again.payment is PaymentMethod.COD
    assert [change.line for change in again.changes] == ["PAYMENT"]


async def test_paid_late_on_friday_the_parcel_leaves_and_arrives_later(market: Market) -> None:
    transfer = await a_transfer(market)
    before = await transfer.page()
    market.clock.move(hours=20)
    await transfer.paid()

    after = await transfer.page()

    assert after.status is _S.AWAITING_SHIPMENT
    assert after.ship_by >= before.ship_by
    assert [step.moment for step in after.timeline if step.at][:2] == [Moment.PLACED, Moment.PAID]


async def test_a_receipt_that_comes_after_the_word_is_added_once(transfer: Transfer) -> None:
    claim_id, paying = await transfer.claimed(), transfer.market.shop.paying
    assert (await transfer.pay()).takes_proof

    await paying.claim(transfer.ratna, transfer.id, proof="photo-7")
    with pytest.raises(ClaimRefused):
        await paying.claim(transfer.ratna, transfer.id, proof="photo-8")

    card = await transfer.market.shop.checking.look(transfer.budi, claim_id)
    assert (card.proof, card.number) == ("photo-7", 1)
    assert not (await transfer.pay()).takes_proof
    assert (await transfer.told(transfer.budi)).count("proof_added") == 1
