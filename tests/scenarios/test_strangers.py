"""Whoever passes through a shop's group is answered and not written down."""

from datetime import timedelta

from sqlalchemy import text

from bot.memory import updates
from sandbox.server.people import User
from sandbox.world import Person
from store.db.base import Base
from tests.support.groups import asks_for_link, connected
from tests.support.journeys import orders
from tests.support.stage import Stage


async def written_down(stage: Stage, person: Person) -> list[str]:
    """Every place of the database that names somebody or has their number."""
    found = []
    async with stage.shop.begin() as tx:
        for table in Base.metadata.sorted_tables:
            for row in (await tx.session.execute(text(f"SELECT * FROM {table.name}"))).mappings():
                found += [
                    f"{table.name}.{column}"
                    for column, value in row.items()
                    if value == person.id or _says(value, person.user)
                ]
    return sorted(set(found))


def _says(value: object, user: User) -> bool:
    return isinstance(value, str) and (user.first_name in value or str(user.id) in value)


async def test_a_stranger_who_writes_and_presses_in_a_group_leaves_no_row(stage: Stage) -> None:
    budi, sulastri = await stage.seller("Budi"), stage.person("Sulastri", language="en")
    room = await connected(stage, budi, sulastri, is_super=True)
    ratna = stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    link = await asks_for_link(stage, budi, again=True)

    await sulastri.taps("Lepas grup ini", in_=room)
    await sulastri.taps_data("h1", in_=room)
    for words in ("/start", "/help", "/sell", "/orders", "halo"):
        await sulastri.writes(words, in_=room)
    await sulastri.follows(link, into=room)
    room.leaves(sulastri)
    await stage.settles()
    before = await written_down(stage, sulastri)
    stage.clock.move(hours=25)
    async with stage.shop.begin() as tx:
        await updates.empty_bodies(tx, before=stage.clock.now() - timedelta(hours=24))

    assert before == ["updates.lane"]
    assert await written_down(stage, sulastri) == []
    assert "people.id" in await written_down(stage, ratna)


async def test_a_stranger_is_spoken_to_in_the_language_of_their_phone(stage: Stage) -> None:
    sulastri, sari = stage.person("Sulastri", language="en"), stage.person("Sari")
    room = stage.world.group("Arisan", sulastri, sari)
    await sulastri.adds_bot(room)

    await sulastri.writes("/help", in_=room)
    await sulastri.sees("This group is connected to no shop", in_=room)
    await sari.writes("/help", in_=room)
    await sari.sees("Grup ini belum terhubung", in_=room)

    await stage.settles()
    assert await written_down(stage, sulastri) == ["updates.lane"]


async def test_somebody_known_is_spoken_to_as_they_chose_and_keeps_their_name(
    stage: Stage,
) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await ratna.writes("/settings")
    await ratna.taps("English")
    await ratna.sees("Settings")
    room = stage.world.group("Arisan", ratna)
    await ratna.adds_bot(room)

    await ratna.writes("/start", in_=room)

    await ratna.sees("This group is connected to no shop", in_=room)
