"""Protocols of what the shop needs from outside."""
