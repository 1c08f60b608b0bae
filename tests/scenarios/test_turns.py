"""One update is one transaction: a bug undoes it, a refusal does not, a lost race is run again."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.buttons.address import SaveAddress
from bot.buttons.orders import OpenOrder
from bot.context import Ctx
from bot.memory import updates
from bot.outgoing.replies import Show
from bot.routing import command
from bot.screens.base import Screen
from store.domain.zones import Zone
from store.errors import Conflict, NotFound
from tests.support.journeys import ADDRESS, who_gives_an_address
from tests.support.stage import Stage

Handler = Callable[[Update, Ctx], Awaitable[None]]


def answers(stage: Stage, name: str, handler: Handler) -> None:
    """Let the bot answer one more command, before all others."""
    stage.bot.application.add_handler(command(name, handler), group=-1)


async def test_a_bug_undoes_everything_and_is_apologised_for_with_a_reference(
    stage: Stage,
) -> None:
    ratna = stage.person("Ratna")

    async def breaks(_: Update, ctx: Ctx) -> None:
        await ctx.shop.people.choose_zone(ctx.actor, Zone.WIT)
        raise ZeroDivisionError

    answers(stage, "breaks", breaks)
    await ratna.starts()
    await ratna.sees("Halo, Ratna")

    await ratna.writes("/breaks")
    sorry = await ratna.sees("gangguan di pihak kami", "ref ")
    await ratna.writes("/start")
    await ratna.sees("Halo, Ratna")

    assert "ZeroDivisionError" not in sorry.text
    assert (await stage.shop.people.profile(ratna.id)).zone is Zone.WIB


async def test_a_refusal_is_told_and_the_turn_still_counts(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    tries: list[int] = []

    async def refuses(_: Update, ctx: Ctx) -> None:
        tries.append(1)
        await ctx.shop.orders.card(ctx.actor, 999)

    answers(stage, "refuses", refuses)
    await ratna.starts()

    await ratna.writes("/refuses")
    await ratna.sees("Ini sudah tidak ada", "Beranda")

    assert tries == [1]


async def test_a_lost_race_is_run_again_and_nobody_notices(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    tries: list[int] = []

    async def loses_once(_: Update, __: Ctx) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise Conflict

    answers(stage, "races", loses_once)
    await ratna.starts()
    await ratna.sees("Halo, Ratna")

    await ratna.writes("/races")
    await stage.settles()
    await ratna.does_not_see("gangguan")

    assert tries == [1, 1]


async def test_the_same_update_twice_is_one_turn(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    seen: list[int] = []

    async def counts(update: Update, _: Ctx) -> None:
        seen.append(update.update_id)

    answers(stage, "counts", counts)
    await ratna.starts()
    await ratna.writes("/counts")
    await stage.settles()
    stage.bot.polling.offset = 0

    await ratna.writes("/help")
    await ratna.sees("Bantuan")
    await stage.settles()

    assert len(seen) == 1


async def test_one_persons_updates_keep_their_order(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    seen: list[str] = []

    async def counts(update: Update, _: Ctx) -> None:
        assert update.message is not None
        seen.append((update.message.text or "").split()[-1])

    answers(stage, "counts", counts)
    await ratna.starts()

    for number in range(30):
        await ratna.writes(f"/counts {number}")
    await stage.settles()
    await ratna.waits_until(lambda: len(seen) == 30 or None, "is not heard out")

    assert seen == [str(number) for number in range(30)]


async def test_a_refusal_in_the_middle_undoes_what_the_service_did(stage: Stage) -> None:
    ratna = stage.person("Ratna")

    async def half(_: Update, ctx: Ctx) -> None:
        async with ctx.shop.begin():
            await ctx.shop.people.choose_language(ctx.actor, ctx.actor.language)
            raise NotFound(what="nothing")

    answers(stage, "half", half)
    await ratna.starts()
    await ratna.sees("Halo, Ratna")

    await ratna.writes("/half")
    await ratna.sees("Ini sudah tidak ada")

    assert not (await stage.shop.people.profile(ratna.id)).language_chosen


async def test_a_race_that_is_lost_again_and_again_is_apologised_for(stage: Stage) -> None:
    ratna = stage.person("Ratna")

    async def loses(_: Update, __: Ctx) -> None:
        raise Conflict

    answers(stage, "races", loses)
    await ratna.starts()
    await ratna.sees("Halo, Ratna")

    await ratna.writes("/races")
    await ratna.sees("gangguan di pihak kami")
    await ratna.writes("/help")

    await ratna.sees("Bantuan")


async def test_an_older_reply_never_takes_the_place_of_a_newer_screen(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await ratna.sees("Halo, Ratna")
    await stage.settles()
    late = Show(chat_id=ratna.id, screen=Screen(text="Dari kemarin"))

    painted = await stage.bot.courier.painter.show(late, seq=0)

    assert painted is None
    await ratna.does_not_see("Dari kemarin")


async def test_a_refused_press_leaves_a_form_that_has_nothing_to_do_with_it(stage: Stage) -> None:
    ratna = await who_gives_an_address(stage)
    await ratna.writes("Ratna Dewi")
    await ratna.sees("Nomor HP mana")

    answer = await ratna.taps_data(OpenOrder(999).pack())
    await ratna.writes("0812 3456 7890")

    assert answer.alert
    await ratna.sees("Jalan, nomor")


async def test_an_address_form_that_nobody_waits_for_ends_at_the_saved_addresses(
    stage: Stage,
) -> None:
    ratna = await who_gives_an_address(stage)
    await ratna.writes(ADDRESS)
    await ratna.sees("Simpan alamat")
    stage.clock.move(hours=30)

    answer = await ratna.taps("Simpan alamat")

    assert answer.text == "Tombol lama; ini keadaan terbaru."
    await ratna.sees("Alamat tersimpan", "Belum ada alamat", "Beranda")


async def test_saving_an_address_by_two_presses_leads_to_the_card_once(stage: Stage) -> None:
    ratna = await who_gives_an_address(stage)
    await ratna.writes(ADDRESS)
    form = await ratna.sees("Simpan alamat")

    await ratna.taps_data(SaveAddress().pack(), on=form)
    await ratna.taps_data(SaveAddress().pack(), on=form)

    await ratna.sees("Buat pesanan", "Kirim ke: Ratna Dewi")
    assert len(await stage.shop.addresses.mine(await stage.actor(ratna))) == 1


async def test_a_post_of_a_channel_is_done_without_a_word(stage: Stage) -> None:
    chat = {"id": -1_001_999_999_999, "type": "channel", "title": "Promo"}
    post = {"message_id": 1, "sender_chat": chat, "chat": chat, "date": 1, "text": "/start"}
    async with stage.shop.begin() as tx:
        raw = [{"update_id": 1, "channel_post": post}]
        fresh = await updates.remember(tx, raw, bot_id=stage.bot.bot_id, at=stage.clock.now())

    stage.bot.lanes.feed(fresh)
    await stage.bot.lanes.idle()

    async with stage.shop.begin() as tx:
        row = await tx.session.get_one(updates.UpdateRow, fresh[0].seq)
        assert (row.done_at is not None, row.error, row.replies) == (True, None, None)
    calls = stage.sandbox.journal.calls()
    assert [call for call in calls if "chat_id" in call.parameters] == []
