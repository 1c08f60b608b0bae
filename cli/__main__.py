"""Lets `python -m cli` be `lapak`."""

from cli.main import app

app()
