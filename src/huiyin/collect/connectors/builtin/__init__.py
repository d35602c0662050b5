"""The connectors that ship with Huiyin; each is found by its entry point, like anybody's."""
