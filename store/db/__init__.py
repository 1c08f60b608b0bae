"""The shop's memory: engine, unit of work, tables, repositories and migrations."""
