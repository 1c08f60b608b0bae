"""Money that goes back by hand: the account, the sending, the word that it came, or did not."""

from datetime import timedelta

import pytest

from store.db.models.payments import RefundAccountRow
from store.domain.account import Account
from store.domain.refund import RefundState
from store.errors import (
    AlreadyDecided,
    FieldUnreadable,
    NotAllowed,
    NotFound,
    RefundAccountMissing,
    RefundMoved,
)
from tests.support.builders import a_shop
from tests.support.market import Market
from tests.support.refund import GOPAY, JAGO, Owed, masked, owes

_R = RefundState


@pytest.fixture
async def owed(market: Market) -> Owed:
    """All of Ratna's money."""
    return await owes(market)


async def test_the_account_is_whole_for_the_shop_masked_for_the_page_and_sealed_at_rest(
    owed: Owed,
) -> None:
    await owed.with_account()

    assert (await owed.refunding.look(owed.budi, owed.id)).account == JAGO
    assert (await owed.view()).account == masked(JAGO)
    row = await owed.row()
    assert row.sealed_account is not None
    assert JAGO.number.encode() not in row.sealed_account
    assert (await owed.transfer.told(owed.budi))[-1] == "refund_account_given"


async def test_the_account_can_be_changed_until_the_money_is_sent(owed: Owed) -> None:
    await owed.with_account()
    before = await owed.view()
    owed.market.clock.move(hours=5)
    await owed.refunding.give_account(owed.ratna, owed.id, GOPAY)
    changed = await owed.refunding.look(owed.budi, owed.id)
    await owed.refunding.send(owed.budi, owed.id, attempt=0)

    with pytest.raises(RefundMoved):
        await owed.refunding.give_account(owed.ratna, owed.id, JAGO)

    assert changed.account == GOPAY
    assert changed.refund.send_by == before.send_by
    assert (await owed.refunding.look(owed.budi, owed.id)).account == GOPAY


async def test_the_account_of_the_last_time_is_offered_and_taken_over_by_one_press(
    owed: Owed,
) -> None:
    first = (await owed.refunding.ask(owed.ratna, owed.id)).remembered
    await owed.with_account()
    offered = (await owed.refunding.ask(owed.ratna, owed.id)).remembered

    await owed.refunding.take_over(owed.ratna, owed.id)

    assert (first, offered) == (None, JAGO)
    assert (await owed.transfer.told(owed.budi)).count("refund_account_given") == 1


async def test_without_an_account_of_the_last_time_there_is_none_to_take_over(owed: Owed) -> None:
    with pytest.raises(NotFound):
        await owed.refunding.take_over(owed.ratna, owed.id)

    assert (await owed.view()).account is None


async def test_a_number_that_no_bank_has_is_not_noted(owed: Owed) -> None:
    wrong = Account(kind=JAGO.kind, name="Jago", number="12", holder="Ratna")

    with pytest.raises(FieldUnreadable):
        await owed.refunding.give_account(owed.ratna, owed.id, wrong)

    assert (await owed.view()).account is None
    assert await owed.market.rows(RefundAccountRow) == []


async def test_what_was_sent_and_received_is_settled_and_its_account_forgotten(owed: Owed) -> None:
    await owed.sent()
    on_the_way = await owed.view()

    await owed.refunding.received(owed.ratna, owed.id)
    await owed.refunding.received(owed.ratna, owed.id)

    assert (on_the_way.state, await owed.state()) == (_R.SENT, _R.SETTLED)
    assert await owed.in_hand() == 0
    assert (await owed.row()).sealed_account is None
    assert (await owed.transfer.told(owed.budi)).count("refund_settled") == 1
    assert "refund_sent" in await owed.transfer.told(owed.ratna)


async def test_three_days_of_silence_settle_it_and_not_an_hour_less(owed: Owed) -> None:
    await owed.sent()

    await owed.passes(hours=71)
    early = await owed.state()
    await owed.passes(hours=1)

    assert (early, await owed.state()) == (_R.SENT, _R.SETTLED)
    assert await owed.in_hand() == 0
    assert (await owed.transfer.told(owed.ratna))[-1] == "refund_settled"


async def test_what_did_not_arrive_is_owed_again_and_sent_again(owed: Owed) -> None:
    operator = await owed.operator()
    await owed.sent()

    await owed.refunding.not_received(owed.ratna, owed.id, attempt=1)
    failed, in_hand = await owed.state(), await owed.in_hand()
    await owed.passes(days=4)
    await owed.refunding.send(owed.budi, owed.id, attempt=1)

    assert (failed, in_hand) == (_R.FAILED, owed.amount)
    assert (await owed.state(), await owed.in_hand()) == (_R.SENT, 0)
    assert (await owed.view()).attempts == 2
    assert "refund_failed" in await owed.transfer.told(owed.budi)
    assert "refund_failed" in await owed.transfer.told(operator)


async def test_what_turns_up_after_it_seemed_lost_is_settled(owed: Owed) -> None:
    await owed.sent()
    await owed.refunding.not_received(owed.ratna, owed.id, attempt=1)

    await owed.refunding.received(owed.ratna, owed.id)

    assert (await owed.state(), await owed.in_hand()) == (_R.SETTLED, 0)


async def test_an_old_word_about_the_first_attempt_says_nothing_about_the_second(
    owed: Owed,
) -> None:
    await owed.sent()
    await owed.refunding.not_received(owed.ratna, owed.id, attempt=1)
    await owed.refunding.send(owed.budi, owed.id, attempt=1)

    with pytest.raises(RefundMoved):
        await owed.refunding.not_received(owed.ratna, owed.id, attempt=1)

    assert (await owed.state(), await owed.in_hand()) == (_R.SENT, 0)


async def test_a_button_from_before_it_failed_does_not_say_that_it_was_sent_again(
    owed: Owed,
) -> None:
    await owed.sent()
    await owed.refunding.not_received(owed.ratna, owed.id, attempt=1)

    with pytest.raises(RefundMoved):
        await owed.refunding.send(owed.budi, owed.id, attempt=0)

    assert (await owed.state(), await owed.in_hand()) == (_R.FAILED, owed.amount)


async def test_nothing_is_sent_where_nobody_knows_where_to(owed: Owed) -> None:
    with pytest.raises(RefundAccountMissing):
        await owed.refunding.send(owed.budi, owed.id, attempt=0)

    assert (await owed.state(), await owed.in_hand()) == (_R.PROMISED, owed.amount)


async def test_what_was_never_sent_cannot_be_received(owed: Owed) -> None:
    await owed.with_account()

    with pytest.raises(RefundMoved):
        await owed.refunding.received(owed.ratna, owed.id)
    with pytest.raises(RefundMoved):
        await owed.refunding.not_received(owed.ratna, owed.id, attempt=0)

    assert (await owed.state(), await owed.in_hand()) == (_R.PROMISED, owed.amount)


async def test_who_sends_it_second_hears_who_was_first_and_when(owed: Owed) -> None:
    await owed.sent()
    since = owed.market.clock.now()
    owed.market.clock.move(minutes=3)

    with pytest.raises(AlreadyDecided) as late:
        await owed.refunding.send(owed.budi, owed.id, attempt=0)

    assert (late.value.by, late.value.at) == ("Budi", since)
    assert await owed.in_hand() == 0


async def test_each_side_moves_only_what_is_its_own(owed: Owed) -> None:
    await owed.sent()
    await owed.market.opens(a_shop(slug="toko-lain"))
    joko = await owed.market.person("Joko")
    tono = await owed.market.seller("Tono", slug="toko-lain")

    for who in (joko, tono, owed.ratna):
        for of_the_shop in (
            owed.refunding.send(who, owed.id, attempt=0),
            owed.refunding.look(who, owed.id),
            owed.refunding.owed(who, owed.budi_shop),
        ):
            with pytest.raises(NotAllowed):
                await of_the_shop
    for who in (joko, tono, owed.budi):
        for of_the_buyer in (
            owed.refunding.ask(who, owed.id),
            owed.refunding.give_account(who, owed.id, JAGO),
            owed.refunding.received(who, owed.id),
            owed.refunding.not_received(who, owed.id, attempt=1),
            owed.refunding.page(who, owed.id),
        ):
            with pytest.raises(NotFound):
                await of_the_buyer

    assert (await owed.state(), await owed.in_hand()) == (_R.SENT, 0)


async def test_forgetting_forgets_the_remembered_account_and_the_refund_keeps_its_own(
    owed: Owed,
) -> None:
    privacy = owed.market.shop.privacy
    await owed.with_account()
    shown = (await privacy.belongings(owed.ratna)).accounts

    await privacy.erase(owed.ratna, erasures=0, language_code="id")

    assert shown == (masked(JAGO),)
    assert await owed.market.rows(RefundAccountRow) == []
    assert (await owed.refunding.look(owed.budi, owed.id)).account == JAGO
    await owed.refunding.send(owed.budi, owed.id, attempt=0)
    await owed.passes(days=3)
    assert (await privacy.belongings(owed.ratna)).accounts == ()


async def test_the_desk_counts_what_is_owed_until_it_is_sent(owed: Owed) -> None:
    desk = owed.market.shop.desk
    before = (await desk.home(owed.budi, owed.budi_shop)).refunds, await desk.waiting(owed.budi)
    listed = await owed.refunding.owed(owed.budi, owed.budi_shop)

    await owed.sent()

    after = (await desk.home(owed.budi, owed.budi_shop)).refunds, await desk.waiting(owed.budi)
    assert (before, after) == ((1, 1), (0, 0))
    assert [one.refund.id for one in listed.items] == [owed.id]
    assert (await owed.refunding.owed(owed.budi, owed.budi_shop)).items == ()


async def test_the_day_by_which_silence_speaks_is_shown(owed: Owed) -> None:
    await owed.sent()

    view = await owed.view()

    assert view.sent_at is not None
    assert view.settles_at == view.sent_at + timedelta(days=3)
    assert view.send_by is None
