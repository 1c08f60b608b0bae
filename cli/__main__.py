"""Lets `python -m cli` be `lapak`."""

from cli.start import main

main()
