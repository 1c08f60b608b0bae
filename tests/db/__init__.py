"""Schema, transactions and engines."""
