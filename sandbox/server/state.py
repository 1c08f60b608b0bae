"""The whole state of a sandbox: bots, people, chats, groups, files, presses, the journal."""

import random
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from sandbox.server.bots import Bot
from sandbox.server.changes import Change, ChangeKind, Changes
from sandbox.server.chats import Chat, ChatKind, PrivateChat
from sandbox.server.checkouts import Checkouts
from sandbox.server.clock import utc_now
from sandbox.server.faults import Weather
from sandbox.server.groups import Group, GroupMember, Standing
from sandbox.server.journal import Journal
from sandbox.server.messages import Message
from sandbox.server.people import User
from sandbox.server.photos import Files
from sandbox.server.presses import Presses
from sandbox.server.updates import UpdateQueue

# Real account numbers no longer fit in 32 bits, so neither do these.
_FIRST_BOT: Final = 7_100_000_001
_FIRST_PERSON: Final = 5_300_000_001
_FIRST_GROUP: Final = -4_900_000_001
_FIRST_SUPERGROUP: Final = -1_002_147_483_648


@dataclass(slots=True, kw_only=True)
class Sandbox:
    """Everything that Telegram would remember. Used from one event loop."""

    now: Callable[[], datetime] = utc_now
    monotonic: Callable[[], float] = time.monotonic
    chance: random.Random = field(default_factory=random.Random)
    bots: dict[int, Bot] = field(default_factory=dict)
    people: dict[int, User] = field(default_factory=dict)
    chats: dict[tuple[int, int], Chat] = field(default_factory=dict)
    files: Files = field(default_factory=Files)
    journal: Journal = field(default_factory=Journal)
    changes: Changes = field(default_factory=Changes)
    presses: Presses = field(init=False)
    checkouts: Checkouts = field(init=False)
    weather: Weather = field(default_factory=Weather)

    def __post_init__(self) -> None:
        self.presses = Presses(self.monotonic)
        self.checkouts = Checkouts(self.monotonic)

    def add_bot(self, username: str = "lapak_bot", name: str = "Lapak", token: str = "") -> Bot:
        """A new bot; without a token it gets one as BotFather would make it."""
        number, _, _ = token.partition(":")
        bot_id = int(number) if number.isdecimal() else _FIRST_BOT + len(self.bots)
        user = User(id=bot_id, first_name=name, username=username, is_bot=True)
        first_id = self.chance.randrange(100_000_000, 900_000_000)
        queue = UpdateQueue(first_id=first_id, monotonic=self.monotonic)
        bot = Bot(user=user, token=token or f"{bot_id}:{secrets.token_urlsafe(26)}", updates=queue)
        self.bots[bot_id] = bot
        return bot

    def add_person(
        self, name: str, *, language: str = "id", username: str = "", last_name: str = ""
    ) -> User:
        """Somebody with a Telegram account and a phone in that language."""
        person = User(
            id=_FIRST_PERSON + len(self.people),
            first_name=name,
            last_name=last_name,
            username=username,
            language_code=language,
        )
        self.people[person.id] = person
        self.changes.publish(Change(kind=ChangeKind.PERSON, chat_id=person.id))
        return person

    def bot_with(self, token: str) -> Bot | None:
        """The bot that holds this token."""
        matches = (bot for bot in self.bots.values() if secrets.compare_digest(bot.token, token))
        return next(matches, None)

    def chat_between(self, bot: Bot, person: User) -> PrivateChat:
        """The private chat of the two, which may not have been started yet."""
        chat = self.chats.get((bot.id, person.id))
        if not isinstance(chat, PrivateChat):
            chat = PrivateChat(
                id=person.id,
                kind=ChatKind.PRIVATE,
                bot_id=bot.id,
                person=person,
                instance=self._instance(),
            )
            self.chats[bot.id, person.id] = chat
        return chat

    def add_group(self, bot: Bot, title: str, creator: User, *, is_super: bool = False) -> Group:
        """A group that the bot may be added to."""
        place = len(self.groups)
        group = Group(
            id=_FIRST_SUPERGROUP - place if is_super else _FIRST_GROUP - place,
            kind=ChatKind.SUPERGROUP if is_super else ChatKind.GROUP,
            bot_id=bot.id,
            title=title,
            instance=self._instance(),
        )
        group.put(GroupMember(user=creator, standing=Standing.CREATOR))
        self.chats[bot.id, group.id] = group
        self.changes.publish(Change(kind=ChangeKind.PERSON, bot_id=bot.id, chat_id=group.id))
        return group

    @property
    def groups(self) -> list[Group]:
        """All groups, also those that have become supergroups."""
        return [chat for chat in self.chats.values() if isinstance(chat, Group)]

    def next_message_id(self, chat: Chat) -> int:
        """The number of the next message there."""
        if isinstance(chat, Group) and chat.is_super:
            return chat.next_message_id()
        return self.bots[chat.bot_id].next_message_id()

    def _instance(self) -> str:
        return str(self.chance.randrange(-(2**63), 2**63))

    def timestamp(self) -> int:
        """Now, as messages carry it."""
        return int(self.now().timestamp())

    def put(self, chat: Chat, message: Message) -> None:
        """A message arrives in the chat, or takes the place of its older form."""
        edited = message.id in chat.messages
        chat.messages[message.id] = message
        if message.from_bot and not edited:
            chat.action = ""
        self.tell(ChangeKind.EDITED if edited else ChangeKind.MESSAGE, chat, message.id)

    def remove(self, chat: Chat, message_id: int) -> None:
        """The message is gone for everybody."""
        message = chat.messages.pop(message_id)
        if message.prompt is not None:
            chat.prompts_gone.append(message)
        self.tell(ChangeKind.DELETED, chat, message_id)

    def tell(self, kind: ChangeKind, chat: Chat, message_id: int = 0) -> None:
        """Let the watchers know of a change in a chat."""
        self.changes.publish(
            Change(kind=kind, bot_id=chat.bot_id, chat_id=chat.id, message_id=message_id)
        )
