"""Revisions of the one schema history."""
