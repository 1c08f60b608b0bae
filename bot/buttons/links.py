"""Links of Telegram that lead to the bot, and what they carry."""

from typing import Final

SHOP_LINK: Final = "shop_"
OPERATOR_LINK: Final = "op_"
ORDER_LINK: Final = "o_"
CLAIM_LINK: Final = "c_"
REFUND_LINK: Final = "r_"
MESSAGE_LINK: Final = "m_"
DESK_LINK: Final = "desk"


def start_link(bot_name: str, payload: str) -> str:
    """The link that opens the private chat and sends /start with the payload."""
    return f"https://t.me/{bot_name}?start={payload}"


def group_link(bot_name: str, token: str) -> str:
    """The link that adds the bot to a group of the person's choice and sends it the token."""
    return f"https://t.me/{bot_name}?startgroup={token}"
