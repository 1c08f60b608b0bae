"""`lapak shop link` and `lapak operator link`: one-time links, told only on this terminal."""

from bot.buttons.links import OPERATOR_LINK, SHOP_LINK, start_link
from bot.settings import Settings
from cli.opening import opened_shop
from store.domain.actor import Role

# The command line does not ask Telegram for the bot's name.
UNNAMED = "YOUR_BOT"


async def open_shop_link(settings: Settings, slug: str, role: Role) -> str:
    """A one-time link into a shop."""
    async with opened_shop(settings) as shop:
        token = await shop.sellers.open_link(slug, role=role)
    return _told(SHOP_LINK + token)


async def open_operator_link(settings: Settings) -> str:
    """A one-time link that makes an operator."""
    async with opened_shop(settings) as shop:
        token = await shop.operators.open_link()
    return _told(OPERATOR_LINK + token)


def _told(payload: str) -> str:
    return (
        f"Send this to the person within 15 minutes; it works once:\n"
        f"  /start {payload}\n"
        f"or as a link: {start_link(UNNAMED, payload)}"
    )
