"""The one door out: every message leaves here, in order per chat."""
