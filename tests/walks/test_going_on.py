"""The process dies after every step of every conversation, and the person notices nothing."""

from pathlib import Path

import pytest

from bot.dialogue import Conversation, steps_of
from bot.memory import talks
from bot.routes import handlers
from tests.crash.check import ending, violations
from tests.crash.rig import Act, Place, Points, opened, settle, transcript
from tests.walks.conftest import Towns
from tests.walks.money_scripts import MONEY_SCRIPTS
from tests.walks.scripts import SCRIPTS, Script
from tests.walks.town import awake

ALL = (*SCRIPTS, *MONEY_SCRIPTS)


def every_step() -> list[str]:
    """The steps of all conversations on the site map."""
    found = [route for route in handlers() if isinstance(route, Conversation)]
    return [f"{one.name}.{step}" for one in found for step in steps_of(one)]


def test_every_step_of_every_conversation_is_killed_here() -> None:
    assert {script.name for script in ALL} == set(every_step())


@pytest.mark.parametrize("script", ALL, ids=lambda script: script.name)
async def test_a_conversation_goes_on_where_it_was_killed(
    towns: Towns, script: Script, tmp_path: Path
) -> None:
    place = await towns("id")
    calm = place.copied_to(tmp_path / "calm")
    await _in_one_life(calm, [*script.reach, *script.then])

    for act in script.reach:
        await _in_a_life_of_its_own(place, act)
    assert (script.conversation, script.step) in await _standing(place, script.who)
    for act in script.then:
        await _in_a_life_of_its_own(place, act)

    assert script.sees in transcript(place, script.who)
    assert violations(ending(place), ending(calm)) == []


async def _in_one_life(place: Place, acts: list[Act]) -> None:
    """Nobody is killed."""
    async with awake(place) as town:
        for act in acts:
            act(place)
            await town.settles()


async def _in_a_life_of_its_own(place: Place, act: Act) -> None:
    """The process that takes this act has never seen the one before, and is killed after it."""
    act(place)
    await settle(place, Points())


async def _standing(place: Place, name: str) -> list[tuple[str, str]]:
    """The conversations that somebody is in, from the caller to the one that listens."""
    person = next(one for one in place.sandbox.people.values() if one.first_name == name)
    now = place.clock.now()
    async with opened(place, Points()) as (shop, _), shop.begin() as tx:
        talk = await talks.load(tx, chat_id=person.id, person_id=person.id, now=now)
    assert not talk.parked
    return [(frame.conversation, frame.step) for frame in talk.frames]
