"""A shop's bank accounts and e-wallets, sealed on the way in and opened on the way out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.shops import ShopAccountRow
from store.db.sealing import Sealer
from store.domain.account import Account
from store.views.accounts import ShopAccount


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """The table of a shop's accounts."""

    session: AsyncSession
    sealer: Sealer

    async def every(self, shop_id: int) -> Sequence[ShopAccountRow]:
        """All accounts that the shop ever offered, the oldest first."""
        query = select(ShopAccountRow).where(ShopAccountRow.shop_id == shop_id)
        return (await self.session.scalars(query.order_by(ShopAccountRow.id))).all()

    async def offered(self, shop_id: int) -> tuple[ShopAccount, ...]:
        """What the shop offers now, in its own order."""
        query = (
            select(ShopAccountRow)
            .where(ShopAccountRow.shop_id == shop_id, ShopAccountRow.is_active)
            .order_by(ShopAccountRow.position, ShopAccountRow.id)
        )
        rows = await self.session.scalars(query)
        return tuple(ShopAccount(id=row.id, account=self.account(row)) for row in rows)

    def account(self, row: ShopAccountRow) -> Account:
        """The account behind the seal."""
        number = self.sealer.unseal(row.sealed_number, place=_place(row.shop_id, "number"))
        holder = self.sealer.unseal(row.sealed_holder, place=_place(row.shop_id, "holder"))
        return Account(
            kind=row.kind, name=row.name, number=number.decode(), holder=holder.decode()
        )

    def add(self, shop_id: int, account: Account, *, position: int, at: datetime) -> None:
        """Offer a new account of the shop."""
        self.session.add(
            ShopAccountRow(
                shop_id=shop_id,
                position=position,
                kind=account.kind,
                name=account.name,
                sealed_number=self.sealer.seal(
                    account.number.encode(), place=_place(shop_id, "number")
                ),
                sealed_holder=self._holder(shop_id, account),
                is_active=True,
                created_at=at,
            )
        )

    def describe(self, row: ShopAccountRow, account: Account, *, position: int) -> None:
        """Offer a known account as it is spelt now; its number is what it is known by."""
        if self.account(row).holder != account.holder:
            row.sealed_holder = self._holder(row.shop_id, account)
        row.name, row.position, row.is_active = account.name, position, True

    def _holder(self, shop_id: int, account: Account) -> bytes:
        return self.sealer.seal(account.holder.encode(), place=_place(shop_id, "holder"))


def _place(shop_id: int, column: str) -> str:
    return f"shop-account-{column}:{shop_id}"
