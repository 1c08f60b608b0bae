"""Notices about the people of a shop."""

from bot.i18n.translator import Translator
from bot.screens import words
from bot.screens.base import lines
from store.events.people import MemberJoined, MembershipEvent


def told(t: Translator, event: MembershipEvent) -> str:
    """The full words."""
    if isinstance(event, MemberJoined):
        return lines(
            t(
                "<b>{name}</b> works for {shop} now, as {role}.",
                name=event.person_name,
                shop=event.shop_name,
                role=words.role(t, event.role),
            ),
            t(
                "If you do not know this person, remove them: <b>Profile</b>, then "
                "<b>People of {shop}</b>.",
                shop=event.shop_name,
            ),
        )
    return lines(
        t("You do not work for <b>{shop}</b> any more.", shop=event.shop_name),
        t("Notices of this shop do not reach you from now on. Your own orders stay."),
    )


def headline(t: Translator, event: MembershipEvent) -> str:
    """One line, as plain text."""
    if isinstance(event, MemberJoined):
        return t.plain("{name} joined {shop}", name=event.person_name, shop=event.shop_name)
    return t.plain("You left {shop}", shop=event.shop_name)
