"""The shop looks at its statement: all is there, too little, too much, twice, late, or nothing."""

from datetime import timedelta

import pytest

from store.db.models.payments import LedgerRow, ReceiptRow
from store.domain.cancellation import Reason
from store.domain.claim import ClaimState, NotFoundReason
from store.domain.ledger import Book
from store.domain.order import OrderStatus
from store.domain.payment import PaymentState
from store.errors import AmountRefused, NotAllowed, ReasonRefused
from store.services.checking import CheckingService
from tests.support.builders import a_shop
from tests.support.market import Market
from tests.support.transfer import Transfer, a_transfer

_S = OrderStatus
_P = PaymentState


@pytest.fixture
async def transfer(market: Market) -> Transfer:
    """Ratna's shoes, to be transferred."""
    return await a_transfer(market)


def checking(transfer: Transfer) -> CheckingService:
    """Where the shop answers."""
    return transfer.market.shop.checking


async def due(transfer: Transfer) -> int:
    """What Ratna was asked for."""
    return (await transfer.pay()).due


async def cancelled(transfer: Transfer) -> None:
    """Ratna does not want them any more."""
    await transfer.market.shop.cancellations.request(
        transfer.ratna, transfer.id, reason=Reason.UNPAID_NOT_NEEDED
    )


async def test_all_of_it_is_there_and_the_order_is_the_shops_to_send(transfer: Transfer) -> None:
    claim_id = await transfer.claimed(proof="photo-1")

    card = await checking(transfer).arrived(transfer.budi, claim_id)

    assert (card.state, card.amount, card.decider) == (
        ClaimState.ARRIVED,
        await due(transfer),
        "Budi",
    )
    assert await transfer.state() == (_S.AWAITING_SHIPMENT, _P.PAID)
    assert await transfer.backs() == []
    assert await transfer.books() == {
        Book.CASH: card.amount,
        Book.OPERATOR: 0,
        Book.BUYER: 0,
        Book.SALES: -(card.amount or 0),
        Book.REFUNDS: 0,
    }
    assert await transfer.told(transfer.budi) == [
        "payment_claimed",
        "claim_decided",
        "order_placed",
    ]
    assert (await transfer.told(transfer.ratna))[-1] == "claim_decided"


async def test_a_shop_with_a_free_window_holds_the_order_first(market: Market) -> None:
    transfer = await a_transfer(market, free_cancel_minutes=30)
    held = (await transfer.page()).status

    await transfer.paid()

    assert (held, (await transfer.page()).status) == (_S.UNPAID, _S.ON_HOLD)


async def test_what_is_too_much_goes_back(transfer: Transfer) -> None:
    claim_id, asked = await transfer.claimed(), await due(transfer)

    await checking(transfer).arrived(transfer.budi, claim_id, amount=asked + 1_000)

    assert await transfer.state() == (_S.AWAITING_SHIPMENT, _P.PAID)
    assert await transfer.backs() == [("OVER", 1_000)]
    await transfer.is_sound()


async def test_money_for_an_order_that_was_cancelled_meanwhile_goes_back(
    transfer: Transfer,
) -> None:
    claim_id, asked = await transfer.claimed(), await due(transfer)
    await cancelled(transfer)
    assert await transfer.state() == (_S.CANCELLED, _P.VOID)

    await checking(transfer).arrived(transfer.budi, claim_id)

    assert await transfer.state() == (_S.CANCELLED, _P.VOID)
    assert await transfer.backs() == [("LATE", asked)]
    assert await transfer.stock() == 4
    await transfer.is_sound()


async def test_the_shop_hears_that_an_order_is_off_whose_money_it_looks_for(
    transfer: Transfer,
) -> None:
    await transfer.claimed()

    await cancelled(transfer)

    assert await transfer.told(transfer.budi) == ["payment_claimed", "order_cancelled"]


async def test_money_that_comes_after_the_time_was_over_goes_back(transfer: Transfer) -> None:
    asked = await due(transfer)
    transfer.market.clock.move(hours=24)
    await transfer.market.shop.sweeps.run()

    await checking(transfer).arrived(transfer.budi, await transfer.claimed())

    assert await transfer.state() == (_S.CANCELLED, _P.EXPIRED)
    assert await transfer.backs() == [("LATE", asked)]
    await transfer.is_sound()


async def test_not_found_gives_six_hours_and_one_more_word(transfer: Transfer) -> None:
    claim_id = await transfer.claimed()

    await checking(transfer).not_found(
        transfer.budi, claim_id, reason=NotFoundReason.NOT_ON_STATEMENT
    )
    again = await transfer.pay()
    transfer.market.clock.move(hours=5)
    await checking(transfer).arrived(transfer.budi, await transfer.claimed())

    assert (again.state, again.can_claim) == (_P.NOT_FOUND, True)
    assert again.expires_at == transfer.market.clock.now() + timedelta(hours=1)
    assert await transfer.state() == (_S.AWAITING_SHIPMENT, _P.PAID)


async def test_not_found_and_nothing_more_said_ends_the_order(transfer: Transfer) -> None:
    claim_id = await transfer.claimed()
    await checking(transfer).not_found(
        transfer.budi, claim_id, reason=NotFoundReason.OTHER_ACCOUNT
    )

    transfer.market.clock.move(hours=6)
    await transfer.market.shop.sweeps.run()

    assert await transfer.state() == (_S.CANCELLED, _P.EXPIRED)
    assert await transfer.stock() == 4


async def test_not_found_twice_waits_for_the_operator_and_nothing_expires(
    transfer: Transfer,
) -> None:
    for _ in range(2):
        await checking(transfer).not_found(
            transfer.budi, await transfer.claimed(), reason=NotFoundReason.NOT_ON_STATEMENT
        )

    transfer.market.clock.move(days=30)
    await transfer.market.shop.sweeps.run()

    assert await transfer.state() == (_S.UNPAID, _P.DISPUTED)
    assert await transfer.stock() == 3
    assert (await transfer.pay()).can_claim is False


async def test_a_picture_that_proved_another_payment_is_flagged(transfer: Transfer) -> None:
    claim_id = await transfer.claimed(proof="same-photo")
    first = await checking(transfer).look(transfer.budi, claim_id)
    await checking(transfer).arrived(transfer.budi, claim_id)
    market = transfer.market
    card = await market.shop.buying.open(transfer.ratna, transfer.variant_id)
    order = await market.shop.buying.place(transfer.ratna, version=card.version)

    await market.shop.paying.claim(transfer.ratna, order.id, proof="same-photo")
    second = await checking(transfer).look(transfer.budi, 2)

    assert (first.used_before, first.first_time) == (False, True)
    assert (second.used_before, second.first_time) == (True, False)


@pytest.mark.parametrize("amount", [0, -1, 1_000_000_001])
async def test_a_sum_that_nobody_transfers_is_not_booked(transfer: Transfer, amount: int) -> None:
    claim_id = await transfer.claimed()

    with pytest.raises(AmountRefused):
        await checking(transfer).arrived(transfer.budi, claim_id, amount=amount)

    assert await transfer.state() == (_S.UNPAID, _P.CLAIMED)
    assert await transfer.market.rows(ReceiptRow) == []
    assert await transfer.market.rows(LedgerRow) == []


async def test_not_found_needs_one_of_its_reasons(transfer: Transfer) -> None:
    claim_id = await transfer.claimed()

    with pytest.raises(ReasonRefused):
        await checking(transfer).not_found(transfer.budi, claim_id, reason="because")

    assert await transfer.state() == (_S.UNPAID, _P.CLAIMED)


async def test_only_the_shops_people_answer(transfer: Transfer) -> None:
    claim_id = await transfer.claimed()
    await transfer.market.opens(a_shop(slug="toko-lain"))
    others = (
        transfer.ratna,
        await transfer.market.person("Joko"),
        await transfer.market.seller("Tono", slug="toko-lain"),
    )

    for who in others:
        for step in (
            checking(transfer).arrived(who, claim_id),
            checking(transfer).not_found(who, claim_id, reason=NotFoundReason.OTHER_ACCOUNT),
            checking(transfer).look(who, claim_id),
            checking(transfer).weigh(who, claim_id),
        ):
            with pytest.raises(NotAllowed):
                await step

    assert await transfer.state() == (_S.UNPAID, _P.CLAIMED)
