"""Every button the bot can show, as typed and versioned callback data."""
