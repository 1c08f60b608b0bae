"""What is staged comes back from the database as it was, and albums are never too small or big."""

import json

import pytest

from bot.outgoing.replies import ALBUM_HOLDS, Album, albums, from_json


@pytest.mark.parametrize(
    ("pictures", "sizes"),
    [(2, [2]), (10, [10]), (11, [5, 6]), (12, [6, 6]), (21, [7, 7, 7]), (31, [7, 8, 8, 8])],
)
def test_many_pictures_are_shared_out(pictures: int, sizes: list[int]) -> None:
    hashes = [f"{number:04x}" for number in range(pictures)]

    found = albums(7, hashes, caption="Topi", pressed=3)

    assert [len(album.pictures) for album in found] == sizes
    assert [one for album in found for one in album.pictures] == hashes


@pytest.mark.parametrize("pictures", range(2, 5 * ALBUM_HOLDS))
def test_every_album_is_one_that_telegram_takes(pictures: int) -> None:
    found = albums(7, ["5eed"] * pictures, caption="", pressed=None)

    assert all(2 <= len(album.pictures) <= ALBUM_HOLDS for album in found)


def test_an_album_survives_being_stored() -> None:
    album = Album(chat_id=7, pictures=("aa", "bb"), caption="<b>Topi</b>", pressed=3)

    assert from_json(json.loads(json.dumps(album.to_json()))) == album
