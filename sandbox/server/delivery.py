"""What bots are told of: the one place through which every update passes."""

from sandbox.server import limits
from sandbox.server.chats import Chat
from sandbox.server.messages import Message
from sandbox.server.presses import Press
from sandbox.server.state import Sandbox
from sandbox.server.wire import Json


def deliver(sandbox: Sandbox, bot_id: int, kind: str, body: Json, *, kept_seconds: float) -> None:
    """Queue an update for the bot."""
    sandbox.bots[bot_id].updates.add(kind, body, kept_seconds=kept_seconds)


def message_written(sandbox: Sandbox, chat: Chat, message: Message) -> None:
    """A person sent a message."""
    kept = limits.MESSAGE_KEPT_SECONDS
    deliver(sandbox, chat.bot_id, "message", message.as_message(), kept_seconds=kept)


def message_edited(sandbox: Sandbox, chat: Chat, message: Message) -> None:
    """A person changed a message."""
    kept = limits.MESSAGE_KEPT_SECONDS
    deliver(sandbox, chat.bot_id, "edited_message", message.as_message(), kept_seconds=kept)


def button_pressed(sandbox: Sandbox, chat: Chat, press: Press, under: Json) -> None:
    """A person pressed a button under a message."""
    body = {
        "id": press.id,
        "from": chat.person.as_user(),
        "message": under,
        "chat_instance": chat.instance,
        "data": press.button_data,
    }
    kept = limits.PRESS_KEPT_SECONDS
    deliver(sandbox, chat.bot_id, "callback_query", body, kept_seconds=kept)


def membership_changed(sandbox: Sandbox, chat: Chat, *, blocked: bool) -> None:
    """A person blocked the bot or let it speak again."""
    member = {"user": sandbox.bots[chat.bot_id].user.as_user(), "status": "member"}
    kicked = {**member, "status": "kicked", "until_date": 0}
    old, new = (member, kicked) if blocked else (kicked, member)
    body = {
        "chat": chat.as_chat(),
        "from": chat.person.as_user(),
        "date": sandbox.timestamp(),
        "old_chat_member": old,
        "new_chat_member": new,
    }
    kept = limits.MESSAGE_KEPT_SECONDS
    deliver(sandbox, chat.bot_id, "my_chat_member", body, kept_seconds=kept)
