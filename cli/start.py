"""The first thing that runs: loads the program without stopping to look for garbage."""

import gc
from importlib import import_module


def main() -> None:
    """Run a command. What was loaded stays until the end and is never looked through again."""
    gc.disable()
    program = import_module("cli.main")
    gc.freeze()
    gc.enable()
    program.app()
