"""One unit of work."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from store.db.engine import Database
from store.db.models.orders import OrderRow
from store.db.models.people import PersonRow
from store.db.uow import UnitOfWork, forbid_open_transaction
from store.domain.language import Language
from store.errors import Conflict, NotFound, Unavailable
from tests.support.clock import Clock
from tests.support.market import Market, a_market


def a_person(number: int) -> PersonRow:
    """Somebody."""
    return PersonRow(id=number, name="Ratna", language=Language.ID, created_at=Clock().now())


async def known(market: Market) -> list[int]:
    """Who is in the table."""
    return sorted(row.id for row in await market.rows(PersonRow))


async def test_an_inner_no_is_undone_and_the_rest_stays(market: Market) -> None:
    rung: list[str] = []

    async def is_refused() -> None:
        async with market.shop.begin() as inner:
            inner.people.add(a_person(2))
            inner.after_commit(lambda: rung.append("undone"))
            raise NotFound(what="shop")

    async with market.shop.begin() as outer:
        outer.people.add(a_person(1))
        outer.after_commit(lambda: rung.append("outer"))
        with pytest.raises(NotFound):
            await is_refused()
        async with market.shop.begin() as inner:
            inner.people.add(a_person(3))
            inner.after_commit(lambda: rung.append("inner"))
        assert rung == []

    assert await known(market) == [1, 3]
    assert rung == ["outer", "inner"]


async def test_a_bug_undoes_everything(market: Market) -> None:
    rung: list[str] = []

    async def breaks() -> None:
        async with market.shop.begin() as tx:
            tx.people.add(a_person(1))
            tx.after_commit(lambda: rung.append("never"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await breaks()

    assert await known(market) == []
    assert rung == []


async def test_two_use_cases_in_one_step_are_one_transaction(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()

    async def breaks_after_ordering() -> None:
        async with market.shop.begin():
            await market.orders(ratna, product.variants[0].id)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await breaks_after_ordering()

    assert await market.rows(OrderRow) == []
    assert await market.stock(product.variants[0].id) == 4


async def test_the_outside_world_is_out_of_bounds_inside(market: Market) -> None:
    forbid_open_transaction()

    async with market.shop.begin():
        with pytest.raises(RuntimeError):
            forbid_open_transaction()

    forbid_open_transaction()


async def test_a_task_started_inside_does_not_join(market: Market) -> None:
    async def writes_later(start: asyncio.Event) -> None:
        await start.wait()
        forbid_open_transaction()
        async with market.shop.begin() as tx:
            tx.people.add(a_person(2))

    async def starts_it_and_breaks(group: asyncio.TaskGroup, start: asyncio.Event) -> None:
        async with market.shop.begin() as tx:
            tx.people.add(a_person(1))
            group.create_task(writes_later(start))
            raise ZeroDivisionError

    start = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        with pytest.raises(ZeroDivisionError):
            await starts_it_and_breaks(group, start)
        start.set()

    assert await known(market) == [2]


async def test_a_lost_race_is_a_conflict(market: Market) -> None:
    await market.shop.people.arrive(7, name="Ratna", language_code="id")

    with pytest.raises(Conflict):
        async with market.shop.begin() as tx:
            tx.people.add(a_person(7))


async def test_a_row_that_changed_meanwhile_is_a_conflict(market: Market) -> None:
    shop = await market.opens()

    async def writes_an_old_row() -> None:
        async with market.shop.begin() as tx:
            row = await tx.shops.get(shop.id)
            await tx.session.execute(text("UPDATE shops SET version = version + 1"))
            row.name = "Toko Lain"

    with pytest.raises(Conflict):
        await writes_an_old_row()

    assert (await market.shop.catalogue.shop(shop.id)).name == "Toko Langkah"


async def test_what_is_no_race_stays_a_bug(market: Market) -> None:
    with pytest.raises(DBAPIError):
        async with market.shop.begin() as tx:
            await tx.session.execute(text("SELECT nothing FROM nowhere"))


async def test_many_writers_wait_for_each_other(market: Market) -> None:
    arrivals = (
        market.shop.people.arrive(number, name="Ratna", language_code="id") for number in range(30)
    )

    await asyncio.gather(*arrivals)

    assert len(await known(market)) == 30


class Crash(BaseException):
    """The process ends here."""


async def test_a_crash_at_any_point_of_an_order_leaves_all_or_nothing(
    market: Market, database: Database
) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    variant = product.variants[0].id
    card = await market.shop.buying.open(ratna, variant)
    seen: list[str] = []
    doomed = 0

    def seam(point: str) -> None:
        seen.append(point)
        if len(seen) == doomed:
            raise Crash(point)

    frail = a_market(database, seam=seam)
    outcomes: list[int] = []
    while True:
        doomed, taken = doomed + 1, len(seen)
        seen.clear()
        try:
            await frail.shop.buying.place(ratna, version=card.version)
        except Crash:
            outcomes.append(len(await market.rows(OrderRow)))
            assert await market.stock(variant) == 4 - outcomes[-1]
            continue
        assert taken >= 0
        break

    assert set(outcomes) == {0, 1}
    assert outcomes == sorted(outcomes)
    assert len(await market.rows(OrderRow)) == 1
    assert await market.stock(variant) == 3


async def test_the_seam_is_told_of_every_write_and_of_the_commit(database: Database) -> None:
    seen: list[str] = []

    async def seam(point: str) -> None:
        await asyncio.sleep(0)
        seen.append(point)

    begin = UnitOfWork(database, now=Clock().now, seam=seam)
    async with begin() as tx:
        tx.people.add(a_person(1))

    assert seen == [
        "before write INSERT people",
        "after write INSERT people",
        "before commit",
        "after commit",
    ]


async def test_a_full_disk_is_an_outage_and_loses_nothing_that_was_there(market: Market) -> None:
    if not market.database.is_sqlite:
        pytest.skip("only SQLite can be told how large its file may grow")
    async with market.shop.begin() as tx:
        tx.people.add(a_person(1))
    async with market.shop.begin() as tx:
        await tx.session.execute(text("PRAGMA max_page_count = 1"))

    with pytest.raises(Unavailable):
        async with market.shop.begin() as tx:
            tx.people.add(replaced_name(a_person(2), "R" * 500_000))

    async with market.shop.begin() as tx:
        await tx.session.execute(text("PRAGMA max_page_count = 1000000"))
    assert await known(market) == [1]


def replaced_name(person: PersonRow, name: str) -> PersonRow:
    """The same person under a name that fills the disk."""
    person.name = name
    return person


async def test_a_connection_that_is_cut_is_an_outage_and_the_next_one_works(
    market: Market,
) -> None:
    if market.database.is_sqlite:
        pytest.skip("SQLite has no connection that could be cut")

    with pytest.raises(Unavailable):
        async with market.shop.begin() as tx:
            await tx.session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    assert await known(market) == []
