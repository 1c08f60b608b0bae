"""Flows that remember where a person stands."""
