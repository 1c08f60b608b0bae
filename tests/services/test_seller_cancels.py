"""A shop cancels at once what is not paid: once, with its reason, and without any loss."""

import pytest

from store.db.models.requests import RequestRow
from store.domain.claim import ClaimState, NotFoundReason
from store.domain.order import OrderStatus, Party
from store.domain.payment import PaymentState
from store.domain.refund import RefundCause
from store.domain.request import RequestState, SellerReason
from store.domain.seller_cancel import SellerWhy
from store.errors import (
    AlreadyDecided,
    SellerCancelRefused,
)
from tests.support.market import Market
from tests.support.trade import Trade, a_trade
from tests.support.transfer import Transfer, a_transfer

_R = RequestState
_S = OrderStatus


@pytest.fixture
async def trade(market: Market) -> Trade:
    """Ratna has ordered one of Budi's four shoes, to be paid at the door."""
    return await a_trade(market)


@pytest.fixture
async def transfer(market: Market) -> Transfer:
    """The same, to be transferred."""
    return await a_transfer(market)


async def ends(trade: Trade | Transfer, reason: SellerReason, words: str | None = None) -> None:
    """Budi cancels it."""
    await trade.market.shop.seller_cancels.cancel(trade.budi, trade.id, reason=reason, words=words)


@pytest.mark.parametrize("packed", [False, True])
async def test_what_is_paid_at_the_door_ends_at_once_and_the_buyer_reads_why(
    trade: Trade, packed: bool
) -> None:
    if packed:
        await trade.arranged()

    await ends(trade, SellerReason.UNREACHABLE_ADDRESS, "Kurir tidak sampai ke sana.")

    page = await trade.market.shop.orders.card(trade.ratna, trade.id)
    assert page.status is _S.CANCELLED
    assert page.cancelled is not None
    assert page.cancelled.by is Party.SELLER
    assert page.cancelled.reason == SellerReason.UNREACHABLE_ADDRESS
    assert page.cancelled.words == "Kurir tidak sampai ke sana."
    assert page.refunds == ()
    assert await trade.market.stock(trade.variant_id) == 4
    assert (await trade.pushed()).count(("order_cancelled", trade.ratna.id)) == 1
    assert await trade.market.rows(RequestRow) == []


async def test_the_only_member_is_not_told_what_he_has_just_done_but_colleagues_are(
    trade: Trade,
) -> None:
    (shop_id,) = trade.budi.memberships
    await ends(trade, SellerReason.OUT_OF_STOCK)
    alone = (await trade.pushed()).count(("order_cancelled", shop_id))
    kept = (await trade.told(trade.budi)).count("order_cancelled")

    await trade.market.seller("Sari")
    order = await trade.market.orders(trade.ratna, trade.variant_id)
    await trade.market.shop.seller_cancels.cancel(
        trade.budi, order.id, reason=SellerReason.OUT_OF_STOCK
    )

    assert (alone, kept) == (0, 1)
    assert (await trade.pushed()).count(("order_cancelled", shop_id)) == 1


async def test_what_the_shop_wrote_is_no_word_of_the_buyers(trade: Trade) -> None:
    await ends(trade, SellerReason.OUT_OF_STOCK, "Stok di gudang ternyata rusak.")

    kept = await trade.market.shop.privacy.belongings(trade.ratna)

    assert [one.words for one in kept.orders] == [()]


async def test_a_second_press_ends_nothing_and_returns_nothing_twice(trade: Trade) -> None:
    await ends(trade, SellerReason.OUT_OF_STOCK)

    with pytest.raises(AlreadyDecided) as late:
        await ends(trade, SellerReason.OUT_OF_STOCK)

    assert late.value.by == Party.SELLER
    assert await trade.market.stock(trade.variant_id) == 4


async def test_an_unpaid_order_ends_at_once_and_money_that_still_comes_goes_back(
    transfer: Transfer,
) -> None:
    claim_id, due = await transfer.claimed(), (await transfer.pay()).due

    await ends(transfer, SellerReason.UNPAID_WRONG_PRICE)
    ended = await transfer.state()
    await transfer.market.shop.checking.arrived(transfer.budi, claim_id)

    assert ended == (_S.CANCELLED, PaymentState.VOID)
    assert await transfer.stock() == 4
    assert await transfer.backs() == [(RefundCause.LATE, due)]
    await transfer.is_sound()


async def test_what_was_paid_in_part_is_promised_back_at_once(transfer: Transfer) -> None:
    claim_id = await transfer.claimed()
    await transfer.market.shop.checking.arrived(transfer.budi, claim_id, amount=50_000)

    await ends(transfer, SellerReason.UNPAID_LATE)

    assert await transfer.backs() == [(RefundCause.CANCELLED, 50_000)]
    assert await transfer.stock() == 4
    await transfer.is_sound()


async def test_a_shop_does_not_get_out_of_a_quarrel_about_money(transfer: Transfer) -> None:
    for _ in range(2):
        await transfer.market.shop.checking.not_found(
            transfer.budi, await transfer.claimed(), reason=NotFoundReason.NOT_ON_STATEMENT
        )

    with pytest.raises(SellerCancelRefused) as refused:
        await ends(transfer, SellerReason.UNPAID_OUT_OF_STOCK)

    assert refused.value.seller_why is SellerWhy.DISPUTED
    assert await transfer.state() == (_S.UNPAID, PaymentState.DISPUTED)
    assert await transfer.stock() == 3


async def test_what_left_or_ended_is_not_cancelled(trade: Trade) -> None:
    await trade.delivered()

    with pytest.raises(SellerCancelRefused) as refused:
        await ends(trade, SellerReason.OUT_OF_STOCK)

    assert refused.value.seller_why is SellerWhy.OVER
    assert await trade.stands_at() is _S.DELIVERED


async def test_a_claim_that_waits_is_still_to_be_answered(transfer: Transfer) -> None:
    claim_id = await transfer.claimed()

    await ends(transfer, SellerReason.UNPAID_OUT_OF_STOCK)

    card = await transfer.market.shop.checking.look(transfer.budi, claim_id)
    assert card.state is ClaimState.WAITING
