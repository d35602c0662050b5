"""Identity: which accounts are one person: gathered, weighed, clustered, changed and undone."""
