"""Lapak in Telegram: everything that knows Telegram exists."""
