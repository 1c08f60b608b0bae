"""The people of a shop: who they are, how others get in, how somebody leaves."""

from collections.abc import Sequence
from urllib.parse import quote

from bot.buttons.base import Key
from bot.buttons.browse import OpenShop
from bot.buttons.members import AskDismissal, Dismiss, Invite, OpenMembers
from bot.buttons.profile import OpenProfile
from bot.i18n.translator import Translator
from bot.screens import words
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.domain.actor import Actor, Role
from store.views.catalogue import ShopCard
from store.views.people import Member


def members(t: Translator, shop: ShopCard, people: Sequence[Member], *, reader: Actor) -> Screen:
    """Everybody who works in the shop; owners can invite and remove, the rest can leave."""
    owner = reader.owns(shop.id)
    owners = [one for one in people if one.role is Role.OWNER]
    leaving = [one for one in people if (owner or one.person_id == reader.id) and owners != [one]]
    invite = Invite(shop.id).labelled(t.plain("Invite staff"), style="primary")
    return Screen(
        text=lines(
            t("<b>People of {shop}</b>", shop=shop.name),
            *(
                t("• {name}, {role}", name=one.name, role=words.role(t, one.role))
                for one in people
            ),
            "",
            t("Only owners can invite and remove people.") if not owner else None,
        ),
        rows=rows(
            [invite if owner else None],
            *([_dismissal_key(t, shop, one, reader)] for one in leaving),
            [OpenProfile().labelled(t.plain("‹ Profile")), home_key(t)],
        ),
    )


def invited(t: Translator, shop: ShopCard, *, link: str) -> Screen:
    """A fresh link, to be sent to one person."""
    share = "https://t.me/share/url?url=" + quote(link, safe="")
    return Screen(
        text=lines(
            t("A link for one person, to work for <b>{shop}</b>:", shop=shop.name),
            t("<code>{link}</code>", link=link),
            t("It works once and for 15 minutes. Do not open it yourself."),
        ),
        rows=rows(
            [Key(label=t.plain("Copy the link"), copy=link)],
            [Key(label=t.plain("Send it to somebody"), url=share)],
            [OpenMembers(shop.id).labelled(t.plain("‹ People")), home_key(t)],
        ),
    )


def ask_dismissal(t: Translator, shop: ShopCard, member: Member, *, own: bool) -> Screen:
    """Whether somebody should really leave."""
    question = t("Remove <b>{name}</b> from {shop}?", name=member.name, shop=shop.name)
    if own:
        question = t("Leave <b>{shop}</b>?", shop=shop.name)
    sure = t.plain("Yes, leave") if own else t.plain("Yes, remove")
    return Screen(
        text=lines(question, t("The rights in the shop end with this press.")),
        rows=rows(
            [Dismiss(shop.id, member.person_id).labelled(sure, style="danger")],
            [OpenMembers(shop.id).labelled(t.plain("‹ People"))],
        ),
    )


def left(t: Translator, shop: ShopCard) -> Screen:
    """The reader has left a shop."""
    return Screen(
        text=t("You do not work for <b>{shop}</b> any more.", shop=shop.name),
        rows=rows([OpenShop(shop.id).labelled(t.plain("See the shop")), home_key(t)]),
    )


def none(t: Translator) -> Screen:
    """The reader works in no shop."""
    return Screen(
        text=t("You do not work for a shop here. An owner can send you a link."),
        rows=rows([home_key(t)]),
    )


def several(t: Translator, shops: Sequence[ShopCard]) -> Screen:
    """In which shop?"""
    keys = [OpenMembers(shop.id).labelled(shop.name) for shop in shops]
    return Screen(
        text=t("The people of which shop?"), rows=rows(*([key] for key in keys), [home_key(t)])
    )


def _dismissal_key(t: Translator, shop: ShopCard, member: Member, reader: Actor) -> Key:
    label = t.plain("Remove: {name}", name=member.name)
    if member.person_id == reader.id:
        label = t.plain("Leave this shop")
    return AskDismissal(shop.id, member.person_id).labelled(label, style="danger")
