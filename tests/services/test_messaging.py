"""Buyer and shop write to each other about an order: who may, how long and how much."""

from datetime import timedelta

import pytest

from store.db.models.messages import MessageRow
from store.domain.actor import Role
from store.domain.claim import NotFoundReason
from store.domain.inbox import NoticeKind
from store.domain.messages import (
    A_TIME,
    AT_A_TIME,
    MESSAGE_LIMIT,
    OPEN_AFTER_END,
    PAGE_MOST,
)
from store.domain.order import Party
from store.errors import (
    FieldMissing,
    FieldTooLong,
    MessagesClosed,
    NotFound,
    TooManyMessages,
)
from store.views.orders import Talked
from store.views.privacy import KeptWords
from tests.services.test_privacy import everything_on_disk
from tests.services.test_ruling import an_operator
from tests.support.market import Market
from tests.support.refund import owes
from tests.support.trade import Trade, a_trade
from tests.support.transfer import a_transfer

ASKED, ANSWERED = "Apakah ukurannya pas?", "Pas, Kak. Ukuran biasa."


async def said(trade: Trade) -> list[tuple[Party, str | None]]:
    """What Ratna reads, newest first."""
    thread = await trade.market.shop.messaging.thread(trade.ratna, trade.id)
    return [(one.by, one.words) for one in thread.messages.items]


async def test_both_sides_write_and_each_is_told_of_the_other(market: Market) -> None:
    trade = await a_trade(market)
    messaging = market.shop.messaging

    await messaging.write(trade.ratna, trade.id, ASKED)
    assert (await trade.pushed())[-1] == ("message_written", (await first_shop(trade)))
    await messaging.write(trade.budi, trade.id, ANSWERED)

    assert (await trade.pushed())[-1] == ("message_written", trade.ratna.id)
    assert await said(trade) == [(Party.SELLER, ANSWERED), (Party.BUYER, ASKED)]
    assert (await trade.told(trade.budi))[-1] == "message_written"
    assert (await trade.told(trade.ratna))[-1] == "message_written"


async def first_shop(trade: Trade) -> int:
    """The shop in which Budi works."""
    return next(iter(trade.budi.memberships))


async def test_reading_the_thread_reads_what_told_of_it(market: Market) -> None:
    trade = await a_trade(market)
    await market.shop.messaging.write(trade.budi, trade.id, ANSWERED)
    assert NoticeKind.SHOP_MESSAGES in await market.shop.inbox.unread_by_kind(trade.ratna)

    await market.shop.messaging.thread(trade.ratna, trade.id)

    assert await market.shop.inbox.unread_by_kind(trade.ratna) == {}


async def test_strangers_and_former_members_find_nothing(market: Market) -> None:
    trade = await a_trade(market)
    sari = await market.buyer("Sari")
    token = await market.shop.sellers.open_link("toko-langkah", role=Role.STAFF)
    dewi = await market.person("Dewi")
    await market.shop.sellers.join(dewi, token)
    dewi = await market.shop.people.actor(dewi.id)
    await market.shop.messaging.write(dewi, trade.id, ANSWERED)
    await market.shop.sellers.remove(trade.budi, await first_shop(trade), dewi.id)
    dewi = await market.shop.people.actor(dewi.id)

    for stranger in (sari, dewi):
        with pytest.raises(NotFound):
            await market.shop.messaging.write(stranger, trade.id, ASKED)
        with pytest.raises(NotFound):
            await market.shop.messaging.thread(stranger, trade.id)
    assert await said(trade) == [(Party.SELLER, ANSWERED)]


async def test_it_closes_a_week_after_the_end_and_not_before(market: Market) -> None:
    trade = await a_trade(market)
    await trade.delivered()
    await trade.receiving.complete(trade.ratna, trade.id)
    market.clock.move(seconds=(OPEN_AFTER_END - timedelta(seconds=1)).total_seconds())
    thread = await market.shop.messaging.write(trade.ratna, trade.id, ASKED)
    assert thread.is_open
    assert thread.closes_at == market.clock.now() + timedelta(seconds=1)

    market.clock.move(seconds=1)

    for side in (trade.ratna, trade.budi):
        with pytest.raises(MessagesClosed):
            await market.shop.messaging.write(side, trade.id, ASKED)
    closed = await market.shop.messaging.thread(trade.ratna, trade.id)
    assert (closed.is_open, closed.messages.total) == (False, 1)


async def test_a_side_writes_twenty_in_an_hour_and_the_other_is_not_kept_from_it(
    market: Market,
) -> None:
    trade = await a_trade(market)
    start = market.clock.now()
    for _ in range(AT_A_TIME):
        await market.shop.messaging.write(trade.ratna, trade.id, ASKED)
        market.clock.move(minutes=1)

    with pytest.raises(TooManyMessages) as refused:
        await market.shop.messaging.write(trade.ratna, trade.id, ASKED)
    await market.shop.messaging.write(trade.budi, trade.id, ANSWERED)

    assert refused.value.until == start + A_TIME
    market.clock.move(seconds=(refused.value.until - market.clock.now()).total_seconds())
    await market.shop.messaging.write(trade.ratna, trade.id, "Halo?")


@pytest.mark.parametrize(
    ("words", "refused"),
    [("", FieldMissing), (" \u200d ", FieldMissing), ("x" * (MESSAGE_LIMIT + 1), FieldTooLong)],
)
async def test_what_says_nothing_or_too_much_is_refused(
    market: Market, words: str, refused: type[Exception]
) -> None:
    trade = await a_trade(market)

    with pytest.raises(refused):
        await market.shop.messaging.write(trade.ratna, trade.id, words)

    assert await market.rows(MessageRow) == []


async def test_the_words_lie_sealed_are_shown_to_their_writer_and_can_be_forgotten(
    market: Market,
) -> None:
    trade = await a_trade(market)
    await market.shop.messaging.write(trade.ratna, trade.id, ASKED)
    await market.shop.messaging.write(trade.budi, trade.id, ANSWERED)
    disk = await everything_on_disk(market)
    assert ASKED not in disk
    assert ANSWERED not in disk
    kept = await market.shop.privacy.belongings(trade.ratna)
    assert kept.orders[0].words == (ASKED,)

    await market.shop.privacy.erase(trade.ratna, erasures=0, language_code="id")

    assert await said(trade) == [(Party.SELLER, ANSWERED), (Party.BUYER, None)]


async def test_long_threads_have_pages_with_the_newest_first(market: Market) -> None:
    trade = await a_trade(market)
    for number in range(PAGE_MOST + 2):
        await market.shop.messaging.write(trade.ratna, trade.id, f"Pesan {number}")

    last = await market.shop.messaging.thread(trade.budi, trade.id, number=2)

    assert [one.words for one in last.messages.items] == ["Pesan 1", "Pesan 0"]
    assert (last.messages.pages, last.viewer) == (2, Party.SELLER)
    assert last == await market.shop.messaging.thread(trade.budi, trade.id, number=99)


async def test_a_thread_is_found_by_the_reference_of_its_order(market: Market) -> None:
    trade = await a_trade(market)
    await market.shop.messaging.write(trade.ratna, trade.id, ASKED)
    ref = (await market.shop.orders.card(trade.ratna, trade.id)).ref

    thread = await market.shop.messaging.by_ref(trade.budi, ref)

    assert (thread.order_id, thread.viewer) == (trade.id, Party.SELLER)
    for wrong in ("1", "", "LPK-00000-00000"):
        with pytest.raises(NotFound):
            await market.shop.messaging.by_ref(trade.budi, wrong)
    with pytest.raises(NotFound):
        await market.shop.messaging.by_ref(await market.buyer("Sari"), ref)


async def test_the_order_says_how_much_was_written_and_whether_more_can_be(
    market: Market,
) -> None:
    trade = await a_trade(market)
    orders = market.shop.orders
    assert (await orders.card(trade.ratna, trade.id)).talked == Talked(count=0, is_open=True)
    await market.shop.messaging.write(trade.ratna, trade.id, ASKED)
    await trade.delivered()
    await trade.receiving.complete(trade.ratna, trade.id)

    market.clock.move(seconds=OPEN_AFTER_END.total_seconds())

    assert (await orders.card(trade.budi, trade.id)).talked == Talked(count=1, is_open=False)


async def test_a_member_reads_among_their_data_what_they_wrote_for_the_shop(
    market: Market,
) -> None:
    trade = await a_trade(market)
    await market.shop.messaging.write(trade.ratna, trade.id, ASKED)
    await market.shop.messaging.write(trade.budi, trade.id, ANSWERED)

    kept = await market.shop.privacy.belongings(trade.budi)

    ref = (await market.shop.orders.card(trade.ratna, trade.id)).ref
    assert kept.at_work == (KeptWords(ref=ref, words=(ANSWERED,)),)
    assert (await market.shop.privacy.belongings(trade.ratna)).at_work == ()


async def test_an_operator_reads_only_what_there_is_to_decide_about(market: Market) -> None:
    transfer = await a_transfer(market)
    olga, messaging = await an_operator(market), market.shop.messaging
    await messaging.write(transfer.ratna, transfer.id, "Sudah saya transfer, Kak.")
    with pytest.raises(NotFound):
        await messaging.thread(olga, transfer.id)
    with pytest.raises(NotFound):
        await messaging.write(olga, transfer.id, "Halo")

    for _ in range(2):
        reason = NotFoundReason.NOT_ON_STATEMENT
        await market.shop.checking.not_found(
            transfer.budi, await transfer.claimed(), reason=reason
        )
    thread = await messaging.write(olga, transfer.id, "Mohon kirim bukti lengkap.")

    assert [one.by for one in thread.messages.items] == [Party.OPERATOR, Party.BUYER]
    for side in (transfer.budi, transfer.ratna):
        assert (await transfer.told(side))[-1] == "message_written"
    await market.shop.ruling.decide(olga, transfer.id, came=True)
    with pytest.raises(NotFound):
        await messaging.thread(olga, transfer.id)


async def test_what_an_operator_has_to_do_with_stays_open_after_the_seventh_day(
    market: Market,
) -> None:
    owed, olga = await owes(market), await an_operator(market)
    market.clock.move(days=10)
    with pytest.raises(MessagesClosed):
        await market.shop.messaging.write(owed.ratna, owed.transfer.id, "Halo?")
    await market.shop.refunding.call_operator(owed.id)

    await market.shop.messaging.write(owed.ratna, owed.transfer.id, "Halo?")
    thread = await market.shop.messaging.thread(olga, owed.transfer.id)

    assert (thread.is_open, thread.viewer) == (True, Party.OPERATOR)
    assert "message_written" not in await owed.transfer.told(olga)
