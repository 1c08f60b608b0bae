"""What operators see."""

from bot.buttons.start import Help
from bot.i18n.translator import Translator
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key


def joined(t: Translator) -> Screen:
    """Welcome to the operators."""
    return Screen(
        text=lines(
            t("You are an operator of Lapak now."),
            t("What needs an operator's decision is told to you here, in this chat."),
        ),
        rows=rows([Help().labelled(t.plain("Help")), home_key(t)]),
    )
