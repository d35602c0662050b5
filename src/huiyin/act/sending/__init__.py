"""Sending: the outbox, who hands it over, and every way in which a message leaves."""
