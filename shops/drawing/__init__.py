"""Flat illustrations of things that a shop sells, drawn from a line of a recipe file."""
