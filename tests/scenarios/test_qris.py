"""Paying by QRIS: the picture is the shop's own code with the sum of this order in it."""

import io
from dataclasses import replace

import zxingcpp
from PIL import Image

from sandbox.world import Person
from store.domain.account import Account, AccountKind
from store.domain.money import Rupiah
from store.domain.order import Tab
from store.domain.payment import PAY_WITHIN
from store.domain.qris import read_qris, with_amount
from tests.domain.test_qris import a_code
from tests.scenarios.test_transfer import a_receipt
from tests.support import shelf
from tests.support.journeys import ADDRESS, fills_address, opens_product
from tests.support.stage import Stage

CODE = Account(kind=AccountKind.QRIS, name="QRIS", number=a_code(), holder="Budi Santoso")


WORDS = {
    "id": ("Beli sekarang", "Isi alamat", "Simpan alamat", "Pembayaran", "Buat pesanan"),
    "en": ("Buy now", "Add address", "Save address", "Payment", "Place order"),
}


async def orders_by_qris(stage: Stage, language: str = "id") -> tuple[Person, Person]:
    """Budi's shop has a code; the buyer is asked to pay by it."""
    await stage.shop.catalogue.import_shop(replace(shelf.a_shop(), accounts=(shelf.BCA, CODE)))
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna", language=language)
    buy, add, save, pay, place = WORDS[language]
    await ratna.starts()
    await ratna.writes("/shop")
    for label in ("Toko Langkah", "Sepatu Angin", buy, "Hitam 41", add):
        await ratna.taps(label)
    await ratna.writes(ADDRESS)
    for label in (save, pay, "QRIS", place):
        await ratna.taps(label)
    await stage.settles()
    return budi, ratna


def decoded(person: Person) -> str:
    """What a scanner reads in the picture on the screen."""
    photo = person.screen.content.photo
    assert photo is not None
    with Image.open(io.BytesIO(photo.largest.content)) as picture:
        assert min(picture.size) >= 512
        (found,) = zxingcpp.read_barcodes(picture.convert("RGB"))
    return str(found.text)


async def due(stage: Stage, person: Person) -> int:
    """What the order costs with its code."""
    (order,) = (await stage.shop.orders.page(await stage.actor(person), Tab.ALL)).items
    page = await stage.shop.orders.card(await stage.actor(person), order.id)
    assert page.pay is not None
    return page.pay.rest


async def test_the_picture_asks_for_the_sum_and_the_order_is_paid(stage: Stage) -> None:
    budi, ratna = await orders_by_qris(stage)
    await ratna.sees(
        "Pindai kode ini", "TOKO LANGKAH", "terisi otomatis", "Kode berlaku sampai", "10.15 WIB"
    )
    asked = with_amount(read_qris(a_code()), Rupiah(await due(stage, ratna)))

    assert decoded(ratna) == asked
    await ratna.taps("Saya sudah bayar")
    await ratna.taps("Lanjut tanpa foto")
    await stage.settles()
    card = await budi.sees("Pembayaran dilaporkan", "di riwayat aplikasi QRIS")
    await budi.taps("sudah masuk", on=card)
    await stage.settles()

    await ratna.sees("lunas dan sedang disiapkan")


async def test_a_payment_that_is_not_found_is_looked_for_again_with_a_photo(stage: Stage) -> None:
    budi, ratna = await orders_by_qris(stage, language="en")
    await ratna.sees("Your app shows", "TOKO LANGKAH", "is filled in already")
    await ratna.taps("I have paid")
    await ratna.taps("Go on without a photo")
    await ratna.sees("is looking for your payment now")
    await stage.settles()
    await budi.taps("Tidak ditemukan")
    await budi.taps("Belum ada di mutasi kami")
    await stage.settles()

    await ratna.sees("did not find your payment", "report it again by")
    await ratna.taps("See order")
    await ratna.taps("How to pay")
    await ratna.sees("Then do not pay again", "Scan the code")
    assert read_qris(a_code()).merchant in ratna.screen.text
    await ratna.sends_photo(a_receipt())
    await stage.settles()
    await budi.taps("sudah masuk")
    await stage.settles()

    await ratna.sees("is paid and is being prepared")


async def test_an_app_that_refuses_the_sum_gets_the_shops_own_code(stage: Stage) -> None:
    _, ratna = await orders_by_qris(stage, language="en")
    await ratna.sees("Scan the code", "is filled in already", "On this phone: save the picture")

    await ratna.taps("App refuses the sum?")

    await ratna.sees("TOKO LANGKAH", "type exactly")
    assert decoded(ratna) == a_code()
    assert any("Copy amount" in label for label in ratna.screen.labels)
    await ratna.taps("‹ Back")
    await ratna.sees("Scan the code")


async def test_a_new_code_stands_for_another_quarter_of_an_hour_and_the_order_for_a_day(
    stage: Stage,
) -> None:
    _, ratna = await orders_by_qris(stage)

    await stage.passes(minutes=20)
    await ratna.taps("Kode baru")
    await ratna.sees("Kode berlaku sampai", "10.35 WIB")
    await stage.passes(seconds=PAY_WITHIN.total_seconds() - 20 * 60)

    await ratna.sees("dibatalkan oleh Lapak", "Tidak dibayar tepat waktu")


async def test_after_too_little_the_new_code_asks_for_the_rest(stage: Stage) -> None:
    budi, ratna = await orders_by_qris(stage)
    await ratna.taps("Saya sudah bayar")
    await ratna.taps("Lanjut tanpa foto")
    await stage.settles()
    await stage.passes(hours=30)
    await budi.taps("Jumlah lain")
    await budi.writes("100.000")
    await budi.taps("Ya, benar")
    await stage.settles()

    await ratna.taps("Lihat pesanan")
    await ratna.taps("Cara bayar")
    await ratna.sees("Rp100.000", "sudah masuk. Mohon kirim kekurangannya")

    rest = await due(stage, ratna)
    assert decoded(ratna) == with_amount(read_qris(a_code()), Rupiah(rest))


async def test_a_shop_without_a_code_offers_none(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Sepatu Angin")
    await ratna.taps("Beli sekarang")
    await ratna.taps("Hitam 41")
    await fills_address(ratna)

    await ratna.taps("Pembayaran")

    assert not any("QRIS" in label for label in ratna.screen.labels)
