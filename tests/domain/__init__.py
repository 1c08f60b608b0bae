"""Rules, by tables of cases."""
