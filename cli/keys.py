"""Finds the key that seals personal data, and makes sure that it is the database's own."""

from pathlib import Path
from typing import Final

import typer
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.settings import Settings
from cli import words
from store.db.engine import Database
from store.db.sealing import Sealer, new_key

# Wherever something sealed stands; it begins with the id of its key.
_SEALED: Final = (
    "SELECT sealed FROM addresses LIMIT 1",
    "SELECT sealed_number FROM shop_accounts LIMIT 1",
    "SELECT sealed_address FROM orders LIMIT 1",
    "SELECT body FROM updates WHERE body IS NOT NULL LIMIT 1",
    "SELECT frames FROM talks LIMIT 1",
)


async def something_sealed(database: Database) -> bytes | None:
    """Anything that was sealed in this database, or None while nothing was."""
    for query in _SEALED:
        try:
            async with database.engine.connect() as connection:
                found = (await connection.execute(text(query))).scalar()
        except DBAPIError:
            continue  # No such table yet: an empty or an older database.
        if found is not None:
            return bytes(found)
    return None


def sealer(settings: Settings, local: Path | None, sealed: bytes | None) -> Sealer:
    """The sealer of the settings' key; a local database gets a key of its own, once."""
    file = local.with_name(local.name + ".key") if local is not None else None
    chosen = Sealer.from_key(_given(settings, file) or _fresh(file, sealed))
    if sealed is not None and not sealed.startswith(chosen.key_id):
        words.stop_with(words.OTHER_KEY)
    return chosen


def _given(settings: Settings, file: Path | None) -> str | None:
    if settings.data_key is not None:
        return settings.data_key.get_secret_value()
    return file.read_text().strip() if file is not None and file.exists() else None


def _fresh(file: Path | None, sealed: bytes | None) -> str:
    if file is None:
        words.stop_with(words.NO_KEY)
    if sealed is not None:
        words.stop_with(words.KEY_LOST.format(file=file))
    file.touch(mode=0o600)
    file.write_text(new_key() + "\n")
    typer.echo(f"A new key that seals phones and addresses was written to {file}. Keep it safe.")
    return file.read_text().strip()
