"""Facts: how many customers speak of an aspect, how badly, how strongly, and where it is heading."""
