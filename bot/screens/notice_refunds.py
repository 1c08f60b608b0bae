"""What happens to money on its way back, as notices tell it; never with the account."""

from bot.buttons import refunds as keys
from bot.buttons.base import Key
from bot.buttons.links import REFUND_LINK, start_link
from bot.i18n.translator import Translator
from bot.screens import format, notice_card_refunds, refunds
from bot.screens.base import lines
from store.domain.order import show_ref
from store.domain.zones import Zone
from store.events import refunds as events
from store.events.base import Event
from store.events.payments import RefundPromised
from store.events.refunds import RefundEvent


def told(t: Translator, event: RefundEvent, zone: Zone, *, to_shop: bool) -> str:
    """The full words, with what happens next and by when."""
    ref, amount = show_ref(event.ref), format.rupiah(event.amount)
    if event.by_operator:
        return notice_card_refunds.told(t, event, zone)
    match event:
        case events.RefundAccountGiven():
            return lines(
                t(
                    "The buyer of order <b>{ref}</b> has filled in the account for {amount}.",
                    ref=ref,
                    amount=amount,
                ),
                t("Please send it by {by}.", by=format.moment(event.send_by, zone, t)),
            )
        case events.RefundSent():
            return _sent(t, event, zone, to_shop=to_shop)
        case events.RefundSettled():
            return _settled(t, event, to_shop=to_shop)
        case events.RefundFailed():
            return _failed(t, event, to_shop=to_shop)
    return _late(t, event, zone, to_shop=to_shop)


def headline(t: Translator, event: RefundEvent) -> str:
    """The notice in one line, as plain text."""
    ref, amount = show_ref(event.ref), format.rupiah(event.amount)
    match event:
        case events.RefundAccountGiven():
            return t.plain("Account for the refund of {ref} is there", ref=ref)
        case events.RefundSent():
            return t.plain("{amount} of order {ref} was sent back", amount=amount, ref=ref)
        case events.RefundSettled():
            return t.plain("Refund of {ref} is done", ref=ref)
        case events.RefundFailed():
            return t.plain("Refund of {ref} did not arrive", ref=ref)
        case events.RefundStopsShop():
            return t.plain("{shop} takes no new orders", shop=event.shop_name)
    return t.plain("Refund of {ref} waits", ref=ref)


def own_keys(t: Translator, event: Event, *, to_shop: bool) -> list[list[Key]]:
    """What can be done about it straight from the notice."""
    if not isinstance(event, RefundEvent | RefundPromised):
        return []
    if event.for_operators or (event.by_operator and not isinstance(event, events.RefundSent)):
        return []
    if to_shop:
        open_it = keys.OpenRefund(event.refund_id).labelled(t.plain("See refund"))
        return [] if isinstance(event, events.RefundSettled) else [[open_it]]
    match event:
        case RefundPromised() | events.RefundReminded() | events.RefundOverdue(has_account=False):
            fill = keys.FillAccount(event.refund_id)
            return [[fill.labelled(t.plain("Fill in account"), style="primary")]]
        case events.RefundSent():
            received = keys.RefundReceived(event.refund_id)
            missing = keys.RefundNotReceived(event.refund_id, event.attempt)
            return [
                [received.labelled(t.plain("I have received it"), style="primary")],
                [missing.labelled(t.plain("I have not received it"), style="danger")],
            ]
    return []


def group_key(t: Translator, event: Event, *, bot_name: str) -> Key | None:
    """A link from the group into the private chat, where the account is shown."""
    if not isinstance(event, RefundEvent | RefundPromised) or event.by_operator:
        return None
    link = start_link(bot_name, f"{REFUND_LINK}{event.refund_id}")
    return Key(label=t.plain("See refund"), url=link)


def proof(event: Event, *, to_shop: bool) -> str | None:
    """The picture that goes with it to the buyer."""
    return event.proof if isinstance(event, events.RefundSent) and not to_shop else None


def _sent(t: Translator, event: events.RefundSent, zone: Zone, *, to_shop: bool) -> str:
    ref, amount = show_ref(event.ref), format.rupiah(event.amount)
    by = format.moment(event.settles_at, zone, t)
    if to_shop:
        return t(
            "You sent {amount} back for order <b>{ref}</b>; it is finished on {by}.",
            amount=amount,
            ref=ref,
            by=by,
        )
    return lines(
        t(
            "{shop} has sent you {amount} back for order <b>{ref}</b>.",
            shop=event.shop_name,
            amount=amount,
            ref=ref,
        ),
        refunds.arrived(t, by),
    )


def _settled(t: Translator, event: events.RefundSettled, *, to_shop: bool) -> str:
    ref, amount = show_ref(event.ref), format.rupiah(event.amount)
    if event.by_itself:
        return t(
            "Order <b>{ref}</b>: the {amount} sent back count as arrived, for nobody has said "
            "otherwise.",
            ref=ref,
            amount=amount,
        )
    if to_shop:
        return t(
            "The buyer of order <b>{ref}</b> has received {amount}. Nothing is left to do.",
            ref=ref,
            amount=amount,
        )
    return t("You have received {amount} for order <b>{ref}</b>.", amount=amount, ref=ref)


def _failed(t: Translator, event: events.RefundFailed, *, to_shop: bool) -> str:
    ref, amount = show_ref(event.ref), format.rupiah(event.amount)
    if event.for_operators:
        return t(
            "The buyer has not received {amount} from {shop} (order <b>{ref}</b>). The shop "
            "was asked to check it and to send it again.",
            amount=amount,
            shop=event.shop_name,
            ref=ref,
        )
    if to_shop:
        return lines(
            t(
                "The buyer has not received the {amount} of order <b>{ref}</b>.",
                amount=amount,
                ref=ref,
            ),
            t("Check the transfer and send it again; the operator has been told."),
        )
    return lines(
        t(
            "The {amount} that {shop} sent back for order <b>{ref}</b> did not arrive.",
            amount=amount,
            shop=event.shop_name,
            ref=ref,
        ),
        t("The shop checks it and sends it again; the operator has been told."),
    )


def _late(t: Translator, event: RefundEvent, zone: Zone, *, to_shop: bool) -> str:
    ref, amount, shop = show_ref(event.ref), format.rupiah(event.amount), event.shop_name
    match event:
        case events.RefundReminded():
            return _reminded(t, event, zone, to_shop=to_shop)
        case events.RefundOverdue(has_account=True, for_operators=True):
            return t(
                "{shop} has not sent the {amount} of order <b>{ref}</b> back within 2 working "
                "days. After 5 it takes no new orders.",
                shop=shop,
                amount=amount,
                ref=ref,
            )
        case events.RefundOverdue(has_account=True):
            return t(
                "{shop} has not sent the {amount} of order <b>{ref}</b> back within 2 working "
                "days. An operator of Lapak has been told; after 5 the shop takes no new orders. "
                "You can write to the seller.",
                shop=shop,
                amount=amount,
                ref=ref,
            )
        case events.RefundOverdue():
            return t(
                "The {amount} of order <b>{ref}</b> at {shop} could not be sent back for "
                "2 working days: the account is missing.",
                amount=amount,
                ref=ref,
                shop=shop,
            )
        case events.RefundStopsShop():
            return t(
                "{shop} takes no new orders until the {amount} of order <b>{ref}</b> "
                "are sent back.",
                shop=shop,
                amount=amount,
                ref=ref,
            )
    raise LookupError(event.name)


def _reminded(t: Translator, event: events.RefundReminded, zone: Zone, *, to_shop: bool) -> str:
    ref, amount = show_ref(event.ref), format.rupiah(event.amount)
    if to_shop:
        waits = t(
            "The {amount} of order <b>{ref}</b> still wait to be sent back.",
            amount=amount,
            ref=ref,
        )
        return lines(waits, _send_by(t, event, zone))
    return t(
        "{shop} cannot send the {amount} of order <b>{ref}</b> yet: please fill in your account.",
        shop=event.shop_name,
        amount=amount,
        ref=ref,
    )


def _send_by(t: Translator, event: events.RefundReminded, zone: Zone) -> str | None:
    if event.send_by is None:
        return None
    by = format.moment(event.send_by, zone, t)
    if event.at < event.send_by:
        return t("Please send it by {by}.", by=by)
    return t("It should have been sent by {by}. Please send it today.", by=by)
