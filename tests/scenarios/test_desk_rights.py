"""Who may work at a desk: strangers, other shops, former members, and two at once."""

from bot.buttons import desk as buttons
from bot.buttons.base import Button
from store.db.models.orders import OrderRow
from store.db.models.shipping import ShipmentRow
from store.domain.order import OrderStatus
from tests.scenarios.test_buying import buys_shoes
from tests.support import shelf
from tests.support.selling import opens_the_order
from tests.support.stage import Stage

EVERY_BUTTON: tuple[Button, ...] = (
    buttons.OpenDesk(1),
    buttons.OpenPile(1, 0),
    buttons.OpenDeskOrder(1),
    buttons.AskBuyer(1),
    buttons.Arrange(1),
    buttons.ArrangeBy(1, 0),
    buttons.ChooseCarrier(1),
    buttons.BringOurselves(1),
    buttons.UseNumber(1, 0),
    buttons.HandOver(1),
    buttons.AddTrackingLine(1),
    buttons.Arrived(1),
    buttons.MoneyCame(1, True),
    buttons.MoneyCame(1, False),
    buttons.MoneyWaits(1),
    buttons.TakeMoney(1),
    buttons.AskCameBack(1),
    buttons.CameBack(1, True),
    buttons.JudgeGoods(1, True),
    buttons.OpenAccounts(1),
    buttons.OpenStock(1),
    buttons.OpenStockSheet(1),
    buttons.Recount(1, 3, 0),
    buttons.TypeCount(1),
)
SECRETS = ("Melati", "Ratna Dewi", "81234567890", "3456-7890", "Rp291.000")


async def nothing_moved(stage: Stage) -> None:
    """The order waits on the desk as it did, and so does the stock."""
    async with stage.shop.begin() as tx:
        order = await tx.session.get_one(OrderRow, 1)
        assert order.status is OrderStatus.AWAITING_SHIPMENT
        assert await tx.session.get(ShipmentRow, 1) is None
        assert await tx.shipping.confirmation(1) is None
        assert (await tx.products.variant(1)).stock == 3


async def test_no_forged_button_shows_or_moves_anything_for_a_stranger(stage: Stage) -> None:
    await stage.seller("Budi")
    await buys_shoes(stage.person("Ratna"))
    joko = stage.person("Joko")
    await joko.starts()
    await joko.sees("Halo, Joko!")

    for button in EVERY_BUTTON:
        await joko.taps_data(button.pack())
    await stage.settles()

    assert "Meja penjual" not in str([message.labels for message in joko.chat])
    await joko.does_not_see(*SECRETS)
    await nothing_moved(stage)


async def test_no_forged_button_crosses_from_one_shop_to_another(stage: Stage) -> None:
    other = shelf.a_shop(slug="toko-lain", name="Toko Lain")
    await shelf.fill(stage.shop, shelf.a_product("Topi", ("M", 45_000, 3)), sheet=other)
    await buys_shoes(stage.person("Ratna"))
    tono = await stage.seller("Tono", slug="toko-lain")

    for button in EVERY_BUTTON:
        answer = await tono.taps_data(button.pack())
        assert answer.text == "Hanya anggota toko ini yang boleh melakukannya."
    await stage.settles()

    await tono.does_not_see(*SECRETS)
    await nothing_moved(stage)


async def test_a_former_member_is_refused_and_sees_nothing_any_more(stage: Stage) -> None:
    sari = await stage.seller("Sari")
    budi = await stage.seller("Budi")
    await buys_shoes(stage.person("Ratna"))
    await opens_the_order(budi)
    await stage.shop.sellers.remove(await stage.shop.people.actor(sari.id), 1, budi.id)
    await stage.settles()

    answer = await budi.taps("Atur pengiriman")

    assert answer.text == "Hanya anggota toko ini yang boleh melakukannya."
    await stage.settles()
    await budi.does_not_see("Melati", "Ratna Dewi")
    await budi.writes("/sell")
    await budi.sees("tidak terdaftar di toko mana pun")
    await nothing_moved(stage)


async def test_a_former_member_who_was_typing_is_refused(stage: Stage) -> None:
    sari = await stage.seller("Sari")
    budi = await stage.seller("Budi")
    await buys_shoes(stage.person("Ratna"))
    await opens_the_order(budi)
    await budi.taps("Atur pengiriman")
    await budi.taps("Atur sekarang")
    await budi.sees("Ketik nomor resinya")
    await stage.shop.sellers.remove(await stage.shop.people.actor(sari.id), 1, budi.id)

    await budi.writes("012345678901")

    await budi.sees("Hanya anggota toko ini yang boleh melakukannya.")
    async with stage.shop.begin() as tx:
        assert await tx.session.get(ShipmentRow, 1) is None


async def test_who_types_second_reads_what_the_first_has_arranged(stage: Stage) -> None:
    budi, sari = await stage.seller("Budi"), await stage.seller("Sari")
    await buys_shoes(stage.person("Ratna"))
    for member in (budi, sari):
        await opens_the_order(member)
        await member.taps("Atur pengiriman")
    await budi.taps("Atur sekarang")
    await budi.sees("Ketik nomor resinya")
    await sari.sees("Ketik nomor resinya")

    await budi.writes("012345678901")
    await budi.sees("JNE REG · 012345678901", "Diatur oleh Budi")
    await sari.writes("999999999999")

    await sari.sees("JNE REG · 012345678901", "Diatur oleh Budi")
    await sari.does_not_see("JNE REG · 999999999999")


async def test_a_second_press_is_told_and_redrawn(stage: Stage) -> None:
    budi, sari = await stage.seller("Budi"), await stage.seller("Sari")
    await buys_shoes(stage.person("Ratna"))
    for member in (budi, sari):
        await opens_the_order(member)
        await member.taps("Atur pengiriman")
        await member.sees("Tanpa nomor" if member is sari else "Atur sekarang")
    await budi.taps("Atur sekarang")
    await sari.taps("Tanpa nomor: diantar sendiri")
    await sari.sees("Antar sendiri, tanpa nomor resi?")
    await budi.taps("Tanpa nomor: diantar sendiri")
    await budi.taps("Ya, kami antar")
    await budi.sees("Diatur oleh Budi")

    answer = await sari.taps("Ya, kami antar")

    assert answer.text == "Ini sudah dilakukan oleh Budi."
    await sari.sees("Diantar sendiri oleh toko", "Diatur oleh Budi")
