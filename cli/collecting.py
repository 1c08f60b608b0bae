"""`lapak shop collect`: for which shops card payments land with the operator."""

from bot.settings import Settings
from cli.opening import opened_shop

COLLECTS = "Buyers of {shop} can pay by card. The money lands with you; you owe it to the shop."
NO_TOKEN = "They are offered it once PAYMENT_PROVIDER_TOKEN is set and the bot is started anew."
ENDS = "Buyers of {shop} are no longer offered to pay by card; what was ordered can still be paid."


async def collect(settings: Settings, slug: str, *, collects: bool) -> str:
    """Mark the shop, or take the mark away; what to tell about it."""
    async with opened_shop(settings) as shop:
        card = await shop.operators.collect_for(slug, collects=collects)
    told = (COLLECTS if collects else ENDS).format(shop=card.name)
    return told if settings.provider_token() or not collects else f"{told}\n{NO_TOKEN}"
