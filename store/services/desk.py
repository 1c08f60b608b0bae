"""A shop's desk: what waits there, one order of it, and the stock behind it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from store.db.models.orders import OrderRow
from store.db.models.shipping import ConfirmationRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.desk import FOR_SELLER, Pile
from store.domain.money import Rupiah
from store.domain.order import Party
from store.domain.shipment import Window, window
from store.domain.stock import check_count
from store.services.arrivals import rates_there, ship_day
from store.services.order_pages import order_page
from store.services.refund_steps import is_stopped
from store.services.shipment_pages import window_of
from store.views.accounts import AccountList
from store.views.catalogue import ShopCard
from store.views.orders import OrderPage
from store.views.paging import Page, cut
from store.views.shipping import (
    CourierChoice,
    DeskHome,
    DeskRow,
    StockSheet,
    StockVariant,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskService:
    """What a shop's members see; everybody else is refused."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def waiting(self, actor: Actor) -> int:
        """How many parcels and answers wait for the seller in all shops of the person."""
        if not actor.memberships:
            return 0
        async with self.begin() as tx:
            counts = await tx.shipping.counts(actor.memberships, self.now())
            answers = await tx.requests.count_waiting(actor.memberships)
            answers += await tx.payments.count_claims_waiting(actor.memberships)
            answers += await tx.refunds.count_owed(actor.memberships)
            return sum(counts[pile] for pile in FOR_SELLER) + answers

    async def shops(self, actor: Actor) -> tuple[ShopCard, ...]:
        """The shops in which the person works."""
        async with self.begin() as tx:
            return await tx.shops.cards(shop_ids=actor.memberships)

    async def shop(self, actor: Actor, shop_id: int) -> ShopCard:
        """One of them."""
        actor.must_sell(shop_id)
        async with self.begin() as tx:
            return await tx.shops.card(shop_id)

    async def home(self, actor: Actor, shop_id: int) -> DeskHome:
        """What waits on the desk of a shop."""
        actor.must_sell(shop_id)
        async with self.begin() as tx:
            ship_by, overdue = await tx.shipping.hurry(shop_id, self.now())
            return DeskHome(
                shop=await tx.shops.card(shop_id),
                counts=await tx.shipping.counts((shop_id,), self.now()),
                ship_by=ship_by,
                overdue=overdue,
                requests=await tx.requests.count_waiting((shop_id,)),
                claims=await tx.payments.count_claims_waiting((shop_id,)),
                refunds=await tx.refunds.count_owed((shop_id,)),
                stopped=await is_stopped(tx, shop_id, self.now()),
            )

    async def pile(
        self, actor: Actor, shop_id: int, pile: Pile, *, page: int = 1, size: int = 6
    ) -> Page[DeskRow]:
        """A page of a pile."""
        actor.must_sell(shop_id)
        async with self.begin() as tx:
            counts = await tx.shipping.counts((shop_id,), self.now())
            part = cut(counts[pile], page=page, size=size)
            orders = await tx.shipping.pile(
                shop_id, pile, self.now(), offset=part.offset, limit=size
            )
            numbers = [order.id for order in orders]
            asked = await tx.shipping.confirmations(numbers)
            dues = await tx.payments.dues(numbers) if pile is Pile.NOT_PAID else {}
            return part.of(tuple(_row(order, asked, dues, self.now()) for order in orders))

    async def order(self, actor: Actor, order_id: int) -> OrderPage:
        """One order as its shop may see it; the member's notices about it have been seen."""
        async with self.begin() as tx:
            order = await self._order(tx, actor, order_id)
            await tx.notices.read_about(actor.id, f"order:{order.id}", at=self.now())
            return await order_page(tx, order, viewer=Party.SELLER, now=self.now())

    async def accounts(self, actor: Actor, shop_id: int) -> AccountList:
        """Where the shop takes money; only its owners get to see whole numbers."""
        actor.must_sell(shop_id)
        async with self.begin() as tx:
            offered = await tx.accounts.offered(shop_id)
            owner = actor.owns(shop_id)
            return AccountList(
                shop=await tx.shops.card(shop_id),
                accounts=offered if owner else tuple(one.masked() for one in offered),
                whole=owner,
                held=await tx.money.held_for(shop_id),
            )

    async def couriers(self, actor: Actor, order_id: int) -> tuple[CourierChoice, ...]:
        """The services that reach the buyer: what carries it now, what was sold, the others."""
        async with self.begin() as tx:
            order = await self._order(tx, actor, order_id)
            promised = Window(first=order.eta_from, last=order.eta_to)
            sold = CourierChoice(courier=order.courier, service=order.service, expected=promised)
            on = await ship_day(tx, order, self.now())
            others = (
                CourierChoice(
                    courier=rate.courier, service=rate.service, expected=window(rate, on)
                )
                for rate in await rates_there(tx, order)
            )
            now_by = await self._carrier(tx, order)
            known: dict[tuple[str, str], CourierChoice] = {}
            for one in (*now_by, sold, *others):
                known.setdefault((one.courier, one.service), one)
            return tuple(known.values())

    async def _carrier(self, tx: Transaction, order: OrderRow) -> tuple[CourierChoice, ...]:
        shipment = await tx.shipping.find(order.id)
        if shipment is None or shipment.courier is None:
            return ()
        service = shipment.service or ""
        expected = window_of(shipment)
        return (CourierChoice(courier=shipment.courier, service=service, expected=expected),)

    async def stock(self, actor: Actor, product_id: int) -> StockSheet:
        """The stock of a product of one's own shop."""
        async with self.begin() as tx:
            return await _sheet(tx, actor, product_id)

    async def stock_of(self, actor: Actor, variant_id: int) -> StockSheet:
        """The same, found by one of its variants."""
        async with self.begin() as tx:
            variant = await tx.products.variant(variant_id)
            return await _sheet(tx, actor, variant.product_id)

    async def recount(self, actor: Actor, variant_id: int, *, seen: int, counted: int) -> bool:
        """Set what can be sold unless it has changed since it was seen; says whether it did.

        What buyers have ordered left the stock then and is not touched.
        """
        check_count(counted)
        async with self.begin() as tx:
            variant = await tx.products.variant(variant_id)
            actor.must_sell((await tx.products.get(variant.product_id)).shop_id)
            return await tx.stock.recount(variant_id, seen=seen, counted=counted)

    async def _order(self, tx: Transaction, actor: Actor, order_id: int) -> OrderRow:
        order = await tx.orders.get(order_id)
        actor.must_sell(order.shop_id)
        return order


async def _sheet(tx: Transaction, actor: Actor, product_id: int) -> StockSheet:
    product = await tx.products.get(product_id)
    actor.must_sell(product.shop_id)
    return StockSheet(
        product_id=product.id,
        shop_id=product.shop_id,
        title=product.title,
        variants=tuple(
            StockVariant(id=variant.id, name=variant.name, stock=variant.stock)
            for variant in await tx.products.variants(product.id)
        ),
    )


def _row(
    order: OrderRow,
    asked: Mapping[int, ConfirmationRow],
    dues: Mapping[int, Rupiah],
    now: datetime,
) -> DeskRow:
    confirmation = asked.get(order.id)
    return DeskRow(
        id=order.id,
        ref=order.ref,
        status=order.standing(now),
        payment=order.payment,
        title=order.lines[0].title,
        more_lines=len(order.lines) - 1,
        total=order.total,
        due=dues.get(order.id),
        ship_by=order.ship_by,
        overdue=order.ship_by < now,
        asked=confirmation is not None,
        answer=confirmation.answer if confirmation else None,
    )
