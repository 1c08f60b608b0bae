"""Cancelling an order before it has left."""

import asyncio

import pytest
from sqlalchemy import select, update

from store.db.models.catalogue import VariantRow
from store.db.models.inbox import NoticeRow, OutboxRow
from store.db.models.orders import OrderRow
from store.domain.cancellation import Reason, Route, Why, reasons_for
from store.domain.order import Moment, OrderStatus, Party
from store.domain.payment import PaymentMethod
from store.errors import (
    AlreadyDecided,
    CancelTooLate,
    FieldTooLong,
    NotFound,
    ReasonRefused,
    Rejected,
    WordsNeeded,
)
from store.views.orders import OrderPage
from tests.support.builders import a_shop
from tests.support.market import Market


async def put(market: Market, order: OrderPage, **values: object) -> None:
    """Bring the order into a state that no use case of today reaches."""
    async with market.shop.begin() as tx:
        await tx.session.execute(update(OrderRow).where(OrderRow.id == order.id).values(values))


async def test_a_cod_order_to_ship_is_cancelled_at_once_and_everybody_knows(
    market: Market,
) -> None:
    product = await market.sells()
    budi, ratna = await market.seller(), await market.buyer()
    order = await market.orders(ratna, product.variants[0].id, quantity=2)
    market.clock.move(minutes=20)

    after = await market.shop.cancellations.request(
        ratna, order.id, reason=Reason.BY_MISTAKE, words="Maaf, salah pencet"
    )

    assert after.status is OrderStatus.CANCELLED
    assert after.cancelled is not None
    assert (after.cancelled.by, after.cancelled.words) == (Party.BUYER, "Maaf, salah pencet")
    assert after.cancelled.reason == Reason.BY_MISTAKE
    assert [step.moment for step in after.timeline] == [Moment.PLACED, Moment.CANCELLED]
    assert await market.stock(product.variants[0].id) == 4
    told = [(row.person_id, row.event) for row in await market.rows(NoticeRow)]
    assert told.count((budi.id, "order_cancelled")) == 1
    assert told.count((ratna.id, "order_cancelled")) == 1
    assert [row.event for row in await market.rows(OutboxRow)] == [
        "order_placed",
        "order_cancelled",
    ]


async def test_two_cancels_at_once_put_the_stock_back_once(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)

    outcomes = await asyncio.gather(
        *(
            market.shop.cancellations.request(ratna, order.id, reason=Reason.BETTER_PRICE)
            for _ in range(8)
        ),
        return_exceptions=True,
    )

    refused = [one for one in outcomes if isinstance(one, BaseException)]
    assert {type(one) for one in refused} == {AlreadyDecided}
    assert len(refused) == 7
    assert await market.stock(product.variants[0].id) == 4
    assert len(await market.rows(OutboxRow)) == 2


async def test_the_check_of_this_race_can_go_red(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)

    async def naive_cancel() -> None:
        async with market.shop.begin() as tx:
            status = await tx.session.scalar(
                select(OrderRow.status).where(OrderRow.id == order.id)
            )
        await asyncio.sleep(0)
        if status is OrderStatus.CANCELLED:
            return
        async with market.shop.begin() as tx:
            await tx.session.execute(update(OrderRow).values(status=OrderStatus.CANCELLED))
            await tx.session.execute(update(VariantRow).values(stock=VariantRow.stock + 1))

    await asyncio.gather(*(naive_cancel() for _ in range(8)))

    assert await market.stock(product.variants[0].id) > 4


async def test_a_second_cancel_hears_who_decided_and_when(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)
    await market.shop.cancellations.request(ratna, order.id, reason=Reason.BY_MISTAKE)
    decided_at = market.clock.now()
    market.clock.move(minutes=5)

    with pytest.raises(AlreadyDecided) as refused:
        await market.shop.cancellations.request(ratna, order.id, reason=Reason.BETTER_PRICE)

    assert (refused.value.by, refused.value.at) == (Party.BUYER, decided_at)


async def test_the_choices_are_those_of_the_state(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)

    choices = await market.shop.cancellations.choices(ratna, order.id)

    assert choices.reasons == reasons_for(OrderStatus.AWAITING_SHIPMENT)
    assert Reason.UNPAID_OTHER not in choices.reasons
    assert choices.order.cancellation.route is Route.AT_ONCE


@pytest.mark.parametrize(
    ("status", "payment", "refusal"),
    [
        (OrderStatus.IN_TRANSIT, PaymentMethod.COD, CancelTooLate),
        (OrderStatus.DELIVERED, PaymentMethod.COD, CancelTooLate),
        (OrderStatus.COMPLETED, PaymentMethod.COD, CancelTooLate),
    ],
)
async def test_what_has_left_is_not_cancelled_and_nothing_moves(
    market: Market, status: OrderStatus, payment: PaymentMethod, refusal: type[Rejected]
) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)
    await put(market, order, status=status, payment=payment)

    with pytest.raises(refusal):
        await market.shop.cancellations.request(ratna, order.id, reason=Reason.BY_MISTAKE)
    with pytest.raises(refusal):
        await market.shop.cancellations.choices(ratna, order.id)

    assert (await market.shop.orders.card(ratna, order.id)).status is status
    assert await market.stock(product.variants[0].id) == 3
    assert len(await market.rows(OutboxRow)) == 1


async def test_a_parcel_that_left_is_named_as_the_reason(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)
    await put(market, order, status=OrderStatus.IN_TRANSIT)

    with pytest.raises(CancelTooLate) as refused:
        await market.shop.cancellations.request(ratna, order.id, reason=Reason.BY_MISTAKE)

    assert refused.value.why == Why.PARCEL_LEFT


async def test_an_order_on_hold_is_cancelled_at_once(market: Market) -> None:
    product = await market.sells(sheet=a_shop(free_cancel_minutes=30))
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)

    after = await market.shop.cancellations.request(ratna, order.id, reason=Reason.WRONG_ADDRESS)

    assert after.status is OrderStatus.CANCELLED


@pytest.mark.parametrize("reason", ["", "because", Reason.UNPAID_OTHER])
async def test_a_reason_of_another_state_is_refused(market: Market, reason: str) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)

    with pytest.raises(ReasonRefused):
        await market.shop.cancellations.request(ratna, order.id, reason=reason)

    assert (await market.shop.orders.card(ratna, order.id)).cancelled is None


async def test_another_reason_must_be_told_in_words(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)
    await put(market, order, status=OrderStatus.UNPAID, payment=PaymentMethod.BANK_TRANSFER)
    cancel = market.shop.cancellations.request

    with pytest.raises(WordsNeeded):
        await cancel(ratna, order.id, reason=Reason.UNPAID_OTHER, words="  \u200b ")
    with pytest.raises(FieldTooLong):
        await cancel(ratna, order.id, reason=Reason.UNPAID_OTHER, words="x" * 301)
    after = await cancel(ratna, order.id, reason=Reason.UNPAID_OTHER, words="Pindah kota")

    assert after.cancelled is not None
    assert after.cancelled.words == "Pindah kota"


async def test_nobody_cancels_what_another_bought(market: Market) -> None:
    product = await market.sells()
    budi, ratna, sari = await market.seller(), await market.buyer(), await market.buyer("Sari")
    order = await market.orders(ratna, product.variants[0].id)

    for stranger, order_id in ((sari, order.id), (budi, order.id), (ratna, 987_654)):
        with pytest.raises(NotFound) as refused:
            await market.shop.cancellations.request(stranger, order_id, reason=Reason.BY_MISTAKE)
        assert refused.value.facts == {"what": "order"}

    assert (await market.shop.orders.card(ratna, order.id)).cancelled is None
    assert await market.stock(product.variants[0].id) == 3
