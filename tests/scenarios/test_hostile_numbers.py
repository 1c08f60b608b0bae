"""Odd and hostile tracking numbers: each gets a clear answer, and nothing moves unless right."""

from store.db.models.shipping import ShipmentRow
from store.domain.order import OrderStatus
from tests.scenarios.test_buying import buys_shoes
from tests.support.selling import is_asked_for_the_number
from tests.support.stage import Stage

NONE = "Itu bukan nomor resi"
ODD = "tidak seperti nomor resi JNE"

NUMBERS = (
    ("12345", NONE),
    ("-", NONE),
    ("besok pagi", NONE),
    ("ABCDEFGHIJ", NONE),
    ("------------", NONE),
    ("0123 4567", ODD),
    ("0123-4567-8901", ODD),
    ("jx1234567890", ODD),
    ("JX1234567890", ODD),
    ("1234567890123", ODD),
    ("10001234567890", ODD),
    ("0" * 32, ODD),
    ("0" * 33, NONE),
    ("1" * 4096, NONE),
    ("=1+1", NONE),
    ("=HYPERLINK(1234567)", NONE),
    ("+62812345678901", NONE),
    ("@12345678", NONE),
    ("<b>012345678901</b>", NONE),
    ("&#48;12345678901", NONE),
    ("https://jne.co.id/012345678901", NONE),
    ("jne.co.id/012345678901", NONE),
    ("012345678901📦", NONE),
    ("\u202e012345678901", NONE),
    ("٠١٢٣٤٥٦٧٨٩٠١", NONE),
    ("0123\u200b45678901", NONE),
    ("'; DROP TABLE orders; --1", NONE),
    ("012345678901\n012345678902", ODD),
)


async def test_whatever_is_typed_as_a_number_is_answered_and_moves_nothing(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await is_asked_for_the_number(budi)

    for typed, answer in NUMBERS:
        await budi.writes(typed)
        await stage.settles()

        shown = await budi.sees("Pesanan LPK-", "Beranda")
        assert answer in shown.text, (typed, shown.text)
        async with stage.shop.begin() as tx:
            assert (await tx.orders.get(1)).status is OrderStatus.AWAITING_SHIPMENT
            assert await tx.session.get(ShipmentRow, 1) is None

    await ratna.does_not_see("sudah mengemas")


async def test_a_number_with_blanks_and_small_or_wide_letters_is_put_right(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await is_asked_for_the_number(budi)

    await budi.writes(" cgk\u00a0０１ 23\tab ")

    await budi.sees("Menunggu kurir", "JNE REG · CGK0123AB")
    await stage.settles()
    await ratna.sees("sudah mengemas pesanan", "JNE REG · CGK0123AB")
