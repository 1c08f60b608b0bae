"""What is paid a shop cancels only with an operator's yes, by button; silence is one."""

from datetime import UTC, datetime

from bot.buttons.links import OPERATOR_LINK
from sandbox.world import Person
from tests.scenarios.test_transfer import the_two
from tests.support.groups import PERSONAL, connected, staff
from tests.support.journeys import button_of
from tests.support.stage import Stage

WORDS = "Stok di gudang ternyata rusak kena air."


async def operator(stage: Stage, name: str = "Olga", *, language: str = "en") -> Person:
    """Somebody who runs the place."""
    person = stage.person(name, language=language)
    await person.starts(OPERATOR_LINK + await stage.shop.operators.open_link())
    await stage.settles()
    return person


async def paid(stage: Stage) -> tuple[Person, Person]:
    """Budi has found Ratna's money; the shoes are to be sent."""
    budi, ratna = await the_two(stage)
    await ratna.taps("Saya sudah transfer")
    await ratna.taps("Lanjut tanpa foto")
    await stage.settles()
    await budi.taps("sudah masuk")
    await stage.settles()
    return budi, ratna


async def asks(stage: Stage, seller: Person) -> None:
    """From anywhere to a request that is sent."""
    await seller.writes("/sell")
    await seller.taps("Perlu dikirim · 1")
    await seller.taps("Sepatu Angin")
    await seller.taps("Batalkan pesanan")
    await seller.sees("Pembeli sudah membayar, jadi operator perlu menyetujui")
    await seller.taps("Stok habis")
    page = await seller.sees("Apa yang terjadi?", "operator dan pembeli membacanya")
    assert "Tanpa penjelasan" not in page.labels
    await seller.writes(WORDS)
    await seller.sees(f"“{WORDS}”", "Min, 22 Nov 10.00 WIB", "Uang: Anda mengembalikan Rp")
    await seller.taps("Ajukan ke operator")
    await seller.sees("sudah diajukan ke operator", "Min, 22 Nov 10.00 WIB")
    await stage.settles()


async def test_an_operator_confirms_and_all_three_read_what_is_true(stage: Stage) -> None:
    olga = await operator(stage)
    budi, ratna = await paid(stage)

    await asks(stage, budi)
    await ratna.sees("Toko Langkah ingin membatalkan", "Stok habis", "uang Anda kembali")
    card = await olga.sees("Toko Langkah wants to cancel", WORDS, "back to the buyer", "Answer by")
    assert card.labels[:2] == ("Confirm", "Refuse")
    mine = await budi.sees("Toko Anda mengajukan pembatalan", "Tahan dulu paketnya")
    await olga.taps("Confirm", on=card)
    await stage.settles()

    await olga.sees("Cancellation confirmed by operator Olga")
    await budi.sees("Pembatalan pesanan", "dikonfirmasi oleh Olga")
    copy = next(message for message in budi.chat if message.id == mine.id)
    assert "Pembatalan dikonfirmasi oleh operator Olga" in copy.text
    assert "Tarik pengajuan" not in copy.labels
    await ratna.sees("Operator mengonfirmasi", "akan mengembalikan")
    await ratna.sees("akan mengembalikan")
    await ratna.writes("/orders")
    await ratna.taps("Dibatalkan ·")
    await ratna.sees("Dibatalkan oleh penjual: Stok habis", WORDS, "● Toko mengajukan pembatalan")


async def test_a_refusal_needs_a_reason_and_the_order_goes_on(stage: Stage) -> None:
    olga = await operator(stage, language="id")
    budi, ratna = await paid(stage)
    await asks(stage, budi)

    await olga.taps("Tolak")
    await olga.sees("Mengapa tidak diizinkan?")
    await olga.taps("‹ Kembali")
    await olga.taps("Tolak")
    await olga.taps("Barang masih bisa dikirim")
    await stage.settles()

    await olga.sees("Pembatalan ditolak oleh operator Olga")
    await budi.sees("ditolak oleh Olga", "Barang masih bisa dikirim", "kirim tepat waktu")
    await ratna.sees("ingin membatalkan pesanan", "operator menolaknya")
    await budi.writes("/sell")
    await budi.taps("Perlu dikirim · 1")
    await budi.taps("Sepatu Angin")
    page = await budi.sees("Pembatalan ditolak oleh operator Olga", "Kemas dan atur")
    assert "Batalkan pesanan" not in page.labels


async def test_the_list_of_operators_counts_what_waits_and_leads_there(stage: Stage) -> None:
    olga = await operator(stage)
    budi, _ = await paid(stage)
    await olga.starts()
    await olga.taps("Operator")
    await olga.sees("Nothing waits")
    await asks(stage, budi)

    await olga.starts()
    await olga.taps("Operator · 1")
    await olga.sees("Decisions", "Shops wait for your answer.")
    await olga.taps("Cancellations by shops · 1")
    await olga.taps("Toko Langkah")
    await olga.sees("Toko Langkah wants to cancel", WORDS)
    await olga.taps("Confirm")
    await olga.taps("‹ Cancellations")

    await olga.sees("No shop asks.")


async def test_the_shop_takes_it_back_in_its_group_and_the_operator_comes_too_late(
    stage: Stage,
) -> None:
    olga = await operator(stage)
    budi, ratna = await paid(stage)
    sari, joko = await staff(stage, "Sari"), stage.person("Joko")
    room = await connected(stage, budi, sari, joko)
    await asks(stage, budi)
    card = await olga.sees("wants to cancel")

    refused = await joko.taps("Tarik pengajuan", in_=room)
    await sari.taps("Tarik pengajuan", in_=room)
    await stage.settles()
    late = await olga.taps_data(button_of(card, "Confirm"), on=card)

    assert "Toko Langkah" in refused.text
    await sari.sees("Sari menarik pengajuan", in_=room)
    assert late.text.startswith("The shop took the request back (Sari, ")
    await olga.sees("Sari took the request back")
    await ratna.sees("tidak jadi membatalkan")
    for word in PERSONAL:
        assert all(word not in message.text for message in room.messages)


async def test_the_buyer_agrees_and_it_ends_at_once(stage: Stage) -> None:
    olga = await operator(stage)
    budi, ratna = await paid(stage)
    await asks(stage, budi)

    await ratna.taps("Lihat pesanan")
    page = await ratna.sees("Toko ingin membatalkan: Stok habis", WORDS, "Setuju?")
    assert "Tarik pengajuan" not in page.labels
    assert "Batalkan pesanan" not in page.labels
    await ratna.taps("Setuju, batalkan")
    await ratna.sees("Dibatalkan oleh penjual: Stok habis", "Isi rekening")
    await stage.settles()

    await olga.sees("The buyer agreed")
    await budi.sees("Pembeli setuju")
    await budi.does_not_see("Ada harga lebih murah")
    again = await ratna.taps_data(button_of(page, "Setuju, batalkan"))
    assert "oleh pembeli" in again.text
    await ratna.sees("Dibatalkan oleh penjual: Stok habis")


async def test_sending_the_parcel_after_all_closes_it_on_every_card(stage: Stage) -> None:
    olga = await operator(stage)
    budi, ratna = await paid(stage)
    await asks(stage, budi)

    await budi.writes("/sell")
    await budi.taps("Perlu dikirim · 1")
    await budi.taps("Sepatu Angin")
    await budi.sees("Tahan dulu paketnya", "Toko mengajukan pembatalan", "operator menjawab")
    await budi.taps("Atur pengiriman")
    await budi.writes("012345678901")
    await stage.settles()

    await olga.sees("Nothing was cancelled", "Budi sent the parcel after all")
    await ratna.sees("akhirnya mengirim pesanan")


async def test_silence_confirms_and_the_reminders_come_before(stage: Stage) -> None:
    olga = await operator(stage)
    budi, ratna = await paid(stage)
    await asks(stage, budi)

    await stage.passes(hours=24)
    await stage.passes(hours=20)
    cards = [message for message in olga.chat if "wants to cancel" in message.text]
    with_buttons = [card for card in cards if "Confirm" in card.labels]
    await stage.passes(hours=4)

    assert (len(cards), len(with_buttons)) == (3, 1)
    assert stage.clock.now() == datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
    await olga.sees("Confirmed by itself")
    await ratna.sees("Tidak ada operator yang keberatan", "akan mengembalikan")
    await budi.sees("Pembatalan pesanan", "dikonfirmasi oleh Lapak")


async def test_an_operator_who_works_in_the_shop_leaves_it_to_another(stage: Stage) -> None:
    olga = await operator(stage)
    budi, _ = await paid(stage)
    await budi.starts(OPERATOR_LINK + await stage.shop.operators.open_link())
    await asks(stage, budi)
    card = await olga.sees("wants to cancel")

    refused = await budi.taps_data(button_of(card, "Confirm"))
    await stage.settles()

    assert "operator lain yang memutuskan" in refused.text
    waits = next(message for message in olga.chat if message.id == card.id)
    assert "Confirm" in waits.labels


async def test_a_buyer_who_asked_first_only_waits_for_a_yes(stage: Stage) -> None:
    budi, ratna = await paid(stage)
    await budi.writes("/sell")
    await budi.taps("Perlu dikirim · 1")
    await budi.taps("Sepatu Angin")
    ask = button_of(await budi.sees("Kirim ke:"), "Batalkan pesanan")
    await ratna.writes("/orders")
    await ratna.taps("Dikemas ·")
    await ratna.taps("Ajukan pembatalan")
    await ratna.taps("Ada harga lebih murah")
    await ratna.taps("Kirim pembatalan")
    await stage.settles()

    answer = await budi.taps_data(ask)

    assert "Pembeli sudah mengajukan pembatalan" in answer.text
    await budi.sees("Pembatalan diminta")
    assert "Setujui" in budi.screen.labels
