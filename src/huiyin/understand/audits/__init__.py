"""Audits: customers drawn at random and read by people, and what that says about the machine's figures."""
