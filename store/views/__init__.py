"""Frozen read models that are handed to screens."""
