"""The page in a real browser: Debian's Chromium, led as people lead it."""
