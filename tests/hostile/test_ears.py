"""Nothing personal stands in a log line or in plain bytes on the disk."""

from pathlib import Path

from cli.demo import demo_settings, fill
from sandbox.server.app import build_app
from sandbox.server.serving import serve
from sandbox.server.state import Sandbox
from sandbox.world import World
from tests.cli.command import TOKEN, end_of, start

NAME, STREET, PHONE = "Ratna Cempaka", "Jl. Telinga Dinding 12", "0813-9876-5432"
ADDRESS = (
    f"Nama: {NAME}\nHP: {PHONE}\n"
    f"Alamat: {STREET} RT 02/RW 04, Kec. Coblong, Kota Bandung, Jawa Barat 40132"
)
CANARIES = (
    TOKEN,
    TOKEN.partition(":")[2],
    NAME,
    "Telinga Dinding",
    PHONE,
    "81398765432",
    "813-9876",
)


async def test_a_whole_story_at_debug_leaves_no_trace_of_anybody(tmp_path: Path) -> None:
    settings = demo_settings(tmp_path)
    invitation = await fill(settings)
    assert settings.data_key is not None
    sandbox = Sandbox()
    sandbox.add_bot(token=TOKEN)
    async with serve(build_app(sandbox)) as address:
        bot = await start(
            tmp_path,
            "run",
            BOT_TOKEN=TOKEN,
            BOT_API_URL=address,
            DATABASE_URL=settings.database_url.get_secret_value(),
            DATA_KEY=settings.data_key.get_secret_value(),
            LOG_LEVEL="DEBUG",
        )
        await _story(World(sandbox, patience=60), invitation)
        on_disk = _bytes_of(tmp_path)
        bot.terminate()
        ended = await end_of(bot)

    assert "refused" in ended.said
    assert [one for one in CANARIES if one in ended.said] == []
    assert b"Sepatu Lari Angin" in on_disk
    assert [one for one in CANARIES if one.encode() in on_disk] == []


def _bytes_of(folder: Path) -> bytes:
    """The database with its log, as they lie on the disk while the bot works."""
    return b"".join(file.read_bytes() for file in folder.glob("lapak.sqlite3*"))


async def _story(world: World, invitation: str) -> None:
    """Ratna buys and cancels, and is refused once; Budi is told."""
    ratna, budi = world.person("Ratna"), world.person("Budi")
    await budi.starts(invitation)
    await ratna.starts()
    for label in ("Belanja", "Toko Langkah", "Sepatu Lari Angin", "Beli sekarang", "sisa"):
        await ratna.taps(label)
    await ratna.taps("Isi alamat")
    await ratna.writes(ADDRESS)
    await ratna.taps("Simpan alamat")
    await ratna.taps("Buat pesanan")
    await ratna.sees("Terima kasih")
    await budi.sees("Pesanan baru")
    await ratna.taps_data("o1.zz.0.0.1")
    await ratna.taps("Lihat pesanan")
    await ratna.sees("Cempaka", "Telinga Dinding")
