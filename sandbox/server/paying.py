"""What a person does to pay an invoice, and what the bank does then."""

from dataclasses import replace

from sandbox.server import acts, delivery, limits
from sandbox.server.changes import ChangeKind
from sandbox.server.chats import Chat
from sandbox.server.checkouts import Checkout
from sandbox.server.errors import ActRefused
from sandbox.server.keyboards import InlineKeyboardButton, InlineKeyboardMarkup
from sandbox.server.messages import Content, Message
from sandbox.server.people import User
from sandbox.server.state import Sandbox


def begin(sandbox: Sandbox, chat: Chat, message_id: int, *, by: User | None = None) -> Checkout:
    """Press Pay and give a card; the bot is asked whether it may go on."""
    somebody = chat.somebody(by)
    if chat.blocked:
        raise ActRefused("the bot is blocked; the app shows only the Restart button")
    checkout = sandbox.checkouts.open(
        str(sandbox.chance.randrange(10**17, 10**18)),
        chat=chat,
        person_id=somebody.id,
        message_id=message_id,
    )
    invoice = checkout.invoice
    body = {
        "id": checkout.id,
        "from": somebody.as_user(),
        "currency": invoice.currency,
        "total_amount": invoice.total,
        "invoice_payload": invoice.payload,
    }
    kept = limits.CHECKOUT_SECONDS
    delivery.deliver(sandbox, chat.bot_id, "pre_checkout_query", body, kept_seconds=kept)
    sandbox.tell(ChangeKind.PRESSED, chat, message_id)
    return checkout


def complete(sandbox: Sandbox, checkout: Checkout) -> Message:
    """The bank has taken the money: the message that says so is the only proof of it."""
    chat, invoice = sandbox.chats[checkout.bot_id, checkout.chat_id], checkout.invoice
    checkout.paid = True
    _turn_into_receipt(sandbox, chat, checkout.message_id)
    number = sandbox.chance.randrange(16**15, 16**16)
    paid = {
        "currency": invoice.currency,
        "total_amount": invoice.total,
        "invoice_payload": invoice.payload,
        "telegram_payment_charge_id": f"{checkout.person_id}_{number:x}",
        "provider_payment_charge_id": f"ch_{number % 10**9:09}",
    }
    by = sandbox.people[checkout.person_id]
    return acts.post(sandbox, chat, Content(attached={"successful_payment": paid}), by=by)


def _turn_into_receipt(sandbox: Sandbox, chat: Chat, message_id: int) -> None:
    message = chat.messages.get(message_id)
    if message is None or message.content.keyboard is None:
        return
    rows = message.content.keyboard.inline_keyboard
    receipt = InlineKeyboardButton(text="Receipt", pay=True)
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[receipt, *rows[0][1:]], *rows[1:]])
    sandbox.put(chat, replace(message, content=replace(message.content, keyboard=keyboard)))
