"""What must be true of a world after a kill, compared with the world in which nobody died."""

import re
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby

from sandbox.server.chats import Chat
from sandbox.server.groups import Group
from sandbox.server.messages import Message
from sandbox.server.people import User
from store.domain.order import show_ref
from tests.crash.rig import Place

# What chance decides: an order's reference, and the code in a sum that is transferred.
CODE = re.compile(
    r"(?<=\.)(?!000)\d{3}\b|(?<=\()\d{3}(?=\))|(?<=code )\d{3}(?=:)|(?<=unik )\d{3}(?=:)"
)
REF = re.compile(r"LPK-[0-9A-Z]{5}-[0-9A-Z]{5}")
FACTS = {
    "orders": "SELECT status, count(*) FROM orders GROUP BY status",
    "stock": "SELECT sku, stock FROM variants ORDER BY sku",
    "moments": "SELECT moment, count(*) FROM order_moments GROUP BY moment",
    "notices": "SELECT person_id, event, count(*) FROM notices GROUP BY 1, 2",
    "parcels": "SELECT event, recipient_id, state, count(*) FROM outbox GROUP BY 1, 2, 3",
    "shipments": "SELECT order_id, number, money_at, returned_at, goods FROM shipments",
    "seen": "SELECT order_id, words FROM tracking_lines",
    "confirmed": "SELECT order_id, answer FROM cod_confirmations",
    "members": "SELECT shop_id, person_id, role FROM shop_members",
    "addresses": "SELECT person_id, count(*) FROM addresses GROUP BY 1",
    "checkouts": "SELECT buyer_id, is_open, quantity FROM checkouts",
    "requests": "SELECT order_id, asked_by, state, decided_by FROM requests ORDER BY id",
    "payments": "SELECT order_id, state, due - unique_code, received / 1000 FROM payments",
    "claims": "SELECT order_id, number, state, amount / 1000, booked FROM claims ORDER BY 1, 2",
    "receipts": "SELECT order_id, amount / 1000, booked FROM receipts ORDER BY 1, 2",
    "refunds": "SELECT order_id, cause, amount / 1000, state, attempts FROM refunds ORDER BY 1, 2",
    "ledger": "SELECT book, sum(amount) / 1000, count(*) FROM ledger GROUP BY 1",
    "messages": "SELECT order_id, by, sealed_words IS NULL FROM messages ORDER BY id",
    "deadlines": "SELECT timer, fired_at IS NULL, count(*) FROM deadlines GROUP BY 1, 2",
    "cards": "SELECT card, has_buttons, has_photo FROM cards ORDER BY 1, 2, 3",
    "undone": "SELECT count(*) FROM updates WHERE done_at IS NULL",
    "bugs": "SELECT count(*) FROM updates WHERE error IS NOT NULL",
    "unsaid": "SELECT count(*) FROM updates WHERE replies IS NOT NULL",
    "groups": "SELECT shop_id, title, bound_by, ended_at IS NULL FROM shop_groups",
    "talks": "SELECT person_id, parked FROM talks",
}
DOUBLED = "SELECT buyer_id, checkout_version FROM orders GROUP BY 1, 2 HAVING count(*) > 1"
Told = tuple[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Everything that counts at the end of an act."""

    facts: dict[str, list[tuple[object, ...]]]
    chats: dict[str, list[Told]]
    unanswered: int
    invented: tuple[str, ...]
    doubled: int


def ending(place: Place) -> Ending:
    """How this world looks now."""
    bot = next(iter(place.sandbox.bots.values()))
    people = place.sandbox.people.values()
    presses = place.sandbox.presses
    waiting = (
        presses.waiting(bot.id, chat, one.id) for one in people for chat in _where(place, one)
    )
    return Ending(
        facts=_facts(place),
        chats=_chats(place),
        unanswered=sum(len(found) for found in waiting),
        invented=tuple(sorted(_spoken_of(place) - _orders(place))),
        doubled=len(_rows(place, DOUBLED)),
    )


def _where(place: Place, person: User) -> list[int]:
    """The chats in which somebody may have pressed."""
    chats = place.sandbox.chats.values()
    return [person.id, *(chat.id for chat in chats if isinstance(chat, Group))]


def _facts(place: Place) -> dict[str, list[tuple[object, ...]]]:
    # One connection for all: opening one costs more than a query.
    with closing(sqlite3.connect(place.folder / "shop.sqlite3")) as database:
        return {name: database.execute(query).fetchall() for name, query in FACTS.items()}


def _rows(place: Place, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(place.folder / "shop.sqlite3")) as database:
        return database.execute(query).fetchall()


def _orders(place: Place) -> set[str]:
    """The references of all orders, as people see them."""
    return {show_ref(str(ref)) for (ref,) in _rows(place, "SELECT ref FROM orders")}


def _spoken_of(place: Place) -> set[str]:
    """Every reference that was ever said to anybody, also where it was edited away since."""
    calls = place.sandbox.journal.calls()
    return {ref for call in calls if call.accepted for ref in REF.findall(str(call.parameters))}


def _chats(place: Place) -> dict[str, list[Told]]:
    """What was said to everybody, and in every group."""
    people = [one.first_name for one in place.sandbox.people.values()]
    groups = [one for one in place.sandbox.chats.values() if isinstance(one, Group)]
    return {
        **{name: _said(place.chat(name)) for name in people},
        **{f"the group {group.title}": _said(group) for group in groups},
    }


def _said(chat: Chat) -> list[Told]:
    """What the bot has said there, oldest first, without the references' digits."""
    messages = reversed(chat.newest_first)
    shown = groupby((one for one in messages if one.from_bot), key=lambda one: one.album or one.id)
    return [_told(tuple(together)) for _, together in shown]


def _told(together: tuple[Message, ...]) -> Told:
    """A message, or an album as the one thing that people see."""
    text = CODE.sub("code", REF.sub("LPK", together[0].text))
    if len(together) > 1:
        text = f"(album of {len(together)}) {text}"
    rows = tuple(tuple(CODE.sub("code", label) for label in row) for row in together[0].rows)
    return text, rows


def violations(after: Ending, calm: Ending) -> list[str]:
    """What a kill has broken; one message may come twice in each chat, never two."""
    found = [
        f"{name}: {after.facts[name]} instead of {calm.facts[name]}"
        for name in FACTS
        if after.facts[name] != calm.facts[name]
    ]
    if after.unanswered:
        found.append(f"{after.unanswered} presses were never answered")
    found += [f"somebody was told of an order that does not exist: {x}" for x in after.invented]
    if after.doubled:
        found.append(f"{after.doubled} times several orders were made from one card")
    for name, told in calm.chats.items():
        missing = Counter(told) - Counter(after.chats[name])
        extra = Counter(after.chats[name]) - Counter(told)
        found += [f"{name} was never told: {text!r}" for text, _ in missing]
        found += [f"{name} sees what nobody should: {text!r}" for text in _strangers(extra, told)]
        if extra.total() > 1:
            found.append(f"{name} saw {extra.total()} messages twice")
    return found


def _strangers(extra: Counter[Told], told: list[Told]) -> list[str]:
    """What is neither told in the calm world nor a repeat of it."""
    known = {text for text, _ in told}
    return [text for text, _ in extra if text not in known]
