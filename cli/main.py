"""`lapak`: the commands an operator starts."""

import asyncio
from pathlib import Path
from typing import Annotated, Final

import typer

from cli import catalogue, collecting, demo, links, logs, opening, run, schema, world
from cli.clock import clock_by
from cli.opening import plain_words
from store.db.sealing import new_key
from store.domain.actor import Role

PORTS: Final = 65535
app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Lapak: a shopping assistant that lives in a Telegram chat.",
)
shop = typer.Typer(no_args_is_help=True, help="Shops and the people who work in them.")
app.add_typer(shop, name="shop")
operator = typer.Typer(no_args_is_help=True, help="The people who run the marketplace.")
app.add_typer(operator, name="operator")


@app.command("run")
def run_(
    clock: Annotated[Path | None, typer.Option(hidden=True, help="The file of the demo.")] = None,
) -> None:
    """Serve Telegram with the bot of BOT_TOKEN."""
    settings = opening.read_settings()
    logs.configure(settings.log_level)
    run.serve(settings, now=clock_by(clock) if clock else opening.utc_now)


@app.command("demo")
def demo_(
    script: Annotated[
        bool, typer.Option("--script", help="Play the story, print it, and end.")
    ] = False,
    port: Annotated[int, typer.Option(help="Where the page is served.", min=0, max=PORTS)] = 8765,
) -> None:
    """Show the shop in the browser, without a token and without a network."""
    logs.configure("WARNING")
    if script:
        demo.play()
        return
    demo.serve(port)


@app.command()
def migrate() -> None:
    """Bring the database to the schema of this version."""
    with plain_words():
        typer.echo(asyncio.run(schema.migrate(opening.read_settings())))


@app.command("import")
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="products.csv, parted by commas or semicolons, with a shop.toml beside it.",
        ),
    ],
    strict: Annotated[
        bool, typer.Option("--strict", help="Load nothing when anything is wrong.")
    ] = False,
) -> None:
    """Load a shop and its products; what is wrong is told by line and ends with 3."""
    with plain_words():
        catalogue.load(opening.read_settings(), file, strict=strict)


@app.command()
def key() -> None:
    """Print a new key for DATA_KEY."""
    typer.echo(new_key())


@app.command("sandbox")
def sandbox_(
    port: Annotated[
        int, typer.Option(help="Where the sandbox is served.", min=0, max=PORTS)
    ] = 8765,
) -> None:
    """Serve the sandbox alone, for a bot of your own."""
    logs.configure("WARNING")
    world.serve(port)


@shop.command("link")
def link(
    slug: Annotated[str, typer.Argument(metavar="SHOP", help="The shop's short name.")],
    staff: Annotated[bool, typer.Option("--staff", help="As staff, not as owner.")] = False,
) -> None:
    """Print a link that makes whoever opens it one of the shop's people; once, for 15 minutes."""
    role = Role.STAFF if staff else Role.OWNER
    with plain_words():
        typer.echo(asyncio.run(links.open_shop_link(opening.read_settings(), slug, role)))


@shop.command("collect")
def collect(
    slug: Annotated[str, typer.Argument(metavar="SHOP", help="The shop's short name.")],
    off: Annotated[bool, typer.Option("--off", help="No longer.")] = False,
) -> None:
    """Let buyers of this shop pay by card; the money lands with you, who owe it to the shop."""
    with plain_words():
        settings = opening.read_settings()
        typer.echo(asyncio.run(collecting.collect(settings, slug, collects=not off)))


@operator.command("link")
def operator_link() -> None:
    """Print a link that makes whoever opens it an operator; once, for 15 minutes."""
    with plain_words():
        typer.echo(asyncio.run(links.open_operator_link(opening.read_settings())))
