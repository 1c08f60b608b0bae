"""A packed parcel is cancelled only with the shop's yes, by button, in group or in private."""

from datetime import UTC, datetime

from sandbox.world import Person
from tests.support.groups import PERSONAL, connected, staff
from tests.support.journeys import button_of, orders
from tests.support.selling import arranges
from tests.support.stage import Stage


async def packed(stage: Stage) -> tuple[Person, Person]:
    """Budi owns the shop; he has packed what Ratna ordered, to be paid at the door."""
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    await stage.settles()
    await arranges(budi)
    await stage.settles()
    return budi, ratna


async def asks(ratna: Person) -> None:
    """From home to a request that is sent."""
    await ratna.starts()
    await ratna.taps("Pesanan saya")
    await ratna.taps("Menunggu kurir ·")
    await ratna.taps("Ajukan pembatalan")
    await ratna.sees("Paket sudah dikemas, jadi penjual perlu menyetujui", "otomatis disetujui")
    await ratna.taps("Pesanan dibuat karena keliru")
    await ratna.taps("Kirim pembatalan")
    await ratna.sees("Pembatalan LPK-", "sudah diajukan ke Toko Langkah", "Min, 22 Nov 10.00 WIB")


async def test_the_owner_approves_by_button_and_both_sides_read_what_is_true(
    stage: Stage,
) -> None:
    budi, ratna = await packed(stage)

    await asks(ratna)
    await stage.settles()
    card = await budi.sees("Pembatalan diminta", "Jawab paling lambat Min, 22 Nov 10.00 WIB")
    assert card.labels[:2] == ("Setujui", "Tolak")
    await budi.taps("Setujui", on=card)
    await stage.settles()

    await budi.sees("Pembatalan diminta", "Disetujui oleh Budi")
    assert "Setujui" not in next(m for m in budi.chat if m.id == card.id).labels
    await ratna.sees("Toko Langkah menyetujui", "dibatalkan", "tolak di depan pintu")
    await ratna.writes("/orders")
    await ratna.sees("Dibatalkan 1")


async def test_a_rejection_needs_a_reason_and_the_buyer_reads_it(stage: Stage) -> None:
    budi, ratna = await packed(stage)
    await asks(ratna)
    await stage.settles()

    await budi.taps("Tolak")
    await budi.sees("Mengapa ditolak?")
    await budi.taps("‹ Kembali")
    await budi.taps("Tolak")
    await budi.taps("Produk sudah dikemas")
    await stage.settles()

    await budi.sees("Ditolak oleh Budi", "Produk sudah dikemas")
    await ratna.sees("Toko Langkah menolak pembatalan", "Produk sudah dikemas")
    await ratna.writes("/orders")
    await ratna.taps("Menunggu kurir ·")
    page = await ratna.sees("Toko Langkah menolak pembatalan Anda")
    assert "Ajukan pembatalan" not in page.labels


async def test_the_buyer_takes_the_request_back_and_the_card_says_so(stage: Stage) -> None:
    budi, ratna = await packed(stage)
    await asks(ratna)
    await stage.settles()
    card = await budi.sees("Pembatalan diminta")

    await ratna.taps("Lihat pesanan")
    await ratna.sees("Pembatalan diajukan", "dijawab paling lambat")
    await ratna.taps("Tarik pengajuan")
    await stage.settles()

    await ratna.sees("Anda menarik pengajuan", "Menunggu kurir")
    await budi.sees("Pembeli menarik pengajuan")
    late = await budi.taps_data(button_of(card, "Setujui"), on=card)
    assert late.text is not None
    assert "Pembeli sudah menarik pengajuan" in late.text
    await ratna.writes("/orders")
    await ratna.sees("Dikemas 1")


async def test_in_the_group_only_members_decide_and_every_copy_shows_who_did(
    stage: Stage,
) -> None:
    budi, ratna = await packed(stage)
    sari, joko = await staff(stage, "Sari"), stage.person("Joko", language="en")
    room = await connected(stage, budi, sari, joko)
    await asks(ratna)
    await stage.settles()
    first = await sari.sees("Pembatalan diminta", in_=room)

    refused = await joko.taps("Setujui", in_=room)
    await stage.passes(hours=24)
    second = await sari.sees("Pembatalan diminta", in_=room)
    await sari.taps("Setujui", on=second, in_=room)
    await stage.settles()
    late = await budi.taps_data(button_of(first, "Tolak"), on=first, in_=room)

    assert refused.text == "Only members of Toko Langkah can use these buttons."
    assert second.id != first.id
    copies = [m for m in room.messages if "Disetujui oleh Sari" in m.text]
    assert {copy.id for copy in copies} == {first.id, second.id}
    assert all("Setujui" not in copy.labels for copy in copies)
    assert late.text.startswith("Sudah disetujui oleh Sari, ")
    for word in PERSONAL:
        assert all(word not in message.text for message in room.messages)


async def test_silence_approves_and_the_reminders_come_before(stage: Stage) -> None:
    budi, ratna = await packed(stage)
    await asks(ratna)
    await stage.settles()

    await stage.passes(hours=24)
    await stage.passes(hours=20)
    cards = [message for message in budi.chat if "Pembatalan diminta" in message.text]
    with_buttons = [card for card in cards if "Setujui" in card.labels]
    await stage.passes(hours=4)

    assert (len(cards), len(with_buttons)) == (3, 1)
    await ratna.sees("tidak menjawab tepat waktu", "dibatalkan")
    await budi.sees("Otomatis disetujui")
    assert stage.clock.now() == datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


async def test_handing_the_parcel_over_closes_the_request(stage: Stage) -> None:
    budi, ratna = await packed(stage)
    await asks(ratna)
    await stage.settles()

    await budi.starts()
    await budi.taps("Meja penjual · 1 menunggu")
    await budi.taps("Pengajuan pembatalan · 1")
    await budi.taps("Sepatu Angin")
    await budi.taps("Lihat pesanan")
    await budi.taps("Diserahkan ke kurir")
    await stage.settles()

    await ratna.sees("sudah menyerahkan paket", "pengajuan ditutup")
    await budi.sees("Ditutup", "diserahkan oleh Budi")


async def test_an_owner_who_blocked_the_bot_keeps_no_other_card_from_its_end(
    stage: Stage,
) -> None:
    budi, ratna = await packed(stage)
    sinta = await stage.seller("Sinta")
    await asks(ratna)
    await stage.settles()
    await sinta.sees("Pembatalan diminta")

    await budi.blocks_bot()
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Tarik pengajuan")
    await stage.settles()

    card = await sinta.sees("Pembatalan diminta", "Pembeli menarik pengajuan")
    assert "Setujui" not in card.labels
