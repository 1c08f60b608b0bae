"""What a person's app shows in place of the keyboard, or as a reply that waits to be written."""

from sandbox.server.chats import Chat
from sandbox.server.entities import EntityKind
from sandbox.server.groups import Group
from sandbox.server.keyboards import ForceReply, ReplyKeyboardMarkup
from sandbox.server.messages import Message
from sandbox.server.people import User


def keyboard_message(chat: Chat, person: User) -> Message | None:
    """The message whose reply keyboard the person sees now; None where there is none.

    A keyboard goes with its message, and an older one does not come back.
    """
    told = sorted((*chat.newest_first, *chat.prompts_gone), key=lambda one: -one.id)
    for message in told:
        if isinstance(message.prompt, ForceReply) or not _is_for(chat, message, person):
            continue
        stands = message.id in chat.messages and isinstance(message.prompt, ReplyKeyboardMarkup)
        return message if stands else None
    return None


def asked_message(chat: Chat, person: User) -> Message | None:
    """The message that the person's app opens a reply to; None when it is answered."""
    for message in chat.newest_first:
        if message.sender.id == person.id:
            return None
        if isinstance(message.prompt, ForceReply) and _is_for(chat, message, person):
            return message
    return None


def _is_for(chat: Chat, message: Message, person: User) -> bool:
    """A selective prompt is for those who are named in the text or whose message it answers."""
    if message.prompt is None:
        return False
    if not message.prompt.selective or not isinstance(chat, Group):
        return True
    if message.reply_to is not None and message.reply_to.sender.id == person.id:
        return True
    named = (e.user for e in message.content.words.entities if e.kind is EntityKind.TEXT_MENTION)
    by_link = any(user is not None and user.id == person.id for user in named)
    mentioned = person.username and f"@{person.username}".lower() in message.text.lower()
    return by_link or bool(mentioned)
