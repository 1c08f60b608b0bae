"""The door out: patient with Telegram, in order within a chat, side by side across chats."""

import asyncio
from datetime import timedelta

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.outgoing.sender import Call, Interrupted, Outgoing, Undeliverable, Unreachable


class Telegram:
    """Answers with what it was told, one answer a call."""

    def __init__(self, *answers: Exception | str) -> None:
        self.answers = list(answers)
        self.calls = 0

    async def __call__(self) -> object:
        """The next answer."""
        self.calls += 1
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def patience() -> tuple[Outgoing, list[float]]:
    """A door whose pauses are written down instead of waited for."""
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    return Outgoing(pause=pause), pauses


async def test_telegram_is_given_exactly_the_pause_it_asks_for() -> None:
    outgoing, pauses = patience()
    telegram = Telegram(RetryAfter(timedelta(seconds=17)), RetryAfter(3), "sent")

    assert await outgoing.persist(telegram) == "sent"

    assert pauses == [17.0, 3.0]
    assert telegram.calls == 3


async def test_an_impatient_caller_is_told_how_long_telegram_wants_to_wait() -> None:
    outgoing, pauses = patience()

    with pytest.raises(Interrupted) as told:
        await outgoing.persist(Telegram(RetryAfter(40)), patient=False)

    assert told.value.seconds == 40.0
    assert pauses == []


@pytest.mark.parametrize("lost", [TimedOut(), NetworkError("ConnectionReset")])
async def test_a_lost_network_is_tried_eight_times_with_growing_pauses(lost: Exception) -> None:
    outgoing, pauses = patience()
    telegram = Telegram(lost)

    with pytest.raises(Interrupted):
        await outgoing.persist(telegram)

    assert telegram.calls == 8
    assert pauses == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]


@pytest.mark.parametrize(
    ("refusal", "meaning"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Unreachable),
        (BadRequest("Chat not found"), Unreachable),
        (BadRequest("Message is too long"), Undeliverable),
    ],
)
async def test_a_refusal_is_final_and_is_not_tried_again(
    refusal: Exception, meaning: type[Exception]
) -> None:
    outgoing, pauses = patience()
    telegram = Telegram(refusal)

    with pytest.raises(meaning):
        await outgoing.persist(telegram)

    assert telegram.calls == 1
    assert pauses == []


async def test_one_chat_keeps_its_order_and_does_not_hold_up_another() -> None:
    outgoing, _ = patience()
    told: list[str] = []
    gate = asyncio.Event()

    def says(words: str, *, waits: bool = False) -> Call:
        async def errand() -> None:
            if waits:
                await gate.wait()
            told.append(words)

        return errand

    async with asyncio.TaskGroup() as group:
        outgoing.open(group)
        outgoing.submit(1, says("Ratna first", waits=True))
        last = outgoing.submit(1, says("Ratna second"))
        await outgoing.submit(2, says("Budi"))
        assert told == ["Budi"]
        gate.set()
        await last

    assert told == ["Budi", "Ratna first", "Ratna second"]


async def test_an_errand_that_fails_tells_whoever_waits_and_the_next_one_goes_on() -> None:
    outgoing, _ = patience()

    async def fails() -> None:
        raise Undeliverable("Message is too long")

    async def works() -> None:
        return

    async with asyncio.TaskGroup() as group:
        outgoing.open(group)
        failed, worked = outgoing.submit(1, fails), outgoing.submit(1, works)
        with pytest.raises(Undeliverable):
            await failed
        await worked

    assert outgoing.is_idle
