"""What is known about a person: shown on request, and forgotten on request."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from store.db.models.buying import AddressRow
from store.db.models.orders import OrderRow
from store.db.models.people import PersonRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.account import Account, mask_number
from store.domain.actor import Actor
from store.domain.address import nobody_at
from store.domain.language import Language, language_of
from store.domain.order import MOVES, Party
from store.services.people import profile_of
from store.views.privacy import Belongings, KeptOrder, KeptWords, Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyService:
    """A person's own data."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def belongings(self, actor: Actor) -> Belongings:
        """Everything that is kept about the person."""
        async with self.begin() as tx:
            person = await tx.people.get(actor.id)
            memberships = await tx.people.memberships(actor.id)
            written = await _written(tx, actor)
            bought = await tx.orders.bought_by(actor.id)
            return Belongings(
                profile=await profile_of(tx, person),
                since=person.created_at,
                is_operator=await tx.people.is_operator(actor.id),
                shops=await tx.shops.cards(shop_ids=memberships),
                addresses=tuple(tx.addresses.view(one) for one in await _addresses(tx, actor)),
                orders=tuple(
                    _kept_order(tx, order, written.pop(order.id, ()), self.now())
                    for order in bought
                ),
                at_work=await _at_work(tx, written),
                notices=await tx.notices.count(actor.id, None),
                accounts=await _accounts(tx, actor),
                proofs=await tx.payments.proofs(actor.id),
            )

    async def erase(
        self, actor: Actor, *, erasures: int, language_code: str | None
    ) -> Receipt | None:
        """Forget the person: at once, and in open orders when they end.

        `erasures` is how often this was done when the person was asked; an older question
        does nothing, so that an old button never forgets what was entered since. The person
        is spoken to in the language of their client again.
        """
        async with self.begin() as tx:
            person = await tx.people.get(actor.id)
            if person.erasures != erasures:
                return None
            person.erasures += 1
            await _reset(tx, person, language_of(language_code))
            await _close_checkout(tx, actor)
            await tx.refunds.forget(actor.id)
            addresses = await _addresses(tx, actor)
            for row in addresses:
                await tx.addresses.remove(row)
            notices = await tx.notices.count(actor.id, None)
            await tx.outbox.forget(actor.id)
            await tx.notices.forget(actor.id)
            ended, still_open = await _forget_in_orders(tx, actor)
            await tx.requests.forget(actor.id)
            await tx.messages.forget(actor.id)
            await tx.payments.forget_proofs(actor.id)
            return Receipt(
                addresses=len(addresses), notices=notices, orders=ended, open_orders=still_open
            )


async def _addresses(tx: Transaction, actor: Actor) -> tuple[AddressRow, ...]:
    return await tx.addresses.mine(actor.id)


async def _accounts(tx: Transaction, actor: Actor) -> tuple[Account, ...]:
    """Where money goes back to: the account of the last time, and those of open refunds."""
    remembered = await tx.refunds.remembered(actor.id)
    every = (*([remembered] if remembered else []), *await tx.refunds.of(actor.id))
    return tuple(replace(one, number=mask_number(one.number)) for one in dict.fromkeys(every))


async def _reset(tx: Transaction, person: PersonRow, language: Language) -> None:
    """Settings as on the first day."""
    person.language = language
    person.language_chosen = False
    person.zone = person.address_zone = None
    person.quiet_nights = True
    person.name = "?"
    await tx.people.tell_kinds(person.id)


async def _close_checkout(tx: Transaction, actor: Actor) -> None:
    row = await tx.checkouts.lock(actor.id)
    if row is None:
        return
    row.is_open = False
    row.sealed_note = row.sealed_shown = row.address_id = None


async def _forget_in_orders(tx: Transaction, actor: Actor) -> tuple[int, int]:
    """How many orders have forgotten the person now, and how many will when they end."""
    ended = still_open = 0
    for order in await tx.orders.bought_by(actor.id):
        anonymous = tx.orders.seal(order.ref, nobody_at(tx.orders.address(order)))
        if MOVES[order.status]:
            order.sealed_for_afterwards = anonymous
            still_open += 1
        else:
            order.forget_buyer(anonymous)
            ended += 1
    return ended, still_open


async def _written(tx: Transaction, actor: Actor) -> dict[int, Sequence[str]]:
    """Everything the person wrote about orders, by order, oldest first."""
    asked = await tx.requests.written_by(actor.id)
    told = await tx.messages.written_by(actor.id)
    return {one: (*asked.get(one, ()), *told.get(one, ())) for one in sorted({*asked, *told})}


async def _at_work(tx: Transaction, written: Mapping[int, Sequence[str]]) -> tuple[KeptWords, ...]:
    return tuple(
        [
            KeptWords(ref=(await tx.orders.get(order_id)).ref, words=tuple(words))
            for order_id, words in written.items()
        ]
    )


def _kept_order(
    tx: Transaction, order: OrderRow, written: Sequence[str], now: datetime
) -> KeptOrder:
    own = order.cancelled_by is Party.BUYER
    ended = tx.orders.cancel_words(order) if own else None
    said = (tx.orders.note(order), ended, *written)
    return KeptOrder(
        ref=order.ref,
        status=order.standing(now),
        title=order.lines[0].title,
        placed_at=order.placed_at,
        address=tx.orders.address(order),
        words=tuple(dict.fromkeys(one for one in said if one)),
    )
