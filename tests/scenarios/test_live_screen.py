"""One live screen a chat: edited where it stands, sent anew below what came meanwhile."""

from sqlalchemy import select, update

from bot.memory import shown
from bot.memory.shown import KnownPictureRow
from sandbox.world import Person
from tests.support.journeys import opens_product, orders
from tests.support.stage import Stage


def said_by_bot(person: Person) -> list[int]:
    """The ids of the bot's messages, oldest first."""
    return [message.id for message in person.chat if message.from_bot]


async def test_a_tap_edits_the_screen_it_is_on(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    home = await ratna.sees("Halo, Ratna")

    await ratna.taps("Bantuan")
    await ratna.sees("Bantuan", "/cancel")

    assert said_by_bot(ratna) == [home.id]


async def test_text_becomes_a_photo_in_place_and_photos_flip_there(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    home = await ratna.sees("Halo, Ratna")

    await ratna.taps("Belanja")
    await ratna.taps("Toko Langkah")
    await ratna.taps("Sepatu Angin")
    first = await ratna.sees("1/2")
    await ratna.taps("▶")
    second = await ratna.sees("2/2")

    assert first.photo is not None
    assert second.photo is not None
    assert first.photo != second.photo
    assert said_by_bot(ratna) == [home.id]


async def test_a_photo_becomes_text_by_a_new_message_and_the_old_one_goes(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Sepatu Angin")
    photo = ratna.screen

    await ratna.taps("‹ Toko Langkah")
    await ratna.sees("Pilih barang")
    await stage.settles()

    assert photo.id not in said_by_bot(ratna)
    assert len(said_by_bot(ratna)) == 1


async def test_a_typed_command_sends_the_screen_anew_below_it(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    home = await ratna.sees("Halo, Ratna")

    await ratna.writes("/orders")
    orders_ = await ratna.sees("Pesanan saya", "Semua")
    await stage.settles()

    assert orders_.id > home.id
    assert said_by_bot(ratna) == [orders_.id]


async def test_a_notice_stays_and_its_button_opens_a_new_screen_below(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    joined = await budi.sees("Anda sekarang bekerja")
    await ratna.starts()
    await orders(ratna)
    await stage.settles()
    notice = await budi.sees("Pesanan baru")

    await budi.taps("Lihat pesanan", on=notice)
    opened = await budi.sees("Pesanan LPK-", "Dikemas", "Beranda")
    await stage.settles()

    assert said_by_bot(budi) == [notice.id, opened.id]
    assert joined.id < notice.id < opened.id


async def test_a_screen_above_a_notice_is_sent_anew_when_it_is_pressed(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    screen = await budi.sees("Anda sekarang bekerja")
    await ratna.starts()
    await orders(ratna)
    await stage.settles()
    notice = await budi.sees("Pesanan baru")

    await budi.taps("Beranda", on=screen)
    home = await budi.sees("Halo, Budi")
    await stage.settles()

    assert said_by_bot(budi) == [notice.id, home.id]


async def test_an_old_screen_is_stripped_when_telegram_will_not_delete_it(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    old = await ratna.sees("Halo, Ratna")
    stage.clock.move(hours=50)

    await ratna.writes("/start")
    await ratna.waits_until(lambda: len(said_by_bot(ratna)) == 2 or None, "gets no new screen")
    await stage.settles()

    kept = next(message for message in ratna.chat if message.id == old.id)
    assert kept.labels == ()
    assert ratna.screen.id > old.id


async def known_pictures(stage: Stage) -> set[str]:
    """The ids under which Telegram is believed to keep pictures."""
    async with stage.shop.begin() as tx:
        return set(await tx.session.scalars(select(KnownPictureRow.file_id)))


async def telegram_loses_its_pictures(stage: Stage) -> None:
    """Every id that is remembered means nothing any more."""
    await stage.settles()
    async with stage.shop.begin() as tx:
        await tx.session.execute(update(KnownPictureRow).values(file_id="lost"))


async def test_a_picture_that_telegram_has_lost_is_uploaded_again_in_place(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Sepatu Angin")
    await telegram_loses_its_pictures(stage)

    await opens_product(ratna, "Sepatu Angin")

    assert (await ratna.sees("1/2")).photo is not None
    await stage.settles()
    assert "lost" not in await known_pictures(stage)


async def test_a_picture_that_telegram_has_lost_is_uploaded_again_in_a_new_message(
    stage: Stage,
) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Sepatu Angin")
    await telegram_loses_its_pictures(stage)
    await ratna.writes("/shop")
    await ratna.taps("Toko Langkah")
    listed = await ratna.sees("Pilih barang")
    await stage.settles()
    async with stage.shop.begin() as tx:
        await shown.cover(tx.session, ratna.id)  # As when a notice has come below it.

    await ratna.taps("Sepatu Angin")

    page = await ratna.sees("1/2")
    assert page.id > listed.id
    assert (await ratna.sees("1/2")).photo is not None
    await stage.settles()
    assert "lost" not in await known_pictures(stage)
