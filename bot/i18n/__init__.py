"""Languages of the bot: English in the source, the others from catalogues."""
