"""Where on the page something happens: somebody's private chat, or a group they are in."""

from typing import Final

from starlette.requests import Request

from sandbox.server.chats import Chat
from sandbox.server.errors import ActRefused
from sandbox.server.groups import Group
from sandbox.server.people import User
from sandbox.server.state import Sandbox

PHONE: Final = "/sandbox/phones/{bot:int}/{person:int}"
CHAT: Final = "/sandbox/chats/{bot:int}/{person:int}"
# The ids of groups are negative; an address carries them without the sign.
GROUP: Final = "/sandbox/groups/{bot:int}/{group:int}/{person:int}"


def place(sandbox: Sandbox, request: Request) -> tuple[Chat, User]:
    """The chat and who acts or looks there; ActRefused when nobody is there."""
    somebody = sandbox.people.get(request.path_params["person"])
    bot = sandbox.bots.get(request.path_params["bot"])
    if bot is None or somebody is None:
        raise ActRefused("nobody is there")
    if "group" not in request.path_params:
        return sandbox.chat_between(bot, somebody), somebody
    return group_at(sandbox, request), somebody


def group_at(sandbox: Sandbox, request: Request) -> Group:
    """The group of an address; ActRefused when there is none."""
    place = (request.path_params["bot"], -request.path_params["group"])
    group = sandbox.chats.get(place)
    if not isinstance(group, Group):
        raise ActRefused("there is no such group")
    return group
