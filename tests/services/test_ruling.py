"""Buyer and shop say different things about money: an operator decides, once."""

import asyncio

import pytest

from store.domain.actor import Actor
from store.domain.claim import NotFoundReason
from store.domain.order import OrderStatus, Party
from store.domain.payment import PaymentState
from store.domain.request import SystemReason
from store.errors import AlreadyDecided, NotAllowed, OwnAffair
from tests.support.market import Market
from tests.support.transfer import Transfer, a_transfer

_S = OrderStatus
_P = PaymentState


async def an_operator(market: Market, name: str = "Olga") -> Actor:
    """Somebody who runs the marketplace."""
    actor = await market.person(name)
    await market.shop.operators.join(actor, await market.shop.operators.open_link())
    return await market.shop.people.actor(actor.id)


@pytest.fixture
async def transfer(market: Market) -> Transfer:
    """Ratna says twice that she has paid; Budi finds nothing."""
    transfer = await a_transfer(market)
    for _ in range(2):
        await market.shop.checking.not_found(
            transfer.budi, await transfer.claimed(), reason=NotFoundReason.NOT_ON_STATEMENT
        )
    return transfer


@pytest.fixture
async def olga(market: Market) -> Actor:
    """The operator, who was there before."""
    return await an_operator(market)


async def test_the_money_came_and_pays_the_order(
    market: Market, olga: Actor, transfer: Transfer
) -> None:
    card = await market.shop.ruling.decide(olga, transfer.id, came=True)

    assert (card.came, card.ruled_by) == (True, "Olga")
    assert await transfer.state() == (_S.AWAITING_SHIPMENT, _P.PAID)
    assert (await transfer.told(transfer.ratna))[-1] == "payment_ruled"
    assert "order_placed" in await transfer.told(transfer.budi)
    assert (await transfer.told(olga)) == ["payment_disputed", "payment_ruled"]
    await transfer.is_sound()


async def test_the_money_did_not_come_and_the_order_ends(
    market: Market, olga: Actor, transfer: Transfer
) -> None:
    card = await market.shop.ruling.decide(olga, transfer.id, came=False)

    page = await transfer.page()
    assert (card.came, card.waits) == (False, False)
    assert page.cancelled is not None
    assert (page.cancelled.by, page.cancelled.reason) == (Party.OPERATOR, SystemReason.NOT_PAID)
    assert await transfer.state() == (_S.CANCELLED, _P.VOID)
    assert await transfer.stock() == 4
    assert await transfer.backs() == []


async def test_of_two_operators_at_once_one_decides(
    market: Market, olga: Actor, transfer: Transfer
) -> None:
    oki = await an_operator(market, "Oki")

    outcomes = await asyncio.gather(
        market.shop.ruling.decide(olga, transfer.id, came=True),
        market.shop.ruling.decide(oki, transfer.id, came=False),
        return_exceptions=True,
    )

    late = [one for one in outcomes if isinstance(one, AlreadyDecided)]
    assert [one.by for one in late] in (["Olga"], ["Oki"])
    assert await transfer.state() in ((_S.AWAITING_SHIPMENT, _P.PAID), (_S.CANCELLED, _P.VOID))
    await transfer.is_sound()


async def test_only_operators_decide(market: Market, olga: Actor, transfer: Transfer) -> None:
    for who in (transfer.ratna, transfer.budi, await market.person("Joko")):
        for step in (
            market.shop.ruling.decide(who, transfer.id, came=True),
            market.shop.ruling.waiting(who),
        ):
            with pytest.raises(NotAllowed):
                await step

    assert await transfer.state() == (_S.UNPAID, _P.DISPUTED)
    assert [card.claim.order_id for card in (await market.shop.ruling.waiting(olga)).items] == [
        transfer.id
    ]


async def test_an_operator_who_bought_it_is_told_as_its_buyer_and_does_not_decide(
    market: Market, olga: Actor
) -> None:
    transfer = await a_transfer(market)
    await market.shop.operators.join(transfer.ratna, await market.shop.operators.open_link())
    ratna = await market.shop.people.actor(transfer.ratna.id)
    for _ in range(2):
        await market.shop.checking.not_found(
            transfer.budi, await transfer.claimed(), reason=NotFoundReason.NOT_ON_STATEMENT
        )

    for step in (
        market.shop.ruling.decide(ratna, transfer.id, came=True),
        market.shop.ruling.look(ratna, transfer.id),
    ):
        with pytest.raises(OwnAffair):
            await step
    listed = (await market.shop.ruling.waiting(ratna)).items
    await market.shop.ruling.decide(olga, transfer.id, came=True)

    assert listed == ()
    assert await market.shop.ruling.count_waiting(ratna) == 0
    told = await transfer.told(ratna)
    assert "payment_disputed" not in told
    assert told.count("payment_ruled") == 1


async def test_an_operator_who_sells_there_does_not_decide_either(
    market: Market, olga: Actor, transfer: Transfer
) -> None:
    await market.shop.operators.join(transfer.budi, await market.shop.operators.open_link())
    budi = await market.shop.people.actor(transfer.budi.id)

    with pytest.raises(OwnAffair):
        await market.shop.ruling.decide(budi, transfer.id, came=False)

    assert await transfer.state() == (_S.UNPAID, _P.DISPUTED)
    assert [one.claim.order_id for one in (await market.shop.ruling.waiting(olga)).items] == [
        transfer.id
    ]
