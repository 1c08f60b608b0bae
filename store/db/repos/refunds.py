"""Refunds on their way, and the accounts they go to: sealed coming in, opened going out."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.orders import OrderRow
from store.db.models.payments import RefundAccountRow, RefundRow
from store.db.sealing import Sealer
from store.domain.account import Account, AccountKind
from store.domain.refund import UNSENT, RefundState


@dataclass(frozen=True, slots=True, kw_only=True)
class Refunds:
    """The tables of refunds and of remembered accounts; whoever writes holds the order's lock."""

    session: AsyncSession
    sealer: Sealer

    def account(self, refund: RefundRow) -> Account | None:
        """Where this one goes; None as long as the buyer has not said."""
        if refund.sealed_account is None:
            return None
        return self._unseal(refund.sealed_account, place=_place(refund))

    def put_account(self, refund: RefundRow, account: Account) -> None:
        """Let it go there."""
        refund.sealed_account = self._seal(account, place=_place(refund))

    async def remembered(self, person_id: int) -> Account | None:
        """Where the person last had money sent back to."""
        row = await self.session.get(RefundAccountRow, person_id)
        return None if row is None else self._unseal(row.sealed, place=_own(person_id))

    async def remember(self, person_id: int, account: Account, *, at: datetime) -> None:
        """Offer this account the next time."""
        row = await self.session.get(RefundAccountRow, person_id)
        if row is None:
            row = RefundAccountRow(person_id=person_id)
            self.session.add(row)
        row.sealed, row.used_at = self._seal(account, place=_own(person_id)), at
        await self.session.flush()

    async def forget(self, person_id: int) -> None:
        """Remember no account of the person; safe to repeat."""
        row = await self.session.get(RefundAccountRow, person_id)
        if row is not None:
            await self.session.delete(row)

    async def of(self, person_id: int) -> tuple[Account, ...]:
        """The accounts in refunds to the person that are not settled yet."""
        rows = await self.session.scalars(
            select(RefundRow)
            .join(OrderRow, OrderRow.id == RefundRow.order_id)
            .where(OrderRow.buyer_id == person_id, RefundRow.sealed_account.is_not(None))
            .order_by(RefundRow.id)
        )
        return tuple(found for row in rows if (found := self.account(row)) is not None)

    async def owed(
        self, shop_ids: Collection[int], *, offset: int = 0, limit: int = 50
    ) -> Sequence[RefundRow]:
        """What these shops have to send, the oldest first."""
        rows = await self.session.scalars(
            select(RefundRow)
            .where(*_owed(shop_ids))
            .order_by(RefundRow.promised_at, RefundRow.id)
            .offset(offset)
            .limit(limit)
        )
        return rows.all()

    async def count_owed(self, shop_ids: Collection[int]) -> int:
        """How many of them there are."""
        query = select(func.count(RefundRow.id)).where(*_owed(shop_ids))
        return await self.session.scalar(query) or 0

    async def called(
        self, person_id: int, shop_ids: Collection[int], *, offset: int = 0, limit: int = 50
    ) -> Sequence[RefundRow]:
        """What operators look after, the oldest first; nothing in which this person, who works
        in these shops, is a side."""
        query = select(RefundRow).where(*_called(person_id, shop_ids))
        query = query.order_by(RefundRow.called_at, RefundRow.id).offset(offset).limit(limit)
        return (await self.session.scalars(query)).all()

    async def count_called(self, person_id: int, shop_ids: Collection[int]) -> int:
        """How many of them there are."""
        query = select(func.count(RefundRow.id)).where(*_called(person_id, shop_ids))
        return await self.session.scalar(query) or 0

    async def sendable_since(self, shop_id: int) -> datetime | None:
        """Since when the shop could have sent the oldest refund that it has not sent."""
        query = select(func.min(RefundRow.sendable_at)).where(*_owed((shop_id,)))
        return await self.session.scalar(query)

    def _seal(self, account: Account, *, place: str) -> bytes:
        written = [account.kind, account.name, account.number, account.holder]
        return self.sealer.seal(json.dumps(written).encode(), place=place)

    def _unseal(self, sealed: bytes, *, place: str) -> Account:
        kind, name, number, holder = json.loads(self.sealer.unseal(sealed, place=place))
        return Account(kind=AccountKind(kind), name=name, number=number, holder=holder)


_UNSENT: tuple[RefundState, ...] = tuple(sorted(UNSENT))


def _owed(shop_ids: Collection[int]) -> tuple[ColumnElement[bool], ...]:
    """What is for these shops to send."""
    return (
        RefundRow.shop_id.in_(tuple(shop_ids)),
        RefundRow.state.in_(_UNSENT),
        RefundRow.by_operator.is_(False),
    )


def _called(person_id: int, shop_ids: Collection[int]) -> tuple[ColumnElement[bool], ...]:
    own = or_(OrderRow.buyer_id == person_id, OrderRow.shop_id.in_(tuple(shop_ids)))
    return (
        RefundRow.called_at.is_not(None),
        RefundRow.state.in_(_UNSENT),
        RefundRow.order_id.not_in(select(OrderRow.id).where(own)),
    )


def _place(refund: RefundRow) -> str:
    return f"refund:{refund.id}:account"


def _own(person_id: int) -> str:
    return f"refund-account:{person_id}"
