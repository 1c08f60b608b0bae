"""Rivals over money that nobody has reported, and over a card: each rupiah is booked once."""

import asyncio
from collections.abc import Awaitable

import pytest

from store.db.models.payments import ReceiptRow
from store.domain.cancellation import Reason
from store.domain.ledger import Book
from store.domain.order import OrderStatus
from store.domain.payment import PaymentState
from store.errors import Rejected
from tests.support.invoice import by_card, pays
from tests.support.market import Market
from tests.support.transfer import Transfer, a_transfer

FINDERS = ("find", "find_again", "claim", "cancel", "expire")
PAYERS = ("pay", "pay_again", "pay_twice", "cancel", "expire")


@pytest.mark.parametrize("second", FINDERS)
@pytest.mark.parametrize("first", FINDERS)
async def test_of_two_at_once_the_statement_is_booked_once(
    market: Market, first: str, second: str
) -> None:
    transfer = await a_transfer(market)
    due = (await transfer.pay()).due
    market.clock.move(hours=24)

    await _at_once(_find(transfer, first, due), _find(transfer, second, due))

    receipts = await market.rows(ReceiptRow)
    both = {first, second}
    assert len(receipts) <= 1
    # Only a buyer's word, which has to be answered first, stands against booking it.
    assert len(receipts) == 1 or "claim" in both or not both & {"find", "find_again"}
    await _is_lawful(transfer, due)


@pytest.mark.parametrize("second", PAYERS)
@pytest.mark.parametrize("first", PAYERS)
async def test_of_two_at_once_a_charge_is_booked_once(
    market: Market, first: str, second: str
) -> None:
    card = await by_card(market)
    due = (await card.pay()).due
    market.clock.move(hours=24)

    await _at_once(_charge(card, first), _charge(card, second))

    wanted = {_KEYS[one] for one in (first, second) if one in _KEYS}
    assert {row.key for row in await market.rows(ReceiptRow)} == wanted
    await _is_lawful(card, due)


_KEYS = {"pay": "charge:1", "pay_again": "charge:1", "pay_twice": "charge:2"}


async def _at_once(*acts: Awaitable[object]) -> None:
    ends = await asyncio.gather(*acts, return_exceptions=True)
    assert [one for one in ends if isinstance(one, Exception) and not _is_no(one)] == []


def _is_no(end: Exception) -> bool:
    return isinstance(end, Rejected)


async def _is_lawful(of: Transfer, due: int) -> None:
    """The order is paid or not, its goods are sold or back, and the books agree."""
    status, state = await of.state()
    assert await of.stock() == (4 if status is OrderStatus.CANCELLED else 3)
    earned = -(await of.books())[Book.SALES]
    kept = state is PaymentState.PAID and status is not OrderStatus.CANCELLED
    assert earned == (due if kept else 0)
    await of.is_sound()


async def _find(of: Transfer, what: str, due: int) -> object:
    if what == "claim":
        return await of.market.shop.paying.claim(of.ratna, of.id)
    if what in ("find", "find_again"):
        record = of.market.shop.recording.record
        return await record(of.budi, of.id, amount=due, receipts=0)
    return await _end(of, what)


async def _charge(of: Transfer, what: str) -> object:
    if what in _KEYS:
        return await pays(of, key=_KEYS[what], charge=_KEYS[what])
    return await _end(of, what)


async def _end(of: Transfer, what: str) -> object:
    if what == "expire":
        await of.market.shop.paying.expire(of.id)
        return None
    reason = Reason.UNPAID_NOT_NEEDED
    return await of.market.shop.cancellations.request(of.ratna, of.id, reason=reason)
