"""What the shop's refusals sound like."""

from bot.buttons.start import Help
from bot.i18n.translator import Translator, escape
from bot.screens import format
from bot.screens import refunds as refund_words
from bot.screens import words as shop_words
from bot.screens.base import Screen, rows
from bot.screens.start import home_key
from store import errors
from store.domain.actor import Role
from store.domain.cancellation import Why
from store.domain.claim import ClaimKnown
from store.domain.invoice import InvoiceTrouble
from store.domain.money import Rupiah
from store.domain.payment import StatementWhy
from store.domain.refund import RefundState
from store.domain.seller_cancel import SellerWhy


def about_wallet(t: Translator, rejected: errors.Rejected) -> str:
    """The same where the number is that of an e-wallet and nobody calls it."""
    if not isinstance(rejected, errors.PhoneRefused):
        return words(t, rejected)
    return t.plain(
        "That is not a phone number. Type the number with which the e-wallet is registered, "
        "for example 0812-3456-7890."
    )


def words(t: Translator, rejected: errors.Rejected) -> str:
    """A refusal as one or two plain sentences."""
    match rejected:
        case errors.NotFound():
            return t.plain("This is not here any more.")
        case errors.NotAllowed(needs="owner"):
            return t.plain("Only an owner of the shop may do that.")
        case errors.NotAllowed(needs="second_owner"):
            return t.plain("A shop needs an owner. Make somebody else an owner first.")
        case errors.NotAllowed(needs="operator"):
            return t.plain("Only an operator may do that.")
        case errors.NotAllowed():
            return t.plain("Only members of this shop may do that.")
        case errors.AlreadyDecided(by=by):
            return t.plain("This was decided already by {by}.", by=shop_words.who(t, by))
        case errors.ReasonRefused() | errors.WordsNeeded():
            return t.plain("Please choose a reason from the list, or write it in words.")
        case _:
            return _about_buying(t, rejected)


def _about_buying(t: Translator, rejected: errors.Rejected) -> str:
    match rejected:
        case errors.OutOfStock(variant_name=name):
            return t.plain("{variant} has just sold out.", variant=name)
        case errors.QuantityRefused(limit=limit):
            return t.plain("Please choose a number from 1 to {limit}.", limit=limit)
        case errors.AmountRefused(limit=limit):
            most = format.rupiah(Rupiah(limit))
            return t.plain("Please give an amount between Rp1 and {most}.", most=most)
        case errors.NoFreeCode():
            return t.plain("Too many people are paying this amount now; try another account.")
        case errors.ClaimRefused(why=ClaimKnown.PAID):
            return t.plain("The money has arrived already; nothing more is due.")
        case errors.ClaimRefused(why=ClaimKnown.WAITS):
            return t.plain("The seller is looking for your payment already.")
        case errors.ClaimRefused(why=ClaimKnown.BY_INVOICE):
            return t.plain("This order is paid by card; press Pay by card on the order.")
        case errors.StatementRefused(why=StatementWhy.DISPUTED):
            return t.plain("An operator decides about this money now.")
        case errors.StatementRefused():
            return t.plain("The buyer has reported a payment: answer that first.")
        case errors.InvoiceRefused(why=why):
            return _about_invoice(t, why)
        case errors.ClaimRefused():
            return t.plain("The seller has looked several times. Please talk to the seller.")
        case errors.ShopStopped(shop_name=name):
            return t.plain("{shop} takes no new orders right now.", shop=name)
        case errors.QrisRefused():
            return t.plain("This QRIS code cannot be used.")
        case errors.CheckoutChanged():
            return t.plain("Something changed; please look at the card again.")
        case errors.CheckoutIncomplete():
            return t.plain("Something is still missing on the card.")
        case _:
            return _about_moves(t, rejected)


def _about_moves(t: Translator, rejected: errors.Rejected) -> str:
    match rejected:
        case errors.RefundMoved(refund_state=state):
            now = refund_words.state(t, RefundState(state))
            return t.plain("The refund has moved on: {state}.", state=now)
        case errors.RefundAccountMissing():
            return t.plain("The buyer has not filled in an account yet.")
        case errors.MessagesClosed():
            return t.plain("The order ended too long ago; nothing more is written about it.")
        case errors.TooManyMessages():
            return t.plain("You have written a lot; please wait a while and write again.")
        case errors.UndoTooLate():
            return t.plain("It is too late to undo this; the order stays as it is.")
        case errors.CourierDiffers(courier=courier, service=service):
            return t.plain(
                "The buyer chose {courier} {service}; please confirm the change first.",
                courier=courier,
                service=service,
            )
        case errors.IllegalMove():
            return t.plain("The order has moved on; that is not possible now.")
        case errors.CancelTooLate(why=why):
            return shop_words.too_late(t, Why(why))
        case errors.SellerCancelRefused(seller_why=why):
            return shop_words.seller_why(t, SellerWhy(why))
        case errors.OwnAffair():
            return t.plain("You are a side of this order; another operator decides about it.")
        case _:
            return _about_fields(t, rejected)


def _about_fields(t: Translator, rejected: errors.Rejected) -> str:
    match rejected:
        case errors.FieldMissing():
            return t.plain("This must not stay empty.")
        case errors.FieldTooLong(limit=limit):
            return t.plain("That is too long; at most {limit} characters fit.", limit=limit)
        case errors.FieldUnreadable(field="account_number"):
            return t.plain("A bank account's number has 6 to 20 digits.")
        case errors.FieldUnreadable():
            return t.plain("That text cannot be read; please type it again.")
        case errors.FieldVague(field="name"):
            return t.plain("A name has letters. Please write only the receiver's name.")
        case errors.FieldVague(field="district" | "city"):
            return t.plain("That is not the name of a place. Please write only the name.")
        case errors.FieldVague():
            return t.plain(
                "With this the courier does not find the house yet. Please add what belongs to "
                "it: street or village, number, RT/RW or a landmark."
            )
        case errors.PhoneRefused():
            return t.plain("That is not a phone number the courier can call.")
        case errors.PostcodeRefused():
            return t.plain("A postcode has five digits, for example 40132.")
        case errors.ProvinceUnknown():
            return t.plain("I do not know that province. Write for example Jawa Barat or Jabar.")
        case errors.TooManyAddresses(limit=limit):
            return t.plain("You can keep {limit} addresses; remove one first.", limit=limit)
        case _:
            return _about_links(t, rejected)


def _about_links(t: Translator, rejected: errors.Rejected) -> str:
    match rejected:
        case errors.LinkUnknown():
            return t.plain("This link is not known. Ask for a new one.")
        case errors.LinkUsed():
            return t.plain("This link was used already. Ask for a new one.")
        case errors.AlreadyWorksThere(shop_name=shop, role=role):
            return t.plain(
                "You work for {shop} already, as {role}. The link is unused: send it to "
                "somebody else.",
                shop=shop,
                role=shop_words.role(t, Role(role)),
            )
        case errors.LinkExpired():
            return t.plain("This link is too old. Ask for a new one.")
    raise LookupError(rejected.code)


def screen(t: Translator, text: str) -> Screen:
    """A refusal where there is no press to answer."""
    return Screen(
        text=escape(text),
        rows=rows([Help().labelled(t.plain("Help")), home_key(t)]),
    )


def our_fault(t: Translator, reference: str) -> Screen:
    """An apology that can be quoted."""
    return Screen(
        text=t(
            "Sorry, something went wrong on our side (ref {ref}). "
            "Your orders are safe; please try again.",
            ref=reference,
        ),
        rows=rows([Help().labelled(t.plain("Help")), home_key(t)]),
    )


def old_button(t: Translator) -> str:
    """A toast for a button of another time."""
    return t.plain("That was an old button; this is how it is now.")


def _about_invoice(t: Translator, why: str) -> str:
    """Telegram shows it above the card form, where nothing can be pressed."""
    match why:
        case InvoiceTrouble.PAID:
            return t.plain("This order is paid already; nothing was taken.")
        case InvoiceTrouble.ENDED:
            return t.plain("This order can no longer be paid; nothing was taken.")
        case InvoiceTrouble.OFF:
            return t.plain("Paying by card is switched off at the moment.")
        case InvoiceTrouble.OTHER_METHOD:
            return t.plain("This order is paid in another way.")
    return t.plain("The amount has changed; open the order and press Pay by card again.")
