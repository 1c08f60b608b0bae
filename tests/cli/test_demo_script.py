"""`lapak demo --script` plays the whole story and shows each screen at its moment."""

from pathlib import Path

from tests.cli.command import end_of, start

IN_ORDER = (
    "Ratna presses [ Belanja ]",
    "Sepatu Lari Angin",
    "Jl. Melati 5 RT 02/RW 04",
    "Ratna presses [ Buat pesanan ]",
    "Terima kasih",
    "Budi's phone:",
    "Pesanan baru LPK-",
    "Ratna presses [ Kirim pembatalan ]",
    "Stok dikembalikan",
    "dibatalkan oleh pembeli",
    "The story went through.",
)


async def test_the_story_is_told_screen_by_screen(tmp_path: Path) -> None:
    ended = await end_of(await start(tmp_path, "demo", "--script"))

    assert ended.code == 0, ended.said
    assert ended.is_plain()
    at = 0
    for words in IN_ORDER:
        at = ended.said.find(words, at)
        assert at >= 0, f"{words!r} is missing in:\n{ended.said}"
