"""The commands of Telegram's own menu, and what the bot says about itself."""

from bot.i18n.translator import Translator


def menu(t: Translator) -> tuple[tuple[str, str], ...]:
    """Every command with its description, in the order of the menu."""
    return (
        ("start", t.plain("Home")),
        ("shop", t.plain("Shops and products")),
        ("orders", t.plain("My orders")),
        ("inbox", t.plain("Inbox")),
        ("help", t.plain("Help")),
        ("cancel", t.plain("Leave what is being done, or cancel an order")),
    )


def short_description(t: Translator) -> str:
    """What stands in the bot's profile."""
    return t.plain("Shop, follow your orders and cancel them, all in this chat.")


def description(t: Translator) -> str:
    """What stands in an empty chat with the bot."""
    return t.plain(
        "Lapak is a shopping assistant: look around in the shops, order with a few taps, "
        "see where your parcel is, and cancel by button. Press Start."
    )
