"""One unit of work: everything of an update, a command or a job happens together or not at all."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.util import await_only

from store.db.engine import Database
from store.db.repos.accounts import Accounts
from store.db.repos.addresses import Addresses
from store.db.repos.checkouts import Checkouts
from store.db.repos.deadlines import Deadlines
from store.db.repos.links import Links
from store.db.repos.messages import Messages
from store.db.repos.money import Money
from store.db.repos.notices import Notices
from store.db.repos.orders import Orders
from store.db.repos.outbox import Outbox
from store.db.repos.payments import Payments
from store.db.repos.people import People
from store.db.repos.products import Products
from store.db.repos.refunds import Refunds
from store.db.repos.requests import Requests
from store.db.repos.shipping import Shipping
from store.db.repos.shops import Shops
from store.db.repos.stock import Stock
from store.db.sealing import Sealer
from store.errors import Conflict, Unavailable

# Told the name of every point at which a crash or a rival would matter; it may raise or wait.
Seam = Callable[[str], Awaitable[None] | None]

_LOST_RACES = frozenset({"40001", "40P01", "23505"})
# Connection trouble, out of resources, told to stop: by the first two signs of the SQLSTATE.
_AWAY = frozenset({"08", "53", "57"})
_LOCK_TIMEOUT = "55P03"
_WRITES = frozenset({"INSERT", "UPDATE", "DELETE"})


@dataclass(slots=True, kw_only=True, eq=False)
class Transaction:
    """What is open: the session, and every repository on it."""

    session: AsyncSession
    sealer: Sealer
    owner: asyncio.Task[Any] | None
    people: People
    shops: Shops
    accounts: Accounts
    products: Products
    stock: Stock
    addresses: Addresses
    checkouts: Checkouts
    orders: Orders
    shipping: Shipping
    requests: Requests
    payments: Payments
    money: Money
    refunds: Refunds
    messages: Messages
    deadlines: Deadlines
    notices: Notices
    outbox: Outbox
    links: Links
    callbacks: list[Callable[[], object]] = field(default_factory=list)

    def after_commit(self, callback: Callable[[], object]) -> None:
        """Run it when the outermost block has committed; never when this block was undone."""
        self.callbacks.append(callback)


_open: ContextVar[Transaction | None] = ContextVar("open_transaction", default=None)


def _current() -> Transaction | None:
    """The transaction of this very task.

    A task started inside a transaction inherits the variable but must not share the session, so
    it counts as being outside. It must not be awaited inside either: on SQLite it would wait for
    the writer that waits for it.
    """
    tx = _open.get()
    if tx is None or tx.owner is not asyncio.current_task():
        return None
    return tx


def forbid_open_transaction() -> None:
    """Raise when the outside world is about to be asked in the middle of a transaction."""
    if _current() is not None:
        raise RuntimeError("the outside world was called inside a transaction")


class UnitOfWork:
    """Call it to begin; the outermost block commits, an inner one is a savepoint."""

    def __init__(
        self, database: Database, *, now: Callable[[], datetime], seam: Seam | None = None
    ) -> None:
        self.database = database
        self.now = now
        self.seam = seam
        self.owed = asyncio.Event()

    def __call__(self) -> AbstractAsyncContextManager[Transaction]:
        """Begin: a transaction when there is none in this task, else a savepoint in it."""
        tx = _current()
        return self._outermost() if tx is None else _savepoint(tx)

    @asynccontextmanager
    async def _outermost(self) -> AsyncIterator[Transaction]:
        lock = self.database.write_lock
        if lock is None:
            async with self._transaction() as tx:
                yield tx
            self._committed(tx)
            return
        async with lock, self._transaction() as tx:
            yield tx
        self._committed(tx)

    def _committed(self, tx: Transaction) -> None:
        for callback in tx.callbacks:
            callback()

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[Transaction]:
        async with AsyncSession(self.database.engine, expire_on_commit=False) as session:
            tx = self._on(session)
            with _lost_races_told():
                connection = await _connect(session)
                if self.seam is not None:
                    _watch_writes(connection, self.seam)
                with _as_current(tx):
                    yield tx
                await self._commit(session)

    async def _commit(self, session: AsyncSession) -> None:
        await session.flush()
        await self._pass("before commit")
        await session.commit()
        await self._pass("after commit")

    async def _pass(self, point: str) -> None:
        if self.seam is None:
            return
        waiting = self.seam(point)
        if waiting is not None:
            await waiting

    def _on(self, session: AsyncSession) -> Transaction:
        sealer = self.database.sealer
        notices = Notices(session=session)
        shops = Shops(session=session)
        tx = Transaction(
            session=session,
            sealer=sealer,
            owner=asyncio.current_task(),
            people=People(session=session),
            shops=shops,
            accounts=Accounts(session=session, sealer=sealer),
            products=Products(session=session),
            stock=Stock(session=session),
            addresses=Addresses(session=session, sealer=sealer),
            checkouts=Checkouts(session=session),
            orders=Orders(session=session, sealer=sealer),
            shipping=Shipping(session=session),
            requests=Requests(session=session, sealer=sealer),
            payments=Payments(session=session),
            money=Money(session=session),
            refunds=Refunds(session=session, sealer=sealer),
            messages=Messages(session=session, sealer=sealer),
            deadlines=Deadlines(session=session),
            notices=notices,
            outbox=Outbox(session=session, now=self.now, notices=notices, shops=shops),
            links=Links(session=session),
        )
        tx.outbox.written = lambda: tx.after_commit(self.owed.set)
        return tx


@contextmanager
def _as_current(tx: Transaction) -> Iterator[None]:
    token = _open.set(tx)
    try:
        yield
    finally:
        _open.reset(token)


@asynccontextmanager
async def _savepoint(tx: Transaction) -> AsyncIterator[Transaction]:
    kept = len(tx.callbacks)
    try:
        async with tx.session.begin_nested():
            yield tx
    except BaseException:
        del tx.callbacks[kept:]
        raise


@contextmanager
def _lost_races_told() -> Iterator[None]:
    """A race that the database settled against us is a Conflict, an outage is Unavailable."""
    try:
        yield
    except StaleDataError as stale:
        raise Conflict from stale
    except DBAPIError as refused:
        if _is_lost_race(refused):
            raise Conflict from refused
        if _is_away(refused):
            raise Unavailable from refused
        raise
    except TimeoutError as hung:
        raise Unavailable from hung


async def _connect(session: AsyncSession) -> AsyncConnection:
    """Begin for real, so that an outage shows before anything was done."""
    try:
        return await session.connection()
    except (OSError, TimeoutError) as unreachable:
        raise Unavailable from unreachable
    except OperationalError as refused:
        if "database is locked" in str(refused.orig):
            raise Unavailable from refused
        raise


def _is_lost_race(refused: DBAPIError) -> bool:
    words = str(refused.orig)
    if getattr(refused.orig, "sqlstate", None) in _LOST_RACES:
        return True
    return "UNIQUE constraint failed" in words or "database is locked" in words


def _is_away(refused: DBAPIError) -> bool:
    """The server hung up or refuses to work, or the disk is full: not now, perhaps soon."""
    if refused.connection_invalidated or isinstance(refused, InterfaceError):
        return True
    code = getattr(refused.orig, "sqlstate", None)
    if code is not None:
        return str(code)[:2] in _AWAY or code == _LOCK_TIMEOUT
    words = str(refused.orig)
    return any(trouble in words for trouble in ("disk is full", "disk I/O", "unable to open"))


def _watch_writes(connection: AsyncConnection, seam: Seam) -> None:
    """Tell the seam of every statement of this transaction that writes, before and after."""

    def tell(moment: str, statement: str) -> None:
        words = statement.split(maxsplit=3)
        if words[0] not in _WRITES:
            return
        table = words[1] if words[0] == "UPDATE" else words[2]
        waiting = seam(f"{moment} write {words[0]} {table}")
        if waiting is not None:
            await_only(waiting)

    def before(*told: Any) -> None:
        tell("before", told[2])

    def after(*told: Any) -> None:
        tell("after", told[2])

    event.listen(connection.sync_connection, "before_cursor_execute", before)
    event.listen(connection.sync_connection, "after_cursor_execute", after)
