"""Whoever presses and writes without a plan is never left alone, lied to or lost."""

import os
import random
from typing import Final

import pytest

from tests.walks.conftest import Towns
from tests.walks.in_group import GroupWalk
from tests.walks.town import awake
from tests.walks.walker import Walk

SOAK: Final = bool(os.environ.get("LAPAK_SOAK"))
# A soak of another length says so itself: LAPAK_WALKS=500.
WALKS: Final = int(os.environ.get("LAPAK_WALKS") or (2_000 if SOAK else 60))
GROUP_WALKS: Final = max(1, WALKS // 5)
CASTS: Final = (
    ("Ratna",),
    ("Budi",),
    ("Ratna", "Budi"),
    ("Ani",),
    ("Ratna", "Sari", "Ani"),
)


@pytest.mark.parametrize("seed", range(WALKS))
async def test_a_walk_without_a_plan_ends_at_home(towns: Towns, seed: int) -> None:
    language = "id" if seed % 2 else "en"
    people = CASTS[seed // 2 % len(CASTS)]

    async with awake(await towns(language)) as town:
        await Walk(town=town, people=people, chance=random.Random(seed)).goes()


@pytest.mark.parametrize("seed", range(GROUP_WALKS))
async def test_a_walk_through_a_shops_group_harms_nobody(kitchens: Towns, seed: int) -> None:
    language = "id" if seed % 2 else "en"

    async with awake(await kitchens(language)) as town:
        await GroupWalk(
            town=town, people=("Ratna", "Budi", "Tono"), chance=random.Random(seed)
        ).goes()
