"""What people see: pure functions from views and events to screens, and all sentences."""
