"""Rules of the house that a reader would otherwise have to remember."""
