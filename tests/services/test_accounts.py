"""A shop's bank accounts and e-wallets: loaded from its file, seen by its people."""

import pytest

from store.db.models.shops import ShopAccountRow
from store.domain.account import Account, AccountKind
from store.domain.actor import Actor, Role
from store.errors import FieldUnreadable, NotAllowed
from tests.support.builders import a_shop, an_account
from tests.support.market import Market

BCA = an_account()
GOPAY = an_account("GoPay", kind=AccountKind.EWALLET, number="+6281234567890")
MANDIRI = an_account("Mandiri", number="1230000000001")


async def offers(market: Market, *accounts: Account) -> int:
    """The shop's file with these accounts is loaded; gives the shop's id."""
    return (await market.opens(a_shop(accounts=accounts))).id


async def known(market: Market) -> dict[str, tuple[int, bool]]:
    """Every account that was ever offered: its id, and whether it is offered now."""
    return {row.name: (row.id, row.is_active) for row in await market.rows(ShopAccountRow)}


async def read(market: Market, reader: Actor, shop_id: int) -> list[Account]:
    """What a member of the shop reads on the desk."""
    found = await market.shop.desk.accounts(reader, shop_id)
    return [one.account for one in found.accounts]


async def staff(market: Market) -> Actor:
    """Somebody who works in the shop and does not own it."""
    tono = await market.person("Tono")
    token = await market.shop.sellers.open_link("toko-langkah", role=Role.STAFF)
    await market.shop.sellers.join(tono, token)
    return await market.shop.people.actor(tono.id)


async def test_an_owner_reads_the_accounts_in_the_order_of_the_file(market: Market) -> None:
    shop_id = await offers(market, GOPAY, BCA)
    budi = await market.seller()

    found = await market.shop.desk.accounts(budi, shop_id)

    assert found.whole
    assert [one.account for one in found.accounts] == [GOPAY, BCA]
    assert found.shop.name == "Toko Langkah"


async def test_an_account_keeps_its_id_and_one_that_is_gone_is_kept_aside(market: Market) -> None:
    await offers(market, BCA, GOPAY)
    before = await known(market)

    shop_id = await offers(market, MANDIRI, BCA)

    after = await known(market)
    assert after["BCA"] == before["BCA"]
    assert after["GoPay"] == (before["GoPay"][0], False)
    assert await read(market, await market.seller(), shop_id) == [MANDIRI, BCA]

    await offers(market, GOPAY)
    assert (await known(market))["GoPay"] == before["GoPay"]
    assert len(await market.rows(ShopAccountRow)) == 3


async def test_loading_the_same_file_again_changes_nothing(market: Market) -> None:
    await offers(market, BCA, GOPAY)
    before = [(row.id, row.sealed_holder) for row in await market.rows(ShopAccountRow)]

    await offers(market, BCA, GOPAY)

    after = [(row.id, row.sealed_holder) for row in await market.rows(ShopAccountRow)]
    assert after == before


async def test_a_corrected_spelling_is_no_other_account(market: Market) -> None:
    await offers(market, an_account("bca", holder="Budi Santos"))
    (row,) = await market.rows(ShopAccountRow)

    shop_id = await offers(market, BCA)

    assert await known(market) == {"BCA": (row.id, True)}
    assert await read(market, await market.seller(), shop_id) == [BCA]


async def test_two_shops_may_name_the_same_account_and_read_only_their_own(
    market: Market,
) -> None:
    await offers(market, BCA)
    other = await market.opens(a_shop(slug="toko-lain", accounts=(BCA, MANDIRI)))
    budi, tono = await market.seller(), await market.seller("Tono", slug="toko-lain")

    assert await read(market, tono, other.id) == [BCA, MANDIRI]
    with pytest.raises(NotAllowed):
        await market.shop.desk.accounts(budi, other.id)


async def test_staff_recognise_an_account_and_strangers_see_none(market: Market) -> None:
    shop_id = await offers(market, BCA, GOPAY)

    found = await market.shop.desk.accounts(await staff(market), shop_id)

    assert not found.whole
    assert [one.account.number for one in found.accounts] == ["******7890", "**********7890"]
    with pytest.raises(NotAllowed):
        await market.shop.desk.accounts(await market.person(), shop_id)


async def test_number_and_holder_are_sealed(market: Market) -> None:
    await offers(market, BCA)

    (row,) = await market.rows(ShopAccountRow)

    assert b"1234567890" not in row.sealed_number
    assert b"Budi" not in row.sealed_holder
    assert row.sealed_number.startswith(market.database.sealer.key_id)


async def test_a_number_that_is_none_never_gets_into_the_shop(market: Market) -> None:
    await offers(market, BCA)

    with pytest.raises(FieldUnreadable):
        await offers(market, an_account(number="12"))

    assert list(await known(market)) == ["BCA"]
