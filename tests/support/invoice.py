"""An order that is paid by card in the chat, in few words."""

from typing import Final

from store.domain.actor import Actor
from store.views.orders import OrderPage
from tests.support.builders import a_shop, an_account
from tests.support.market import Market
from tests.support.transfer import Transfer

CHARGE: Final = "ch_1"


async def by_card(market: Market, *, free_cancel_minutes: int = 0) -> Transfer:
    """The operators collect for Budi's shop, and Ratna's order waits for her card."""
    sheet = a_shop(free_cancel_minutes=free_cancel_minutes, accounts=(an_account(),))
    product = await market.sells(sheet=sheet)
    budi, ratna = await market.seller(), await market.buyer()
    await market.shop.operators.collect_for(sheet.slug)
    variant_id = product.variants[0].id
    order = await orders_by_card(market, ratna, variant_id)
    return Transfer(market=market, budi=budi, ratna=ratna, id=order.id, variant_id=variant_id)


async def orders_by_card(market: Market, buyer: Actor, variant_id: int) -> OrderPage:
    """The buyer orders one and chooses to pay it by card."""
    await market.shop.buying.open(buyer, variant_id)
    card = await market.shop.buying.choose_invoice(buyer)
    return await market.shop.buying.place(buyer, version=card.version)


async def pays(of: Transfer, *, key: str = "charge:1", charge: str = CHARGE) -> OrderPage | None:
    """Telegram has taken the money from Ratna's card."""
    due = (await of.pay()).due
    return await of.market.shop.invoicing.paid(of.ratna, of.id, amount=due, key=key, charge=charge)
