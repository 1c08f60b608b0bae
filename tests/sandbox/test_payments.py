"""Invoices in the sandbox: as strict as the manual, ten seconds, and money only once allowed."""

from typing import Any

import httpx
import pytest
from telegram import Update

from sandbox.server import paying
from sandbox.server.bots import Bot
from sandbox.server.errors import ActRefused
from sandbox.server.state import Sandbox
from sandbox.world import Person, World
from tests.sandbox.desk import BotPhone, Clocks, button, keyboard

PROVIDER = "284685063:TEST:YTMz"
PAY = {"text": "Bayar", "pay": True}


@pytest.fixture
async def ratna(sandbox: Sandbox, bot: Bot) -> Person:
    person = World(sandbox, bot).person("Ratna")
    await person.starts()
    bot.updates.drop()
    return person


def an_invoice(person: Person, **other: Any) -> dict[str, Any]:
    """What a bot sends for shoes of Rp279.000."""
    return {
        "chat_id": person.id,
        "title": "Pesanan",
        "description": "Sepatu Angin",
        "payload": "order:1",
        "provider_token": PROVIDER,
        "currency": "IDR",
        "prices": [{"label": "Total", "amount": 27_900_000}],
        **other,
    }


def newest(bot: Bot) -> Update:
    """What waits for the bot last."""
    update = Update.de_json(bot.updates.pending[-1].as_update(), None)
    assert update is not None
    return update


async def answers(phone: BotPhone, bot: Bot, **answer: Any) -> None:
    """The bot answers whoever is about to pay."""
    query = newest(bot).pre_checkout_query
    assert query is not None
    await phone.ok("answerPreCheckoutQuery", pre_checkout_query_id=query.id, **answer)


async def test_an_invoice_has_a_pay_button_and_a_receipt_when_it_is_paid(
    ratna: Person, bot: Bot, phone: BotPhone, sandbox: Sandbox
) -> None:
    sent = await phone.ok("sendInvoice", **an_invoice(ratna, start_parameter="o_1"))
    assert sent["invoice"]["total_amount"] == 27_900_000
    assert sent["reply_markup"]["inline_keyboard"] == [
        [{"text": "Pay IDR 279,000.00", "pay": True}]
    ]

    checkout = await ratna.begins_to_pay()
    query = newest(bot).pre_checkout_query
    assert query is not None
    assert (query.invoice_payload, query.total_amount, query.from_user.id) == (
        "order:1",
        27_900_000,
        ratna.id,
    )
    await answers(phone, bot, ok=True)

    message = newest(bot).message
    assert message is not None
    assert message.successful_payment is not None
    assert message.successful_payment.invoice_payload == "order:1"
    assert message.successful_payment.provider_payment_charge_id.startswith("ch_")
    assert checkout.paid
    assert ratna.screen.labels == ("Receipt",)
    with pytest.raises(ActRefused, match="receipt"):
        paying.begin(sandbox, sandbox.chat_between(bot, ratna.user), ratna.screen.id)


async def test_what_the_bot_refuses_is_said_and_nothing_is_paid(
    ratna: Person, bot: Bot, phone: BotPhone
) -> None:
    await phone.ok("sendInvoice", **an_invoice(ratna))
    checkout = await ratna.begins_to_pay()

    await answers(phone, bot, ok=False, error_message="Baru saja habis.")

    assert (checkout.error, checkout.paid) == ("Baru saja habis.", False)
    assert newest(bot).message is None


async def test_a_bot_that_is_slow_gets_no_money(
    ratna: Person, bot: Bot, phone: BotPhone, clocks: Clocks, sandbox: Sandbox
) -> None:
    await phone.ok("sendInvoice", **an_invoice(ratna))
    checkout = await ratna.begins_to_pay()
    query = newest(bot).pre_checkout_query
    assert query is not None
    clocks.passes(seconds=10)

    refused = await phone.refused(
        "answerPreCheckoutQuery", pre_checkout_query_id=query.id, ok=True
    )

    assert "query is too old" in refused
    assert sandbox.checkouts.of(sandbox.chat_between(bot, ratna.user), ratna.id) == [checkout]
    assert checkout.error == "BOT_PRECHECKOUT_TIMEOUT"
    assert not bot.updates.pending


async def test_a_payment_is_answered_once(ratna: Person, bot: Bot, phone: BotPhone) -> None:
    await phone.ok("sendInvoice", **an_invoice(ratna))
    await ratna.begins_to_pay()
    query = newest(bot).pre_checkout_query
    assert query is not None
    await phone.ok("answerPreCheckoutQuery", pre_checkout_query_id=query.id, ok=True)

    refused = await phone.refused(
        "answerPreCheckoutQuery", pre_checkout_query_id=query.id, ok=True
    )

    assert "query is too old" in refused


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"provider_token": ""}, "PAYMENT_PROVIDER_INVALID"),
        ({"provider_token": "changeme"}, "PAYMENT_PROVIDER_INVALID"),
        ({"currency": "XYZ"}, "CURRENCY_INVALID"),
        ({"prices": [{"label": "x", "amount": 1_617_594}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"prices": [{"label": "x", "amount": 16_175_950_001}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"start_parameter": "ä"}, "START_PARAM_INVALID"),
        ({"title": ""}, "a title has 1-32 characters"),
        ({"title": "x" * 33}, "a title has 1-32 characters"),
        ({"description": "x" * 256}, "a description has 1-255 characters"),
        ({"payload": "é" * 65}, "a payload has 1-128 bytes"),
        ({"prices": []}, "prices"),
        ({"reply_markup": keyboard([button("Lihat", callback_data="x")])}, "first button"),
        ({"is_flexible": True}, 'the sandbox knows no "is_flexible"'),
    ],
)
async def test_what_telegram_would_not_take_is_refused(
    ratna: Person, phone: BotPhone, wrong: dict[str, Any], reason: str
) -> None:
    assert reason in await phone.refused("sendInvoice", **an_invoice(ratna, **wrong))


async def test_own_buttons_begin_with_one_that_pays(ratna: Person, phone: BotPhone) -> None:
    rows = keyboard([PAY, button("Lihat", callback_data="x")])
    sent = await phone.ok("sendInvoice", **an_invoice(ratna, reply_markup=rows))

    assert sent["reply_markup"]["inline_keyboard"][0][0] == PAY


async def test_only_an_invoice_has_a_button_that_pays(ratna: Person, phone: BotPhone) -> None:
    refused = await phone.refused(
        "sendMessage", chat_id=ratna.id, text="?", reply_markup=keyboard([PAY])
    )

    assert "BUTTON_TYPE_INVALID" in refused


async def test_whoever_has_blocked_the_bot_or_presses_on_nothing_pays_nothing(
    ratna: Person, bot: Bot, phone: BotPhone, sandbox: Sandbox
) -> None:
    await phone.ok("sendInvoice", **an_invoice(ratna))
    with pytest.raises(ActRefused, match="no invoice"):
        paying.begin(sandbox, sandbox.chat_between(bot, ratna.user), 4711)
    await ratna.blocks_bot()

    with pytest.raises(ActRefused, match="blocked"):
        await ratna.begins_to_pay()


async def test_the_page_pays_and_reads_what_came_of_it(
    ratna: Person, bot: Bot, phone: BotPhone, http: httpx.AsyncClient
) -> None:
    sent = await phone.ok("sendInvoice", **an_invoice(ratna))
    where = f"/sandbox/chats/{bot.id}/{ratna.id}"
    paid = await http.post(f"{where}/pay", json={"message_id": sent["message_id"]})
    waits = (await http.get(where)).json()["checkouts"]
    await answers(phone, bot, ok=True)

    number = paid.json()["checkout"]
    assert waits == [{"id": number, "error": "", "paid": False}]
    shown = (await http.get(where)).json()
    assert shown["checkouts"] == [{"id": number, "error": "", "paid": True}]
    assert shown["messages"][-1]["successful_payment"]["total_amount"] == 27_900_000
