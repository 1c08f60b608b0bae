"""Bringing a shop's accounts to what its file says, so that orders can point at them for good."""

from collections.abc import Iterable
from datetime import datetime

from store.db.uow import Transaction
from store.domain.account import Account, check_account


async def bring_accounts(
    tx: Transaction, shop_id: int, accounts: Iterable[Account], *, at: datetime
) -> None:
    """Exactly these are offered from now on; one that was known keeps its id, none is deleted."""
    # Sealed numbers cannot be compared by the database: two imports at once would double them.
    await tx.shops.lock(shop_id)
    rows = await tx.accounts.every(shop_id)
    known = {tx.accounts.account(row).identity: row for row in rows}
    for position, account in enumerate(map(check_account, accounts)):
        row = known.pop(account.identity, None)
        if row is None:
            tx.accounts.add(shop_id, account, position=position, at=at)
        else:
            tx.accounts.describe(row, account, position=position)
    for gone in known.values():
        gone.is_active = False
    await tx.session.flush()
