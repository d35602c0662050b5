"""Live: the newest voices, the wall, and the feed that tells open pages."""
