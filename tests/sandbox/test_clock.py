"""The clock of the page: read by everybody, moved ahead, never back."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from sandbox.server.app import build_app
from sandbox.server.clock import MovableClock
from sandbox.server.state import Sandbox

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)


@pytest.fixture
def jumps() -> list[timedelta]:
    """How far ahead the clock was after each jump."""
    return []


@pytest.fixture
async def page(jumps: list[timedelta]) -> AsyncIterator[httpx.AsyncClient]:
    """The page of a sandbox whose clock can be moved."""
    clock = MovableClock(system=lambda: NOON, moved=jumps.append)
    app = build_app(Sandbox(now=clock.now), clock=clock)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:
        yield client


async def test_it_goes_ahead_and_whoever_shares_it_is_told(
    page: httpx.AsyncClient, jumps: list[timedelta]
) -> None:
    await page.post("/sandbox/clock", json={"seconds": 900})
    told = (await page.post("/sandbox/clock", json={"seconds": 3600})).json()

    assert told == {"now": (NOON + timedelta(minutes=75)).timestamp(), "movable": True}
    assert (await page.get("/sandbox/clock")).json() == told
    assert jumps == [timedelta(minutes=15), timedelta(minutes=75)]


@pytest.mark.parametrize("wrong", [{"seconds": 0}, {"seconds": -60}, {"seconds": 10**9}, {}])
async def test_it_never_goes_back_nor_too_far(
    page: httpx.AsyncClient, jumps: list[timedelta], wrong: dict[str, int]
) -> None:
    answer = await page.post("/sandbox/clock", json=wrong)

    assert answer.status_code == 400
    assert (await page.get("/sandbox/clock")).json()["now"] == NOON.timestamp()
    assert jumps == []


async def test_the_systems_clock_is_only_read(http: httpx.AsyncClient) -> None:
    told = (await http.get("/sandbox/clock")).json()
    refused = await http.post("/sandbox/clock", json={"seconds": 60})

    assert told["movable"] is False
    assert (refused.status_code, refused.json()["refused"]) == (
        400,
        "this sandbox goes by the system's clock",
    )
