"""The inbox: kept, counted, seen, and each notice opens what it is about."""

from tests.support.journeys import orders, who_ordered
from tests.support.stage import Stage


async def test_notices_are_counted_listed_and_open_their_order(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    await who_ordered(stage)
    await budi.writes("/start")
    await budi.sees("Kotak masuk (1)")

    await budi.taps("Kotak masuk (1)")
    await budi.sees("1 belum dibaca", "Toko Langkah: Pesanan baru LPK-")
    await budi.taps("1")

    await budi.sees("Sepatu Angin", "Kota Bandung")
    assert await stage.shop.inbox.unread(await stage.actor(budi)) == 0


async def test_a_notice_is_read_when_its_order_was_opened_elsewhere(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    actor = await stage.actor(ratna)
    before = await stage.shop.inbox.unread(actor)

    await ratna.taps("Lihat pesanan")
    await ratna.sees("Salin nomor pesanan")

    assert (before, await stage.shop.inbox.unread(actor)) == (1, 0)


async def test_a_pushed_notice_is_read_when_its_button_was_pressed(stage: Stage) -> None:
    budi, wati = await stage.seller("Budi"), await stage.seller("Wati")
    await stage.settles()
    actor = await stage.actor(budi)
    assert await stage.shop.inbox.unread(actor) == 1

    await budi.sees("Wati", "sekarang bekerja di Toko Langkah sebagai pemilik")
    await budi.taps("Buka di kotak masuk")

    await budi.sees("Jika Anda tidak mengenalnya", "‹ Kotak masuk")
    assert await stage.shop.inbox.unread(actor) == 0
    assert await stage.shop.inbox.unread(await stage.actor(wati)) == 0


async def test_long_inboxes_have_pages_and_all_is_read_by_one_press(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi", language="en"), stage.person("Ratna")
    await ratna.starts()
    for _ in range(4):
        await orders(ratna)
    for order in (await stage.shop.privacy.belongings(await stage.actor(ratna))).orders[:3]:
        await ratna.writes(f"LPK-{order.ref[:5]}-{order.ref[5:]}")
        await ratna.taps("Batalkan pesanan")
        await ratna.taps("Ada harga lebih murah")
        await ratna.taps("Kirim pembatalan")
        await ratna.sees("dibatalkan", "Stok dikembalikan")
    await stage.settles()
    await budi.writes("/inbox")
    await budi.sees("7 unread", "1/2", "Orders 4", "Cancellations 3")

    await budi.taps("Cancellations 3")
    await budi.sees("· Cancellations")
    await budi.taps("Mark all read")

    await budi.sees("Inbox", "1/2", "· All ·")
    assert await stage.shop.inbox.unread(await stage.actor(budi)) == 0


async def test_nobody_reads_the_notices_of_somebody_else(stage: Stage) -> None:
    ratna, rudi = stage.person("Ratna"), stage.person("Rudi")
    await ratna.starts()
    await orders(ratna)
    await rudi.starts()
    await rudi.sees("Halo, Rudi")
    notice = (await stage.shop.inbox.page(await stage.actor(ratna))).items[0]

    answer = await rudi.taps_data(f"n1.{notice.id}")

    assert answer.text == "Ini sudah tidak ada."
    await rudi.does_not_see("Sepatu Angin", "Ratna")


async def test_a_notice_of_another_version_is_one_neutral_line_and_hides_no_other(
    stage: Stage,
) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await ratna.starts()
    for _ in range(3):
        await orders(ratna)
        await stage.settles()
    async with stage.shop.begin() as tx:
        unknown, outgrown, _ = await tx.notices.newest(budi.id, None, offset=0, limit=3)
        unknown.event, outgrown.payload = "parcel_teleported", {"order_id": "?"}

    await budi.writes("/inbox")
    page = await budi.sees("Pemberitahuan lama", "Kotak masuk")
    await budi.taps("1", on=page)
    await budi.sees("dari versi lama", "‹ Kotak masuk")

    assert page.text.count("Pemberitahuan lama") == 2
    assert page.text.count("Pesanan baru") == 1
