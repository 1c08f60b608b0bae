"""Towns to walk in: each is made once and copied for every walk."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from store.domain.actor import Role
from tests.crash.rig import Place
from tests.walks.in_group import gather
from tests.walks.town import OTHER_SLUG, empty_town, joins, operates, orders

Towns = Callable[[str], Awaitable[Place]]
OTHER = {"id": "en", "en": "id"}


@pytest.fixture(scope="session")
def ground() -> Iterator[Path]:
    """A folder for databases, in memory where that is possible."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(prefix="lapak-walks-", dir=memory if memory.is_dir() else None) as at:
        yield Path(at)


@pytest.fixture(scope="session")
def towns(ground: Path) -> Towns:
    """A fresh copy of the town in which Ratna's phone speaks a language and Budi's the other.

    Ratna has bought before; Budi keeps one of the shops, Sari the other; Ani runs
    the marketplace and collects what is paid by card for Sari's shop.
    """
    made: dict[str, Place] = {}

    async def town(language: str) -> Place:
        if language not in made:
            made[language] = await _lived_in(ground / language, language)
        return made[language].copied_to(ground / "walk")

    return town


async def _lived_in(folder: Path, language: str) -> Place:
    people = [
        ("Ratna", language),
        ("Budi", OTHER[language]),
        ("Sari", language),
        ("Ani", OTHER[language]),
    ]
    place = await empty_town(folder, people)
    await joins(place, "Budi")
    await joins(place, "Sari", slug=OTHER_SLUG)
    await operates(place, "Ani")
    await orders(place, "Ratna", times=2)
    return place


@pytest.fixture(scope="session")
def kitchens(ground: Path, towns: Towns) -> Towns:
    """A fresh copy of the town with a supergroup of people around Budi's shop.

    Tono is staff; Dewi and Hana have never met the bot, and Hana writes in the group's name.
    """
    made: dict[str, Place] = {}

    async def kitchen(language: str) -> Place:
        if language not in made:
            place = (await towns(language)).copied_to(ground / f"kitchen-{language}")
            place.sandbox.add_person("Tono", language=language)
            await joins(place, "Tono", role=Role.STAFF)
            gather(place, {"Dewi": OTHER[language], "Hana": "id"})
            made[language] = place
        return made[language].copied_to(ground / "walk")

    return kitchen
