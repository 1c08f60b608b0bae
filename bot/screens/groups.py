"""A shop's group: how it is chosen on the desk, and what is said in it."""

from bot.buttons.base import Key
from bot.buttons.desk import OpenDesk
from bot.buttons.groups import ConnectGroup, OpenGroup, ReleaseGroup, ReleaseHere
from bot.buttons.links import DESK_LINK, group_link, start_link
from bot.i18n.translator import Translator
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.views.catalogue import ShopCard


def bound(t: Translator, shop: ShopCard, *, title: str, number: int, owner: bool) -> Screen:
    """On the desk: the shop has a group."""
    release = ReleaseGroup(shop.id, number).labelled(t.plain("Disconnect group"), style="danger")
    change = ConnectGroup(shop.id).labelled(t.plain("Change group"))
    return Screen(
        text=lines(
            t("<b>Group of {shop}</b>", shop=shop.name),
            t("New orders and cancellations are told in <b>{title}</b>.", title=title),
            None if owner else _for_owners(t),
        ),
        rows=rows([change, release] if owner else [], _back(t, shop)),
    )


def free(t: Translator, shop: ShopCard) -> Screen:
    """On the desk of somebody who may not choose: the shop has no group."""
    return Screen(
        text=lines(
            t("<b>Group of {shop}</b>", shop=shop.name),
            t("No group is connected. The owners are told in their private chats."),
            _for_owners(t),
        ),
        rows=rows(_back(t, shop)),
    )


def connect(t: Translator, shop: ShopCard, *, token: str, bot_name: str) -> Screen:
    """On an owner's desk: a link that adds the bot to a group of their choice."""
    choose = Key(label=t.plain("Choose group"), url=group_link(bot_name, token), style="primary")
    return Screen(
        text=lines(
            t("<b>Group of {shop}</b>", shop=shop.name),
            t(
                "Choose a group of your shop's people. From then on new orders and cancellations "
                "are told there and no longer in the owners' private chats."
            ),
            t("Buyers' names, phones and addresses are never shown in a group."),
            t("The link works once, for 15 minutes, and only for an owner of the shop."),
        ),
        rows=rows([choose], _back(t, shop)),
    )


def released(t: Translator, shop: ShopCard, *, title: str) -> Screen:
    """On the desk: the group was let go."""
    return Screen(
        text=lines(
            t("<b>{title}</b> is not the group of {shop} any more.", title=title, shop=shop.name),
            t("The owners are told in their private chats again."),
        ),
        rows=rows(
            [ConnectGroup(shop.id).labelled(t.plain("Connect a group"))],
            _back(t, shop),
        ),
    )


def news(t: Translator, *, title: str | None, owner: bool) -> str:
    """Where the reader, a member of the shop, hears of new orders: in its group if it has one."""
    if title is not None:
        return t("New orders and cancellations are told in the group <b>{title}</b>.", title=title)
    if owner:
        return t("New orders and cancellations are told to you here, in this chat.")
    return t(
        "New orders and cancellations are told to the shop's owners; see what waits on the desk."
    )


def desk_key(t: Translator, shop_id: int) -> Key:
    """The way from the desk to the group."""
    return OpenGroup(shop_id).labelled(t.plain("Group"))


def welcome(t: Translator, shop: ShopCard, *, number: int, bot_name: str) -> Screen:
    """In the group: it is the shop's own now."""
    return Screen(
        text=lines(
            t("This group is told about the orders of <b>{shop}</b> from now on.", shop=shop.name),
            t("Every order opens in your private chat with me; only the shop's people see it."),
        ),
        rows=rows(
            [private_key(t, bot_name)],
            [ReleaseHere(number).labelled(t.plain("Disconnect this group"))],
        ),
    )


def let_go(t: Translator, shop: ShopCard) -> Screen:
    """In the group: it is the shop's no more."""
    return Screen(text=t("This group is not told about {shop} any more.", shop=shop.name))


def taken(t: Translator) -> Screen:
    """In the group: another shop has it."""
    return Screen(text=t("This group belongs to another shop. Choose a different one, please."))


def hidden(t: Translator) -> Screen:
    """In the group: an anonymous administrator sent the link, so nobody knows whose hand it is."""
    return Screen(
        text=t(
            "I cannot see who you are. Switch off anonymous sending in the group, "
            "then open the link once more."
        )
    )


def about(t: Translator, *, shop_name: str | None, bot_name: str) -> Screen:
    """In the group: a short answer to a command."""
    text = t("This group is connected to no shop. An owner connects it on the seller desk.")
    if shop_name is not None:
        text = t("This group is told about the orders of <b>{shop}</b>.", shop=shop_name)
    return Screen(text=text, rows=rows([private_key(t, bot_name)]))


def in_private(t: Translator, *, bot_name: str) -> Screen:
    """In the group: a command that belongs into the private chat."""
    return Screen(
        text=t("That works in your private chat with me."),
        rows=rows([private_key(t, bot_name)]),
    )


def desk_in_private(t: Translator, *, bot_name: str) -> Screen:
    """In the group: the way to the seller desk."""
    link = start_link(bot_name, DESK_LINK)
    return Screen(
        text=t("The seller desk is in your private chat with me."),
        rows=rows([Key(label=t.plain("Open the seller desk"), url=link, style="primary")]),
    )


def members_only(t: Translator, shop_name: str) -> str:
    """A toast for somebody who does not work in the shop."""
    return t.plain("Only members of {shop} can use these buttons.", shop=shop_name)


def owners_only(t: Translator, shop_name: str) -> str:
    """A toast for somebody who works there and may not decide this."""
    return t.plain("Only an owner of {shop} can disconnect the group.", shop=shop_name)


def not_here(t: Translator) -> str:
    """A toast for a button that leads nowhere in a group."""
    return t.plain("This button does not work in a group. Open me in private, please.")


def private_key(t: Translator, bot_name: str) -> Key:
    """A link into the private chat."""
    return Key(label=t.plain("Open Lapak"), url=start_link(bot_name, "home"))


def _for_owners(t: Translator) -> str:
    return t("Only an owner of the shop can change that.")


def _back(t: Translator, shop: ShopCard) -> list[Key]:
    return [OpenDesk(shop.id).labelled(t.plain("‹ Desk")), home_key(t)]
