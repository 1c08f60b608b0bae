"""`lapak migrate`."""

from bot.settings import Settings
from cli.opening import opened_database
from store.db import migrations


async def migrate(settings: Settings) -> str:
    """Bring the database up to date and say so."""
    async with opened_database(settings) as database:
        before = await migrations.current(database)
        await migrations.upgrade(database)
        after = await migrations.current(database)
    if before == after:
        return f"The database is up to date (schema {after})."
    return f"The database went from schema {before or 'none'} to {after}."
