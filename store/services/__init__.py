"""Use cases, one class a feature, one transaction a public method."""
