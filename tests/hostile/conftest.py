"""A town worth robbing, made once and copied for every thief."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.crash.rig import Place
from tests.hostile.cast import a_town_worth_robbing

Robbed = Callable[[], Awaitable[Place]]


@pytest.fixture(scope="session")
def den() -> Iterator[Path]:
    """A folder for databases, in memory where that is possible."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(
        prefix="lapak-hostile-", dir=memory if memory.is_dir() else None
    ) as at:
        yield Path(at)


@pytest.fixture(scope="session")
def robbed(den: Path) -> Robbed:
    """A fresh copy of the town."""
    made: list[Place] = []

    async def town() -> Place:
        if not made:
            made.append(await a_town_worth_robbing(den / "town"))
        return made[0].copied_to(den / "robbed")

    return town
