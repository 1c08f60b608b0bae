"""Whoever presses and writes without a plan is never left alone, lied to or lost."""

import os
import random
from typing import Final

import pytest

from tests.walks.conftest import Towns
from tests.walks.town import awake
from tests.walks.walker import Walk

WALKS: Final = 2_000 if os.environ.get("LAPAK_SOAK") else 60
CASTS: Final = (("Ratna",), ("Budi",), ("Ratna", "Budi"))


@pytest.mark.parametrize("seed", range(WALKS))
async def test_a_walk_without_a_plan_ends_at_home(towns: Towns, seed: int) -> None:
    language = "id" if seed % 2 else "en"
    people = CASTS[seed // 2 % len(CASTS)]

    async with awake(await towns(language)) as town:
        await Walk(town=town, people=people, chance=random.Random(seed)).goes()
