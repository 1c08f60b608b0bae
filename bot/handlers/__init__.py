"""One-shot taps and commands, which remember nothing."""
