"""A shop's QRIS code is one of its accounts: chosen, remembered, never paid back to."""

import pytest

from store.domain.account import Account, AccountKind
from store.domain.money import Rupiah
from store.domain.payment import CODE_STANDS, PaymentMethod
from store.domain.qris import read_qris, with_amount
from store.errors import FieldUnreadable
from tests.domain.test_qris import a_code
from tests.support.builders import a_shop, an_account
from tests.support.market import Market
from tests.support.refund import Owed, owes
from tests.support.transfer import Transfer, orders_by_transfer

CODE = an_account("QRIS", kind=AccountKind.QRIS, number=a_code())


@pytest.fixture
async def order(market: Market) -> Transfer:
    """Ratna has ordered and is to pay by Budi's code."""
    product = await market.sells(sheet=a_shop(accounts=(CODE,)))
    budi, ratna = await market.seller(), await market.buyer()
    variant_id = product.variants[0].id
    placed = await orders_by_transfer(market, ratna, variant_id)
    return Transfer(market=market, budi=budi, ratna=ratna, id=placed.id, variant_id=variant_id)


async def test_the_code_asks_for_what_is_due_for_a_quarter_of_an_hour(order: Transfer) -> None:
    pay = await order.pay()

    assert pay.method is PaymentMethod.QRIS
    assert pay.code is not None
    assert pay.code.text == with_amount(read_qris(a_code()), pay.due)
    assert (pay.code.static, pay.code.merchant) == (a_code(), "TOKO LANGKAH")
    assert pay.code.until == order.market.clock.now() + CODE_STANDS


async def test_a_code_never_stands_longer_than_the_order(order: Transfer) -> None:
    order.market.clock.move(hours=23, minutes=50)

    pay = await order.pay()

    assert pay.code is not None
    assert pay.code.until == pay.expires_at


async def test_after_a_part_the_code_asks_for_the_rest_and_when_paid_there_is_none(
    order: Transfer,
) -> None:
    checking, due = order.market.shop.checking, (await order.pay()).due
    await checking.arrived(order.budi, await order.claimed(), amount=due - 7_000)
    part = (await order.pay()).code
    await checking.arrived(order.budi, await order.claimed())

    assert part is not None
    assert part.text == with_amount(read_qris(a_code()), Rupiah(7_000))
    assert (await order.pay()).code is None


async def test_who_paid_by_code_is_offered_it_again(order: Transfer) -> None:
    card = await order.market.shop.buying.open(order.ratna, order.variant_id)

    assert card.payment is PaymentMethod.QRIS
    assert card.account is not None
    assert card.account.account.kind is AccountKind.QRIS


async def test_money_does_not_go_back_to_a_code(market: Market) -> None:
    owed: Owed = await owes(market)
    code = Account(kind=AccountKind.QRIS, name="QRIS", number=a_code(), holder="Ratna")

    with pytest.raises(FieldUnreadable):
        await owed.refunding.give_account(owed.ratna, owed.id, code)

    assert (await owed.view()).account is None
