"""What a link carries is made up by whoever likes: it opens nothing that is not theirs."""

from typing import Final

import pytest

from sandbox.server import acts
from tests.hostile.cast import THIEVES, Thief, Vault
from tests.hostile.conftest import Robbed
from tests.walks.looks import Onlooker
from tests.walks.town import awake

PAYLOADS: Final = (
    "shop_",
    "shop_AAAAAAAAAAAAAAAAAAAAAA",
    "shop_" + "A" * 59,
    "operator_AAAAAAAAAAAAAAAAAAAAAA",
    "op_AAAAAAAAAAAAAAAAAAAAAA",
    "group_AAAAAAAAAAAAAAAAAAAAAA",
    "g_1",
    "o_1",
    "o_0000000000",
    "p_1",
    "s_1",
    "_",
    "-",
    "1",
    "x" * 64,
)
TYPED: Final = (
    "/start shop_' OR 1=1 --",
    "/start <b>shop_</b>",
    "/start " + "x" * 4_000,
    "/start shop_\u202eAAAA",
    "/start@lapak_bot shop_AAAA",
    "/start shop_A B C",
    "/start ../../etc/passwd",
)


@pytest.mark.parametrize("thief", THIEVES, ids=lambda one: one.name)
async def test_a_made_up_link_opens_nothing(robbed: Robbed, thief: Thief) -> None:
    async with awake(await robbed()) as town:
        vault, chat = Vault(town=town, thief=thief), town.chat(thief.name)
        before, refs = vault.contents(), town.facts("SELECT ref FROM orders")

        for payload in (*PAYLOADS, *(f"o_{ref}" for (ref,) in refs)):
            acts.start(town.place.sandbox, chat, payload)
            await town.settles()
        for text in TYPED:
            acts.write(town.place.sandbox, chat, text)
            await town.settles()

        found = [one for one in Onlooker(town=town).complaints() if " reads " not in one]
        assert found == []
        assert vault.contents() == before
        assert [one for one in vault.leaks() if len(one) > 5] == []
