"""What operators see of money on its way back that is late, or did not arrive."""

from bot.buttons.links import OPERATOR_LINK
from tests.scenarios.test_refunds import ACCOUNT, fills_account, owes, sends
from tests.scenarios.test_unheard import an_operator
from tests.support.stage import Stage


async def test_an_operator_finds_a_late_refund_and_whose_turn_it_is(stage: Stage) -> None:
    ani = await an_operator(stage)
    await ani.starts()
    await ani.taps("Operator")
    await ani.sees("Tidak ada yang menunggu")
    budi, ratna = await owes(stage)
    await stage.passes(days=5)

    await ani.sees("rekening belum diisi")
    await ani.taps("Lihat pengembalian dana")
    await ani.sees("menunggu dikirim", "Toko Langkah · pesanan LPK-")
    await ani.sees("Pembeli belum mengisi rekening")
    await fills_account(stage, ratna)
    await ani.starts()
    await ani.taps("Operator · 1")
    await ani.taps("Pengembalian terlambat · 1")
    await ani.sees("ini terlambat, tidak sampai, atau")
    await ani.taps("LPK-")
    await ani.sees("Dijanjikan sejak", "Toko harus mengirimnya paling lambat")
    for secret in (*ACCOUNT, "Jago"):
        await ani.does_not_see(secret)

    await sends(stage, budi)
    await ani.taps("‹ Pengembalian dana")
    await ani.sees("Tidak ada pengembalian dana yang terlambat")


async def test_a_refund_that_did_not_arrive_is_looked_at_by_an_english_operator(
    stage: Stage,
) -> None:
    ani = await an_operator(stage, language="en")
    budi, ratna = await owes(stage)
    await fills_account(stage, ratna)
    await sends(stage, budi)
    await ratna.taps("Belum saya terima")
    await stage.settles()

    await ani.sees("The buyer has not received", "The shop was asked to check it")
    await ani.taps("See refund")
    await ani.sees("did not arrive", "Sent by Budi", "times sent: 1", "The shop has to send it by")
    await sends(stage, budi)
    await ani.taps("‹ Refunds")
    await ani.sees("No refund is late")


async def test_an_operator_who_sells_there_looks_at_it_from_the_desk_only(stage: Stage) -> None:
    budi, _ = await owes(stage)
    await budi.starts(OPERATOR_LINK + await stage.shop.operators.open_link())
    await stage.settles()
    await stage.passes(days=5)

    await budi.starts()
    await budi.taps("Operator")
    await budi.sees("Tidak ada yang menunggu")
    await budi.does_not_see("Pengembalian terlambat")
