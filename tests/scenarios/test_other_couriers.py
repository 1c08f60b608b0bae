"""Another courier than the buyer chose: meant, told, and the one that the screen named."""

from dataclasses import replace

from bot.buttons.desk import ArrangeInstead
from sandbox.world import Person
from store.domain.order import OrderStatus
from store.views.shipping import CourierChoice
from tests.scenarios.test_buying import buys_shoes
from tests.support import shelf
from tests.support.selling import (
    arranges,
    finds_in_english,
    is_asked_for_the_number,
    is_asked_in_english,
    status,
)
from tests.support.stage import Stage


async def test_another_courier_is_meant_told_and_expected_on_other_days(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await buys_shoes(ratna)
    await is_asked_for_the_number(budi)
    await budi.taps("Kurir lain")
    await budi.taps("JNE YES")

    await budi.sees("Kirim dengan JNE YES?", "memilih JNE REG", "menjadi 23 Nov")
    await budi.writes("012345678901")
    await budi.sees("Mohon jawab dulu dengan tombol", "Kirim dengan JNE YES?")
    assert await status(stage) is OrderStatus.AWAITING_SHIPMENT
    await budi.taps("Ya, ganti kurir")
    await budi.writes("012345678901")
    await budi.sees("JNE YES · 012345678901", "Pilihan pembeli: JNE REG")
    await stage.settles()

    await ratna.sees("bukan JNE REG lagi", "JNE YES", "Perkiraan tiba 23 Nov", "tetap sama")
    await ratna.taps("Lihat pesanan")
    await ratna.sees("perkiraan 23 Nov", "Ongkir JNE REG", "Dikirim dengan JNE YES", "Rp291.000")


async def test_a_courier_is_named_in_words_and_one_that_is_not_there_is_said_so(
    stage: Stage,
) -> None:
    budi = await stage.seller("Budi")
    await buys_shoes(stage.person("Ratna"))
    await is_asked_for_the_number(budi)
    await budi.taps("Kurir lain")

    await budi.writes("SiCepat BEST")
    await budi.sees("Mohon pilih kurir dengan tombol", "tidak ada di tabel kurir toko")
    await budi.writes("jne  yes")

    await budi.sees("Kirim dengan JNE YES?")
    assert await status(stage) is OrderStatus.AWAITING_SHIPMENT


async def test_the_buyers_courier_is_kept_by_one_press(stage: Stage) -> None:
    budi = await stage.seller("Budi", language="en")
    await buys_shoes(stage.person("Ratna"))
    await is_asked_in_english(budi)
    await budi.taps("No number: we bring it")
    await budi.sees("Bring it yourselves, without a tracking number?", "chose JNE REG")

    await budi.taps("No, JNE REG")

    await budi.sees("Courier: JNE REG", "Type the tracking number")
    assert await status(stage) is OrderStatus.AWAITING_SHIPMENT


async def test_a_number_goes_to_the_courier_that_the_screen_named(stage: Stage) -> None:
    budi, sari = await stage.seller("Budi"), await stage.seller("Sari", language="en")
    await buys_shoes(stage.person("Ratna"))
    await arranges(budi)
    await finds_in_english(sari, "Waiting for the courier · 1")
    await sari.taps("Correct the number")
    await sari.sees("Courier: JNE REG", "Type the tracking number")
    await changes_to_yes(budi)

    await sari.writes("012345678903")

    await sari.sees("JNE REG · 012345678903")
    assert await carried_by(stage) == ("JNE", "REG", "012345678903")


async def test_a_courier_that_was_changed_back_meanwhile_must_be_meant_again(
    stage: Stage,
) -> None:
    budi, sari = await stage.seller("Budi"), await stage.seller("Sari", language="en")
    await buys_shoes(stage.person("Ratna"))
    await arranges(budi)
    await changes_to_yes(budi)
    await finds_in_english(sari, "Waiting for the courier · 1")
    await sari.taps("Correct the number")
    await sari.sees("Courier: JNE YES")
    await budi.taps("Perbaiki resi")
    await budi.taps("Kurir lain")
    await budi.taps("JNE REG")
    await budi.writes("012345678904")
    await budi.sees("JNE REG · 012345678904")

    await sari.writes("012345678905")

    await sari.sees("Send it with JNE YES?")
    assert await carried_by(stage) == ("JNE", "REG", "012345678904")


async def test_a_courier_that_left_the_table_is_chosen_anew(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    await buys_shoes(stage.person("Ratna"))
    await is_asked_for_the_number(budi)
    await budi.taps("Kurir lain")
    await budi.taps("JNE YES")
    await budi.taps("Ya, ganti kurir")
    await budi.sees("Kurir: JNE YES")
    slower = tuple(one for one in shelf.couriers() if one.service == "REG")
    await stage.shop.catalogue.import_shop(replace(shelf.a_shop(), couriers=slower))

    await budi.writes("012345678901")
    await budi.sees("Pilihan kurir baru saja berubah.", "Kurir mana yang membawanya?", "JNE REG")
    gone = CourierChoice(courier="JNE", service="YES")
    await budi.taps_data(ArrangeInstead(1, gone.mark).pack())

    await budi.sees("Pilihan kurir baru saja berubah.")
    assert await status(stage) is OrderStatus.AWAITING_SHIPMENT
    await budi.taps("JNE REG")
    await budi.writes("012345678901")
    await budi.sees("JNE REG · 012345678901")


async def changes_to_yes(seller: Person) -> None:
    """From the order's page to another courier with another number."""
    await seller.taps("Perbaiki resi")
    await seller.taps("Kurir lain")
    await seller.taps("JNE YES")
    await seller.taps("Ya, ganti kurir")
    await seller.writes("012345678902")
    await seller.sees("JNE YES · 012345678902")


async def carried_by(stage: Stage) -> tuple[str | None, str | None, str | None]:
    """What carries the only parcel, as the buyer was told."""
    await stage.settles()
    async with stage.shop.begin() as tx:
        row = await tx.shipping.get(1)
        return row.courier, row.service, row.number
