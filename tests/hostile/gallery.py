"""An order of Ratna's in every state there is, and one of everybody who may come near it."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from sandbox.server import group_acts
from sandbox.server.people import User
from store.domain.account import Account, AccountKind
from store.domain.actor import Actor, Role
from store.domain.cancellation import Reason
from store.domain.claim import NotFoundReason
from store.domain.desk import ReturnReason
from store.domain.payment import PaymentMethod
from store.domain.request import SellerReason
from store.domain.tracking import Carriage
from store.shop import Shop
from store.views.orders import OrderPage
from tests.crash.rig import DATABASE, Place, Points, opened, settle, starts
from tests.hostile.cast import RATNAS
from tests.support import shelf
from tests.walks.town import OTHER_SLUG, empty_town, joins

MET: Final = ("Ratna", "Budi", "Tono", "Dewi", "Sari", "Joko", "Olga")
PEOPLE: Final = (*MET, "Gita", "Hana")
_T = TypeVar("_T")
JNE: Final = Carriage(courier="JNE", service="REG", number="012345678901")
JAGO: Final = Account(
    kind=AccountKind.BANK, name="Jago", number="5012345678", holder="Ratna Kenanga"
)
WORDS: Final = "Tolong jangan telepon ibu saya"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """Ratna buys, Budi sells; what is done to one order at a time."""

    shop: Shop
    ratna: Actor
    budi: Actor
    olga_id: int
    variant_id: int

    async def placed(self, method: PaymentMethod = PaymentMethod.COD) -> OrderPage:
        """An order, to be paid like this."""
        card = await self.shop.buying.open(self.ratna, self.variant_id)
        to = None if method is PaymentMethod.COD else card.accounts[0].id
        card = await self.shop.buying.choose_payment(self.ratna, to)
        return await self.shop.buying.place(self.ratna, version=card.version)

    async def by_card(self) -> OrderPage:
        """An order, to be paid by card."""
        await self.shop.buying.open(self.ratna, self.variant_id)
        card = await self.shop.buying.choose_invoice(self.ratna)
        return await self.shop.buying.place(self.ratna, version=card.version)

    async def paid_by_card(self) -> int:
        """One whose money the operators have."""
        order = await self.by_card()
        key, charge = f"charge:{order.id}", f"ch_{order.id}"
        await self.shop.invoicing.paid(
            self.ratna, order.id, amount=order.total, key=key, charge=charge
        )
        return order.id

    async def claimed(self) -> tuple[int, int]:
        """One whose buyer says that it is paid; with the number of the claim."""
        order = await self.placed(PaymentMethod.BANK_TRANSFER)
        return order.id, await self._claim(order.id)

    async def paid(self) -> int:
        """One whose money was found."""
        order_id, claim_id = await self.claimed()
        await self.shop.checking.arrived(self.budi, claim_id)
        return order_id

    async def not_found(self) -> tuple[int, int]:
        """One whose money was not found."""
        order_id, claim_id = await self.claimed()
        reason = NotFoundReason.NOT_ON_STATEMENT
        await self.shop.checking.not_found(self.budi, claim_id, reason=reason)
        return order_id, claim_id

    async def disputed(self) -> int:
        """One whose money was not found twice."""
        order_id, _ = await self.not_found()
        reason = NotFoundReason.OTHER_ACCOUNT
        await self.shop.checking.not_found(self.budi, await self._claim(order_id), reason=reason)
        return order_id

    async def asked(self) -> int:
        """A paid one that its buyer wants to cancel."""
        order_id = await self.paid()
        await self.shop.cancellations.request(
            self.ratna, order_id, reason=Reason.BETTER_PRICE, words=WORDS
        )
        return order_id

    async def unsendable(self) -> int:
        """A paid one that its shop wants to cancel."""
        order_id, cancels = await self.paid(), self.shop.seller_cancels
        reason = SellerReason.OUT_OF_STOCK
        await cancels.cancel(self.budi, order_id, reason=reason, words="Stok rusak kena air.")
        return order_id

    async def sent(self) -> int:
        """One to be paid at the door that the courier has."""
        order = await self.placed()
        await self.shop.shipping.arrange(self.budi, order.id, JNE)
        await self.shop.shipping.hand_over(self.budi, order.id)
        return order.id

    async def owed(self) -> tuple[int, int]:
        """A cancelled one whose money goes back; with the number of the refund."""
        order_id = await self.asked()
        return order_id, await self._approved(order_id)

    async def owed_to_card(self) -> int:
        """The refund of a cancelled one that the operators have to give back."""
        order_id = await self.paid_by_card()
        await self.shop.cancellations.request(self.ratna, order_id, reason=Reason.BETTER_PRICE)
        return await self._approved(order_id)

    async def _approved(self, order_id: int) -> int:
        page = await self.shop.orders.card(self.ratna, order_id)
        assert page.request is not None
        await self.shop.deciding.approve(self.budi, page.request.id)
        (refund,) = (await self.shop.orders.card(self.ratna, order_id)).refunds
        return refund.id

    async def refunded(self) -> tuple[int, int]:
        """One whose money was sent back."""
        order_id, refund_id = await self.owed()
        await self.shop.refunding.give_account(self.ratna, refund_id, JAGO)
        await self.shop.refunding.send(self.budi, refund_id, attempt=0, proof=None)
        return order_id, refund_id

    async def _claim(self, order_id: int) -> int:
        await self.shop.paying.claim(self.ratna, order_id, proof="photo-1")
        (shop_id,) = self.budi.memberships
        waiting = await self.shop.checking.waiting(self.budi, shop_id)
        return waiting.items[-1].id


async def _hung(gallery: Gallery) -> None:
    """Every state once."""
    shop, ratna, budi = gallery.shop, gallery.ratna, gallery.budi
    await gallery.placed(PaymentMethod.BANK_TRANSFER)
    await gallery.claimed()
    await gallery.disputed()
    await gallery.not_found()
    fresh = await gallery.placed()
    await shop.messaging.write(ratna, fresh.id, WORDS)
    await gallery.paid()
    await gallery.asked()
    await gallery.unsendable()
    packed = await gallery.placed()
    await shop.shipping.arrange(budi, packed.id, JNE)
    await gallery.sent()
    await shop.shipping.deliver(budi, await gallery.sent())
    await shop.shipping.deliver(budi, await gallery.sent(), paid=False)
    done = (await shop.shipping.deliver(budi, await gallery.sent())).id
    await shop.receiving.complete(ratna, done)
    await shop.shipping.came_back(budi, await gallery.sent(), ReturnReason.REFUSED)
    cancelled = await gallery.placed()
    await shop.cancellations.request(ratna, cancelled.id, reason=Reason.BY_MISTAKE)
    await gallery.owed()
    _, ready = await gallery.owed()
    await shop.refunding.give_account(ratna, ready, JAGO)
    await gallery.refunded()
    _, lost = await gallery.refunded()
    await shop.refunding.not_received(ratna, lost, attempt=1)
    await shop.operators.collect_for(shelf.SLUG)
    await gallery.by_card()
    await gallery.paid_by_card()
    await gallery.owed_to_card()
    await shop.buying.open(ratna, gallery.variant_id)


async def a_gallery(folder: Path) -> Place:
    """The town with all of it, told to whoever has to know; Dewi works there no more."""
    place = await empty_town(folder, [(name, "id") for name in PEOPLE])
    await asyncio.to_thread(_stock_up, place)
    for name in MET:
        starts(name)(place)
    await settle(place, Points())
    await joins(place, "Budi")
    for name in ("Tono", "Dewi"):
        await joins(place, name, role=Role.STAFF)
    await joins(place, "Sari", slug=OTHER_SLUG)
    group = await _in_the_shop(place, _opened)
    _gather(place, group)
    await settle(place, Points())
    await _in_the_shop(place, _hung)
    await settle(place, Points())
    return place


async def _opened(gallery: Gallery) -> str:
    """Olga runs the place, Dewi is gone, Ratna lives somewhere; what binds a group."""
    shop, budi = gallery.shop, gallery.budi
    (shop_id,) = budi.memberships
    members = await shop.sellers.members(shop_id)
    dewi = next(one.person_id for one in members if one.name == "Dewi")
    await shop.sellers.remove(budi, shop_id, dewi)
    await shop.addresses.save(gallery.ratna, RATNAS)
    olga = await shop.people.actor(gallery.olga_id)
    await shop.operators.join(olga, await shop.operators.open_link())
    return await shop.groups.open_link(budi, shop_id)


async def _in_the_shop(place: Place, step: Callable[[Gallery], Awaitable[_T]]) -> _T:
    async with opened(place, Points()) as (shop, _):
        budi = await shop.people.actor(_of(place, "Budi").id)
        (shop_id,) = budi.memberships
        things = await shop.catalogue.products(shop_id, page=1)
        product = await shop.catalogue.product(things.items[0].id)
        return await step(
            Gallery(
                shop=shop,
                ratna=await shop.people.actor(_of(place, "Ratna").id),
                budi=budi,
                olga_id=_of(place, "Olga").id,
                variant_id=product.variants[0].id,
            )
        )


def _gather(place: Place, token: str) -> None:
    """The shop's group: Gita is nobody there, Hana leads it and hides."""
    sandbox = place.sandbox
    bot, budi = next(iter(sandbox.bots.values())), _of(place, "Budi")
    group = sandbox.add_group(bot, "Dapur Langkah", budi, is_super=True)
    for name in ("Tono", "Gita", "Hana"):
        group_acts.join(sandbox, group, _of(place, name))
    group_acts.promote(sandbox, group, _of(place, "Hana"), by=budi)
    group_acts.go_anonymous(sandbox, group, _of(place, "Hana"))
    group_acts.add_bot(sandbox, group, token, by=budi)


def _of(place: Place, name: str) -> User:
    return next(one for one in place.sandbox.people.values() if one.first_name == name)


def _stock_up(place: Place) -> None:
    with closing(sqlite3.connect(place.folder / DATABASE)) as database, database:
        database.execute("UPDATE variants SET stock = 100")
