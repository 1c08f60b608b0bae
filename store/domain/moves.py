"""Moves from state to state: whatever is not in the table is refused."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar

from store.errors import IllegalMove

State = TypeVar("State", bound=StrEnum)


def must_move(moves: Mapping[State, Collection[State]], state: State, wanted: State) -> None:
    """Refuse every move that the table does not know."""
    if wanted not in moves[state]:
        raise IllegalMove(status=state, wanted=wanted)
