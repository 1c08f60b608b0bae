"""The profile, and the addresses that a person keeps."""

from collections.abc import Sequence

from bot.buttons.base import Key
from bot.buttons.members import OpenMembers
from bot.buttons.orders import Door, OpenOrders
from bot.buttons.privacy import OpenPrivacy
from bot.buttons.profile import (
    AddAddress,
    AskRemoval,
    EditField,
    OpenAddress,
    OpenAddresses,
    OpenProfile,
    PreferAddress,
    RemoveAddress,
    SetCity,
)
from bot.buttons.settings import OpenSettings
from bot.i18n.translator import Translator
from bot.screens import format
from bot.screens.addresses import (
    EXAMPLES,
    FIELDS,
    city_question,
    field_name,
    question,
    share_number,
    shown,
)
from bot.screens.base import Screen, in_pairs, lines, rows
from bot.screens.settings import OWN_NAMES
from bot.screens.start import home_key
from store.domain.cities import city_of_twin
from store.views.addresses import AddressView
from store.views.catalogue import ShopCard
from store.views.people import Profile


def profile(
    t: Translator,
    who: Profile,
    *,
    addresses: int,
    orders: int,
    shops: Sequence[ShopCard],
) -> Screen:
    """Who one is here, and the way to everything of one's own."""
    language = OWN_NAMES[who.language]
    return Screen(
        text=lines(
            t("<b>{name}</b>", name=who.name),
            t("Language: {language} · Time zone: {zone}", language=language, zone=who.zone),
            t("Orders: {orders} · Addresses: {addresses}", orders=orders, addresses=addresses),
            *(t("You work for {shop}.", shop=shop.name) for shop in shops),
        ),
        rows=rows(
            [
                OpenOrders(door=Door.PROFILE).labelled(t.plain("My orders")),
                OpenAddresses().labelled(t.plain("Addresses")),
            ],
            [
                OpenSettings().labelled(t.plain("Settings")),
                OpenPrivacy().labelled(t.plain("Privacy")),
            ],
            *([_shop_key(t, shop)] for shop in shops),
            [home_key(t)],
        ),
    )


def addresses(t: Translator, saved: Sequence[AddressView]) -> Screen:
    """All saved addresses; the first one is filled in by itself."""
    hint = t("The first one is filled in when you order. Choose one to change it.")
    if not saved:
        hint = t("No address yet. Add one now, or type it with your first order.")
    return Screen(
        text=lines(t("<b>Addresses</b>"), hint),
        rows=rows(
            *([_address_key(one)] for one in saved),
            [AddAddress().labelled(t.plain("Add address"), style="primary")],
            [OpenProfile().labelled(t.plain("‹ Profile")), home_key(t)],
        ),
    )


def address(t: Translator, view: AddressView, *, first: bool) -> Screen:
    """One saved address, with a button for each of its fields."""
    to = view.address
    return Screen(
        text=lines(
            t("<b>{name}</b> · {phone}", name=to.name, phone=format.phone(to.phone)),
            t("{street}, {district}", street=to.street, district=to.district),
            t("{city}, {province} {postcode}", **_place(view)),
            "",
            t("This address is filled in when you order.") if first else None,
            t("Orders that were placed already keep the address they have."),
        ),
        rows=rows(
            *in_pairs(
                EditField(view.id, at).labelled(
                    t.plain("Change: {field}", field=field_name(t, one))
                )
                for at, one in enumerate(FIELDS)
            ),
            [
                None if first else PreferAddress(view.id).labelled(t.plain("Use it first")),
                AskRemoval(view.id).labelled(t.plain("Remove"), style="danger"),
            ],
            [OpenAddresses().labelled(t.plain("‹ Addresses")), home_key(t)],
        ),
    )


def ask_field(t: Translator, view: AddressView, field: str, *, above: str | None = None) -> Screen:
    """Ask for one field of a saved address, with what it is now; `above` is what was wrong."""
    return Screen(
        text=lines(
            above,
            question(t, field),
            t("Now: {value}", value=shown(field, getattr(view.address, field))),
            t("Example: {example}", example=EXAMPLES[field]),
        ),
        rows=rows([_leave_as_it_is(t, view)]),
        contact=share_number(t) if field == "phone" else None,
    )


def which_city(t: Translator, view: AddressView, twin: int, *, above: str | None = None) -> Screen:
    """Ask which of two places of one name a saved address is in."""
    return Screen(
        text=lines(above, city_question(t, twin)),
        rows=rows(
            [
                SetCity(view.id, twin, regency).labelled(city_of_twin(twin, regency=regency))
                for regency in (False, True)
            ],
            [_leave_as_it_is(t, view)],
        ),
    )


def ask_removal(t: Translator, view: AddressView) -> Screen:
    """Whether an address should really go."""
    to = view.address
    return Screen(
        text=lines(
            t("Remove this address?"),
            t("{name}, {street}, {city}", name=to.name, street=to.street, city=to.city),
            t("Orders that were placed already keep it until they end."),
        ),
        rows=rows(
            [RemoveAddress(view.id).labelled(t.plain("Yes, remove it"), style="danger")],
            [OpenAddress(view.id).labelled(t.plain("Keep it"))],
        ),
    )


def _leave_as_it_is(t: Translator, view: AddressView) -> Key:
    return OpenAddress(view.id).labelled(t.plain("Leave it as it is"))


def _place(view: AddressView) -> dict[str, str]:
    to = view.address
    return {"city": to.city, "province": to.province, "postcode": to.postcode}


def _address_key(view: AddressView) -> Key:
    to = view.address
    label = format.cut(f"{to.name} · {to.street}, {to.city}", 60)
    return OpenAddress(view.id).labelled(label)


def _shop_key(t: Translator, shop: ShopCard) -> Key:
    return OpenMembers(shop.id).labelled(t.plain("People of {shop}", shop=shop.name))
