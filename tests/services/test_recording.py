"""Money that a member finds although nobody has reported it: booked once, never dropped."""

import pytest

from store.db.models.payments import ReceiptRow
from store.domain.cancellation import Reason
from store.domain.claim import NotFoundReason
from store.domain.desk import Pile
from store.domain.order import OrderStatus
from store.domain.payment import Booked, PaymentState, StatementWhy
from store.domain.refund import RefundCause
from store.errors import AmountRefused, ClaimRefused, NotAllowed, NotFound, StatementRefused
from tests.support.invoice import by_card
from tests.support.market import Market
from tests.support.transfer import Transfer, a_transfer


@pytest.fixture
async def transfer(market: Market) -> Transfer:
    """Ratna is to transfer."""
    return await a_transfer(market)


async def finds(transfer: Transfer, amount: int, *, receipts: int = 0) -> None:
    """Budi finds a sum on his statement."""
    await transfer.market.shop.recording.record(
        transfer.budi, transfer.id, amount=amount, receipts=receipts
    )


async def test_money_that_comes_before_the_buyer_says_so_pays_the_order(
    transfer: Transfer,
) -> None:
    due = (await transfer.pay()).due

    await finds(transfer, due)
    await finds(transfer, due)

    assert await transfer.state() == (OrderStatus.AWAITING_SHIPMENT, PaymentState.PAID)
    (receipt,) = await transfer.market.rows(ReceiptRow)
    assert (receipt.amount, receipt.by) == (due, transfer.budi.id)
    assert (await transfer.told(transfer.ratna))[-1] == "money_found"
    with pytest.raises(ClaimRefused, match="PAID"):
        await transfer.market.shop.paying.claim(transfer.ratna, transfer.id)
    transfer.market.clock.move(hours=25)
    await transfer.market.shop.sweeps.run()
    assert "payment_reminded" not in await transfer.told(transfer.ratna)
    await transfer.is_sound()


async def test_money_that_comes_twice_goes_back(transfer: Transfer) -> None:
    due = (await transfer.pay()).due
    await transfer.paid()

    await finds(transfer, due, receipts=1)
    await finds(transfer, due, receipts=1)

    assert await transfer.backs() == [(RefundCause.TWICE, due)]
    assert ("money_found", f"PERSON:{transfer.ratna.id}") not in await transfer.pushed()
    await transfer.is_sound()


async def test_money_that_comes_after_the_end_goes_back_without_a_word_from_the_buyer(
    transfer: Transfer,
) -> None:
    transfer.market.clock.move(hours=24)
    await transfer.market.shop.sweeps.run()
    due = (await transfer.pay()).due

    await finds(transfer, due)

    assert await transfer.state() == (OrderStatus.CANCELLED, PaymentState.EXPIRED)
    assert await transfer.backs() == [(RefundCause.LATE, due)]
    await transfer.is_sound()


async def test_too_little_is_asked_for_once_and_then_all_of_it_goes_back(
    transfer: Transfer,
) -> None:
    await finds(transfer, 100_000)
    pay = await transfer.pay()
    assert (pay.state, pay.received) == (PaymentState.OPEN, 100_000)
    await transfer.market.shop.sweeps.run()

    await finds(transfer, 50_000, receipts=1)

    assert await transfer.state() == (OrderStatus.CANCELLED, PaymentState.VOID)
    assert await transfer.backs() == [(RefundCause.SHORT, 150_000)]
    assert await transfer.stock() == 4
    await transfer.is_sound()


async def test_the_rest_pays_the_order(transfer: Transfer) -> None:
    due = (await transfer.pay()).due
    await finds(transfer, 100_000)
    await finds(transfer, due - 100_000 + 7, receipts=1)

    assert (await transfer.state())[1] is PaymentState.PAID
    assert await transfer.backs() == [(RefundCause.OVER, 7)]
    await transfer.is_sound()


async def test_what_a_sum_would_mean_is_said_before_it_is_booked(transfer: Transfer) -> None:
    recording, due = transfer.market.shop.recording, (await transfer.pay()).due
    found = await recording.weigh(transfer.budi, transfer.id, due + 5)

    assert (found.receipts, found.amount) == (0, due + 5)
    assert found.booking is not None
    assert (found.booking.booked, found.booking.back) == (Booked.PAID, 5)
    with pytest.raises(AmountRefused):
        await recording.weigh(transfer.budi, transfer.id, 0)
    assert await transfer.market.rows(ReceiptRow) == []


async def test_a_reported_payment_is_answered_first_and_a_quarrel_by_an_operator(
    transfer: Transfer,
) -> None:
    recording, checking = transfer.market.shop.recording, transfer.market.shop.checking
    for _ in range(2):
        claim_id = await transfer.claimed()
        with pytest.raises(StatementRefused) as waits:
            await recording.weigh(transfer.budi, transfer.id)
        reason = NotFoundReason.NOT_ON_STATEMENT
        await checking.not_found(transfer.budi, claim_id, reason=reason)
    with pytest.raises(StatementRefused) as disputed:
        await finds(transfer, 100_000)

    assert waits.value.why is StatementWhy.CLAIM_WAITS
    assert disputed.value.why is StatementWhy.DISPUTED


async def test_after_not_found_it_is_found_after_all(transfer: Transfer) -> None:
    reason = NotFoundReason.NOT_ON_STATEMENT
    claim_id, due = await transfer.claimed(), (await transfer.pay()).due
    await transfer.market.shop.checking.not_found(transfer.budi, claim_id, reason=reason)

    await finds(transfer, due)

    assert (await transfer.state())[1] is PaymentState.PAID


async def test_a_cancelled_order_stays_cancelled(transfer: Transfer) -> None:
    await transfer.market.shop.cancellations.request(
        transfer.ratna, transfer.id, reason=Reason.UNPAID_NOT_NEEDED
    )
    await finds(transfer, 291_000)

    assert (await transfer.state())[0] is OrderStatus.CANCELLED
    assert await transfer.backs() == [(RefundCause.LATE, 291_000)]


async def test_only_the_shop_says_so_and_only_of_what_is_paid_by_hand(market: Market) -> None:
    card = await by_card(market)
    with pytest.raises(NotFound):
        await market.shop.recording.weigh(card.budi, card.id)
    with pytest.raises(NotAllowed):
        await market.shop.recording.weigh(card.ratna, card.id)
    with pytest.raises(NotAllowed):
        await market.shop.recording.record(card.ratna, card.id, amount=1, receipts=0)


async def test_what_is_not_paid_lies_in_a_pile_with_the_sum_to_look_for(
    transfer: Transfer,
) -> None:
    (shop_id,) = transfer.budi.memberships
    due = (await transfer.pay()).due
    (row,) = (await transfer.market.shop.desk.pile(transfer.budi, shop_id, Pile.NOT_PAID)).items
    await finds(transfer, 100_000)
    (after,) = (await transfer.market.shop.desk.pile(transfer.budi, shop_id, Pile.NOT_PAID)).items

    assert (row.id, row.due) == (transfer.id, due)
    assert after.due == due - 100_000
