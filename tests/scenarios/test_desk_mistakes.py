"""What goes another way than planned: a wrong press, a question that is over."""

from bot.buttons.desk import AskCameBack, HasArrived, MoneyCame, Undo
from bot.buttons.tracking import ConfirmCod
from sandbox.server.entities import EntityKind
from store.domain.order import OrderStatus
from tests.scenarios.test_buying import buys_shoes
from tests.support.journeys import fills_address, opens_product
from tests.support.selling import (
    arranges,
    finds_in_english,
    is_asked_for_the_number,
    is_asked_in_english,
    opens_the_order,
    sends,
    status,
)
from tests.support.stage import Stage


async def test_a_hand_over_pressed_by_mistake_is_undone_and_the_buyer_hears_of_it(
    stage: Stage,
) -> None:
    budi, sari = await stage.seller("Budi"), await stage.seller("Sari", language="en")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await sends(budi)
    await budi.sees("Salah tekan? Bisa diurungkan sampai Jum, 20 Nov 10.10 WIB")
    await stage.settles()
    await ratna.sees("Pesanan LPK-", "dalam perjalanan")

    await finds_in_english(sari, "On the way · 1")
    answer = await sari.taps("Undo")
    assert answer.text == "Undone. The buyer has been told."
    await sari.sees("Waiting for the courier", "Handed to the courier")
    await stage.settles()

    await ratna.sees("Ralat dari Toko Langkah", "belum berangkat")
    await budi.taps("Urungkan")
    await budi.sees("Menunggu kurir", "Diserahkan ke kurir")
    await budi.taps("Diserahkan ke kurir")
    await budi.sees("Dalam perjalanan, perkiraan tiba")
    await stage.settles()
    assert await status(stage) is OrderStatus.IN_TRANSIT


async def test_bringing_it_by_mistake_is_undone_and_can_be_cancelled_again(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await buys_shoes(ratna)
    await is_asked_for_the_number(budi)
    await budi.taps("Tanpa nomor")
    await budi.taps("Ya, kami antar")
    await budi.sees("Diantar sendiri oleh toko")
    await stage.settles()
    await ratna.sees("sudah mengemas pesanan", "bukan JNE REG lagi")

    await budi.taps("Urungkan")
    await budi.sees("Dikemas", "Atur pengiriman")
    await stage.settles()

    await ratna.sees("Ralat dari Toko Langkah", "belum dikemas")
    await ratna.taps("Lihat pesanan")
    assert "Batalkan pesanan" in (await ratna.sees("Dikemas", "JNE REG")).labels


async def test_an_undo_takes_back_only_the_step_that_its_screen_showed(stage: Stage) -> None:
    budi, sari = await stage.seller("Budi"), await stage.seller("Sari", language="en")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await sends(budi)
    await budi.sees("Salah tekan?")
    await finds_in_english(sari, "On the way · 1")
    await sari.taps("Undo")
    await sari.sees("Waiting for the courier")
    stage.clock.move(minutes=5)
    await sari.taps("Handed to the courier")
    await sari.sees("On its way")
    await stage.settles()

    answer = await budi.taps("Urungkan")

    assert answer.text == "Sudah terlambat untuk mengurungkan; pesanan tetap seperti ini."
    await stage.settles()
    await budi.sees("Dalam perjalanan, perkiraan tiba", "10.15 WIB")
    assert await status(stage) is OrderStatus.IN_TRANSIT
    await ratna.sees("dalam perjalanan")


async def test_a_question_that_was_over_is_put_once_more_after_an_undo(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await buys_shoes(ratna)
    await arranges(budi)
    await budi.sees("Konfirmasi: sudah ditanyakan, tidak dijawab")
    await stage.settles()
    assert (await ratna.sees("Jadi dikirim?")).labels == ("Lihat pesanan",)

    await budi.taps("Urungkan")
    await budi.sees("Konfirmasi: sudah ditanyakan, belum dijawab")
    await stage.settles()
    asked = await ratna.sees("Ralat dari Toko Langkah", "belum dikemas", "Ya, kirim")
    await ratna.taps("Ya, kirim", on=asked)
    await ratna.sees("Anda sudah mengonfirmasi")
    await stage.settles()

    await budi.sees("sudah mengonfirmasi: silakan kirim")
    told = next(one for one in ratna.chat if one.id == asked.id)
    assert told.labels == ("Lihat pesanan",)


async def test_after_ten_minutes_a_step_stays(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    await buys_shoes(stage.person("Ratna"))
    await sends(budi)
    stage.clock.move(minutes=11)

    answer = await budi.taps("Urungkan")

    assert answer.text == "Sudah terlambat untuk mengurungkan; pesanan tetap seperti ini."
    await stage.settles()
    assert "Urungkan" not in (await budi.sees("Dalam perjalanan, perkiraan tiba")).labels
    assert await status(stage) is OrderStatus.IN_TRANSIT


async def test_a_forged_undo_moves_nothing(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await buys_shoes(ratna)
    await arranges(budi)

    for version in range(-1, 9):
        await ratna.taps_data(Undo(1, version).pack())
    for version in (-1, 0, 1, 99):
        await budi.taps_data(Undo(1, version).pack())

    assert await status(stage) is OrderStatus.AWAITING_COLLECTION


async def test_arrival_is_asked_before_money_and_each_question_has_a_way_back(
    stage: Stage,
) -> None:
    budi = await stage.seller("Budi", language="en")
    await buys_shoes(stage.person("Ratna"))
    await is_asked_in_english(budi)
    await budi.writes("012345678901")
    await budi.taps("Handed to the courier")

    await budi.taps("Arrived")
    await budi.sees("Has the parcel arrived at the buyer's?")
    await budi.taps("Yes, it has arrived")
    await budi.sees("Has the courier paid you the Rp291.000?")
    await budi.taps("‹ Back")
    await budi.sees("Has the parcel arrived at the buyer's?")
    await budi.taps("Not yet")

    await budi.sees("On its way, expected")
    assert await status(stage) is OrderStatus.IN_TRANSIT


async def test_arrival_and_money_are_asked_only_of_what_is_on_its_way(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    await buys_shoes(stage.person("Ratna"))
    await arranges(budi)

    for button in (HasArrived(1), MoneyCame(1, False), AskCameBack(1), MoneyCame(1, True)):
        await budi.taps_data(button.pack())
        await budi.sees("Sudah dikemas. Tekan Diserahkan ke kurir")

    await budi.does_not_see("Apakah kurir sudah menyetor", "Apa yang terjadi")
    assert await status(stage) is OrderStatus.AWAITING_COLLECTION


async def test_a_question_that_was_answered_loses_its_buttons(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await buys_shoes(ratna)
    await opens_the_order(budi)
    await budi.taps("Atur pengiriman")
    await budi.sees("pembeli sudah ditanya")
    await stage.settles()

    await ratna.taps("Ya, kirim", on=await ratna.sees("Jadi dikirim?"))
    await ratna.sees("Anda sudah mengonfirmasi")
    await stage.settles()

    assert (await ratna.sees("Jadi dikirim?")).labels == ("Lihat pesanan",)


async def test_a_question_that_nobody_waits_for_any_more_says_so(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna", language="id")
    await buys_shoes(ratna)
    await arranges(budi)
    await stage.settles()

    asked = await ratna.sees("Jadi dikirim?")
    answer = await ratna.taps_data(ConfirmCod(1).pack(), on=asked)

    assert asked.labels == ("Lihat pesanan",)
    assert answer.text == "Pertanyaan ini sudah tidak berlaku; ini keadaan pesanan sekarang."
    await ratna.sees("Pesanan LPK-", "· Menunggu kurir", "○ Diserahkan ke kurir")


async def test_an_address_in_a_note_is_no_link_for_the_seller(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Sepatu Angin")
    await ratna.taps("Beli sekarang")
    await ratna.taps("Hitam 41")
    await ratna.taps("Catatan")
    await ratna.writes("Cek https://jahat.example/login dan @penipu")
    await fills_address(ratna)
    await ratna.taps("Buat pesanan")
    await ratna.sees("Terima kasih")

    await opens_the_order(budi)

    shown = await budi.sees("Catatan: Cek https://jahat.example/login dan @penipu")
    found = {entity.kind for entity in shown.content.words.entities}
    assert found.isdisjoint({EntityKind.URL, EntityKind.MENTION})


async def test_what_is_done_is_counted_nowhere_on_the_desk(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await buys_shoes(ratna)
    await sends(budi)
    await budi.taps("Sampai")
    await budi.taps("Ya, sudah sampai")
    await budi.taps("Ya, sudah diterima")
    await budi.sees("Sudah sampai. Pembeli sedang memeriksa")
    await stage.settles()

    await budi.writes("/start")
    home = await budi.sees("Halo, Budi")
    await budi.taps("Meja penjual")

    desk = await budi.sees("Meja Toko Langkah", "Tidak ada yang perlu dikirim")
    assert "Meja penjual" in home.labels
    assert "Diterima" in desk.labels
