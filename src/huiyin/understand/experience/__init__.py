"""Experience: behaviour folded into sessions, and where people stumble."""
