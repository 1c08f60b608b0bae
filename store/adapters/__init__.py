"""Implementations of ports that have nothing to do with a chat."""
