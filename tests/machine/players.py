"""Everything that anybody can do to an order, its goods and its money.

Each act takes two numbers: which of the things it may be done to, the fitting ones first, and
how it is done. A thing for which nothing fits is taken all the same, so that refusals are met.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final

from store.domain.account import Account, AccountKind
from store.domain.actor import Actor
from store.domain.cancellation import reasons_for
from store.domain.claim import NotFoundReason
from store.domain.desk import Goods, ReturnReason
from store.domain.order import OrderStatus
from store.domain.refund import RefundState
from store.domain.request import RejectReason, seller_reasons_for
from store.domain.tracking import Carriage
from store.shop import Shop
from tests.machine.bazaar import Bazaar

JAGO = Account(kind=AccountKind.BANK, name="Jago", number="5012345678", holder="Ratna Dewi")
JNE = Carriage(courier="JNE", service="REG", number="012345678901")
HOURS: Final = (0.1, 1, 4, 20, 24, 48, 75, 170)
Step = Coroutine[Any, Any, object]
_S: Final = OrderStatus
_TO_PACK: Final = (_S.ON_HOLD, _S.AWAITING_SHIPMENT)
_CANCELLABLE: Final = (_S.UNPAID, _S.ON_HOLD, _S.AWAITING_SHIPMENT, _S.AWAITING_COLLECTION)


@dataclass(frozen=True, slots=True)
class Players:
    """The people of a bazaar; `which` and `how` of their acts come from chance."""

    bazaar: Bazaar

    @property
    def shop(self) -> Shop:
        """The use cases."""
        return self.bazaar.market.shop

    @property
    def budi(self) -> Actor:
        """Who sells."""
        return self.bazaar.cast.budi

    @property
    def olga(self) -> Actor:
        """Who runs the place."""
        return self.bazaar.cast.olga

    def buy(self, which: int, how: int) -> None:
        """Somebody orders, to be paid at the door, by transfer or by card."""
        cast = self.bazaar.cast
        buyer, variant = (cast.ratna, cast.dewi)[how % 2], cast.variants[which % 2]
        self.bazaar.tries(self._buy(buyer, variant, 1 + which % 3, way=how % 4))

    def charge(self, which: int, how: int) -> None:
        """A card is charged: once, once more, or under the key of the time before."""
        rows = self.bazaar.asks(
            "SELECT order_id, due, buyer_id FROM payments JOIN orders ON orders.id = order_id "
            "WHERE method = 'TELEGRAM_INVOICE' ORDER BY payments.state <> 'OPEN', order_id DESC"
        )
        if not rows:
            return
        order, due, buyer_id = rows[which % min(2, len(rows))]
        buyer, invoicing = self._buyer(buyer_id), self.shop.invoicing
        if how % 4 == 0:
            self.bazaar.tries(invoicing.check(buyer, order, amount=due))
            return
        key = f"charge:{order}:{how % 4 == 3}"
        self.bazaar.tries(invoicing.paid(buyer, order, amount=due, key=key, charge=key))

    def give_back(self, which: int, _: int) -> None:
        """An operator has given a card payment back."""
        rows = self.bazaar.asks(
            "SELECT id, attempts FROM refunds "
            "ORDER BY by_operator DESC, state = 'SETTLED', id DESC"
        )
        if rows:
            refund, attempt = rows[which % min(2, len(rows))]
            refunded = self.shop.overseeing.refunded
            self.bazaar.tries(refunded(self.olga, refund, attempt=attempt, reference="re_1"))

    def claim(self, which: int, _: int) -> None:
        """A buyer says that the money was sent."""
        self._bought(which, self.shop.paying.claim, _S.UNPAID)

    def find(self, which: int, how: int) -> None:
        """The shop finds the sum, less or more."""
        rows = self.bazaar.asks(
            "SELECT claims.id, due - received FROM claims JOIN payments USING (order_id) "
            "ORDER BY claims.state = 'WAITING' DESC, claims.id DESC"
        )
        if rows:
            claim, due = rows[which % min(2, len(rows))]
            amount = (None, None, None, due - 100_000, due + 50_000)[how % 5]
            arrived = self.shop.checking.arrived
            self.bazaar.tries(arrived(self.budi, claim, amount=amount and max(1, amount)))

    def find_more(self, which: int, how: int) -> None:
        """The shop finds a sum of which nobody has spoken, or the same press comes again."""
        rows = self.bazaar.asks(
            "SELECT order_id, due - received, (SELECT count(*) FROM receipts WHERE "
            "receipts.order_id = payments.order_id) FROM payments "
            "WHERE method <> 'TELEGRAM_INVOICE' ORDER BY state <> 'OPEN', order_id DESC"
        )
        if rows:
            order, rest, receipts = rows[which % min(3, len(rows))]
            amount = (rest, rest, 100_000, rest - 1, rest + 7, 291_000)[how % 6]
            before = max(0, receipts - (how == 11))
            record = self.shop.recording.record
            self.bazaar.tries(record(self.budi, order, amount=max(1, amount), receipts=before))

    def find_nothing(self, which: int, how: int) -> None:
        """The shop does not find it."""
        why, not_found = tuple(NotFoundReason)[how % 4], self.shop.checking.not_found
        self._one("claims", "WAITING", which, lambda one: not_found(self.budi, one, reason=why))

    def rule(self, which: int, how: int) -> None:
        """The operator decides about money."""
        decide, came = self.shop.ruling.decide, how % 2 == 0
        self._one(
            "payments",
            "DISPUTED",
            which,
            lambda one: decide(self.olga, one, came=came),
            "order_id",
        )

    def ask_to_cancel(self, which: int, how: int) -> None:
        """A buyer cancels, or asks to, for a reason of this state or for none."""

        def step(buyer: Actor, order: int) -> Step:
            known = (*reasons_for(self._status(order)), "because")
            reason, request = known[how % len(known)], self.shop.cancellations.request
            return request(buyer, order, reason=reason, words="Maaf, salah.")

        self._bought(which, step, *_CANCELLABLE)

    def answer(self, which: int, how: int) -> None:
        """The shop answers a request, or its buyer takes it back."""
        why, deciding = RejectReason.ON_SCHEDULE, self.shop.deciding
        if how % 3 == 0:
            self._bought(which, self.shop.cancellations.withdraw, _S.AWAITING_COLLECTION)
        elif how % 3 == 1:
            self._one("requests", "PENDING", which, lambda one: deciding.approve(self.budi, one))
        else:
            reject = deciding.reject
            self._one("requests", "PENDING", which, lambda one: reject(self.budi, one, reason=why))

    def shop_cancels(self, which: int, how: int) -> None:
        """The shop cancels, or asks the operators to."""

        def step(order: int) -> Step:
            known = (*seller_reasons_for(self._status(order)), "because")
            cancel = self.shop.seller_cancels.cancel
            return cancel(self.budi, order, reason=known[how % len(known)], words="Habis, maaf.")

        self._order(which, step, *_CANCELLABLE)

    def operator_answers(self, which: int, how: int) -> None:
        """An operator answers the shop, or the shop takes it back."""
        agreeing, withdraw = self.shop.agreeing, self.shop.seller_cancels.withdraw
        why = RejectReason.INVALID_REASON
        steps: tuple[Callable[[int], Step], ...] = (
            lambda one: agreeing.confirm(self.olga, one),
            lambda one: agreeing.refuse(self.olga, one, reason=why),
            lambda one: withdraw(self.budi, one),
        )
        self._one("requests", "PENDING", which, steps[how % 3])

    def pack(self, which: int, how: int) -> None:
        """The shop asks the buyer, arranges a courier or brings it itself."""
        shipping, carriage = self.shop.shipping, (JNE, JNE, None)[how % 3]
        if how % 4 == 3:
            self._order(which, lambda one: shipping.ask(self.budi, one), _S.AWAITING_SHIPMENT)
            return
        arrange = shipping.arrange
        self._order(
            which,
            lambda one: arrange(self.budi, one, carriage, instead=True),
            *_TO_PACK,
        )

    def hand_over(self, which: int, how: int) -> None:
        """The courier has it; or the last step is taken back."""
        shipping = self.shop.shipping
        if how % 3:
            step, fits = shipping.hand_over, _S.AWAITING_COLLECTION
            self._order(which, lambda one: step(self.budi, one), fits)
            return
        versions = dict(self.bazaar.asks("SELECT id, version FROM orders"))
        undo = shipping.undo
        self._order(which, lambda one: undo(self.budi, one, version=versions[one]), _S.IN_TRANSIT)

    def deliver(self, which: int, how: int) -> None:
        """A parcel arrives, with its money or without; the money comes later."""
        deliver, take_money = self.shop.shipping.deliver, self.shop.shipping.take_money
        if how % 3:
            paid = how % 2 == 0
            self._order(which, lambda one: deliver(self.budi, one, paid=paid), _S.IN_TRANSIT)
        else:
            self._order(which, lambda one: take_money(self.budi, one), _S.DELIVERED)

    def come_back(self, which: int, how: int) -> None:
        """A parcel comes back; its goods are looked at."""
        came_back, judge = self.shop.shipping.came_back, self.shop.shipping.judge
        if how % 3 == 0:
            why = ReturnReason.REFUSED
            self._order(which, lambda one: came_back(self.budi, one, why), _S.IN_TRANSIT)
        else:
            goods = tuple(Goods)[how % 2]
            self._order(which, lambda one: judge(self.budi, one, goods), _S.CANCELLED)

    def receive(self, which: int, how: int) -> None:
        """A buyer says that it shall come, or that it has."""
        if how % 2:
            self._bought(which, self.shop.receiving.confirm, _S.AWAITING_SHIPMENT)
        else:
            self._bought(which, self.shop.receiving.complete, _S.DELIVERED)

    def send_back(self, which: int, how: int) -> None:
        """Money on its way back goes a step on, or is not found."""
        rows = self.bazaar.asks(
            "SELECT refunds.id, state, attempts, buyer_id FROM refunds "
            "JOIN orders ON orders.id = order_id ORDER BY state = 'SETTLED', refunds.id DESC"
        )
        if not rows:
            return
        refund, state, attempt, buyer_id = rows[which % len(rows)]
        buyer, refunding = self._buyer(buyer_id), self.shop.refunding
        if state == RefundState.PROMISED and how % 2:
            self.bazaar.tries(refunding.give_account(buyer, refund, JAGO))
        elif state == RefundState.SENT and how % 3:
            self.bazaar.tries(refunding.received(buyer, refund))
        elif state == RefundState.SENT:
            self.bazaar.tries(refunding.not_received(buyer, refund, attempt=attempt))
        else:
            self.bazaar.tries(refunding.send(self.budi, refund, attempt=attempt))

    def count(self, which: int, how: int) -> None:
        """The shop counts its shelf anew."""
        variant, counted = self.bazaar.cast.variants[which % 2], 1 + how % 4
        ((seen,),) = self.bazaar.asks(f"SELECT stock FROM variants WHERE id = {variant}")
        recount = self.shop.desk.recount(self.budi, variant, seen=seen, counted=counted)
        if self.bazaar.tries(recount):
            self.bazaar.counted[variant] += counted - seen

    def wait(self, _: int, how: int) -> None:
        """Time passes, and what is due happens."""
        self.bazaar.passes(HOURS[how % len(HOURS)])

    async def _buy(self, buyer: Actor, variant: int, many: int, *, way: int) -> None:
        card = await self.shop.buying.open(buyer, variant, quantity=many)
        if way == 0:
            card = await self.shop.buying.choose_payment(buyer, None)
        elif way == 1:
            card = await self.shop.buying.choose_invoice(buyer)
        else:
            card = await self.shop.buying.choose_payment(buyer, card.accounts[0].id)
        await self.shop.buying.place(buyer, version=card.version)

    def _one(
        self, table: str, fits: str, which: int, step: Callable[[int], Step], key: str = "id"
    ) -> None:
        """One of the two rows that fit best."""
        order = f"ORDER BY state = '{fits}' DESC, {key} DESC LIMIT 2"
        rows = self.bazaar.asks(f"SELECT {key} FROM {table} {order}")
        if rows:
            self.bazaar.tries(step(rows[which % len(rows)][0]))

    def _order(self, which: int, step: Callable[[int], Step], *fits: OrderStatus) -> None:
        """One of the orders where it makes sense, or where there is none of any."""
        self._bought(which, lambda _, order: step(order), *fits)

    def _bought(self, which: int, step: Callable[[Actor, int], Step], *fits: OrderStatus) -> None:
        """The same, for whoever bought it."""
        rows = self.bazaar.asks("SELECT id, buyer_id, status FROM orders ORDER BY id DESC")
        rows = [row for row in rows if row[2] in fits] or rows
        if rows:
            order, buyer, _ = rows[which % len(rows)]
            self.bazaar.tries(step(self._buyer(buyer), order))

    def _buyer(self, person_id: int) -> Actor:
        cast = self.bazaar.cast
        return cast.ratna if cast.ratna.id == person_id else cast.dewi

    def _status(self, order: int) -> OrderStatus:
        ((status,),) = self.bazaar.asks(f"SELECT status FROM orders WHERE id = {order}")
        return OrderStatus(status)
