"""A Telegram without Telegram: a strict Bot API server, people who use it, and a page to watch."""
