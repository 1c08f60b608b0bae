"""Three faults that shops are known for are built in here, and the crash test finds each."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bot.app import Bot
from bot.intake.polling import Polling
from bot.memory import shown, updates
from bot.memory.session import Transaction as Memory
from bot.outgoing.replies import Album
from bot.turn import Turn
from bot.turns import Turns
from store.domain.actor import Actor
from store.domain.order import Party
from store.services.buying import BuyingService
from store.services.checkout_cards import read_facts
from store.services.order_pages import order_page
from store.services.placing import check_agreed, place_order
from store.views.orders import OrderPage
from tests.crash.rig import Act, Place, Plant, Points, settle, taps, writes
from tests.crash.test_journeys import (
    BUYING,
    CHOOSING,
    LOOKING,
    a_shop_with_a_seller,
    killed_everywhere,
)


class SendsBeforeTheCommit(Turns):
    """Speaks first and writes down afterwards what it has said."""

    async def _take(self, tx: Memory, turn: Turn) -> list[dict[str, Any]]:
        await super()._take(tx, turn)
        live = await shown.live_screen(tx.session, turn.actor.id)
        for reply in turn.replies:
            assert not isinstance(reply, Album)
            painted = await self.courier._say(reply, self.now(), live.seq if live else 0)
            if painted is not None:
                await self.courier.painter.write_down(tx, painted)
        return []


class TakesEverythingAsNew(Polling):
    """Does not look whether it has seen an update before."""

    async def once(self) -> int:
        """Ask once; each update gets a number that no other has."""
        raw = await self._ask()
        if not raw:
            return 0
        self.offset = raw[-1]["update_id"] + 1
        numbered = [{**one, "update_id": secrets.randbits(50)} for one in raw]
        async with self.begin() as tx:
            fresh = await updates.remember(tx, numbered, bot_id=self.bot.id, at=self.now())
        self.lanes.feed(fresh)
        return len(raw)


class OrdersWithoutAKey(BuyingService):
    """Places an order a press, whatever was ordered from the card before."""

    async def place(self, actor: Actor, *, version: int) -> OrderPage:
        """Order what stands on the card, once more if need be."""
        async with self.begin() as tx:
            row = await tx.checkouts.lock(actor.id)
            assert row is not None
            row.version, row.key = version, secrets.token_hex(16)
            agreed = await check_agreed(tx, row, await read_facts(tx, row, self.now()))
            order = await place_order(tx, row, agreed, randbits=self.randbits, at=self.now())
            return await order_page(tx, order, viewer=Party.BUYER, now=self.now())


def sends_before_the_commit(bot: Bot) -> Bot:
    """The bot with its replies on the wrong side of the commit."""
    turns = bot.turns
    bot.lanes.turns = SendsBeforeTheCommit(
        application=turns.application,
        shop=turns.shop,
        begin=turns.begin,
        courier=turns.courier,
        now=turns.now,
    )
    return bot


def takes_everything_as_new(bot: Bot) -> Bot:
    """The bot without its memory of updates."""
    polling = TakesEverythingAsNew(
        bot=bot.polling.bot,
        begin=bot.shop.begin,
        lanes=bot.lanes,
        now=bot.polling.now,
        wait_seconds=0,
    )
    return replace(bot, polling=polling)


def orders_without_a_key(bot: Bot) -> Bot:
    """The bot before a shop in which an order has no key of its own."""
    kept = bot.shop.buying
    naive = OrdersWithoutAKey(begin=kept.begin, now=kept.now, randbits=kept.randbits)
    bot.lanes.turns = replace(bot.turns, shop=replace(bot.shop, buying=naive))
    return bot


def twice(*taps_of: Act) -> Act:
    """The finger was faster than the answer."""

    def act(place: Place) -> object:
        return [one(place) for one in taps_of]

    return act


PLACED_TWICE = twice(taps("Ratna", "Buat pesanan"), taps("Ratna", "Buat pesanan"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault, the acts that bring it to light, and what is seen then."""

    plant: Plant
    before: Sequence[Act]
    acts: Sequence[Act]
    seen: str


TO_THE_FORM = (*LOOKING, *CHOOSING, taps("Ratna", "Isi alamat"))
FAULTS = {
    "send before commit": Fault(
        plant=sends_before_the_commit,
        before=(*LOOKING, *CHOOSING, *BUYING[:-1]),
        acts=(taps("Ratna", "Buat pesanan"),),
        seen="was told of an order that does not exist",
    ),
    "no dedupe": Fault(
        plant=takes_everything_as_new,
        before=TO_THE_FORM,
        acts=(writes("Ratna", "Ratna Dewi"),),
        seen="Ratna was never told: 'Alamat pengiriman · 2 dari 7",
    ),
    "no unique order": Fault(
        plant=orders_without_a_key,
        before=(*LOOKING, *CHOOSING, *BUYING[:-1]),
        acts=(PLACED_TWICE,),
        seen="orders were made from one card",
    ),
}


@pytest.fixture
async def lapak(tmp_path: Path) -> Place:
    """Budi's shop, which Ratna has not seen yet."""
    (tmp_path / "shop").mkdir()
    return await a_shop_with_a_seller(tmp_path / "shop")


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
async def test_a_planted_fault_turns_the_crash_test_red(
    lapak: Place, fault: Fault, tmp_path: Path
) -> None:
    await _calmly(lapak, fault.before)
    healthy = lapak.copied_to(tmp_path / "healthy")

    _, broken = await killed_everywhere(lapak, fault.acts, scratch=tmp_path, plant=fault.plant)
    _, sound = await killed_everywhere(healthy, fault.acts, scratch=tmp_path)

    assert any(fault.seen in one for one in broken)
    assert sound == []


async def _calmly(place: Place, acts: Sequence[Act]) -> None:
    for act in acts:
        act(place)
        await settle(place, Points())
