"""Comparing: groups, products and rivals side by side by the same method."""
