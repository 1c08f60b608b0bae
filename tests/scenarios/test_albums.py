"""All pictures of a product at once, on request, and one live screen beneath them."""

import asyncio
from dataclasses import replace

from bot.buttons.browse import SendPictures
from sandbox.server.messages import Message
from sandbox.world import Person
from store.domain.catalogue import ProductSheet
from tests.support import shelf
from tests.support.builders import PIXEL
from tests.support.journeys import opens_product
from tests.support.stage import Stage

THREE = ("navy", "teal", "maroon")


async def sells(stage: Stage, title: str, *colours: str) -> None:
    """The shop has a product with pictures of these colours."""
    row = shelf.a_product(title, ("M", 45_000, 3), colours=colours)
    sheet = ProductSheet(products=(row,), skipped=(), problems=())
    await stage.shop.catalogue.import_products(shelf.SLUG, sheet, strict=True)


def albums(person: Person) -> list[list[Message]]:
    """The albums in somebody's chat, oldest first."""
    found: dict[str, list[Message]] = {}
    for message in person.chat:
        if message.album:
            found.setdefault(message.album, []).append(message)
    return list(found.values())


def screens(person: Person) -> list[Message]:
    """What the bot has said there besides albums."""
    return [message for message in person.chat if message.from_bot and not message.album]


async def test_the_pictures_come_as_an_album_and_the_page_beneath_it(stage: Stage) -> None:
    await sells(stage, "Topi", *THREE)
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Topi")
    page = await ratna.sees("1/3", "Semua foto (3)")

    answer = await ratna.taps("Semua foto")
    await stage.settles()

    assert answer.text == "Semua 3 foto sudah dikirim."
    (album,) = albums(ratna)
    assert [message.text for message in album] == ["Topi", "", ""]
    assert len({message.photo for message in album}) == 3
    assert not any(message.labels for message in album)
    (beneath,) = screens(ratna)
    assert page.id < album[0].id < beneath.id
    assert beneath.text == page.text
    assert "Beli sekarang" in beneath.labels
    assert not any("Semua foto" in label for label in beneath.labels)


async def test_the_page_beneath_goes_on_where_the_buyer_was(stage: Stage) -> None:
    await sells(stage, "Topi", *THREE)
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Topi")
    await ratna.taps("▶")
    await ratna.sees("2/3")
    await ratna.taps("Jumlah: 1")
    await ratna.sees("Berapa banyak")
    await ratna.taps("2")
    await ratna.sees("1/3", "Jumlah: 2")
    await ratna.taps("▶")
    await ratna.sees("2/3", "Jumlah: 2")

    await ratna.taps("Semua foto")
    await stage.settles()
    await ratna.sees("2/3", "Jumlah: 2")

    await ratna.taps("▶")
    await ratna.sees("3/3", "Jumlah: 2", "Semua foto (3)")
    assert len(screens(ratna)) == 1


async def test_what_was_sent_once_is_not_uploaded_again(stage: Stage) -> None:
    await sells(stage, "Topi", *THREE)
    ratna, sari = stage.person("Ratna"), stage.person("Sari", language="en")
    await ratna.starts()
    await opens_product(ratna, "Topi")
    await ratna.taps("Semua foto")
    await stage.settles()

    await sari.starts()
    await sari.taps("Shop")
    await sari.taps("Toko Langkah")
    await sari.taps("Topi")
    answer = await sari.taps("All pictures (3)")
    await stage.settles()

    assert answer.text == "All 3 pictures were sent."
    assert len(albums(sari)) == 1
    sent = stage.sandbox.journal.calls("sendMediaGroup")
    assert [len(call.files) for call in sent] == [2, 0]


async def test_pressing_twice_sends_one_album(stage: Stage) -> None:
    await sells(stage, "Topi", *THREE)
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Topi")
    page = await ratna.sees("Semua foto (3)")

    answers = await asyncio.gather(*(ratna.taps("Semua foto", on=page) for _ in range(3)))
    await stage.settles()

    assert sorted(answer.text for answer in answers) == ["", "", "Semua 3 foto sudah dikirim."]
    assert len(albums(ratna)) == 1
    assert len(screens(ratna)) == 1


async def test_one_picture_or_none_is_no_album(stage: Stage) -> None:
    await sells(stage, "Topi", "navy")
    await sells(stage, "Sarung")
    ratna = stage.person("Ratna")
    await ratna.starts()

    for title in ("Topi", "Sarung"):
        await opens_product(ratna, title)
        page = await ratna.sees(title, "Beli sekarang")
        assert not any("foto" in label for label in page.labels)

        card = (await stage.shop.catalogue.products(1)).items
        product_id = next(one.id for one in card if one.title == title)
        await ratna.taps_data(SendPictures(product_id).pack())
        await stage.settles()
        await ratna.sees(title, "Beli sekarang")

    assert albums(ratna) == []
    assert len(screens(ratna)) == 1


async def test_an_album_that_telegram_refuses_leaves_the_page_and_says_so(stage: Stage) -> None:
    row = shelf.a_product("Topi", ("M", 45_000, 3), colours=("navy",))
    sheet = ProductSheet(
        products=(replace(row, pictures=(*row.pictures, PIXEL)),), skipped=(), problems=()
    )
    await stage.shop.catalogue.import_products(shelf.SLUG, sheet, strict=True)
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Topi")

    answer = await ratna.taps("Semua foto (2)")
    await stage.settles()

    assert not answer.text
    assert albums(ratna) == []
    (page,) = screens(ratna)
    assert page.text.startswith("Foto tidak bisa dikirim sekaligus.")
    assert "Topi" in page.text
    assert "Semua foto (2)" in page.labels
    await ratna.taps("Beranda")
    await ratna.sees("Halo, Ratna")
