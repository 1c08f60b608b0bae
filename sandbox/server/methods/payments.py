"""Invoices: sending one, and the bot's answer to somebody who is about to pay."""

import re
from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from sandbox.server import paying
from sandbox.server.changes import ChangeKind
from sandbox.server.checkouts import Invoice
from sandbox.server.errors import bad_request
from sandbox.server.groups import Group
from sandbox.server.keyboards import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineMarkupIn,
)
from sandbox.server.messages import Content
from sandbox.server.methods.base import Call
from sandbox.server.methods.sending import Sending, post_message
from sandbox.server.wire import Boolean, Integer, Json, Nested, WireModel, refused

_PROVIDER: Final = re.compile(r"\d+:(?:TEST|LIVE):\S+")
_START: Final = re.compile(r"[A-Za-z0-9_-]{0,64}")
# The smallest and the largest total that Telegram takes, in hundredths (its currencies.json);
# the sandbox knows no other currency.
_TOTALS: Final[Mapping[str, tuple[int, int]]] = {"IDR": (1_617_595, 16_175_950_000)}


def _within(least: int, most: int, what: str, unit: str = "characters") -> AfterValidator:
    def check(text: str) -> str:
        size = len(text.encode()) if unit == "bytes" else len(text)
        if not least <= size <= most:
            raise refused(f"the sandbox keeps to the manual: {what} has {least}-{most} {unit}")
        return text

    return AfterValidator(check)


class LabeledPrice(WireModel):
    """A part of the price, in the smallest unit of the currency."""

    label: str
    amount: Integer


class SendInvoice(Sending):
    """Parameters of sendInvoice, as far as goods without shipping by Telegram need them."""

    title: Annotated[str, _within(1, 32, "a title")]
    description: Annotated[str, _within(1, 255, "a description")]
    payload: Annotated[str, _within(1, 128, "a payload", "bytes")]
    provider_token: str = ""
    currency: str
    prices: Nested[Annotated[list[LabeledPrice], Field(min_length=1)]]
    start_parameter: str = ""
    reply_markup: InlineMarkupIn | None = None


class AnswerPreCheckoutQuery(WireModel):
    """Parameters of answerPreCheckoutQuery."""

    pre_checkout_query_id: str
    ok: Boolean
    error_message: str = ""


async def send_invoice(call: Call, given: SendInvoice) -> Json:
    """A message with a Pay button."""
    chat = call.open_chat(given.chat_id)
    if isinstance(chat, Group):
        raise bad_request("the sandbox serves invoices in private chats only")
    if not _PROVIDER.fullmatch(given.provider_token):
        raise bad_request("PAYMENT_PROVIDER_INVALID")
    if not _START.fullmatch(given.start_parameter):
        raise bad_request("START_PARAM_INVALID")
    invoice = Invoice(
        title=given.title,
        description=given.description,
        payload=given.payload,
        currency=given.currency,
        total=_total(given),
        start_parameter=given.start_parameter,
    )
    content = Content(
        attached={"invoice": invoice.as_invoice()},
        keyboard=_with_pay(given.reply_markup, invoice),
    )
    message = post_message(call, chat, given, content)
    call.sandbox.checkouts.put(chat, message.id, invoice)
    return message.as_message()


async def answer_pre_checkout_query(call: Call, given: AnswerPreCheckoutQuery) -> bool:
    """Let somebody pay, or say why not."""
    if not given.ok and not given.error_message:
        raise bad_request("error message is empty")
    error = "" if given.ok else given.error_message
    checkouts = call.sandbox.checkouts
    checkout = checkouts.answer(call.bot.id, given.pre_checkout_query_id, error=error)
    chat = call.sandbox.chats[call.bot.id, checkout.chat_id]
    if checkout.allowed and not checkouts.bank_waits:
        paying.complete(call.sandbox, checkout)
    call.sandbox.tell(ChangeKind.ANSWERED, chat, checkout.message_id)
    return True


def _total(given: SendInvoice) -> int:
    if given.currency not in _TOTALS:
        raise bad_request("CURRENCY_INVALID")
    total = sum(price.amount for price in given.prices)
    least, most = _TOTALS[given.currency]
    if not least <= total <= most:
        raise bad_request("CURRENCY_TOTAL_AMOUNT_INVALID")
    return total


def _with_pay(given: InlineMarkupIn | None, invoice: Invoice) -> InlineKeyboardMarkup:
    """The buttons of the invoice: what the bot gave, or one that pays."""
    if given is None or not given.inline_keyboard:
        shown = f"Pay {invoice.currency} {invoice.total / 100:,.2f}"
        return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=shown, pay=True)]])
    if not given.inline_keyboard[0][0].pay:
        raise bad_request("the sandbox keeps to the manual: the first button must be a Pay button")
    return given
