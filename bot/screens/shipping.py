"""Questions on the way of an order: courier and number, money, why it came back."""

from bot.buttons.base import Key
from bot.buttons.desk import (
    ArrangeBy,
    ArrangeInstead,
    Arrived,
    AskCameBack,
    BringInstead,
    BringOurselves,
    CameBack,
    ChooseCarrier,
    HasArrived,
    MoneyCame,
    MoneyWaits,
    OpenDeskOrder,
    UseNumber,
)
from bot.i18n.translator import Translator
from bot.screens import desk, format, requests
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.domain.order import OrderStatus, show_ref
from store.domain.payment import PaymentMethod
from store.domain.tracking import example_of
from store.views.orders import OrderPage
from store.views.shipping import CourierChoice


def asked(t: Translator, page: OrderPage) -> Screen:
    """The buyer has just been asked whether the parcel shall come."""
    return Screen(
        text=lines(
            _title(t, page),
            t("It is paid at the door, so the buyer has been asked whether to send it."),
            t("You can wait for the answer, which is told to you here, or arrange it now."),
        ),
        rows=rows(
            [ArrangeBy(page.id).labelled(t.plain("Arrange it now"))],
            [OpenDeskOrder(page.id).labelled(t.plain("Wait for the answer")), home_key(t)],
        ),
    )


def number(t: Translator, page: OrderPage, chosen: CourierChoice) -> Screen:
    """A place to type the tracking number, with the courier that was chosen."""
    first = page.status is OrderStatus.AWAITING_SHIPMENT
    return Screen(
        text=lines(
            _title(t, page),
            t(
                "Courier: <b>{courier} {service}</b>",
                courier=chosen.courier,
                service=chosen.service,
            ),
            _unanswered(t, page) if first else None,
            requests.closed_by_sending(t, page),
            "",
            t(
                "Type the tracking number, for example {example}.",
                example=example_of(chosen.courier),
            ),
            t("The buyer is told at once."),
        ),
        rows=rows(
            [ChooseCarrier(page.id).labelled(t.plain("Another courier"))],
            [BringOurselves(page.id).labelled(t.plain("No number: we bring it"))] if first else [],
            [_back(t, page), home_key(t)],
        ),
    )


def carriers(
    t: Translator,
    page: OrderPage,
    couriers: tuple[CourierChoice, ...],
    *,
    above: str | None = None,
) -> Screen:
    """The couriers that can carry it."""
    return Screen(
        text=lines(_title(t, page), above, t("Which courier carries it?")),
        rows=rows(
            *(
                [ArrangeBy(page.id, one.mark).labelled(f"{one.courier} {one.service}")]
                for one in couriers
            ),
            [_back(t, page), home_key(t)],
        ),
    )


def courier_gone(t: Translator) -> str:
    """The courier that was meant cannot carry it any more."""
    return t("The choice of couriers has just changed.")


def courier_by_press(t: Translator) -> str:
    """What is said to words that name no courier of the shop's table."""
    return t("Please press a courier. One that is not here is not in the shop's courier table.")


def number_later(t: Translator) -> str:
    """What is said to a number that comes before its courier is settled."""
    return t("Please press an answer first; the tracking number comes after that.")


def another_courier(
    t: Translator,
    page: OrderPage,
    choice: CourierChoice,
    *,
    as_it_is: CourierChoice,
    above: str | None = None,
) -> Screen:
    """Really another courier than the buyer chose?"""
    expected = choice.expected
    days = format.days(expected.first, expected.last, t) if expected else None
    question = t(
        "Send it with <b>{courier} {service}</b>?", courier=choice.courier, service=choice.service
    )
    yes = ArrangeInstead(page.id, choice.mark).labelled(t.plain("Yes, change the courier"))
    return _really(
        t,
        page,
        above,
        question,
        *_what_was_chosen(t, page),
        t("It would then arrive {days}.", days=days) if days else None,
        answers=[yes, _keep(t, page, as_it_is)],
    )


def bring_ourselves(t: Translator, page: OrderPage) -> Screen:
    """Really without the courier that the buyer chose?"""
    question = t("Bring it yourselves, <b>without a tracking number</b>?")
    yes = BringInstead(page.id).labelled(t.plain("Yes, we bring it"))
    chosen = CourierChoice(courier=page.courier, service=page.service)
    return _really(
        t, page, question, *_what_was_chosen(t, page), answers=[yes, _keep(t, page, chosen)]
    )


def no_number(t: Translator, page: OrderPage, chosen: CourierChoice) -> Screen:
    """What was typed cannot be a tracking number."""
    asked_again = number(t, page, chosen)
    return Screen(
        text=lines(
            t("That cannot be a tracking number."),
            t("It has 6 to 32 letters, digits or hyphens, and at least one digit."),
            "",
            asked_again.text,
        ),
        rows=asked_again.rows,
    )


def odd_number(t: Translator, page: OrderPage, choice: CourierChoice, *, typed: str) -> Screen:
    """The number does not look like one of this courier's."""
    return Screen(
        text=lines(
            _title(t, page),
            t(
                "<code>{number}</code> does not look like a number of {courier}.",
                number=typed,
                courier=choice.courier,
            ),
            t("Please compare it with the receipt. If it is right, use it; else type it again."),
        ),
        rows=rows(
            [UseNumber(page.id, choice.mark).labelled(t.plain("It is right, use it"))],
            [ChooseCarrier(page.id).labelled(t.plain("Another courier"))],
            [_back(t, page), home_key(t)],
        ),
    )


def where(t: Translator, page: OrderPage, *, limit: int) -> Screen:
    """A place to say where the parcel was seen."""
    return Screen(
        text=lines(
            _title(t, page),
            t("Write in a few words where the parcel is. The buyer sees it with the time."),
            t("At most {limit} characters.", limit=limit),
        ),
        rows=rows([_back(t, page), home_key(t)]),
    )


def has_it_arrived(t: Translator, page: OrderPage) -> Screen:
    """Is it really there?"""
    return Screen(
        text=lines(
            _title(t, page),
            t("Has the parcel arrived at the buyer's?"),
            # What is paid at the door is asked about first: nothing is told before that.
            _told(t) if page.payment is not PaymentMethod.COD else None,
        ),
        rows=rows(
            [HasArrived(page.id).labelled(t.plain("Yes, it has arrived"), style="primary")],
            [OpenDeskOrder(page.id).labelled(t.plain("Not yet")), home_key(t)],
        ),
    )


def money(t: Translator, page: OrderPage) -> Screen:
    """Has the courier paid?"""
    return Screen(
        text=lines(
            _title(t, page),
            t(
                "Has the courier paid you the <b>{total}</b>?",
                total=format.rupiah(page.total),
            ),
            t("Look at your balance or statement, not at a photo."),
            _told(t),
        ),
        rows=rows(
            [MoneyCame(page.id, True).labelled(t.plain("Yes, received"), style="primary")],
            [MoneyCame(page.id, False).labelled(t.plain("No"))],
            [Arrived(page.id).labelled(t.plain("‹ Back")), home_key(t)],
        ),
    )


def no_money(t: Translator, page: OrderPage) -> Screen:
    """Why is there no money?"""
    return Screen(
        text=lines(_title(t, page), t("What happened?"), _told(t)),
        rows=rows(
            [AskCameBack(page.id).labelled(t.plain("The parcel came back"))],
            [MoneyWaits(page.id).labelled(t.plain("Delivered, not paid yet"))],
            [HasArrived(page.id).labelled(t.plain("‹ Back")), home_key(t)],
        ),
    )


def why_back(t: Translator, page: OrderPage) -> Screen:
    """Why did it come back?"""
    question = t("Why did the parcel come back? The order ends with this and cannot go on.")
    refused = CameBack(page.id, True).labelled(t.plain("The buyer refused it"), style="danger")
    other = CameBack(page.id, False).labelled(
        t.plain("Not delivered for another reason"), style="danger"
    )
    return _really(t, page, question, answers=[refused, other])


def asked_toast(t: Translator) -> str:
    """A toast for the member who asked."""
    return t.plain("The buyer has been asked.")


def _really(t: Translator, page: OrderPage, *asked: str | None, answers: list[Key]) -> Screen:
    """A question about this order, its answers one below the other, and the way back."""
    return Screen(
        text=lines(_title(t, page), *asked),
        rows=rows(*([answer] for answer in answers), [_back(t, page), home_key(t)]),
    )


def _title(t: Translator, page: OrderPage) -> str:
    title = format.cut(page.lines[0].title, 40)
    return t("Order <b>{ref}</b> · {title}", ref=show_ref(page.ref), title=title)


def _what_was_chosen(t: Translator, page: OrderPage) -> list[str]:
    return [
        t(
            "The buyer chose {courier} {service} and pays {fee} for shipping.",
            courier=page.courier,
            service=page.service,
            fee=format.rupiah(page.shipping_fee),
        ),
        t("What the buyer pays does not change. The buyer is told of the new courier."),
    ]


def _keep(t: Translator, page: OrderPage, choice: CourierChoice) -> Key:
    label = t.plain("No, {courier} {service}", courier=choice.courier, service=choice.service)
    return ArrangeBy(page.id, choice.mark).labelled(label)


def _told(t: Translator) -> str:
    return t("The buyer is told, so be sure first; this cannot be undone.")


def _unanswered(t: Translator, page: OrderPage) -> str | None:
    asked_about = page.confirmation
    if page.payment is not PaymentMethod.COD or (asked_about and asked_about.answer):
        return None
    answer = desk.cod_answer(t, asked=asked_about is not None, answer=None)
    return t("Careful, cash on delivery: {answer}. A refused parcel costs you.", answer=answer)


def _back(t: Translator, page: OrderPage) -> Key:
    return OpenDeskOrder(page.id).labelled(t.plain("‹ Back"))
