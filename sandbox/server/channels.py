"""Channels: they write in groups in their own name, and what they post elsewhere arrives there."""

from dataclasses import dataclass
from typing import Final

from sandbox.server import delivery, limits
from sandbox.server.bots import Bot
from sandbox.server.errors import ActRefused
from sandbox.server.groups import Group
from sandbox.server.messages import Content, Message
from sandbox.server.people import User
from sandbox.server.state import Sandbox
from sandbox.server.texts import typed_text
from sandbox.server.wire import Json

# The accounts behind which Telegram puts a channel, for bots that know only people.
CHANNEL_BOT: Final = User(
    id=136_817_688, first_name="Channel", username="Channel_Bot", is_bot=True
)
TELEGRAM: Final = User(id=777_000, first_name="Telegram")


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A channel that somebody owns."""

    id: int
    title: str

    def as_chat(self) -> Json:
        """The Chat object."""
        return {"id": self.id, "type": "channel", "title": self.title}


def write(
    sandbox: Sandbox,
    group: Group,
    channel: Channel,
    text: str,
    *,
    reply_to: Message | None = None,
) -> Message:
    """Its owner writes in a supergroup in the name of the channel."""
    _must_be_super(group)
    return _post(sandbox, group, channel, text, sender=CHANNEL_BOT, reply_to=reply_to)


def forward(sandbox: Sandbox, group: Group, channel: Channel, text: str) -> Message:
    """What the channel posts arrives by itself in the group that is linked to it."""
    _must_be_super(group)
    return _post(sandbox, group, channel, text, sender=TELEGRAM, automatic=True)


def post(sandbox: Sandbox, bot: Bot, channel: Channel, text: str) -> None:
    """The channel posts something, and the bot is one of its administrators."""
    words = typed_text(text)
    body: Json = {
        "message_id": bot.next_message_id(),
        "sender_chat": channel.as_chat(),
        "chat": channel.as_chat(),
        "date": sandbox.timestamp(),
        "text": words.text,
        "entities": [entity.as_entity() for entity in words.entities],
    }
    kept = limits.MESSAGE_KEPT_SECONDS
    delivery.deliver(sandbox, bot.id, "channel_post", body, kept_seconds=kept)


def _must_be_super(group: Group) -> None:
    if not group.is_super:
        raise ActRefused("channels write in supergroups only")


def _post(
    sandbox: Sandbox,
    group: Group,
    channel: Channel,
    text: str,
    *,
    sender: User,
    reply_to: Message | None = None,
    automatic: bool = False,
) -> Message:
    message = Message(
        id=sandbox.next_message_id(group),
        chat=group.as_chat(),
        bot_id=group.bot_id,
        sender=sender,
        date=sandbox.timestamp(),
        content=Content(words=typed_text(text)),
        reply_to=reply_to,
        on_behalf=channel.as_chat(),
        automatic=automatic,
    )
    sandbox.put(group, message)
    delivery.message_written(sandbox, group, message)
    return message
