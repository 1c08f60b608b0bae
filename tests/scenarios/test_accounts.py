"""The accounts of a shop on its desk: what owners copy, what staff see, and how to set them."""

from bot.buttons.desk import OpenAccounts
from bot.handlers.start import JOIN
from sandbox.transcripts import buttons
from sandbox.world import Person
from store.domain.account import AccountKind
from store.domain.actor import Role
from tests.support import shelf
from tests.support.builders import a_shop, an_account
from tests.support.stage import Stage

GOPAY = an_account("GoPay", kind=AccountKind.EWALLET, number="+6281234567890")


async def opens_accounts(member: Person) -> None:
    """From Start to the accounts of the only shop."""
    await member.starts()
    await member.taps("Meja penjual")
    await member.taps("Rekening")


async def takes_money(stage: Stage) -> None:
    """The shop's file, with a bank account and an e-wallet, was loaded."""
    await stage.shop.catalogue.import_shop(a_shop(accounts=(an_account(), GOPAY)))


async def test_an_owner_copies_the_numbers(stage: Stage) -> None:
    await takes_money(stage)
    budi = await stage.seller("Budi")

    await opens_accounts(budi)

    shown = await budi.sees("Rekening · Toko Langkah", "BCA 1234567890", "atas nama Budi Santoso")
    copied = [button.copy_text.text for button in buttons(shown) if button.copy_text]
    assert copied == ["1234567890", "081234567890"]
    await budi.sees("GoPay 0812-3456-7890", "Salin GoPay")
    await budi.taps("‹ Meja penjual")
    await budi.sees("Meja Toko Langkah")


async def test_staff_recognise_the_accounts_and_copy_nothing(stage: Stage) -> None:
    await takes_money(stage)
    token = await stage.shop.sellers.open_link(shelf.SLUG, role=Role.STAFF)
    tono = stage.person("Tono")
    await tono.starts(JOIN + token)
    await tono.sees("Anda sekarang bekerja")

    await opens_accounts(tono)

    shown = await tono.sees("BCA ******7890", "Nomor lengkap hanya terlihat oleh pemilik.")
    assert not any(button.copy_text for button in buttons(shown))
    await tono.does_not_see("1234567890", "0812-3456", "Salin")


async def test_a_shop_without_accounts_reads_how_to_set_them(stage: Stage) -> None:
    await stage.shop.catalogue.import_shop(a_shop())
    budi = await stage.seller("Budi")

    await opens_accounts(budi)

    shown = await budi.sees("Belum ada rekening bank", "[[accounts]]", "lapak import")
    assert shown.labels == ("‹ Meja penjual", "Beranda")


async def test_a_stranger_with_the_button_sees_no_account(stage: Stage) -> None:
    await takes_money(stage)
    joko = stage.person("Joko")
    await joko.starts()
    await joko.sees("Halo, Joko!")

    answer = await joko.taps_data(OpenAccounts(1).pack())

    assert answer.text == "Hanya anggota toko ini yang boleh melakukannya."
    await joko.does_not_see("BCA", "7890", "Budi Santoso")
