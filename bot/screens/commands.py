"""The commands of Telegram's own menu, and what the bot says about itself."""

from bot.i18n.translator import Translator


def menu(
    t: Translator, *, seller: bool = False, operator: bool = False
) -> tuple[tuple[str, str], ...]:
    """Every command with its description, in the order of the menu; by role."""
    return (
        ("start", t.plain("Home")),
        ("shop", t.plain("Shops and products")),
        ("orders", t.plain("My orders")),
        ("inbox", t.plain("Inbox")),
        ("profile", t.plain("Profile and addresses")),
        *(_for_sellers(t) if seller else ()),
        ("help", t.plain("Help for operators") if operator else t.plain("Help")),
        ("settings", t.plain("Language, time zone, notices")),
        ("privacy", t.plain("Your data: see it, have it forgotten")),
        ("cancel", t.plain("Leave what is being done, or cancel an order")),
    )


def any_group(t: Translator) -> tuple[tuple[str, str], ...]:
    """What can be asked in whatever group."""
    return (
        ("start", t.plain("What I do in this group")),
        ("help", t.plain("What I do in this group")),
    )


def shop_group(t: Translator) -> tuple[tuple[str, str], ...]:
    """What can be asked in a shop's own group; what needs a private chat leads there."""
    return (
        ("sell", t.plain("Seller desk, in your private chat")),
        ("help", t.plain("What I do in this group")),
    )


def _for_sellers(t: Translator) -> tuple[tuple[str, str], ...]:
    return (
        ("sell", t.plain("Seller desk")),
        ("members", t.plain("The people of your shop")),
    )


def name(t: Translator) -> str:
    """What the bot is called in a list of chats."""
    return t.plain("Lapak · Shopping in the chat")


def short_description(t: Translator) -> str:
    """What stands in the bot's profile."""
    return t.plain("Shop, follow your orders and cancel them, all in this chat.")


def description(t: Translator) -> str:
    """What stands in an empty chat with the bot."""
    return t.plain(
        "Lapak is a shopping assistant: look around in the shops, order with a few taps, "
        "see where your parcel is, and cancel by button. Press Start."
    )
