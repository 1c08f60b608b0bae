"""What a bot may know of a chat: getChat, members, leaving."""

from sandbox.server.errors import bad_request
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
    present: dict[int, User] = {chat.person.id: chat.person, call.bot.id: call.bot.user}
    if given.user_id not in present:
        raise bad_request("member not found")
    return {"user": present[given.user_id].as_user(), "status": "member"}


async def get_chat_administrators(call: Call, given: GetChatAdministrators) -> list[Json]:
    """Private chats have none."""
    call.known_chat(given.chat_id)
    raise bad_request("there are no administrators in the private chat")


async def get_chat_member_count(call: Call, given: OneChat) -> int:
    """The person and the bot."""
    call.known_chat(given.chat_id)
    return 2


async def leave_chat(call: Call, given: OneChat) -> bool:
    """A bot cannot leave a private chat."""
    call.known_chat(given.chat_id)
    raise bad_request("chat member status can't be changed in private chats")
