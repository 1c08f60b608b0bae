"""Buyer and shop say different things about a transfer: an operator decides by button."""

from bot.buttons.links import OPERATOR_LINK
from sandbox.world import Person
from tests.scenarios.test_operators_answer import operator
from tests.scenarios.test_transfer import the_two
from tests.support.stage import Stage


async def reported_and_not_found(stage: Stage, budi: Person, ratna: Person) -> None:
    """Once, from the instructions."""
    await ratna.taps("Saya sudah transfer")
    await ratna.taps("Lanjut tanpa foto")
    await stage.settles()
    await budi.taps("Tidak ditemukan")
    await budi.taps("Belum ada di mutasi")
    await stage.settles()


async def twice_not_found(stage: Stage) -> tuple[Person, Person]:
    """Ratna reports her transfer twice, and Budi finds nothing."""
    budi, ratna = await the_two(stage)
    await reported_and_not_found(stage, budi, ratna)
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Cara bayar")
    await reported_and_not_found(stage, budi, ratna)
    return budi, ratna


async def test_an_operator_opens_it_from_the_inbox_and_the_money_counts(stage: Stage) -> None:
    olga = await operator(stage)
    budi, ratna = await twice_not_found(stage)
    await ratna.writes("/orders")
    await ratna.taps("Belum bayar ·")
    await ratna.sees("operator Lapak yang memutuskan")

    await olga.writes("/inbox")
    await olga.taps("1")
    await olga.sees("Who is right?", "Toko Langkah does not find a payment", "2 times")
    await olga.taps("The money came")
    await stage.settles()

    await olga.sees("The money came", "decided by Olga")
    await ratna.sees("Operator memutuskan", "sudah masuk, jadi pesanan lunas")
    await ratna.writes("/orders")
    await ratna.sees("Dikemas 1")
    await budi.sees("Pesanan baru")


async def test_an_operator_decides_from_the_list_that_it_did_not_come(stage: Stage) -> None:
    olga = await operator(stage, language="id")
    budi, ratna = await twice_not_found(stage)

    await olga.starts()
    await olga.taps("Operator · 1")
    await olga.taps("Toko Langkah")
    await olga.taps("Tidak masuk")
    await stage.settles()

    await olga.sees("tidak masuk", "diputuskan Olga")
    await ratna.writes("/orders")
    await ratna.sees("Dibatalkan 1")
    await budi.sees("Operator memutuskan", "tidak masuk, jadi pesanan dibatalkan")


async def test_an_operator_who_bought_it_reads_of_it_as_its_buyer_alone(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    placed = ratna.screen
    await ratna.starts(OPERATOR_LINK + await stage.shop.operators.open_link())
    await ratna.taps("Saya sudah transfer", on=placed)
    await ratna.taps("Lanjut tanpa foto")
    await stage.settles()
    await budi.taps("Tidak ditemukan")
    await budi.taps("Belum ada di mutasi")
    await stage.settles()
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Cara bayar")
    await reported_and_not_found(stage, budi, ratna)

    await ratna.starts()
    await ratna.taps("Operator")

    assert "Siapa yang benar" not in "".join(message.text for message in ratna.chat)
    await ratna.sees("Tidak ada yang menunggu")
