"""Every button against everybody who has no right to it, in every state an order can be in."""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest

from bot.buttons.base import Button
from bot.buttons.groups import ReleaseHere
from bot.buttons.refunds import RefundNotReceived
from sandbox.server import acts, channels
from sandbox.server.chats import Chat
from sandbox.server.messages import Message
from store.domain.order import OrderStatus
from store.domain.payment import PaymentState
from store.domain.refund import RefundState
from store.domain.request import RequestState
from tests.crash.rig import Place, kitchen_of
from tests.hostile.cast import RATNAS
from tests.hostile.gallery import JAGO, WORDS, a_gallery
from tests.hostile.rights import HELD, OPEN, RIGHTS, Right
from tests.hostile.test_forged_buttons import every_button
from tests.walks.town import Town, awake
from tests.walks.walker import commands

# What a press leaves behind whoever presses, and what somebody keeps for themselves.
OWN: Final = frozenset(
    {"updates", "live_screens", "sent_notices", "known_pictures", "talks", "checkouts", "people"}
)
CHANNEL: Final = channels.Channel(id=-1_001_999_999_999, title="Promo Sepatu")
COMMANDS: Final = ("start", "help", "sell", "orders", "inbox", "privacy", "cancel")
PRIVATE: Final = (RATNAS.name, RATNAS.phone, RATNAS.street, JAGO.number, JAGO.holder, WORDS)
# The order that was written about is one of several in its state.
STATES: Final[dict[str, set[object]]] = {
    "orders.status": {*OrderStatus} - {OrderStatus.ON_HOLD},
    "payments.state": {*PaymentState} - {PaymentState.EXPIRED, PaymentState.VOID},
    "requests.state": {RequestState.PENDING, RequestState.APPROVED},
    "refunds.state": {*RefundState} - {RefundState.NOT_NEEDED, RefundState.SETTLED},
}
# What the fields of buttons are about, by name ...
THINGS: Final = {
    "order_id": "SELECT id FROM orders",
    "request_id": "SELECT id FROM requests",
    "claim_id": "SELECT id FROM claims",
    "refund_id": "SELECT id FROM refunds",
    "notice_id": (
        "SELECT max(id) FROM notices WHERE person_id = (SELECT max(buyer_id) FROM orders)"
        " GROUP BY event"
    ),
    "address_id": "SELECT id FROM addresses",
    "shop_id": "SELECT id FROM shops WHERE slug = 'toko-langkah'",
    "person_id": "SELECT person_id FROM shop_members ORDER BY role DESC",
    "product_id": "SELECT min(id) FROM products",
    "variant_id": "SELECT min(id) FROM variants",
    "number": "SELECT number FROM shop_groups",
    "version": "SELECT DISTINCT version FROM orders",
    "seen": "SELECT stock FROM variants WHERE id = (SELECT min(id) FROM variants)",
}
# ... and what is chosen on them.
CHOSEN: Final[dict[str, list[int | bool]]] = {
    "reason": [0],
    "mark": [0],
    "twin": [0],
    "field": [0],
    "kind": [0],
    "pile": [0],
    "door": [0],
    "tab": [0],
    "page": [1],
    "attempt": [0],
    "counted": [7],
    "amount": [1_000],
    "receipts": [0],
    "came": [True],
    "refused": [True],
    "sellable": [True],
    "regency": [True],
}
GOODS: Final = (
    RATNAS.name,
    "Sepatu Angin",
    "Toko Langkah",
    "Dapur Langkah",
    "Tono",
    "Jl. Rahasia",
)


@pytest.fixture(scope="session")
def gallery(den: Path) -> Callable[[], Any]:
    """A fresh copy of the gallery."""
    made: list[Place] = []

    async def copy() -> Place:
        if not made:
            made.append(await a_gallery(den / "gallery"))
        return made[0].copied_to(den / "shown")

    return copy


def test_every_button_has_a_row() -> None:
    assert set(every_button()) == {*RIGHTS, *OPEN}
    assert not set(RIGHTS) & set(OPEN)


async def test_the_gallery_shows_every_state(gallery: Callable[[], Any]) -> None:
    async with awake(await gallery()) as town:
        for column, wanted in STATES.items():
            table, name = column.split(".")
            found = {row[0] for row in town.facts(f"SELECT DISTINCT {name} FROM {table}")}
            assert wanted <= found, column


@pytest.mark.parametrize("who", HELD)
async def test_who_has_no_right_changes_nothing_and_reads_nothing(
    gallery: Callable[[], Any], who: str
) -> None:
    async with awake(await gallery()) as town:
        matrix = Matrix(town=town)
        before = matrix.world()
        for button in _forbidden(who):
            # Whoever works in a shop may leave it.
            me = town.person(who).id
            cells = [one for one in matrix.cells(button) if vars(one).get("person_id") != me]
            assert cells, button
            told = await matrix.presses(who, cells)

            assert matrix.world() == before, (who, button)
            assert [word for word in matrix.secrets(who) if word in told] == [], (who, button)


async def test_a_stranger_in_the_shops_group_moves_nothing_there(
    gallery: Callable[[], Any],
) -> None:
    who = "Gita"
    async with awake(await gallery()) as town:
        matrix, group = Matrix(town=town), kitchen_of(town.place)
        before, cards = matrix.world(), [one for one in group.newest_first if one.labels]
        for button in RIGHTS:
            told = await matrix.presses(who, list(matrix.cells(button)), on=cards[0], in_=group)

            assert matrix.world() == before, (who, button)
            assert [word for word in PRIVATE if word in told] == [], (who, button)
        assert len(cards) >= 5


@pytest.mark.parametrize("who", ["Gita", "Hana"])
async def test_commands_of_a_stranger_and_of_a_hidden_leader_reveal_nothing(
    gallery: Callable[[], Any], who: str
) -> None:
    async with awake(await gallery()) as town:
        matrix, group = Matrix(town=town), kitchen_of(town.place)
        before, seen = matrix.world(), len(group.newest_first)
        for command in ("start", "help", *commands()):
            acts.write(town.place.sandbox, group, f"/{command}", by=town.person(who))
        await town.settles()

        assert matrix.world() == before
        said = "\n".join(one.text for one in group.newest_first[: len(group.newest_first) - seen])
        assert [word for word in PRIVATE if word in said] == []


async def test_a_channel_moves_nothing_and_reads_nothing(gallery: Callable[[], Any]) -> None:
    """It writes in the shop's group in its own name, forwards there, and posts to the bot."""
    async with awake(await gallery()) as town:
        matrix, group, sandbox = Matrix(town=town), kitchen_of(town.place), town.place.sandbox
        bot = sandbox.bots[group.bot_id]
        before, seen = matrix.world(), len(group.newest_first)
        cards = [one for one in group.newest_first if one.labels]
        for words in (*(f"/{one}@{bot.user.username}" for one in COMMANDS), "100.000"):
            channels.write(sandbox, group, CHANNEL, words)
            channels.forward(sandbox, group, CHANNEL, words)
            channels.write(sandbox, group, CHANNEL, words, reply_to=cards[0])
        channels.post(sandbox, bot, CHANNEL, "/start")
        await town.settles()

        assert matrix.world() == before
        new = group.newest_first[: len(group.newest_first) - seen]
        said = "\n".join(one.text for one in new if one.from_bot)
        assert [word for word in PRIVATE if word in said] == []
        told = [str(one.parameters) for one in sandbox.journal.calls()]
        assert [one for one in told if str(CHANNEL.id) in one] == []


@pytest.mark.parametrize("button", RIGHTS, ids=lambda one: one.__name__)
async def test_who_has_the_right_gets_somewhere(
    gallery: Callable[[], Any], button: type[Button]
) -> None:
    """A row that refuses everybody would hide that nothing is guarded."""
    right = min(RIGHTS[button])
    who = next(name for name, held in HELD.items() if right in held)
    async with awake(await gallery()) as town:
        matrix, in_ = Matrix(town=town), None
        if button is ReleaseHere:
            in_ = kitchen_of(town.place)
        before = matrix.world()
        told = await matrix.presses(who, list(matrix.cells(button)), in_=in_)

        moved = matrix.world() != before
        assert moved or any(word in told for word in matrix.things(who)), told[-2000:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """What can be pressed in the gallery, and what must not become of it."""

    town: Town

    def cells(self, button: type[Button]) -> Iterator[Button]:
        """The button with everything that it may be about, the rest as it would be shown."""
        names = [field.name for field in dataclasses.fields(button)]
        for values in product(*(self._values(button, name) for name in names)):
            yield button(*values)

    async def presses(
        self, who: str, cells: list[Button], *, on: Message | None = None, in_: Chat | None = None
    ) -> str:
        """Press them all; everything that was said to whoever pressed, and in that place."""
        chat = in_ or self.town.chat(who)
        seen = len(self.town.place.sandbox.journal.calls())
        message = on or next(one for one in chat.newest_first if one.from_bot)
        pressed = [self.town.presses(who, message, cell.pack(), in_=in_) for cell in cells]
        await self.town.settles()
        assert all(press.answer is not None for press in pressed), cells[0]
        calls = self.town.place.sandbox.journal.calls()[seen:]
        heard = {chat.id, str(chat.id), self.town.person(who).id, str(self.town.person(who).id)}
        told = [str(one.parameters) for one in calls if one.parameters.get("chat_id") in heard]
        return "\n".join((*told, *(press.answer.text for press in pressed if press.answer)))

    def world(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every table, but for what whoever presses keeps for themselves."""
        tables = self.town.facts("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = sorted({str(name) for (name,) in tables} - OWN)
        return {name: self.town.facts(f"SELECT * FROM {name}") for name in names}

    def secrets(self, who: str) -> list[str]:
        """What must not be told to somebody who is no side; a member reads what is packed."""
        held = HELD[who]
        if held & {Right.BUYER, Right.MEMBER}:
            return []
        refs = [] if Right.OPERATOR in held else self.things(who)
        return [*PRIVATE, *refs]

    def things(self, who: str) -> list[str]:
        """Words by which it is seen that something of the gallery was shown."""
        refs = [str(ref)[:5] for (ref,) in self.town.facts("SELECT ref FROM orders")]
        return refs if who in {"Joko", "Sari", "Dewi", "Olga"} else [*refs, *GOODS]

    def _values(self, button: type[Button], name: str) -> list[int | bool]:
        if button is RefundNotReceived and name == "attempt":
            return [1]
        if name in CHOSEN:
            return CHOSEN[name]
        found = self.town.facts(THINGS[name].format(shop=1))
        return [int(str(value)) for (value,) in found]


def _forbidden(who: str) -> list[type[Button]]:
    return [button for button, rights in RIGHTS.items() if not rights & HELD[who]]
