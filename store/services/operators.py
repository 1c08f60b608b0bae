"""Who runs the marketplace, and how they got there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.uow import UnitOfWork
from store.domain.actor import Actor
from store.domain.inbox import NoticeKind, person
from store.domain.links import TOKEN_BITS, LinkPurpose, write_token
from store.events.operators import ShopUnheard
from store.events.orders import OrderPlaced


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorService:
    """Links that make operators."""

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
