"""Deleting messages, within two days."""

from datetime import UTC, datetime

from sandbox.server.chats import Chat
from sandbox.server.errors import bad_request
from sandbox.server.groups import Group
from sandbox.server.limits import DELETE_AT_ONCE, DELETE_WITHIN
from sandbox.server.messages import Message
from sandbox.server.methods.base import Call
from sandbox.server.wire import ChatId, Integer, Nested, WireModel


class DeleteMessage(WireModel):
    """Parameters of deleteMessage."""

    chat_id: ChatId
    message_id: Integer


class DeleteMessages(WireModel):
    """Parameters of deleteMessages."""

    chat_id: ChatId
    message_ids: Nested[list[int]]


async def delete_message(call: Call, given: DeleteMessage) -> bool:
    """Take one message away for everybody."""
    chat = call.open_chat(given.chat_id)
    message = chat.messages.get(given.message_id)
    if message is None:
        raise bad_request("message to delete not found")
    _must_be_its_own(chat, message)
    _must_be_young(call, message)
    call.sandbox.remove(chat, message.id)
    return True


async def delete_messages(call: Call, given: DeleteMessages) -> bool:
    """Take several away; those that are gone already are skipped."""
    if not 1 <= len(given.message_ids) <= DELETE_AT_ONCE:
        raise bad_request(f"1 to {DELETE_AT_ONCE} messages can be deleted at once")
    chat = call.open_chat(given.chat_id)
    messages = _present(chat, given.message_ids)
    for message in messages:
        _must_be_its_own(chat, message)
        _must_be_young(call, message)
    for message in messages:
        call.sandbox.remove(chat, message.id)
    return True


def _present(chat: Chat, numbers: list[int]) -> list[Message]:
    return [chat.messages[number] for number in dict.fromkeys(numbers) if number in chat.messages]


def _must_be_its_own(chat: Chat, message: Message) -> None:
    """In a group only an administrator deletes what others wrote."""
    if not isinstance(chat, Group) or message.from_bot:
        return
    if chat.bot_member is None or not chat.bot_member.leads:
        raise bad_request("message can't be deleted")


def _must_be_young(call: Call, message: Message) -> None:
    age = call.sandbox.now() - datetime.fromtimestamp(message.date, UTC)
    if age > DELETE_WITHIN:
        raise bad_request("message can't be deleted for everyone")
