"""What the command line says when something cannot be done, in plain words and once."""

from typing import NoReturn

import typer

from store.errors import NotFound, ShopError
from store.wrong_setup import BadDatabaseUrl, BadKey, NewerDatabase, OlderDatabase

CANNOT = 2

NO_TOKEN = (
    "No bot token. Get one from @BotFather in Telegram, put it into .env as\n"
    "  BOT_TOKEN=1234567890:the-secret-part\n"
    "and start again. Without a token, `make demo` shows everything in the browser."
)
BAD_TOKEN = (
    "BOT_TOKEN is not the token of a bot: it is cut off, or still the example. A token is\n"
    "digits, a colon and a long secret; copy all of what @BotFather in Telegram gave you."
)
NO_KEY = (
    "DATA_KEY is not set. On PostgreSQL the key that seals phones and addresses has to be\n"
    "given, so that it is never lost with one machine. Make one with `lapak key`, keep it\n"
    "safe, and put it into .env as DATA_KEY=…"
)
KEY_LOST = (
    "Phones and addresses in this database are sealed, and their key is not in {file}.\n"
    "Put the key file back, or set DATA_KEY to the key that it held."
)
OTHER_KEY = (
    "DATA_KEY is not the key of this database: what is sealed there does not open. Set the\n"
    "key that the database was made with."
)
ENV_UNREADABLE = (
    "The file .env in this folder cannot be read. It is plain text in UTF-8 that you may read,\n"
    "with a setting on each line; .env.example shows how it looks."
)
BAD_API_URL = (
    "BOT_API_URL is not a web address. Leave it out for Telegram itself, or write for example\n"
    "BOT_API_URL=http://127.0.0.1:8765"
)
BAD_PROVIDER = (
    "PAYMENT_PROVIDER_TOKEN is not the token of a payment provider: it is cut off, or still the\n"
    "example. @BotFather gives one under Payments; it looks like 123456789:TEST:the-secret-part.\n"
    "Leave it out, and nobody is offered to pay by card."
)
DEMO_OPEN = """Lapak is open: {address}
Ratna buys, Budi and Tono sell, Ani runs the marketplace.
Press Ctrl-C to close."""
BOT_DIED = "The bot has ended (code {code}); it is started again. Nothing that was said is lost."
BOT_GIVEN_UP = (
    "The bot has ended {deaths} times in a row, soon after each start, and is not started again.\n"
    "The page stays open; press Ctrl-C, look at what it said above, and run the demo anew."
)
NOT_REACHED = "Telegram does not answer at BOT_API_URL yet; trying again until it does."
SECOND_POLLER = (
    "Another program is receiving this bot's messages with the same token. Stop it first:\n"
    "one token serves one bot."
)
TOKEN_REFUSED = (
    "Telegram does not accept this token. Check BOT_TOKEN (and BOT_API_URL, if you have set\n"
    "it), or ask @BotFather for a new one."
)
NOBODY_WORKS_THERE = (
    "Nobody works in this shop yet, and orders would reach nobody; let its owner in: "
    "lapak shop link {slug}"
)
OLDER = "The database is from an older version. Make a backup, then: lapak migrate"
SECOND_PROCESS = (
    "Another Lapak process is using this database. On SQLite one bot process works at a\n"
    "time; stop the other one first."
)


def stop_with(text: str, code: int = CANNOT) -> NoReturn:
    """Say why, on the error stream, and end."""
    typer.echo(text, err=True)
    raise typer.Exit(code)


def explain(error: ShopError) -> str:
    """A set-up error as sentences with what to do."""
    match error:
        case BadDatabaseUrl(problem=problem, where=where):
            return f"DATABASE_URL cannot be used: {DATABASE[problem]} ({where or 'no address'})."
        case NewerDatabase(found=found):
            return (
                f"The database was written by a newer version of Lapak (schema {found}).\n"
                "Install that version, or restore a backup made before it."
            )
        case OlderDatabase():
            return OLDER
        case BadKey():
            return "DATA_KEY cannot be used: it must be 32 bytes in urlsafe base64 (lapak key)."
        case NotFound(what=what):
            return f"There is no such {what}."
    return f"That did not work: {error.code}."


DATABASE = {
    "unreadable": "it is not an address",
    "unknown_kind": "only SQLite and PostgreSQL are supported",
    "no_file": "SQLite needs a file",
    "no_folder": "the folder cannot be made or written to",
    "no_database": "the file is not a database, or cannot be opened",
    "unreachable": "nobody answers there, or the name or password is wrong",
    "in_use": "another Lapak process is serving it; stop that one first",
    "driver_missing": "install the PostgreSQL driver first: pip install 'lapak[postgres]'",
    "unknown_sslmode": "sslmode has a value nobody knows",
}
