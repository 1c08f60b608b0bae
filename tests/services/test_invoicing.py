"""Orders that are paid by card: offered, checked, booked once, and what goes back."""

from dataclasses import replace

import pytest

from store.db.models.payments import LedgerRow, ReceiptRow, RefundRow
from store.domain.cancellation import Reason
from store.domain.invoice import InvoiceTrouble
from store.domain.ledger import Book
from store.domain.order import OrderStatus
from store.domain.payment import PaymentMethod, PaymentState
from store.domain.refund import RefundCause, RefundState
from store.errors import (
    AlreadyDecided,
    ClaimRefused,
    FieldMissing,
    InvoiceRefused,
    NotAllowed,
    NotFound,
    OwnAffair,
    RefundMoved,
)
from tests.services.test_ruling import an_operator
from tests.support.builders import a_product, a_shop, a_variant
from tests.support.invoice import CHARGE, by_card, orders_by_card, pays
from tests.support.market import Market
from tests.support.refund import JAGO
from tests.support.transfer import Transfer


@pytest.fixture
async def card(market: Market) -> Transfer:
    """Ratna's order waits for her card."""
    return await by_card(market)


async def cancelled_when_paid(of: Transfer) -> int:
    """Ratna changes her mind, Budi agrees; the refund."""
    shop = of.market.shop
    await pays(of)
    asked = await shop.cancellations.request(of.ratna, of.id, reason=Reason.BETTER_PRICE)
    assert asked.request is not None
    await shop.deciding.approve(of.budi, asked.request.id)
    (row,) = await of.market.rows(RefundRow)
    return row.id


async def test_it_is_offered_only_where_the_operators_collect_and_the_sum_is_taken(
    market: Market,
) -> None:
    cheap = a_product(a_variant(price=5_000))
    product = await market.sells(cheap, sheet=a_shop())
    ratna = await market.buyer()
    buying = market.shop.buying
    offered = (await buying.open(ratna, product.variants[0].id)).by_invoice

    with pytest.raises(NotFound):
        await buying.choose_invoice(ratna)
    await market.shop.operators.collect_for("toko-langkah")
    one = (await buying.card(ratna)).by_invoice
    two = (await buying.set_quantity(ratna, 2)).by_invoice

    assert (offered, one, two) == (False, False, True)


async def test_what_is_offered_no_longer_is_told_before_anything_is_ordered(
    market: Market,
) -> None:
    product = await market.sells()
    ratna, operators = await market.buyer(), market.shop.operators
    await operators.collect_for("toko-langkah")
    await market.shop.buying.open(ratna, product.variants[0].id)
    await market.shop.buying.choose_invoice(ratna)

    await operators.collect_for("toko-langkah", collects=False)

    card = await market.shop.buying.card(ratna)
    assert card.payment is PaymentMethod.COD
    assert [change.line for change in card.changes] == ["PAYMENT"]


async def test_the_sum_is_the_total_and_the_order_is_paid_once(card: Transfer) -> None:
    pay = await card.pay()
    assert (pay.unique_code, pay.account, pay.can_claim) == (0, None, False)
    await card.market.shop.invoicing.check(card.ratna, card.id, amount=pay.due)

    for _ in range(2):
        page = await pays(card)

    assert page is not None
    assert await card.state() == (OrderStatus.AWAITING_SHIPMENT, PaymentState.PAID)
    assert (await card.told(card.budi))[-1] == "order_placed"
    assert (await card.told(card.ratna))[-1] == "payment_received"
    (receipt,) = await card.market.rows(ReceiptRow)
    assert (receipt.charge, receipt.by) == (CHARGE, None)
    books = await card.books()
    assert (books[Book.OPERATOR], books[Book.CASH], books[Book.SALES]) == (pay.due, 0, -pay.due)
    (shop_id,) = card.budi.memberships
    assert (await card.market.shop.desk.accounts(card.budi, shop_id)).held == pay.due
    await card.is_sound()


@pytest.mark.parametrize(
    ("off", "why"), [(0, None), (-1, InvoiceTrouble.AMOUNT), (1, InvoiceTrouble.AMOUNT)]
)
async def test_another_sum_is_refused(
    card: Transfer, off: int, why: InvoiceTrouble | None
) -> None:
    due = (await card.pay()).due
    told = None
    try:
        await card.market.shop.invoicing.check(card.ratna, card.id, amount=due + off)
    except InvoiceRefused as refused:
        told = refused.why

    assert told == why


async def test_a_paid_order_an_ended_one_and_somebody_else_s_are_refused(card: Transfer) -> None:
    invoicing, due = card.market.shop.invoicing, (await card.pay()).due
    sari = await card.market.buyer("Sari")
    other = await orders_by_card(card.market, sari, card.variant_id)
    with pytest.raises(NotFound):
        await invoicing.check(card.ratna, other.id, amount=due)
    with pytest.raises(NotFound):
        await invoicing.open(card.ratna, other.id)

    await pays(card)
    with pytest.raises(InvoiceRefused, match="PAID"):
        await invoicing.check(card.ratna, card.id, amount=due)
    await card.market.shop.cancellations.request(sari, other.id, reason=Reason.UNPAID_NOT_NEEDED)
    with pytest.raises(InvoiceRefused, match="ENDED"):
        await invoicing.open(sari, other.id)


async def test_the_time_to_pay_is_over_although_nobody_has_looked_yet(card: Transfer) -> None:
    due = (await card.pay()).due
    card.market.clock.move(hours=24)

    with pytest.raises(InvoiceRefused, match="ENDED"):
        await card.market.shop.invoicing.check(card.ratna, card.id, amount=due)

    await card.market.shop.sweeps.run()
    assert await card.state() == (OrderStatus.CANCELLED, PaymentState.EXPIRED)


async def test_a_card_payment_is_not_claimed_and_a_transfer_not_paid_by_card(
    card: Transfer,
) -> None:
    with pytest.raises(ClaimRefused, match="BY_INVOICE"):
        await card.market.shop.paying.claim(card.ratna, card.id)
    buying = card.market.shop.buying
    checkout = await buying.open(card.ratna, card.variant_id)
    assert checkout.payment is PaymentMethod.TELEGRAM_INVOICE
    checkout = await buying.choose_payment(card.ratna, checkout.accounts[0].id)
    by_hand = await buying.place(card.ratna, version=checkout.version)

    with pytest.raises(InvoiceRefused, match="OTHER_METHOD"):
        await card.market.shop.invoicing.open(card.ratna, by_hand.id)


async def test_what_is_paid_twice_goes_back_to_the_card(card: Transfer) -> None:
    await pays(card)
    await pays(card, key="charge:2", charge="ch_2")

    due = (await card.pay()).due
    assert await card.backs() == [(RefundCause.TWICE, due)]
    await card.is_sound()


async def test_what_comes_after_the_end_goes_back_to_the_card(card: Transfer) -> None:
    shop = card.market.shop
    await shop.cancellations.request(card.ratna, card.id, reason=Reason.UNPAID_NOT_NEEDED)
    await pays(card)

    assert await card.state() == (OrderStatus.CANCELLED, PaymentState.VOID)
    assert [cause for cause, _ in await card.backs()] == [RefundCause.LATE]
    await card.is_sound()


async def test_money_that_somebody_else_has_paid_is_booked_and_shows_them_nothing(
    card: Transfer,
) -> None:
    sari = await card.market.person("Sari")
    due = (await card.pay()).due

    page = await card.market.shop.invoicing.paid(
        sari, card.id, amount=due, key="charge:9", charge="ch_9"
    )

    assert page is None
    assert await card.state() == (OrderStatus.AWAITING_SHIPMENT, PaymentState.PAID)


async def test_operators_give_it_back_at_the_provider_and_the_buyer_has_it(
    market: Market, card: Transfer
) -> None:
    olga = await an_operator(market)
    refund_id = await cancelled_when_paid(card)
    overseeing = market.shop.overseeing
    assert await card.told(olga) == ["refund_promised"]
    (waiting,) = (await overseeing.waiting(olga)).items
    assert (waiting.refund.by_operator, waiting.charges) == (True, (CHARGE,))
    with pytest.raises(FieldMissing):
        await overseeing.refunded(olga, refund_id, attempt=0, reference="  ")

    sent = await overseeing.refunded(olga, refund_id, attempt=0, reference="re_77")
    page = await market.shop.refunding.received(card.ratna, refund_id)

    assert (sent.refund.state, sent.refund.reference) == (RefundState.SENT, "re_77")
    assert page.refunds[0].state is RefundState.SETTLED
    assert (await card.told(olga))[-1] == "refund_settled"
    books = await card.books()
    assert set(books.values()) == {0}


async def test_of_two_operators_one_gives_it_back(market: Market, card: Transfer) -> None:
    olga, oki = await an_operator(market), await an_operator(market, "Oki")
    refund_id = await cancelled_when_paid(card)
    overseeing = market.shop.overseeing
    await overseeing.refunded(olga, refund_id, attempt=0, reference="re_77")

    with pytest.raises(AlreadyDecided) as late:
        await overseeing.refunded(oki, refund_id, attempt=0, reference="re_78")

    assert late.value.by == "Olga"
    await market.shop.refunding.not_received(card.ratna, refund_id, attempt=1)
    with pytest.raises(RefundMoved):
        await overseeing.refunded(oki, refund_id, attempt=0, reference="re_78")
    again = await overseeing.refunded(oki, refund_id, attempt=1, reference="re_78")
    assert again.refund.reference == "re_78"
    assert sum((await card.books()).values()) == 0


async def test_the_shop_has_nothing_to_send_and_the_buyer_no_account_to_fill_in(
    market: Market, card: Transfer
) -> None:
    refund_id, refunding = await cancelled_when_paid(card), market.shop.refunding
    (shop_id,) = card.budi.memberships

    assert (await refunding.owed(card.budi, shop_id)).total == 0
    with pytest.raises(NotFound):
        await refunding.look(card.budi, refund_id)
    with pytest.raises(NotFound):
        await refunding.send(card.budi, refund_id, attempt=0)
    with pytest.raises(NotFound):
        await refunding.give_account(card.ratna, refund_id, JAGO)
    with pytest.raises(NotAllowed):
        await market.shop.overseeing.refunded(card.budi, refund_id, attempt=0, reference="x")


async def test_a_refund_that_operators_forget_is_remembered_daily_and_stops_no_shop(
    market: Market, card: Transfer
) -> None:
    olga = await an_operator(market)
    await cancelled_when_paid(card)

    for _ in range(9):
        market.clock.move(days=1)
        await market.shop.sweeps.run()

    told = await card.told(olga)
    assert told.count("refund_reminded") == 9
    assert told.count("refund_overdue") == 1
    assert (await card.told(card.ratna)).count("refund_overdue") == 1
    assert "refund_reminded" not in await card.told(card.budi)
    await orders_by_card(market, await market.buyer("Sari"), card.variant_id)


async def test_neither_side_gives_it_back_itself(market: Market, card: Transfer) -> None:
    refund_id, operators = await cancelled_when_paid(card), market.shop.operators
    await operators.join(card.ratna, await operators.open_link())
    ratna = replace(card.ratna, is_operator=True)

    with pytest.raises(OwnAffair):
        await market.shop.overseeing.refunded(ratna, refund_id, attempt=0, reference="re_1")


async def test_the_free_cancel_window_begins_when_the_card_has_paid(market: Market) -> None:
    card = await by_card(market, free_cancel_minutes=30)
    await pays(card)
    assert (await card.state())[0] is OrderStatus.ON_HOLD

    page = await market.shop.cancellations.request(card.ratna, card.id, reason=Reason.BETTER_PRICE)

    assert page.status is OrderStatus.CANCELLED
    assert [cause for cause, _ in await card.backs()] == [RefundCause.CANCELLED]
    entries = {row.entry for row in await market.rows(LedgerRow)}
    assert {"COLLECTED", "EARNED", "UNEARNED", "PROMISED"} == entries
