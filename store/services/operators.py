"""Who runs the marketplace, how they got there, and for whom they collect money."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.uow import UnitOfWork
from store.domain.actor import Actor
from store.domain.inbox import NoticeKind, person
from store.domain.links import TOKEN_BITS, LinkPurpose, write_token
from store.events.operators import ShopUnheard
from store.events.orders import OrderPlaced
from store.views.catalogue import ShopCard


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorService:
    """Operators, and what is done in their name on the command line."""

    begin: UnitOfWork
    now: Callable[[], datetime]
    randbits: Callable[[int], int]

    async def open_link(self) -> str:
        """The token of a fresh link: works once, for fifteen minutes, and is told only here."""
        token = write_token(self.randbits(TOKEN_BITS))
        async with self.begin() as tx:
            tx.links.add(token, purpose=LinkPurpose.OPERATOR, at=self.now())
        return token

    async def join(self, actor: Actor, token: str) -> None:
        """Make the person an operator and use the link up."""
        async with self.begin() as tx:
            await tx.links.use(
                token, purpose=LinkPurpose.OPERATOR, person_id=actor.id, at=self.now()
            )
            await tx.people.make_operator(actor.id, at=self.now())

    async def collect_for(self, shop_slug: str, *, collects: bool = True) -> ShopCard:
        """Let card payments for this shop land with the operators, or end it; safe to repeat.

        What was ordered before can still be paid. Raises NotFound.
        """
        async with self.begin() as tx:
            shop = await tx.shops.get_by_slug(shop_slug)
            shop.operator_collects = collects
            await tx.session.flush()
            return await tx.shops.card(shop.id)

    async def tell_unheard(self, placed: OrderPlaced) -> int:
        """Each operator hears once that nobody of the shop could be told; says how many do."""
        async with self.begin() as tx:
            event = ShopUnheard(
                shop_id=placed.shop_id,
                shop_name=placed.shop_name,
                slug=(await tx.shops.get(placed.shop_id)).slug,
                ref=placed.ref,
                members=len(await tx.shops.members(placed.shop_id)),
            )
            operators = await tx.people.operators()
            for operator in operators:
                if not await tx.outbox.owes(person(operator), event):
                    await tx.outbox.tell(person(operator), event, kind=NoticeKind.SYSTEM)
            return len(operators)
