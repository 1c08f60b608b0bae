"""Moving stock: one conditional statement, never read and then written."""

from dataclasses import dataclass

from sqlalchemy import case, update
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.catalogue import VariantRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What lies on the shelves."""

    session: AsyncSession

    async def take(self, variant_id: int, quantity: int) -> bool:
        """Take so many if there are so many; says whether it did."""
        left = await self.session.scalar(
            update(VariantRow)
            .where(VariantRow.id == variant_id, VariantRow.stock >= quantity)
            .values(stock=VariantRow.stock - quantity)
            .returning(VariantRow.stock)
        )
        return left is not None

    async def put_back(self, variant_id: int, quantity: int) -> None:
        """Put so many back."""
        await self.session.execute(
            update(VariantRow)
            .where(VariantRow.id == variant_id)
            .values(stock=VariantRow.stock + quantity)
        )

    async def recount(self, variant_id: int, *, seen: int, counted: int) -> bool:
        """Put a new count in the place of the one that was seen; says whether it still was.

        The count itself is the version: a sale in between makes it another one.
        """
        left = await self.session.scalar(
            update(VariantRow)
            .where(VariantRow.id == variant_id, VariantRow.stock == seen)
            .values(stock=counted)
            .returning(VariantRow.stock)
            .execution_options(synchronize_session=False)
        )
        return left is not None

    async def relist(self, variant_id: int, *, listed: int) -> None:
        """Take over a new count from the seller's file; what was sold since stays sold."""
        wanted = VariantRow.stock + listed - VariantRow.listed_stock
        await self.session.execute(
            update(VariantRow)
            .where(VariantRow.id == variant_id, VariantRow.listed_stock != listed)
            .values(stock=case((wanted < 0, 0), else_=wanted), listed_stock=listed)
            .execution_options(synchronize_session=False)
        )
