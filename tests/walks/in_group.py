"""A shop's group, and what its people, its bystanders and a hidden leader do there by chance."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from sandbox.server import acts, attachments, group_acts
from sandbox.server.groups import Group
from sandbox.server.keyboards import InlineKeyboardButton
from sandbox.server.messages import Message
from store.domain.actor import Actor
from tests.crash.rig import Place, kitchen_of
from tests.support.groups import PERSONAL
from tests.walks.language import foreign_sentence, left_over
from tests.walks.looks import Onlooker, buttons
from tests.walks.town import Town
from tests.walks.walker import STEPS, WORDS, Walk, commands

OWNER: Final = "Budi"
INSIDE: Final = (OWNER, "Tono", "Dewi", "Hana")
STRANGERS: Final = ("Dewi", "Hana")
TITLES: Final = ("Dapur", "Gudang <b>", "Grup {shop}", "\u202eterbalik", "x" * 128)
FORGED: Final = ("h1", "os1.0.0.1", "d1.1", "gh1.1", "gh1.99", "gc1.1", "zzz")
# The shop of the town speaks this language, and so does its group.
SPOKEN: Final = "id"

Act = Callable[[], object]


def gather(place: Place, newcomers: Mapping[str, str]) -> Group:
    """Put Budi, Tono and newcomers into a supergroup; the last of them leads it unseen."""
    sandbox = place.sandbox
    for name, language in newcomers.items():
        sandbox.add_person(name, language=language)
    people = {one.first_name: one for one in sandbox.people.values()}
    bot = next(iter(sandbox.bots.values()))
    group = sandbox.add_group(bot, "Dapur Langkah", people[OWNER], is_super=True)
    for name in INSIDE[1:]:
        group_acts.join(sandbox, group, people[name])
    group_acts.promote(sandbox, group, people["Hana"], by=people[OWNER])
    group_acts.go_anonymous(sandbox, group, people["Hana"])
    return group


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOnlooker(Onlooker):
    """Looks at a group too: whose words stand there, and who was written down."""

    heard: set[int] = field(default_factory=set)

    def complaints(self) -> list[str]:
        """Everything that is not as it should be, as sentences."""
        return [*Onlooker.complaints(self), *self._said(), *self._known()]

    def _said(self) -> Iterator[str]:
        group = kitchen_of(self.town.place)
        bound = self.town.facts("SELECT number FROM shop_groups WHERE ended_at IS NULL")
        for message in group.newest_first:
            if not message.from_bot or message.id in self.heard or message.content.attached:
                continue
            self.heard.add(message.id)
            words = "\n".join((message.text, *message.labels))
            yield from (f"the group reads {it!r}" for it in PERSONAL if it in words)
            lines = [line for line in words.split("\n") if line.strip()]
            yield from (
                f"the group reads {line!r}"
                for line in lines
                if left_over(self.without_names(line))
            )
            foreign = [line for line in lines if foreign_sentence(SPOKEN, line)]
            own = [line for line in lines if foreign_sentence("en", line)]
            if foreign and (bound or own):
                yield f"the group, which speaks {SPOKEN}, reads {foreign} next to {own}"

    def _known(self) -> Iterator[str]:
        ids = ", ".join(str(self.town.person(name).id) for name in STRANGERS)
        known = self.town.facts(f"SELECT id FROM people WHERE id IN ({ids})")
        if known:
            yield f"strangers were written down: {known}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupWalk(Walk):
    """Thirty acts in a group and around it."""

    async def goes(self) -> None:
        """The shop gets its group; then anything may happen; at the end everybody finds home."""
        onlooker = GroupOnlooker(town=self.town, named=TITLES)
        for name in self.people:
            await self._does(onlooker, f"{name} starts", partial(self._starts, name))
        await self._does(onlooker, "Budi connects", await self._connects())
        for _ in range(STEPS):
            what, act = await self._drawn()
            await self._does(onlooker, what, act)
        for name in self.people:
            await self._goes_home(name, onlooker)

    @property
    def group(self) -> Group:
        """Where it happens."""
        return kitchen_of(self.town.place)

    async def _drawn(self) -> tuple[str, Act]:
        """What happens next; what needs the bot in the group waits until it is there."""
        dice = self.chance.random()
        if dice < 0.16:
            return self._draw(self._one_of(self.people))
        if dice < 0.26:
            return "Ratna orders", await self._orders()
        if not self.group.holds(self.group.bot_id) or dice < 0.32:
            if self.chance.random() < 0.6:
                return "Budi connects", await self._connects()
            return "Budi adds the bot", partial(self._adds_bot, OWNER, "")
        if dice < 0.45:
            return self._about_the_group()
        name = self._one_of(self._present())
        return self._speaks(name) if dice < 0.75 else self._presses_here(name)

    def _present(self) -> tuple[str, ...]:
        return tuple(one.user.first_name for one in self.group.inside() if not one.user.is_bot)

    async def _connects(self) -> Act:
        owner = await self.town.shop.people.actor(self.town.person(OWNER).id)
        token = await self.town.shop.groups.open_link(owner, next(iter(owner.memberships)))
        return partial(self._adds_bot, OWNER, token)

    async def _orders(self) -> Act:
        shop = self.town.shop
        buyer = await shop.people.actor(self.town.person("Ratna").id)
        placed = await _ordered(self.town, buyer)
        return lambda: placed

    def _adds_bot(self, name: str, payload: str) -> None:
        by, sandbox = self.town.person(name), self.town.place.sandbox
        group_acts.add_bot(sandbox, self.group, payload, by=by, leads=self.chance.random() < 0.3)

    def _about_the_group(self) -> tuple[str, Act]:
        """Something becomes of the group or of who is in it."""
        sandbox, group, owner = self.town.place.sandbox, self.group, self.town.person(OWNER)
        bot = sandbox.bots[group.bot_id].user
        guest = self.town.person(self._one_of(("Tono", "Dewi")))
        title, comes = self._one_of(TITLES), not group.holds(guest.id)
        come_or_go = group_acts.join if comes else group_acts.leave
        return self._one_of(
            (
                (f"renamed to {title!r}", partial(self._renamed, title)),
                (f"{guest.name} comes or goes", partial(come_or_go, sandbox, group, guest)),
                ("the bot is put out", partial(group_acts.put_out, sandbox, group, bot, by=owner)),
                ("a link that leads nowhere", partial(self._adds_bot, OWNER, "nothing")),
            )
        )

    def _renamed(self, title: str) -> None:
        by = self.town.person(self._one_of((OWNER, "Hana")))
        group_acts.rename(self.town.place.sandbox, self.group, title, by=by)

    def _speaks(self, name: str) -> tuple[str, Act]:
        """A command, words or a sticker, in the group."""
        sandbox, group, by = self.town.place.sandbox, self.group, self.town.person(name)
        if self.chance.random() < 0.1:
            sent = attachments.sticker(sandbox, "👍")
            act = partial(acts.send_attachment, sandbox, group, sent, by=by)
            return f"{name} sends a sticker in the group", act
        command = f"/{self._one_of(('start', 'help', *commands()))}"
        words = command if self.chance.random() < 0.7 else self._one_of(WORDS)
        act = partial(acts.write, sandbox, group, words, by=by)
        return f"{name} writes {words[:40]!r} in the group", act

    def _presses_here(self, name: str) -> tuple[str, Act]:
        """A button that stands in the group, or data that a changed app sends."""
        said = [one for one in self.group.newest_first if one.from_bot and not one.kind]
        if not said:
            return self._speaks(name)
        message = self._one_of(tuple(said))
        keys: list[InlineKeyboardButton] = buttons(message)
        shown = [key.callback_data or "" for key in keys]
        data = self._one_of((*shown, *shown, *FORGED))
        return f"{name} presses {data} in the group", self._press_here(name, message, data)

    def _press_here(self, name: str, message: Message, data: str) -> Act:
        return partial(self.town.presses, name, message, data, in_=self.group)


async def _ordered(town: Town, buyer: Actor) -> object:
    """One more order from Budi's shop; nothing where the shelf is empty."""
    things = await town.shop.catalogue.products(1, page=1)
    pages = [await town.shop.catalogue.product(one.id) for one in things.items]
    there = [variant.id for page in pages for variant in page.variants if variant.stock]
    if not there:
        return None
    checkout = await town.shop.buying.open(buyer, there[0])
    return await town.shop.buying.place(buyer, version=checkout.version)
