"""Crisis rooms: one place for a signal that cannot wait, and how it stands right now."""
