"""The one checkout of each buyer."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.buying import CheckoutRow
from store.db.sealing import Sealer


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


def seal_note(sealer: Sealer, row: CheckoutRow, note: str | None) -> None:
    """Write the message to the seller into the row."""
    row.sealed_note = sealer.seal_words(note, place=_place_of_note(row))


def note_of(sealer: Sealer, row: CheckoutRow) -> str | None:
    """The message to the seller."""
    return sealer.unseal_words(row.sealed_note, place=_place_of_note(row))


def seal_shown(sealer: Sealer, row: CheckoutRow, shown: bytes) -> None:
    """Write into the row what its buyer was shown."""
    row.sealed_shown = sealer.seal(shown, place=_place_of_shown(row))


def shown_of(sealer: Sealer, row: CheckoutRow) -> bytes | None:
    """What the buyer was shown last; None before the first time."""
    if row.sealed_shown is None:
        return None
    return sealer.unseal(row.sealed_shown, place=_place_of_shown(row))


def _place_of_note(row: CheckoutRow) -> str:
    return f"checkout:{row.buyer_id}:note"


def _place_of_shown(row: CheckoutRow) -> str:
    return f"checkout:{row.buyer_id}:shown"
