"""The one checkout of each buyer."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.buying import CheckoutRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkouts:
    """The table of checkouts."""

    session: AsyncSession

    async def lock(self, buyer_id: int) -> CheckoutRow | None:
        """The buyer's row, held until the end of the transaction."""
        return await self.session.scalar(
            select(CheckoutRow).where(CheckoutRow.buyer_id == buyer_id).with_for_update()
        )

    def add(self, row: CheckoutRow) -> None:
        """Keep the first checkout of a buyer."""
        self.session.add(row)
