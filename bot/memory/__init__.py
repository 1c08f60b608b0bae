"""What the bot remembers about Telegram: updates, talks, screens, sent notices, media."""
