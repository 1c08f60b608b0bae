"""What a bot may know of a chat: getChat, members, leaving."""

from sandbox.server import group_acts
from sandbox.server.chats import Chat, PrivateChat
from sandbox.server.errors import bad_request
from sandbox.server.groups import Group
from sandbox.server.methods.base import Call
from sandbox.server.people import User
from sandbox.server.wire import Boolean, ChatId, Integer, Json, WireModel


class OneChat(WireModel):
    """Parameters of the methods that ask about a chat."""

    chat_id: ChatId


class GetChatAdministrators(OneChat):
    """Parameters of getChatAdministrators."""

    return_bots: Boolean = False


class GetChatMember(OneChat):
    """Parameters of getChatMember."""

    user_id: Integer


async def get_chat(call: Call, given: OneChat) -> Json:
    """Everything the sandbox knows of the chat."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return {
        **call.known_chat(given.chat_id).as_chat(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {**dict.fromkeys(gifts, False), "gifts_from_channels": False},
    }


async def get_chat_member(call: Call, given: GetChatMember) -> Json:
    """How somebody stands in the chat."""
    chat = call.known_chat(given.chat_id)
    user = _known(call, chat, given.user_id)
    if user is None:
        raise bad_request("member not found")
    if isinstance(chat, Group):
        return chat.member(user).as_member()
    return {"user": user.as_user(), "status": "member"}


async def get_chat_administrators(call: Call, given: GetChatAdministrators) -> list[Json]:
    """The administrators of a group; other bots only when they are asked for."""
    group = _group(call, given, "there are no administrators in the private chat")
    leaders = [member for member in group.inside() if member.leads]
    return [one.as_member() for one in leaders if given.return_bots or not one.user.is_bot]


async def get_chat_member_count(call: Call, given: OneChat) -> int:
    """How many are in the chat, the bot among them."""
    chat = call.known_chat(given.chat_id)
    return len(chat.inside()) if isinstance(chat, Group) else 2


async def leave_chat(call: Call, given: OneChat) -> bool:
    """The bot leaves a group; a private chat cannot be left."""
    group = _group(call, given, "chat member status can't be changed in private chats")
    group_acts.bot_leaves(call.sandbox, group)
    return True


def _group(call: Call, given: OneChat, refusal: str) -> Group:
    chat = call.known_chat(given.chat_id)
    if not isinstance(chat, Group):
        raise bad_request(refusal)
    return chat


def _known(call: Call, chat: Chat, user_id: int) -> User | None:
    """Anybody for a group; in a private chat only the two."""
    if user_id == call.bot.id:
        return call.bot.user
    if isinstance(chat, PrivateChat):
        return chat.person if chat.person.id == user_id else None
    return call.sandbox.people.get(user_id)
